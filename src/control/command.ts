/** The command's end of the control socket: finds the server that is meant, and tells it. */
import { readdir, unlink } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { type Introduction, privateFolder } from './socket.ts';

export type Verb = 'suspend' | 'resume' | 'reload';
/** What is to be told, and how the server is known among others. */
export interface Telling {
  readonly folder: string;
  readonly verb: Verb;
  /** Of the connection; for a reload `undefined`. */
  readonly name: string | undefined;
  /** Of the file of connections. */
  readonly file: string | undefined;
  readonly port: number;
}

/** A command that cannot be done: says why, and what to do. */
export class CommandError extends Error {}

/** Tells the one server that is meant; answers what was done. Throws a {@link CommandError} where there is none. */
export const tellServer = async ({ folder, verb, name, file, port }: Telling): Promise<string> => {
  const running = await servers(folder);
  const having = running.filter(
    ({ told }) => (name === undefined || told.connections.includes(name)) && (file === undefined || told.file === file),
  );
  const atPort = having.filter(({ told }) => new URL(told.url).port === String(port));
  const [meant, ...others] = having.length > 1 && atPort.length > 0 ? atPort : having;
  if (!meant)
    throw new CommandError(
      `${verb}: no running server of this user${name === undefined ? ' is there' : ' has a connection of this name'}; start it first`,
    );
  if (others.length > 0) {
    const urls = having.map(({ told }) => told.url).join(', ');
    throw new CommandError(`${verb}: several servers are meant (${urls}); say which by --config or by PORT`);
  }
  await call(meant.path, 'POST', `/${[verb, name ?? []].flat().join('/')}`);
  const done = { suspend: 'suspended', resume: 'resumed', reload: 'has read its configuration again' }[verb];
  return name === undefined ? `${meant.told.url} ${done}` : `${name} is ${done} (${meant.told.url})`;
};

interface Running {
  readonly path: string;
  readonly told: Introduction;
}

/** All that answer; the socket of one that has ended without a word is taken away. */
const servers = async (folder: string): Promise<Running[]> => {
  await privateFolder(folder);
  const sockets = (await readdir(folder)).filter((name) => name.endsWith('.sock'));
  const found = await Promise.all(
    sockets.map(async (socket): Promise<Running[]> => {
      const path = join(folder, socket);
      try {
        return [{ path, told: JSON.parse(await call(path, 'GET', '/')) as Introduction }];
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') await unlink(path).catch(() => {});
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
