/** Requests as nobody should send them: each gets a clear answer, nothing runs, and no path or parser message is shown. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { GraphQLObjectType, GraphQLScalarType, GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { oneSchema } from '../../support/oneSchema.ts';
import { get, type Harness, json, post, type Sent, startHarness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(() => {
  harness.ran.length = 0;
});
afterAll(() => harness.close());

const body = (content: string | Buffer, headers: Record<string, string> = {}): Sent => ({
  method: 'POST',
  headers: { ...json, ...headers },
  body: content,
});
const HELLO = JSON.stringify({ query: '{ hello }' });

describe('Host and target', () => {
  const hosts = ['127.0.0.1:99999', ':x', '[::1', '%', 'a b', '127.0.0.1:', 'localhost:4000/', 'user@localhost', '<x>'];
  it.each(hosts)('Host %s is a 400', async (host) => {
    for (const sent of [
      post('{ hello }', { host }),
      get('{ hello }', { host }),
      { headers: { host, accept: 'text/html' } },
    ]) {
      const { status, code, text } = await harness.send(sent);
      expect([status, code]).toEqual([400, 'BAD_REQUEST']);
      expect(text).not.toMatch(/node_modules|\/src\/|\.ts|at /);
    }
    expect(harness.ran).toEqual([]);
  });

  it.each(['http://evil.example/graphql', 'http://127.0.0.1/graphql', '//evil.example/graphql', '*', 'graphql'])(
    'target %s is refused',
    async (path) => {
      const answer = await harness.send({ ...post('{ hello }'), path });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(harness.ran).toEqual([]);
    },
  );
});

describe('bodies', () => {
  const bad: [name: string, sent: Sent, status: number, message: RegExp][] = [
    ['no JSON', body('{'), 400, /body must be JSON/],
    ['nothing', body(''), 400, /body must be JSON/],
    ['bytes that are not text', body(Buffer.from([0x7b, 0xff, 0x7d])), 400, /body must be JSON/],
    ['a batch', body(`[${HELLO}]`), 400, /Batches/],
    ['no object', body('7'), 400, /JSON object/],
    ['null', body('null'), 400, /JSON object/],
    ['no document', body('{}'), 400, /^query:/],
    ['null as document', body('{"query":null}'), 400, /^query:/],
    ['a number as document', body('{"query":1}'), 400, /^query:/],
    ['the ID of a document', body('{"documentId":"abc"}'), 400, /IDs of documents need TRUSTED_DOCUMENTS/],
    [
      'the ID of a document beside one',
      body('{"query":"{ hello }","id":"abc"}'),
      400,
      /IDs of documents need TRUSTED_DOCUMENTS/,
    ],
    ['variables that are no object', body('{"query":"{ hello }","variables":[1]}'), 400, /^variables:/],
    ['extensions that are no object', body('{"query":"{ hello }","extensions":1}'), 400, /^extensions:/],
    ['a name that is no text', body('{"query":"{ hello }","operationName":{}}'), 400, /^operationName:/],
    [
      'UTF-16',
      body(Buffer.from(HELLO, 'utf16le'), { 'content-type': 'application/json; charset=utf-16' }),
      415,
      /UTF-8/,
    ],
    ['Latin 1', body(HELLO, { 'content-type': 'application/json; charset=iso-8859-1' }), 415, /UTF-8/],
    ['compressed in an unknown way', body(HELLO, { 'content-encoding': 'zstd' }), 415, /gzip, deflate or br/],
    ['not compressed as it says', body(HELLO, { 'content-encoding': 'gzip' }), 400, /Content-Encoding/],
    [
      'variables of a GET that are no JSON',
      { path: '/graphql?query=%7Bhello%7D&variables=no' },
      400,
      /variables must be/,
    ],
    ['a GET without a document', { path: '/graphql' }, 400, /^query:/],
  ];
  it.each(bad)('%s', async (_, sent, status, message) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const answer = await harness.send({ ...sent, headers: { ...sent.headers, accept } });
      expect([answer.status, answer.code, Object.keys(answer.json)]).toEqual([status, 'BAD_REQUEST', ['errors']]);
      expect(answer.json.errors).toEqual([
        { message: expect.stringMatching(message), extensions: { code: 'BAD_REQUEST' } },
      ]);
    }
    expect(harness.ran).toEqual([]);
    expect(harness.reports).toEqual([]);
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (text: Buffer) => text],
  ] as const)('compressed by %s are read, up to the limit of what they hold', async (encoding, compress) => {
    const headers = { 'content-encoding': encoding };
    for (const streamed of [false, true]) {
      const answer = await harness.send({ ...body(compress(Buffer.from(HELLO)), headers), streamed });
      expect(answer.json).toMatchObject({ data: { hello: 'world' } });
      // Ten megabytes of the same letter take some kilobytes.
      const bomb = compress(Buffer.from(JSON.stringify({ query: '{ hello }', variables: { x: 'x'.repeat(10 ** 7) } })));
      const refused = await harness.send({ ...body(bomb, headers), streamed });
      expect([refused.status, refused.code]).toEqual([413, 'REQUEST_ENTITY_TOO_LARGE']);
    }
  });

  it('that are cut short in their compression are a 400', async () => {
    const answer = await harness.send(body(gzipSync(HELLO).subarray(0, 20), { 'content-encoding': 'gzip' }));
    expect([answer.status, answer.code]).toEqual([400, 'BAD_REQUEST']);
  });
});

describe('automatic persisted queries', () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
  it('are not supported, in the words that clients know', async () => {
    const inUrl = encodeURIComponent(JSON.stringify(extensions));
    for (const sent of [
      body(JSON.stringify({ extensions })),
      body(JSON.stringify({ operationName: 'A', variables: {}, extensions })),
      { path: `/graphql?extensions=${inUrl}` },
    ]) {
      const answer = await harness.send(sent);
      expect([answer.status, answer.json]).toEqual([
        200,
        { errors: [{ message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }] },
      ]);
    }
  });
  it('run if the document is there, too', async () => {
    const answer = await harness.send(body(JSON.stringify({ query: '{ hello }', extensions })));
    expect(answer.json.data).toEqual({ hello: 'world' });
  });
});

describe('an answer that cannot be serialised', () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  it.each<[name: string, value: unknown]>([
    ['a circle', circular],
    ['a BigInt', 1n],
    [
      'a failing toJSON',
      {
        toJSON: () => {
          throw new TypeError('+15005550006');
        },
      },
    ],
  ])('%s is a 500 with a code', async (_, value) => {
    const type = new GraphQLScalarType({ name: 'Any' });
    const query = new GraphQLObjectType({ name: 'Query', fields: { any: { type, resolve: () => value } } });
    const other = await startHarness('127.0.0.1', { schemas: oneSchema(new GraphQLSchema({ query })) });
    for (const headers of [{}, { 'accept-encoding': 'gzip' }] as Record<string, string>[])
      for (const sent of [post('{ any }', headers), get('{ any }', headers)]) {
        const answer = await other.send(sent);
        expect([answer.status, answer.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
        expect(answer.text).not.toMatch(/5005550006|circular|at /i);
      }
    expect(other.reports).toHaveLength(4);
    other.close();
  });
});

it('a client that goes in the middle of its body leaves nothing behind', async () => {
  const { connect } = await import('node:net');
  const socket = connect(harness.port, '127.0.0.1');
  const head =
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{';
  await new Promise<void>((done) => socket.write(head, () => done()));
  socket.destroy();
  expect((await harness.send(post('{ hello }'))).json.data).toEqual({ hello: 'world' });
  expect(harness.reports).toEqual([]);
});
