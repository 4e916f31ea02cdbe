/**
 * Introspection reads the whole schema, and its answer has megabytes: it is executed once for each document and kept
 * compressed. The answers to the queries of usual tools are made by the build, and read from their files.
 */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  executeSync,
  type GraphQLSchema,
  getIntrospectionQuery,
  getOperationAST,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Observer } from '../events.ts';
import { stringifyInSlices } from '../pause/index.ts';
import { closeGzip, openGzip, openGzipSync, unzip } from './openGzip.ts';

/** Bytes of all answers that are kept. */
const MAX_BYTES = 3 * 1024 * 1024;
const FAST = 1;
const SMALL = 9;

/** The data of an answer, compressed: `{"data":…` without the end, so that extensions can follow. */
export class CompressedData {
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

/** Answers that the build has made, by {@link introspectionKey}. */
export type Introspections = (key: string) => Promise<Buffer | undefined>;

const BEGINNING = '{"data":';

/** The same for queries that differ in layout only. */
const introspectionKey = (document: DocumentNode): string =>
  createHash('sha256').update(print(document)).digest('hex').slice(0, 32);

/** The query as graphql-js wrote it before version 16.12, which GraphiQL and many tools still send. */
const inOlderForm = (query: string): string =>
  print(
    visit(parse(query), {
      Field: ({ name, selectionSet, ...node }) => {
        if (!selectionSet) return undefined;
        const named = (wanted: string) =>
          selectionSet.selections.filter((each) => each.kind === Kind.FIELD && each.name.value === wanted);
        const others = selectionSet.selections.filter((each) => ![...named('kind'), ...named('name')].includes(each));
        const isRoot = /^(query|mutation|subscription)Type$/.test(name.value);
        if (!isRoot && name.value !== 'ofType') return undefined;
        const selections = [...(isRoot ? [] : named('kind')), ...named('name'), ...others];
        return { ...node, name, selectionSet: { ...selectionSet, selections } };
      },
    }),
  );

const DETAILED = { schemaDescription: true, inputValueDeprecation: true };
/** Most tools ask with the defaults of graphql-js, GraphiQL for descriptions and deprecations, others for everything. */
const QUERIES = [
  getIntrospectionQuery(),
  getIntrospectionQuery({ ...DETAILED, specifiedByUrl: true, directiveIsRepeatable: true }),
  inOlderForm(getIntrospectionQuery()),
  inOlderForm(getIntrospectionQuery(DETAILED)),
];
/** What the build makes: the answers to the queries of usual tools. */
export const usualIntrospections = (schema: GraphQLSchema): readonly (readonly [key: string, bytes: Buffer])[] =>
  QUERIES.map((query) => {
    const document = parse(query);
    return [
      introspectionKey(document),
      openGzipSync(`${BEGINNING}${JSON.stringify(executeSync({ schema, document }).data)}`, SMALL),
    ];
  });

type Execute = (args: ExecutionArgs) => ExecutionResult | PromiseLike<ExecutionResult>;

/** Executes as `execute` does, and keeps the answers to introspections. What is added to a result later is not kept. */
export const withIntrospectionCache = (
  execute: Execute,
  observer: Observer = {},
  made: Introspections = async () => undefined,
): Execute => {
  const kept = new LRUCache<string, CompressedData>({ maxSize: MAX_BYTES });
  const dataOf = async (args: ExecutionArgs): Promise<CompressedData | undefined> => {
    const { document, operationName, variableValues } = args;
    const own = introspectionKey(document);
    const key = JSON.stringify([own, operationName, variableValues]);
    const bytes = await made(own);
    const known = bytes ? new CompressedData(bytes) : kept.get(key);
    observer.introspected?.(known !== undefined);
    if (known) return known;
    const { data, errors } = await execute(args);
    if (!data || errors) return undefined;
    const compressed = new CompressedData(
      await openGzip(
        Buffer.concat([BEGINNING, ...(await stringifyInSlices(data))].map((text) => Buffer.from(text))),
        FAST,
      ),
    );
    kept.set(key, compressed, { size: key.length + compressed.bytes.length });
    return compressed;
  };
  return async (args) => {
    const data = isIntrospection(args.document, args.operationName) ? await dataOf(args) : undefined;
    return data ? ({ data } as unknown as ExecutionResult) : execute(args);
  };
};

/** Writes such an answer: as it is kept to a client that takes gzip. */
export const bodyOfCompressed = async (
  { bytes }: CompressedData,
  extensions: unknown,
  response: ServerResponse,
): Promise<Buffer> => {
  const end = extensions === undefined ? '}' : `,"extensions":${JSON.stringify(extensions)}}`;
  const accepted = String(response.req.headers['accept-encoding'] ?? '');
  if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return unzip(closeGzip(bytes, end));
  response.setHeader('content-encoding', 'gzip');
  response.appendHeader('vary', 'Accept-Encoding');
  return closeGzip(bytes, end);
};

/** Selects nothing but the schema, so that the answer is the same for everybody. */
const isIntrospection = (document: DocumentNode, operationName: string | null | undefined): boolean => {
  const operation = getOperationAST(document, operationName);
  const asked = operation?.operation === 'query' ? operation.selectionSet.selections : [];
  return asked.length > 0 && asked.every((each) => each.kind === Kind.FIELD && each.name.value === '__schema');
};
