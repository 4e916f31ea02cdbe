/** The client of the control socket: finds the running server that a command means, and sends the command to it. */
import { readdir, unlink } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { type Introduction, privateFolder } from './socket.ts';

export type Verb = 'suspend' | 'resume' | 'reload';
/** A command, and what is known of the server that it is for. */
export interface ControlCommand {
  /** Folder of the control sockets. */
  readonly folder: string;
  readonly verb: Verb;
  /** The connection; `undefined` for a reload. */
  readonly name: string | undefined;
  /** The server's file of connections. */
  readonly file: string | undefined;
  readonly port: number;
}

/** A command that fails: its message says why, and what to do. */
export class CommandError extends Error {}

/** Sends a command to the one server that it is for, and returns what was done. Throws {@link CommandError}. */
export const controlServer = async ({ folder, verb, name, file, port }: ControlCommand): Promise<string> => {
  const running = (await runningServers(folder)).filter((server) => file === undefined || server.file === file);
  if (running.length === 0) throw new CommandError(`${verb}: none of your servers is running; start one first`);
  const having = running.filter(({ connections }) => name === undefined || connections.includes(name));
  if (having.length === 0) {
    const known = [...new Set(running.flatMap(({ connections }) => connections))].join(', ');
    throw new CommandError(`${verb}: no running server has a connection of this name; there are: ${known}`);
  }
  const atPort = having.filter(({ url }) => new URL(url).port === String(port));
  const [server, ...others] = having.length > 1 && atPort.length > 0 ? atPort : having;
  if (!server || others.length > 0) {
    const urls = having.map(({ url }) => url).join(', ');
    throw new CommandError(`${verb}: several servers are running (${urls}); choose one with --config or PORT`);
  }
  await call(server.socket, 'POST', `/${[verb, name ?? []].flat().join('/')}`);
  const done = { suspend: 'suspended', resume: 'resumed', reload: 'has read its settings again' }[verb];
  return name === undefined ? `${server.url} ${done}` : `${name} is ${done} (${server.url})`;
};

export interface RunningServer extends Introduction {
  /** Path of its control socket. */
  readonly socket: string;
}

/** All servers that answer. Removes the socket of a server that has crashed. */
export const runningServers = async (folder: string): Promise<readonly RunningServer[]> => {
  await privateFolder(folder);
  const sockets = (await readdir(folder)).filter((name) => name.endsWith('.sock'));
  const found = await Promise.all(
    sockets.map(async (name): Promise<RunningServer[]> => {
      const socket = join(folder, name);
      try {
        return [{ ...(JSON.parse(await call(socket, 'GET', '/')) as Introduction), socket }];
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') await unlink(socket).catch(() => {});
        return [];
      }
    }),
  );
  return found.flat();
};

const WAIT_MS = 15_000;

const call = (socketPath: string, method: string, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath, method, path, timeout: WAIT_MS }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('end', () => (response.statusCode === 200 ? resolve(text) : reject(new CommandError(text))));
    });
    asked.once('timeout', () => asked.destroy(new CommandError('The server does not answer.')));
    asked.once('error', reject).end();
  });
