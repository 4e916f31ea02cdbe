/**
 * GraphQL over HTTP on Node's own request and response. Yoga parses, validates and executes through its plugins
 * (`getEnveloped`, its documented entry for other transports); the requests and responses of fetch, which its own HTTP
 * handling creates for every request, cost as much as a small query. A test compares the answers with those of yoga.
 */
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type ExecutionResult, GraphQLError, getOperationAST } from 'graphql';
import { processRegularResult, type YogaServerInstance } from 'graphql-yoga';
import type { Principal } from '../access/index.ts';
import { Cancellation, type Signal } from '../cancellation.ts';
import type { Observer } from '../events.ts';
import { stringifyInSlices, TooLong } from '../pause/index.ts';
import { type Access, isPreflight } from './access.ts';
import type { Admit } from './admission.ts';
import { refuseIntrospection } from './authorization.ts';
import { readBody } from './body.ts';
import type { Charged } from './cost.ts';
import { startDeadline, timeoutOf } from './deadline.ts';
import { checkVariables } from './documentSize.ts';
import { Documents, type Schemas } from './documents.ts';
import { HEADERS } from './headers.ts';
import { bodyOfCompressed, CompressedData } from './introspection.ts';
import { type Finished, operationEvent, unreadEvent } from './operationEvent.ts';
import type { Outcomes } from './outcomes.ts';
import { type Params, paramsOfBody, paramsOfUrl } from './params.ts';
import { Rejection, reject, writeError } from './rejection.ts';
import type { TrustedDocuments } from './trustedDocuments.ts';

/** What a context is made of. */
export interface RequestContext {
  /** Aborted when the client has gone, or when the time of the operation is over. */
  readonly signal: Signal;
  /** What links to this server begin with. */
  readonly origin: string;
  readonly headers: IncomingHttpHeaders;
  readonly principal: Principal;
}
export type Yoga = YogaServerInstance<RequestContext, object>;

export interface GraphQLParts {
  readonly yoga: Yoga;
  readonly schemas: Schemas;
  readonly access: Access;
  readonly admit: Admit;
  /** Introspection needs no key. */
  readonly isOpen: boolean;
  readonly maxBytes: number;
  readonly trusted: TrustedDocuments | undefined;
  /** Milliseconds that an operation may take. */
  readonly timeoutMs: number;
  /** Yoga's `maskError`. */
  readonly mask: (error: unknown) => GraphQLError;
  readonly observer: Observer;
}

const ALLOW = { allow: 'GET, POST' };

export const createGraphQL = (parts: GraphQLParts): RequestListener => {
  const { access, admit, mask, maxBytes } = parts;
  const documents = new Documents(parts.schemas);

  /** Nothing of a body is read before its sender is known. */
  const admitted = async (request: IncomingMessage): Promise<[Principal, Params]> => {
    const principal = await admit(request);
    return [principal, await paramsOf(request, maxBytes, parts.trusted)];
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const gone = goneWith(response);
    const cors = access.headersFor(request);
    try {
      const refused = access.check(request);
      if (refused) throw refused;
      if (isPreflight(request)) return void response.writeHead(204, { ...HEADERS, ...cors }).end();
      const type = acceptedType(request.headers.accept);
      const [principal, params] = await admitted(request).catch((error: unknown) => {
        if (error instanceof Rejection) parts.observer.operation?.(unreadEvent(request, error));
        throw error;
      });
      const ran = await run(parts, documents, request, gone, params, principal);
      parts.observer.operation?.(ran.finished);
      if (!gone.aborted) await send(parts, response, ran, type, cors);
    } catch (error) {
      if (gone.aborted || response.headersSent) return void response.destroy();
      if (error instanceof Rejection) return reject(response, error, cors);
      const { message, extensions } = mask(error);
      writeError(response, 500, message, extensions, cors);
    }
  };
  return (request, response) => void answer(request, response);
};

/** The first type of `accept` in which there are answers. */
const acceptedType = (accept: string | undefined): string => {
  for (const range of (accept || '*/*').replace(/\s/g, '').toLowerCase().split(',')) {
    const [type, ...parameters] = range.split(';');
    if (parameters.some((each) => each.startsWith('charset=') && !/^charset="?utf-8"?$/.test(each))) continue;
    if (type === 'application/graphql-response+json') return type;
    if (type === 'application/json' || type === 'application/*' || type === '*/*') return 'application/json';
  }
  throw new Rejection(406, 'Answers are application/graphql-response+json or application/json, in UTF-8.');
};

/** A form or another request that a browser sends anywhere without asking first is none of these types. */
const JSON_TYPE = /^application\/json *(; *charset="?utf-?8"? *)?$/i;

const paramsOf = async (request: IncomingMessage, maxBytes: number, trusted?: TrustedDocuments): Promise<Params> => {
  if (request.method === 'GET') return paramsOfUrl(request.url ?? '', trusted);
  if (request.method !== 'POST') throw new Rejection(405, 'GraphQL is answered to GET and POST.', { headers: ALLOW });
  if (!JSON_TYPE.test(request.headers['content-type'] ?? ''))
    throw new Rejection(415, 'A POST must have the content type application/json, in UTF-8.');
  return paramsOfBody(await readBody(request, maxBytes), trusted);
};

/** Aborted when the client has gone before it had its answer. */
const goneWith = (response: ServerResponse): Signal => {
  const gone = new Cancellation();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone;
};

interface Run {
  readonly result: ExecutionResult;
  /** Of the writes that it made. */
  readonly outcomes: Outcomes['outcomes'] | undefined;
  readonly finished: Finished;
}

const run = async (
  { yoga, schemas, access, isOpen, mask, timeoutMs }: GraphQLParts,
  documents: Documents,
  request: IncomingMessage,
  gone: Signal,
  params: Params,
  principal: Principal,
): Promise<Run> => {
  const since = performance.now();
  let type: Finished['type'] = 'none';
  let name: string | undefined;
  let budget: Charged['budget'] | undefined;
  let outcomes: Outcomes['outcomes'] | undefined;
  const { signal, end } = startDeadline(gone, timeoutOf(request.headers, timeoutMs));
  const execute = async (): Promise<ExecutionResult> => {
    const context = { signal, origin: access.baseOf(request), headers: request.headers, params, principal };
    // Yoga's types expect a request of fetch; what runs here reads none.
    const enveloped = yoga.getEnveloped(context as never);
    checkVariables(params.variables);
    const checked = await documents.check(params.query, enveloped as never);
    if ('errors' in checked) return { errors: checked.errors };
    const { document } = checked;
    const found = schemas.withNodes(checked.schema, document, params.variables);
    const schema = found instanceof Promise ? await found : found;
    if (!isOpen && !principal.isAuthenticated) refuseIntrospection(document);
    const { operationName } = params;
    // An object, by which the coerced variables are found again.
    const variableValues = params.variables ?? {};
    const operation = getOperationAST(document, operationName);
    if (!operation) throw unresolved(operationName);
    if (operation.operation === 'mutation' && request.method === 'GET')
      throw new Rejection(405, 'A mutation must be sent by POST.', { headers: { allow: 'POST' } });
    type = operation.operation;
    name = operation.name?.value;
    const contextValue = (await enveloped.contextFactory()) as unknown as Partial<Charged & Outcomes>;
    ({ budget, outcomes } = contextValue);
    return enveloped.execute({
      schema,
      document,
      contextValue,
      variableValues,
      operationName,
    } as never) as Promise<ExecutionResult>;
  };
  const result = await execute()
    .catch((error: unknown) => {
      if (error instanceof Rejection) throw error;
      return { errors: [mask(error)] };
    })
    .finally(end);
  return { result, outcomes, finished: operationEvent({ request, result, name, type, budget, since }) };
};

const unresolved = (name: string | null | undefined) =>
  new GraphQLError(
    name
      ? 'operationName: the document has no operation of this name.'
      : 'operationName: must name one of the operations of the document.',
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } },
  );

/** A list of rows could have an error for each of its fields. */
export const MAX_ERRORS = 20;
/** The first errors of an answer, and before others those of writes that were or may have been carried out. */
const withFewErrors = (result: ExecutionResult): ExecutionResult => {
  const { errors } = result;
  if (!errors || errors.length <= MAX_ERRORS) return result;
  const first = new Set([...errors.filter(({ extensions }) => extensions?.outcome), ...errors].slice(0, MAX_ERRORS));
  const omittedErrors = errors.length - first.size;
  return {
    ...result,
    errors: errors.filter((error) => first.has(error)),
    extensions: { ...result.extensions, omittedErrors },
  };
};

const withData = (data: readonly string[], rest: string): readonly string[] => [
  '{"data":',
  ...data,
  `${rest === '{}' ? '' : ','}${rest.slice(1)}`,
];

const tooLong = ({ message }: TooLong) => new GraphQLError(message, { extensions: { code: 'MAX_COST_EXCEEDED' } });

/** As names and values in turn: an object of so many makes Node 20 keep every answer until its next full collection. */
const HEADER_LIST = Object.entries(HEADERS).flat();

const send = async (
  { yoga, mask }: GraphQLParts,
  response: ServerResponse,
  { result: whole, outcomes }: Run,
  type: string,
  cors: Readonly<Record<string, string>>,
): Promise<void> => {
  const result = withFewErrors(whole);
  let chunks: readonly (string | Buffer)[];
  let status = 200;
  let headers = ['content-type', `${type}; charset=utf-8`];
  try {
    // Only errors and extensions.http change the status and the headers of an answer.
    const { data } = result as { readonly data?: unknown };
    if (data instanceof CompressedData) chunks = [await bodyOfCompressed(data, result.extensions, response)];
    else if (result.errors || result.extensions?.http) {
      // Yoga writes everything at once: the data, which may be large, is written apart.
      const answer = processRegularResult(data ? { ...result, data: undefined } : result, yoga.fetchAPI, type);
      const text = await answer.text();
      chunks = data ? withData(await stringifyInSlices(data), text) : [text];
      status = answer.status;
      headers = [...answer.headers].filter(([name]) => name !== 'content-length').flat();
    } else chunks = await stringifyInSlices(result);
  } catch (error) {
    const isTooLong = error instanceof TooLong;
    const { message, extensions } = isTooLong ? tooLong(error) : mask(error);
    // A client that does not learn of a done write would send it again.
    const [outcome] = [...(outcomes?.values() ?? [])].sort().reverse();
    const all = { ...extensions, ...(outcome && { outcome }) };
    return writeError(response, isTooLong ? 400 : 500, `The answer cannot be written: ${message}`, all, cors);
  }
  const bytes = chunks.reduce((sum, chunk) => sum + Buffer.byteLength(chunk), 0);
  const length = ['content-length', String(bytes)];
  response.writeHead(status, [...headers, ...length, ...HEADER_LIST, ...Object.entries(cors).flat()]);
  for (const chunk of chunks.slice(0, -1)) response.write(chunk);
  const last = chunks.at(-1);
  // Node sends a short text of ASCII together with the headers, without copies.
  const isAscii = typeof last === 'string' && last.length === bytes;
  response.end(last, isAscii ? 'latin1' : 'utf8');
};
