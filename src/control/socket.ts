/** The server's side of the control socket: a file that only its user can open, which receives commands over HTTP. */
import { once } from 'node:events';
import { lstat, mkdir, unlink } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';

/** What a server says about itself. */
export interface Introduction {
  readonly pid: number;
  readonly url: string;
  /** Of its configuration: a command with the same settings may use this server. */
  readonly identity: string;
  readonly file: string | undefined;
  readonly connections: readonly string[];
}
/** What commands do. */
export interface Controlled {
  introduce(): Introduction;
  suspend(name: string, suspended: boolean): Promise<void>;
  reload(): Promise<void>;
}

const COMMAND = /^\/(?:(reload)|(suspend|resume)\/([a-z0-9-]{1,49}))$/;

/** Throws if the socket cannot be created. */
export const openControl = async (folder: string, controlled: Controlled): Promise<{ close(): Promise<void> }> => {
  await privateFolder(folder);
  const path = join(folder, `${process.pid}.sock`);
  // A crashed process with the same ID may have left one.
  await unlink(path).catch(() => {});
  const server = createServer((request, response) => {
    answer(request, controlled).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error: Error) => response.writeHead(500, { 'content-type': 'text/plain' }).end(error.message),
    );
  });
  await once(server.listen(path), 'listening');
  // It must not keep the process alive.
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

/** Creates the folder if needed. Throws unless only this user has access: others could put a socket in it. */
export const privateFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(folder).then((found) => (found.isDirectory() ? found : { uid: -1, mode: 0 }));
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0)
    throw Object.assign(new Error('Other users have access to the folder of control sockets.'), { code: 'EPERM' });
};
