/**
 * Trusted documents: a manifest of the documents that clients may run, as Relay, Apollo and graphql-codegen write it.
 * Clients send the ID of a document instead of its text. As an option, nothing else is run.
 */
import { Rejection } from './rejection.ts';

export interface TrustedDocuments {
  /** The text of a document by its ID. */
  readonly byId: ReadonlyMap<string, string>;
  /** Documents that are not in the manifest are refused. */
  readonly isOnly: boolean;
}

/** Relay and graphql-codegen write IDs with texts, Apollo a list of operations. Throws an Error that says what is wrong. */
export const readManifest = (json: string, isOnly: boolean): TrustedDocuments => {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) throw new Error('it must be a JSON object of IDs and documents');
  const { operations } = value as { operations?: unknown };
  const entries = Array.isArray(operations)
    ? operations.map((each: { id?: unknown; body?: unknown }) => [each?.id, each?.body] as const)
    : Object.entries(value);
  const byId = new Map<string, string>();
  for (const [id, text] of entries) {
    if (typeof id !== 'string' || typeof text !== 'string') throw new Error('each document must have an ID and a text');
    byId.set(id, text);
  }
  return { byId, isOnly };
};

/** The names that clients have for the ID of a document. */
export const ID_NAMES: readonly string[] = ['documentId', 'doc_id', 'id'];

/** The ID that a request has instead of a document. */
const idIn = (value: Readonly<Record<string, unknown>>): string | undefined => {
  const { persistedQuery } = (value.extensions ?? {}) as { persistedQuery?: { sha256Hash?: unknown } };
  const found = [...ID_NAMES.map((name) => value[name]), persistedQuery?.sha256Hash].find(
    (each) => typeof each === 'string',
  );
  return found as string | undefined;
};

/** The document that a request is for. Throws a {@link Rejection} if it has none that may run. */
export const documentOf = (value: Readonly<Record<string, unknown>>, trusted: TrustedDocuments): unknown => {
  const { query } = value;
  const id = idIn(value);
  const known = id === undefined ? undefined : trusted.byId.get(id);
  if (known !== undefined && (query === undefined || query === null || query === known)) return known;
  if (id !== undefined && (query === undefined || query === null))
    throw new Rejection(200, 'PersistedQueryNotFound', { code: 'PERSISTED_QUERY_NOT_FOUND' });
  if (trusted.isOnly && (typeof query !== 'string' || ![...trusted.byId.values()].includes(query)))
    throw new Rejection(403, 'This server runs the documents of its manifest only, and this is none of them.', {
      code: 'DOCUMENT_NOT_TRUSTED',
    });
  return query;
};
