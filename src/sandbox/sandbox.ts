/** A stateful Twilio on loopback HTTP, driven by the same descriptors as the API: for a start without credentials. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ancestors, type Registry, type Route } from '../model/index.ts';
import { Clock, DAY } from './clock.ts';
import { bodyOf, Fault, invalid, notFound } from './faults.ts';
import { type File, fileAt, resourceOf, sendFile } from './media.ts';
import { type Answer, checkParents, operations, type Request } from './resource.ts';
import { createRouter } from './router.ts';
import { secretOf } from './rules/key.ts';
import { ACCOUNT, plantSeed, TOKEN } from './seed/index.ts';
import { World } from './world.ts';

export interface SandboxOptions {
  readonly registry: Registry;
  readonly routes: readonly Route[];
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
  /** The moment that the seed's dates count back from: today's midnight (UTC) unless said otherwise. */
  readonly anchor?: Date;
  /** 1 lets a call last its seconds; 0.01 is a hundred times as fast. */
  readonly pace?: number;
}
export interface Sandbox {
  readonly origin: URL;
  readonly accountSid: string;
  readonly authToken: string;
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 256 * 1024;

export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { registry, routes, now = Date.now, pace = 1 } = options;
  const world = new World(registry, createRouter(routes), new Clock(now, pace));
  const midnight = new Date(Math.floor(now() / DAY) * DAY);
  plantSeed(world, options.anchor ?? midnight, options.anchor ?? world.clock.now);
  const server = createServer((request, response) => {
    answer(world, request).then(
      (answer) => (answer.file ? sendFile(response, answer.file, request.headers) : send(response, answer)),
      (error: unknown) => {
        const fault = error instanceof Fault ? error : new Fault(20500, `The sandbox failed: ${error}`, 500);
        send(response, { status: fault.status, body: bodyOf(fault) });
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: new URL(`http://127.0.0.1:${port}`),
    accountSid: ACCOUNT,
    authToken: TOKEN,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const send = (response: ServerResponse, { status, body, location }: Answer): void => {
  response.writeHead(status, { 'content-type': 'application/json;charset=utf-8', ...(location && { location }) });
  response.end(body === undefined ? '' : JSON.stringify(body));
};

const answer = async (world: World, incoming: IncomingMessage): Promise<Answer & { file?: File }> => {
  const form = await formOf(incoming);
  const { pathname, searchParams: query } = urlOf(incoming);
  world.clock.catchUp();
  const user = userOf(world, incoming.headers.authorization);
  // A file is there for whoever can see the resource that tells of it.
  const resource = /^(GET|HEAD)$/.test(incoming.method ?? '') ? resourceOf(pathname) : undefined;
  const method = resource ? 'GET' : (incoming.method ?? '');
  const match = world.router.match(method, incoming.headers.host ?? '', resource ?? pathname);
  if (!match) throw notFound(pathname);
  if (!('route' in match)) throw new Fault(20004, `Method not allowed; allowed are ${match.join(', ')}`, 405);
  const { entity, operation } = match.route;
  const depth = ancestors(entity).length;
  const parents = match.sids.slice(0, depth);
  const request: Request = { world, entity, parents, key: match.sids[depth] ?? '', query, form, user, path: pathname };
  checkParents(request);
  checkActive(request, method);
  const answered = operations[operation](request);
  if (!resource) return answered;
  const file = fileAt(pathname, answered.body as Readonly<Record<string, unknown>>);
  if (!file) throw notFound(pathname);
  return { status: 200, file };
};

const formOf = async (incoming: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length;
    // What is too much is still read to its end, so that the client gets to read the answer.
    if (size <= MAX_BODY_BYTES) chunks.push(chunk as Buffer);
  }
  if (size > MAX_BODY_BYTES) throw new Fault(20413, 'Request entity too large', 413);
  const type = incoming.headers['content-type'] ?? '';
  if (size > 0 && !type.startsWith('application/x-www-form-urlencoded'))
    throw invalid('Content-Type', 'the body must be application/x-www-form-urlencoded');
  return new URLSearchParams(Buffer.concat(chunks).toString());
};

const urlOf = (incoming: IncomingMessage): URL => {
  const path = incoming.url ?? '/';
  if (!URL.canParse(path, 'http://sandbox') || !isDecodable(path))
    throw new Fault(20001, 'The address of the request cannot be read');
  return new URL(path, 'http://sandbox');
};
const isDecodable = (path: string): boolean => {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
};

/** The account whose SID and Auth Token the request brings, or one of whose keys with its secret. */
const userOf = (world: World, authorization = ''): string => {
  const [sid = '', token = ''] = Buffer.from(authorization.replace(/^Basic /i, ''), 'base64')
    .toString()
    .split(':');
  const key = world.store.ever('Key').find((row) => row.key === sid && !row.gone);
  if (key && token === secretOf(sid)) return key.parents[0] ?? '';
  const account = world.store.find('Account', [], sid);
  if (!account || token === '' || account.values.authToken !== token) throw new Fault(20003, 'Authenticate', 401);
  return sid;
};

/** A suspended or closed account can still be read. */
const checkActive = ({ world, parents }: Request, method: string): void => {
  const account = world.store.find('Account', [], parents[0] ?? '');
  if (account && account.values.status !== 'active' && method !== 'GET')
    throw new Fault(20005, `Account ${account.key} is not active`, 403);
};
