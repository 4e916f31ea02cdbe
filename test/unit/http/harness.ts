/** The HTTP face over a small schema of its own, on a real socket, and a client that sends any header there is. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { ANONYMOUS } from '../../../src/access/index.ts';
import type { Signal } from '../../../src/cancellation.ts';
import { ApiError } from '../../../src/errors.ts';
import { createEndpoint, type EndpointParts } from '../../../src/http/endpoint.ts';
import { oneSchema } from '../../support/oneSchema.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** Of the first error, if there is one. */
  readonly code: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape.
  readonly json: any;
}
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  /** Without a declared length. */
  readonly streamed?: boolean;
}

export const json = { 'content-type': 'application/json' };
export const post = (query: string, headers: Record<string, string> = {}, variables?: object): Sent => ({
  method: 'POST',
  headers: { ...json, ...headers },
  body: JSON.stringify({ query, variables }),
});
export const get = (query: string, headers: Record<string, string> = {}): Sent => ({
  path: `/graphql?query=${encodeURIComponent(query)}`,
  headers,
});

/** Rows whose fields are properties, as those of Twilio are. */
class Sound {
  name = 'sound';
  must = 'yes';
  get count() {
    return 1;
  }
}
/** A getter answers an Error where Twilio's value cannot be read. */
class Broken {
  name = 'broken';
  get must() {
    return new ApiError('UPSTREAM_UNREADABLE', 'must cannot be read');
  }
  get count() {
    return new ApiError('UPSTREAM_UNREADABLE', 'count cannot be read');
  }
}

export const startHarness = async (boundTo = '127.0.0.1', more: Partial<EndpointParts> = {}) => {
  /** What has run: a mutation must not be in here if it was refused. */
  const ran: string[] = [];
  const reports: { correlationId: string; error: unknown }[] = [];
  const signals: Signal[] = [];
  const field = (type: GraphQLOutputType, name: string, resolve: () => unknown) => ({
    type,
    args: { text: { type: GraphQLString }, number: { type: GraphQLInt } },
    resolve: () => {
      ran.push(name);
      return resolve();
    },
  });
  const Row = new GraphQLObjectType({
    name: 'Row',
    fields: {
      name: { type: GraphQLString },
      must: { type: new GraphQLNonNull(GraphQLString) },
      count: { type: GraphQLInt },
    },
  });
  const Query: GraphQLObjectType = new GraphQLObjectType({
    name: 'Query',
    fields: () => ({
      hello: field(GraphQLString, 'hello', () => 'world'),
      self: field(Query, 'self', () => ({})),
      rows: field(new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Row))), 'rows', () => [
        new Sound(),
        new Broken(),
      ]),
      row: field(Row, 'row', () => Promise.resolve(new Broken())),
      broken: field(GraphQLString, 'broken', () => {
        throw new TypeError('the number +15005550006 is in here');
      }),
      refused: field(GraphQLString, 'refused', () => {
        throw new ApiError('NOT_FOUND', 'There is no such thing.', { twilioCode: 20404 });
      }),
      bare: field(GraphQLString, 'bare', () => {
        throw new GraphQLError('no code, and +15005550006');
      }),
      unserializable: field(GraphQLInt, 'unserializable', () => 'secret'),
      slow: field(GraphQLString, 'slow', () => new Promise(() => {})),
    }),
  });
  const Mutation = new GraphQLObjectType({
    name: 'Mutation',
    fields: { change: field(GraphQLString, 'change', () => 'changed') },
  });
  const parts: EndpointParts = {
    schemas: oneSchema(new GraphQLSchema({ query: Query, mutation: Mutation })),
    context: ({ signal }) => {
      signals.push(signal);
      return {
        report: { lists: [] },
        idempotency: [],
        outcomes: new Map(),
        budget: { predicted: 0, requested: 0, spent: 0, open: () => {} },
        connection: { throughput: { perSecond: 25, available: 25 } },
        memory: { end: () => {} },
      };
    },
    timeoutMs: 30_000,
    authorize: () => [],
    authentication: { admit: async () => ({ principal: ANONYMOUS }), find: async () => undefined },
    files: { callerOf: () => undefined, mayRead: () => true },
    isSandbox: true,
    openFile: () => Promise.reject(new Error('The harness has no files.')),
    boundTo,
    pricing: {
      maxCost: 250,
      maxPredictedCost: 10_000,
      predict: () => ({ total: 0, values: 0, changes: 0, isMutation: false, mostExpensive: undefined }),
      dryRun: () => undefined,
    },
    report: (correlationId, error) => reports.push({ correlationId, error }),
    shown: { name: 'default' },
    ...more,
  };
  const listener = createEndpoint(parts);
  const server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;

  const send = sender(port);
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port, send, ran, reports, signals, parts, close };
};
export const sender =
  (port: number) =>
  ({ method = 'GET', path = '/graphql', headers = {}, body, streamed }: Sent): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined || streamed ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const sent = request({ port, method, path, headers: { ...length, ...headers } }, async (response) => {
        const chunks: Buffer[] = [];
        try {
          for await (const chunk of response) chunks.push(chunk);
        } catch {}
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString();
        const isJson = response.headers['content-type']?.includes('json') && !response.headers['content-encoding'];
        const parsed = isJson ? JSON.parse(text) : undefined;
        const code = parsed?.errors?.[0]?.extensions?.code;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text, code, json: parsed });
      });
      sent.on('error', reject);
      if (streamed) sent.flushHeaders();
      sent.end(body);
    });
export type Harness = Awaited<ReturnType<typeof startHarness>>;
