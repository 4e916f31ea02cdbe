/** Who may make the server run something: pages of other origins, forms, batches and other names may not. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { get, type Harness, json, post, startHarness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(() => {
  harness.ran.length = 0;
});
afterAll(() => harness.close());

/** For which a refused request is no 200. */
const NEW = 'application/graphql-response+json';
const change = 'mutation { change }';
const own = () => `http://127.0.0.1:${harness.port}`;

describe('what runs', () => {
  it('a JSON POST, with or without a charset', async () => {
    expect((await harness.send(post(change))).json).toMatchObject({ data: { change: 'changed' } });
    const charset = { 'content-type': 'application/json; charset=utf-8' };
    expect((await harness.send(post('{ hello }', charset))).json).toMatchObject({ data: { hello: 'world' } });
  });

  it('a POST and a GET of its own page, and of a typed address', async () => {
    const page = { host: `127.0.0.1:${harness.port}`, origin: own(), 'sec-fetch-site': 'same-origin' };
    expect((await harness.send(post(change, page))).status).toBe(200);
    expect((await harness.send(get('{ hello }', page))).status).toBe(200);
    expect((await harness.send(get('{ hello }', { 'sec-fetch-site': 'none' }))).status).toBe(200);
  });
});

describe('cross-site requests', () => {
  it.each([
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(change)}`],
    ['multipart/form-data; boundary=x', `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--`],
    ['text/plain', JSON.stringify({ query: change })],
    ['application/graphql', change],
    ['application/jsonp', JSON.stringify({ query: change })],
    ['text/plain, application/json', JSON.stringify({ query: change })],
    ['', JSON.stringify({ query: change })],
  ])('of content type "%s" are refused', async (type, body) => {
    const answer = await harness.send({ method: 'POST', headers: type ? { 'content-type': type } : {}, body });
    expect(answer.status).toBe(415);
    expect(answer.code).toBe('BAD_REQUEST');
    expect(harness.ran).toEqual([]);
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', accept: 'text/html' },
  ])('with %j are refused', async (headers) => {
    for (const sent of [post(change, headers), get('{ hello }', headers)]) {
      const answer = await harness.send(sent);
      expect(answer.status).toBe(403);
      expect(answer.code).toBe('BAD_REQUEST');
    }
    expect(harness.ran).toEqual([]);
  });

  it('may link to the bare page of GraphiQL', async () => {
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', accept: 'text/html' };
    expect((await harness.send({ headers: link })).status).toBe(200);
  });

  it.each(['https://evil.example', 'null', undefined])('get no CORS header for the origin %s', async (origin) => {
    const headers = { ...(origin && { origin }), 'access-control-request-method': 'POST' };
    const answers = [
      await harness.send({ method: 'OPTIONS', headers }),
      await harness.send({ ...get('{ hello }'), headers }),
    ];
    for (const { status, headers: answered } of answers)
      expect([Object.keys(answered).filter((name) => name.startsWith('access-control')), status < 300]).toEqual([
        [],
        origin === undefined && status === 200,
      ]);
  });
});

describe('GET', () => {
  it('never runs a mutation', async () => {
    const answer = await harness.send(get(change));
    expect([answer.status, answer.code, harness.ran]).toEqual([405, 'BAD_REQUEST', []]);
  });
});

describe('the Host header', () => {
  it.each(['localhost', 'localhost:1', 'LOCALHOST', '127.0.0.1', '[::1]:4000'])(
    'may be %s on loopback',
    async (host) => {
      expect((await harness.send(post('{ hello }', { host }))).status).toBe(200);
    },
  );

  it.each(['evil.example', 'evil.example:4000', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1'])(
    'may not be %s on loopback',
    async (host) => {
      expect((await harness.send(post('{ hello }', { host }))).status).toBe(403);
      expect((await harness.send({ headers: { host, accept: 'text/html' } })).status).toBe(403);
      expect(harness.ran).toEqual([]);
    },
  );

  it('may be any where the server listens elsewhere, and the configured one always', async () => {
    for (const [boundTo, host] of [
      ['0.0.0.0', 'api.example'],
      ['127.0.0.2', '127.0.0.2:80'],
    ] as const) {
      const other = await startHarness(boundTo);
      expect((await other.send(post('{ hello }', { host }))).status).toBe(200);
      await other.close();
    }
  });
});

describe('bodies', () => {
  const large = JSON.stringify({ query: '{ hello }', variables: { x: 'x'.repeat(256 * 1024) } });

  it.each([false, true])('of more than 256 kB are refused (streamed: %s)', async (streamed) => {
    const answer = await harness.send({ method: 'POST', headers: json, body: large, streamed });
    expect([answer.status, answer.code]).toEqual([413, 'REQUEST_ENTITY_TOO_LARGE']);
    expect(harness.ran).toEqual([]);
  });

  it('of less are read', async () => {
    const body = JSON.stringify({ query: '{ hello }', variables: { x: 'x'.repeat(250 * 1024) } });
    expect((await harness.send({ method: 'POST', headers: json, body })).status).toBe(200);
    expect((await harness.send({ method: 'POST', headers: json, body, streamed: true })).status).toBe(200);
  });

  it.each([
    '[{"query":"{ hello }"}]',
    '[]',
    '"text"',
    'null',
    '{',
    '{"query":1}',
    '{}',
    '{"query":"{ hello }","more":1}',
  ])('of the form %s are refused', async (body) => {
    const answer = await harness.send({ method: 'POST', headers: { ...json, accept: NEW }, body });
    expect([answer.status, answer.code, harness.ran]).toEqual([400, 'BAD_REQUEST', []]);
  });

  it('of a GET: variables that are no JSON are refused', async () => {
    const answer = await harness.send({ path: '/graphql?query=%7Bhello%7D&variables=no' });
    expect([answer.status, answer.code]).toEqual([400, 'BAD_REQUEST']);
    expect(harness.reports).toEqual([]);
  });
});

describe('every answer', () => {
  it.each([get('{ hello }'), post('{ broken }'), { path: '/nowhere' }, { headers: { host: 'evil.example' } }])(
    'tells the browser what not to do with it: %j',
    async (sent) => {
      const { headers } = await harness.send(sent);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );

  it('is no landing page', async () => {
    const answer = await harness.send({ path: '/nowhere', headers: { accept: 'text/html' } });
    expect([answer.status, answer.code]).toEqual([404, 'BAD_REQUEST']);
  });

  it('is cut off from the resolvers when the client has gone', async () => {
    const { port, signals } = harness;
    const controller = new AbortController();
    const before = signals.length;
    const asked = fetch(`http://127.0.0.1:${port}/graphql`, {
      ...post('{ slow }'),
      signal: controller.signal,
    } as RequestInit);
    const leaving = expect(asked).rejects.toThrow();
    await expect.poll(() => signals.length).toBe(before + 1);
    controller.abort();
    await leaving;
    await expect.poll(() => signals.at(-1)?.aborted).toBe(true);
  });
});
