/** The server's end of the control socket: a file that only its user can open, on which commands arrive as HTTP. */
import { once } from 'node:events';
import { lstat, mkdir, unlink } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';

/** What a server tells of itself. */
export interface Introduction {
  readonly pid: number;
  readonly url: string;
  readonly file: string | undefined;
  readonly connections: readonly string[];
}
/** What a command leads to. */
export interface Controlled {
  introduce(): Introduction;
  suspend(name: string, suspended: boolean): Promise<void>;
  reload(): Promise<void>;
}

const COMMAND = /^\/(?:(reload)|(suspend|resume)\/([a-z0-9-]{1,49}))$/;

/** Throws where the socket cannot be made. */
export const openControl = async (folder: string, controlled: Controlled): Promise<{ close(): Promise<void> }> => {
  await privateFolder(folder);
  const path = join(folder, `${process.pid}.sock`);
  // A process of the same number may have left one.
  await unlink(path).catch(() => {});
  const server = createServer((request, response) => {
    answer(request, controlled).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error: Error) => response.writeHead(500, { 'content-type': 'text/plain' }).end(error.message),
    );
  });
  await once(server.listen(path), 'listening');
  // It keeps no process alive.
  server.unref();
  return {
    close: async () => {
      server.close();
      server.closeAllConnections();
      await unlink(path).catch(() => {});
    },
  };
};

const answer = async ({ method, url = '' }: IncomingMessage, controlled: Controlled): Promise<object> => {
  if (method === 'GET') return controlled.introduce();
  const [, reload, verb, name = ''] = COMMAND.exec(url) ?? [];
  if (reload) await controlled.reload();
  else if (verb) await controlled.suspend(name, verb === 'suspend');
  else throw new Error('There is no such command.');
  return {};
};

/** The folder, made if there is none. Throws unless it is this user's alone: others could put a socket in it. */
export const privateFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(folder).then((found) => (found.isDirectory() ? found : { uid: -1, mode: 0 }));
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0)
    throw Object.assign(new Error('The folder of control sockets is not this user’s alone.'), { code: 'EPERM' });
};
