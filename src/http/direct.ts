/**
 * The ordinary request, a POST of JSON, without fetch's objects and streams, which are half of what it costs. What it
 * asks is yoga's to answer, with the hooks of all plugins from `onParams` to `onExecutionResult`; whatever is unusual
 * about its HTTP is left to yoga from the beginning.
 */
import { setMaxListeners } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { type GraphQLParams, processRegularResult, type YogaServerInstance } from 'graphql-yoga';
import { type Asked, askedOf, type Guard } from './guards.ts';
import { HEADERS } from './headers.ts';

type Yoga = YogaServerInstance<DirectContext, object>;

export interface DirectParts {
  readonly yoga: Yoga;
  readonly path: string;
  /** Those that yoga asks as well: what one of them refuses is yoga's to answer. */
  readonly guards: readonly Guard[];
  readonly maxBytes: number;
  /** Yoga's `maskError`. */
  readonly mask: (error: unknown) => GraphQLError;
}

export const createDirect = (parts: DirectParts): RequestListener => {
  const { yoga, mask } = parts;
  const answer = async (request: IncomingMessage, response: ServerResponse, asked: Asked, mediaType: string) => {
    const body = await bodyOf(request);
    const params = paramsOf(body);
    // Yoga finds a body that has been read in `request.body`.
    if (!params) return yoga(Object.assign(request, { body }), response);
    const { signal } = goneWith(response);
    const url = `http://${request.headers.host}${parts.path}`;
    const result = await run(yoga, { ...asked, url, signal }, params).catch((error) => ({ errors: [mask(error)] }));
    if (!signal.aborted) await send(yoga, response, result, mediaType);
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
const goneWith = (response: ServerResponse): AbortController => {
  const gone = new AbortController();
  setMaxListeners(0, gone.signal);
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone;
};

/** A request as plugins and the context see it: the part of fetch's that any of them looks at. */
interface Direct extends Asked {
  readonly signal: AbortSignal;
}
/** What a context finds beside yoga's own. */
export interface DirectContext {
  /** A signal of Node's own. */
  readonly gone?: AbortSignal;
}

const run = async (yoga: Yoga, direct: Direct, params: GraphQLParams): Promise<ExecutionResult> => {
  const request = direct as unknown as Request;
  const result = await yoga.getResultForParams({ request, params }, { gone: direct.signal });
  return result as ExecutionResult;
};

const send = async (yoga: Yoga, response: ServerResponse, result: ExecutionResult, type: string): Promise<void> => {
  const headers: Record<string, string | number> = { ...HEADERS, 'content-type': `${type}; charset=utf-8` };
  let status = 200;
  let text: string;
  // Only errors and extensions.http have a say in status and headers.
  if (result.errors || result.extensions?.http) {
    const said = processRegularResult(result, yoga.fetchAPI, type);
    status = said.status;
    for (const [name, value] of said.headers) headers[name] = value;
    text = await said.text();
  } else text = JSON.stringify(result);
  const bytes = Buffer.from(text);
  headers['content-length'] = bytes.length;
  response.writeHead(status, headers).end(bytes);
};
