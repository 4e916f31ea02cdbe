/** Which pages may call the server, what a browser is told about it, and under which address clients find the server. */
import { afterEach, describe, expect, it, test } from 'vitest';
import type { EndpointParts } from '../../../src/http/endpoint.ts';
import { get, post, startHarness } from './harness.ts';

const ended: (() => unknown)[] = [];
afterEach(() => {
  for (const end of ended.splice(0)) end();
});
const start = async (more: Partial<EndpointParts> = {}, boundTo = '127.0.0.1') => {
  const harness = await startHarness(boundTo, more);
  ended.push(harness.close);
  return harness;
};

const APP = 'https://app.example.com';
const preflight = (origin: string) => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,apollographql-client-name',
    'sec-fetch-site': 'cross-site',
  },
});

describe('a page of an allowed origin', () => {
  const pages: [allowed: string, origin: string][] = [
    [APP, APP],
    ['http://localhost:5173', 'http://localhost:5173'],
    ['http://localhost:*', 'http://localhost:5173'],
    ['http://localhost:*', 'http://localhost'],
    ['http://127.0.0.1:*', 'http://127.0.0.1:3000'],
    ['http://[::1]:*', 'http://[::1]:3000'],
  ];
  it.each(pages)('%s: %s is answered, and may read the answer', async (allowed, origin) => {
    const harness = await start({ allowedOrigins: ['https://other.example.com', allowed] });
    const asked = await harness.send(preflight(origin));
    expect([asked.status, asked.text]).toEqual([204, '']);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type,apollographql-client-name',
      vary: expect.stringContaining('Origin'),
    });
    for (const site of ['cross-site', 'same-site'])
      for (const sent of [
        post('mutation { change }', { origin, 'sec-fetch-site': site }),
        get('{ hello }', { origin, 'sec-fetch-site': site }),
        post('{', { origin, 'sec-fetch-site': site }),
        post('{ broken }', { origin, 'sec-fetch-site': site, 'accept-encoding': 'gzip' }),
      ]) {
        const { headers } = await harness.send(sent);
        expect(headers).toMatchObject({
          'access-control-allow-origin': origin,
          vary: expect.stringContaining('Origin'),
        });
        expect(headers).not.toHaveProperty('access-control-allow-credentials');
      }
    expect(harness.ran.filter((name) => name === 'change')).toHaveLength(2);
  });
});

describe('a page of any other origin', () => {
  const pages: [allowed: string[], origin: string, boundTo?: string][] = [
    [[], APP],
    [[APP], 'https://evil.example'],
    [[APP], 'http://app.example.com'],
    [[APP], `${APP}.evil.example`],
    [[APP], `${APP}:8443`],
    [[APP], 'null'],
    [['http://localhost:*'], 'https://localhost:5173'],
    [['http://localhost:*'], 'http://localhost.evil.example:5173'],
    [['http://localhost:*'], 'http://localhost:5173.evil.example'],
    [['http://localhost:*'], 'http://127.0.0.1:5173'],
    [['http://localhost:*'], 'http://localhost:5173', '0.0.0.0'],
  ];
  it.each(pages)('%j: %s is refused, with the setting that would allow it', async (allowedOrigins, origin, boundTo) => {
    const refused: string[] = [];
    const observer = { refusedOrigin: (each: string) => refused.push(each) };
    const harness = await start({ allowedOrigins, observer }, boundTo);
    for (const sent of [
      preflight(origin),
      post('mutation { change }', { origin }),
      get('{ hello }', { origin }),
      post('{ hello }', { origin, 'sec-fetch-site': 'same-site' }),
    ]) {
      const answer = await harness.send(sent);
      expect([answer.status, answer.code]).toEqual([403, 'BAD_REQUEST']);
      expect(answer.text).toContain('ALLOWED_ORIGINS');
      if (URL.canParse(origin)) expect(answer.text).toContain(origin);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.headers.vary).toContain('Origin');
    }
    expect(harness.ran).toEqual([]);
    expect(refused).toEqual([origin, origin, origin, origin]);
  });
});

describe("behind a dev server's proxy", () => {
  const proxied = (origin: string, site = 'same-origin', host = '127.0.0.1:4000') => ({
    origin,
    host,
    'sec-fetch-site': site,
  });
  it.each(['http://localhost:5173', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'https://localhost:5173'])(
    'a page of %s is answered on loopback, and only there',
    async (origin) => {
      const harness = await start();
      expect((await harness.send(post('mutation { change }', proxied(origin)))).status).toBe(200);
      expect((await harness.send(get('{ hello }', proxied(origin)))).status).toBe(200);
      const open = await start({}, '0.0.0.0');
      expect((await open.send(post('{ hello }', proxied(origin)))).status).toBe(403);
    },
  );
  it.each([
    ['another site', proxied('http://localhost:5173', 'cross-site')],
    ['another port of the same site', proxied('http://localhost:5173', 'same-site')],
    ['an old browser, which does not say', { origin: 'http://localhost:5173', host: '127.0.0.1:4000' }],
    ['a name that leads to loopback', proxied('http://evil.example:4000', 'same-origin', 'evil.example:4000')],
    ['such a name, with a Host of loopback', proxied('http://evil.example:4000')],
  ])('%s is not', async (_, headers) => {
    const harness = await start();
    expect((await harness.send(post('mutation { change }', headers))).status).toBe(403);
    expect(harness.ran).toEqual([]);
  });
});

describe('the address in links', () => {
  const originOf = async (more: Partial<EndpointParts>, headers: Record<string, string>, boundTo?: string) => {
    let seen = '';
    const context: EndpointParts['context'] = ({ origin }) => {
      seen = origin;
      throw new Error('That is all.');
    };
    await (await start({ ...more, context }, boundTo)).send(post('{ hello }', headers));
    return seen;
  };
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'api.example.com, inner' };
  it.each<[more: Partial<EndpointParts>, headers: Record<string, string>, origin: string, boundTo?: string]>([
    [{}, { host: 'localhost:4000' }, 'http://localhost:4000'],
    [{}, { host: 'localhost:4000', ...forwarded }, 'http://localhost:4000'],
    [{ trustedProxies: ['10.0.0.0/8'] }, { host: 'localhost:4000', ...forwarded }, 'http://localhost:4000'],
    [{ trustedProxies: ['127.0.0.1'] }, { host: 'localhost:4000', ...forwarded }, 'https://api.example.com'],
    [{ trustedProxies: ['::1', '127.0.0.0/8'] }, { host: 'localhost:4000', ...forwarded }, 'https://api.example.com'],
    [
      { trustedProxies: ['127.0.0.1'] },
      { host: 'a.example', 'x-forwarded-proto': 'https' },
      'https://a.example',
      '0.0.0.0',
    ],
    [{ trustedProxies: ['127.0.0.1'] }, { host: 'localhost', 'x-forwarded-host': 'a b/' }, 'http://localhost'],
    [{ publicUrl: 'https://api.example.com/twilio/' }, { host: 'localhost:4000' }, 'https://api.example.com/twilio'],
    [{ publicUrl: 'https://api.example.com' }, { host: 'api.example.com' }, 'https://api.example.com'],
  ])('%j %j: %s', async (more, headers, origin, boundTo) => {
    expect(await originOf(more, headers, boundTo)).toBe(origin);
  });

  test('and the page that it serves there may call it', async () => {
    const harness = await start({ publicUrl: 'https://api.example.com' });
    const page = { origin: 'https://api.example.com', 'sec-fetch-site': 'same-origin' };
    for (const host of ['api.example.com', '127.0.0.1:4000'])
      expect((await harness.send(post('{ hello }', { ...page, host }))).status).toBe(200);
    expect((await harness.send(post('{ hello }', { ...page, host: 'evil.example' }))).status).toBe(403);
  });
});
