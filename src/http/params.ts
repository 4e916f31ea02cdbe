/** What a request asks: its document, its variables and which operation, from a POST's body or a GET's query string. */
import { parseTelling } from '../json/index.ts';
import { Rejection } from './rejection.ts';
import { documentOf, ID_NAMES, type TrustedDocuments } from './trustedDocuments.ts';

export interface Params {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

const KNOWN: ReadonlySet<string> = new Set(['query', 'variables', 'operationName', 'extensions']);
const BYTE_ORDER_MARK = /^\ufeff/;

/** Throws a {@link Rejection}. */
export const paramsOfBody = (body: Buffer, trusted?: TrustedDocuments): Params => {
  const text = body.toString().replace(BYTE_ORDER_MARK, '');
  const { value } = parseJson(text) ?? {};
  if (value === undefined) throw new Rejection(400, 'The body must be JSON, such as {"query": "{ account { sid } }"}.');
  return paramsOf(value, trusted);
};

/** Throws a {@link Rejection}. */
export const paramsOfUrl = (url: string, trusted?: TrustedDocuments): Params => {
  const query = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');
  const params: Record<string, unknown> = {};
  for (const name of trusted ? [...KNOWN, ...ID_NAMES] : KNOWN) {
    const text = query.get(name);
    if (!text) continue;
    const isText = name !== 'variables' && name !== 'extensions';
    const parsed = isText ? { value: text } : parseJson(text);
    if (!parsed) throw new Rejection(400, `The parameter ${name} must be JSON.`);
    params[name] = parsed.value;
  }
  return paramsOf(params, trusted);
};

const parseJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: parseTelling(text) };
  } catch {
    return undefined;
  }
};

const paramsOf = (value: unknown, trusted?: TrustedDocuments): Params => {
  if (Array.isArray(value)) throw new Rejection(400, 'Batches are not supported: send one operation in each request.');
  if (!isObject(value)) throw new Rejection(400, 'The body must be a JSON object.');
  const { variables, operationName, extensions } = value;
  const query = trusted ? documentOf(value, trusted) : value.query;
  const isKnown = (name: string) => KNOWN.has(name) || (trusted !== undefined && ID_NAMES.includes(name));
  const unknown = Object.keys(value).find((name) => !isKnown(name) && value[name] !== null);
  // Clients that send only a hash of the document first send the whole of it after this answer.
  if (isAbsent(query) && isObject(extensions) && extensions.persistedQuery)
    throw new Rejection(200, 'PersistedQueryNotSupported', { code: 'PERSISTED_QUERY_NOT_SUPPORTED' });
  if (unknown !== undefined)
    throw new Rejection(
      400,
      `The body may have ${[...KNOWN].join(', ')}, and nothing else. IDs of documents need TRUSTED_DOCUMENTS.`,
    );
  if (typeof query !== 'string') throw new Rejection(400, 'query: must be a GraphQL document, as text.');
  if (!isAbsent(variables) && !isObject(variables)) throw new Rejection(400, 'variables: must be an object.');
  if (!isAbsent(extensions) && !isObject(extensions)) throw new Rejection(400, 'extensions: must be an object.');
  if (!isAbsent(operationName) && typeof operationName !== 'string')
    throw new Rejection(400, 'operationName: must be text.');
  return { query, variables, operationName, extensions };
};

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
