/** A stateful stand-in for Twilio on loopback, driven by the same descriptors as the API: no credentials needed. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ancestors, type Registry, wireOf } from '../model/index.ts';
import { Clock, DAY } from './clock.ts';
import { CONTROL_PATH, control } from './control.ts';
import { invalid, notFound, TwilioError } from './errors.ts';
import { FaultInjector, type FaultPlan, serveWith } from './faultInjection.ts';
import { errorAnswer, type HttpAnswer, jsonAnswer, write } from './http.ts';
import type { Body } from './input.ts';
import { fileAnswer, fileAt, resourceOf } from './media.ts';
import { operations, parentsIn, type Request } from './resource.ts';
import { createRouter, type LoadRoutes } from './router.ts';
import { secretOf } from './rules/key.ts';
import { ACCOUNT, seedWorld, TOKEN } from './seed/index.ts';
import { World } from './world.ts';

export interface SandboxOptions {
  readonly registry: Registry;
  readonly routes: LoadRoutes;
  /** The port on 127.0.0.1; any free one by default. */
  readonly port?: number;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
  /** The moment from which the seed's dates count back; by default, the start of today in UTC. */
  readonly anchor?: Date;
  /** 1: a call takes as long as in reality; 0.01: a hundredth of that. */
  readonly pace?: number;
}
export interface Sandbox {
  readonly origin: URL;
  readonly accountSid: string;
  readonly authToken: string;
  /** Replaces the faults that requests meet. Throws if the plan is not valid. */
  inject(plan: FaultPlan): void;
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 256 * 1024;
const KEEP_ALIVE_MS = 600_000;

export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { registry, routes, now = Date.now, pace = 1, port: wanted = 0 } = options;
  const world = new World(registry, createRouter(routes), new Clock(now, pace));
  const midnight = new Date(Math.floor(now() / DAY) * DAY);
  seedWorld(world, options.anchor ?? midnight, options.anchor ?? world.clock.now);
  const faults = new FaultInjector();
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === CONTROL_PATH) return write(response, await control(faults, request));
    const met = faults.draw(request.method ?? '', path);
    const answered = await serveWith(met, request, response, () => process(world, request));
    if (answered && !response.destroyed) write(response, answered);
  };
  const server = createServer((request, response) => {
    // Only a client that leaves before its request has arrived can make it fail.
    serve(request, response).catch(() => response.destroy());
  });
  // Longer than a client keeps a connection that it does not use: otherwise a request may meet one that is being closed.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(wanted, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: new URL(`http://127.0.0.1:${port}`),
    accountSid: ACCOUNT,
    authToken: TOKEN,
    inject: (plan) => faults.set(plan),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** Carries out a request. Never throws: an error is an answer in Twilio's form. */
const process = async (world: World, incoming: IncomingMessage): Promise<HttpAnswer> => {
  try {
    return await answer(world, incoming);
  } catch (error) {
    return errorAnswer(
      error instanceof TwilioError ? error : new TwilioError(20500, `The sandbox failed: ${error}`, 500),
    );
  }
};

const answer = async (world: World, incoming: IncomingMessage): Promise<HttpAnswer> => {
  const body = await bodyOf(incoming);
  const { pathname, searchParams: query } = urlOf(incoming);
  world.clock.catchUp();
  const user = userOf(world, incoming.headers.authorization);
  // A file is visible to everyone who can see the resource that it belongs to.
  const resource = /^(GET|HEAD)$/.test(incoming.method ?? '') ? resourceOf(pathname) : undefined;
  const method = resource ? 'GET' : (incoming.method ?? '');
  const host = incoming.headers.host ?? '';
  await world.router.open(host);
  const match = world.router.match(method, host, resource ?? pathname);
  if (!match) throw notFound(pathname);
  if (!('route' in match)) throw new TwilioError(20004, `Method not allowed; allowed are ${match.join(', ')}`, 405);
  const { entity, operation } = match.route;
  if (body.json && wireOf(entity).body !== 'json')
    throw invalid('Content-Type', 'the body must be application/x-www-form-urlencoded');
  const depth = ancestors(entity).length;
  const key = match.sids.slice(depth).join('/');
  const asked: Request = { world, entity, parents: match.sids.slice(0, depth), key, query, body, user, path: pathname };
  const request = { ...asked, parents: parentsIn(asked) };
  checkActive(request, method);
  const answered = (operation === 'replace' ? operations.update : operations[operation])(request);
  const { status, location, etag } = answered;
  if (!resource) return jsonAnswer(status, answered.body, { ...(location && { location }), ...(etag && { etag }) });
  const file = fileAt(pathname, answered.body as Readonly<Record<string, unknown>>);
  if (!file) throw notFound(pathname);
  return fileAnswer(file, incoming.headers);
};

const bodyOf = async (incoming: IncomingMessage): Promise<Body> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length;
    // A body that is too large is still read to its end, so that the client can read the answer.
    if (size <= MAX_BODY_BYTES) chunks.push(chunk as Buffer);
  }
  if (size > MAX_BODY_BYTES) throw new TwilioError(20413, 'Request entity too large', 413);
  const headers = new Map(
    Object.entries(incoming.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
  const type = incoming.headers['content-type'] ?? '';
  const text = Buffer.concat(chunks).toString();
  if (type.startsWith('application/json')) return { form: new URLSearchParams(), json: jsonOf(text), headers };
  if (size > 0 && !type.startsWith('application/x-www-form-urlencoded'))
    throw invalid('Content-Type', 'the body must be application/x-www-form-urlencoded');
  return { form: new URLSearchParams(text), json: undefined, headers };
};
const jsonOf = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(text || '{}');
  } catch {
    throw invalid('body', 'the body is not JSON');
  }
};

const urlOf = (incoming: IncomingMessage): URL => {
  const path = incoming.url ?? '/';
  if (!URL.canParse(path, 'http://sandbox') || !isDecodable(path))
    throw new TwilioError(20001, 'The address of the request cannot be read');
  return new URL(path, 'http://sandbox');
};
const isDecodable = (path: string): boolean => {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
};

/** The account that the request's credentials belong to: its SID and Auth Token, or one of its API keys and the secret. */
const userOf = (world: World, authorization = ''): string => {
  const [sid = '', token = ''] = Buffer.from(authorization.replace(/^Basic /i, ''), 'base64')
    .toString()
    .split(':');
  const key = world.store.all('Key').find((row) => row.key === sid && !row.gone);
  if (key && token === secretOf(sid)) return key.parents[0] ?? '';
  const account = world.store.find('Account', [], sid);
  if (!account || token === '' || account.values.authToken !== token) throw new TwilioError(20003, 'Authenticate', 401);
  return sid;
};

/** A suspended or closed account can be read, not changed. */
const checkActive = ({ world, parents }: Request, method: string): void => {
  const account = world.store.find('Account', [], parents[0] ?? '');
  if (account && account.values.status !== 'active' && method !== 'GET')
    throw new TwilioError(20005, `Account ${account.key} is not active`, 403);
};
