/**
 * The ordinary request, a POST of JSON, without fetch's objects and streams, which are half of what it costs. What it
 * asks is yoga's to answer, with the hooks of all plugins from `onParams` to `onResultProcess`; whatever is unusual
 * about its HTTP is left to yoga from the beginning. Hooks on fetch's own objects (`onRequest`, `onRequestParse`,
 * `onResponse`) are not called: what they do for every answer, guards and headers, is done here as well.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { type GraphQLParams, type Plugin, processRegularResult, type YogaServerInstance } from 'graphql-yoga';
import { type Signal, Stop } from '../signal.ts';
import { type Asked, askedOf, type Guard } from './guards.ts';
import { HEADERS } from './headers.ts';

type Yoga = YogaServerInstance<DirectContext, object>;

export interface DirectParts {
  readonly yoga: Yoga;
  /** Of yoga's plugins, those that are this server's. */
  readonly plugins: readonly Plugin[];
  readonly path: string;
  /** Those that yoga asks as well: what one of them refuses is yoga's to answer. */
  readonly guards: readonly Guard[];
  readonly maxBytes: number;
  /** Yoga's `maskError`. */
  readonly mask: (error: unknown) => GraphQLError;
}

export const createDirect = (parts: DirectParts): RequestListener => {
  const { yoga, plugins, mask } = parts;
  const hooks = plugins.flatMap(({ onResultProcess }) => onResultProcess ?? []);
  const answer = async (request: IncomingMessage, response: ServerResponse, asked: Asked, mediaType: string) => {
    const body = await bodyOf(request);
    const params = paramsOf(body);
    // Yoga finds a body that has been read in `request.body`.
    if (!params) return yoga(Object.assign(request, { body }), response);
    const gone = goneWith(response);
    const url = `http://${request.headers.host}${parts.path}`;
    // Plugins and the context see of the request what guards see.
    const seen = { ...asked, url } as unknown as Request;
    const answered = await run(yoga, seen, gone, params).catch((error) => ({ errors: [mask(error)] }));
    const result = await processed(hooks, seen, answered);
    if (!gone.aborted) await send(yoga, response, result, mediaType);
  };
  return (request, response) => {
    const asked = askedOf(request);
    const mediaType = isOrdinary(request, parts) ? acceptedType(request.headers.accept) : undefined;
    if (mediaType === undefined || parts.guards.some((guard) => guard(asked))) return yoga(request, response);
    answer(request, response, asked, mediaType).catch(() => response.destroy());
  };
};

const isOrdinary = ({ method, url, headers }: IncomingMessage, { path, maxBytes }: DirectParts): boolean => {
  const length = headers['content-length'] ?? '';
  const isMeasured = /^\d+$/.test(length) && Number(length) <= maxBytes && headers['content-encoding'] === undefined;
  return method === 'POST' && url === path && isMeasured && URL.canParse(`http://${headers.host}`);
};

/** The first type of `accept` in which yoga answers a single result; `undefined`: that is for yoga to say. */
const acceptedType = (accept: string | undefined): string | undefined => {
  for (const range of (accept || '*/*').replace(/\s/g, '').toLowerCase().split(',')) {
    const [type, ...parameters] = range.split(';');
    if (parameters.some((each) => each.includes('charset='))) return undefined;
    if (type === 'application/graphql-response+json') return type;
    if (type === 'application/json' || type === 'application/*' || type === '*/*') return 'application/json';
  }
  return undefined;
};

const bodyOf = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });

/** What the body asks, unless yoga has to say what is wrong with it or, for an introspection, to pack the answer. */
const paramsOf = (body: Buffer): GraphQLParams | undefined => {
  try {
    const params: unknown = JSON.parse(body.toString());
    const isObject = typeof params === 'object' && params !== null && !Array.isArray(params);
    return isObject && !body.includes('__schema') ? params : undefined;
  } catch {
    return undefined;
  }
};

/** Aborted when the client has gone before it had its answer. */
const goneWith = (response: ServerResponse): Signal => {
  const gone = new Stop();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone;
};

/** What a context finds beside yoga's own. */
export interface DirectContext {
  /** Aborted when the client has gone. */
  readonly gone?: Signal;
}

const run = async (yoga: Yoga, request: Request, gone: Signal, params: GraphQLParams): Promise<ExecutionResult> =>
  (await yoga.getResultForParams({ request, params }, { gone })) as ExecutionResult;

type Hook = NonNullable<Plugin['onResultProcess']>;
const processed = async (
  hooks: readonly Hook[],
  request: Request,
  answered: ExecutionResult,
): Promise<ExecutionResult> => {
  let result = answered;
  for (const hook of hooks)
    await hook({
      request,
      result,
      setResult: (changed) => {
        result = changed as ExecutionResult;
      },
      acceptableMediaTypes: [],
      setResultProcessor: () => {
        throw new Error('How an ordinary answer is written is settled.');
      },
      serverContext: { waitUntil: () => {} },
    });
  return result;
};

/** As names and values in turn: an object of so many makes Node 20 keep every answer until its next full collection. */
const HEADER_LIST = Object.entries(HEADERS).flat();

const send = async (yoga: Yoga, response: ServerResponse, result: ExecutionResult, type: string): Promise<void> => {
  // Only errors and extensions.http have a say in status and headers.
  const said = result.errors || result.extensions?.http ? processRegularResult(result, yoga.fetchAPI, type) : undefined;
  const bytes = Buffer.from(said ? await said.text() : JSON.stringify(result));
  const described = said
    ? [...said.headers].flatMap((header) => (header[0] === 'content-length' ? [] : header))
    : ['content-type', `${type}; charset=utf-8`];
  const length = ['content-length', String(bytes.length)];
  response.writeHead(said?.status ?? 200, [...described, ...length, ...HEADER_LIST]).end(bytes);
};
