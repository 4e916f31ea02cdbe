/** Files of Twilio for a browser without credentials: whole and in parts, from Twilio alone, and unable to do harm here. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { createRegistry } from '../../src/model/registry.ts';
import { createClient } from '../../src/twilio/client.ts';
import { Limiter } from '../../src/twilio/limiter.ts';
import { Media } from '../../src/twilio/media.ts';
import { Transport } from '../../src/twilio/transport.ts';
import { page, recording, refusal, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, startTestServer, type TestServer, TOKEN } from '../support/server.ts';
import { type Answer, type StandIn, startStandIn } from '../support/standIn.ts';

let twilio: StandIn;
let server: TestServer;
beforeAll(async () => {
  twilio = await startStandIn();
  server = await startAgainst(twilio.url, { TWILIO_TIMEOUT_MS: '400' });
});
afterAll(async () => {
  await server.close();
  await twilio.close();
});

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The connection broke before the answer was complete. */
  readonly cut: boolean;
  readonly code: string | undefined;
}
/** Sends the path as it stands: fetch would tidy it up. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET', from = server): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(from.url);
    const sent = request({ port, host: '127.0.0.1', path, method, headers }, async (response) => {
      const chunks: Buffer[] = [];
      const cut = await (async () => {
        for await (const chunk of response) chunks.push(chunk);
      })().then(
        () => false,
        () => true,
      );
      const bytes = Buffer.concat(chunks);
      const text = bytes.toString();
      const isJson = response.headers['content-type']?.includes('json') && text !== '';
      const code = isJson ? JSON.parse(text).errors[0].extensions.code : undefined;
      resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text, cut, code });
    });
    sent.on('error', reject).end();
  });

const SOUND = `/media/recordings/${ACCOUNT}/${sid('RE')}.mp3`;
const PICTURE = `/media/messages/${ACCOUNT}/${sid('MM')}/${sid('ME')}`;
const AT_TWILIO = `/2010-04-01/Accounts/${ACCOUNT}/Messages/${sid('MM')}/Media/${sid('ME')}`;
const BYTES = Buffer.from('0123456789');

/** A file as Twilio or its CDN sends it, with headers that are nobody's business. */
const file =
  (headers: Record<string, string | number> = {}, status = 200, bytes: Buffer | string = BYTES): Answer =>
  (response) => {
    response.writeHead(status, {
      'content-type': 'audio/mpeg',
      'content-length': bytes.length,
      'set-cookie': 'a=b',
      server: 'nginx',
      'twilio-request-id': 'RQ1',
      ...headers,
    });
    response.end(bytes);
  };
const redirect = (location: string, status = 307): Answer => [status, undefined, { location }];
const wait = (ms: number) => new Promise((later) => setTimeout(later, ms));

describe('a file', () => {
  test('whole: its bytes, what describes them, and nothing else', async () => {
    const about = { 'accept-ranges': 'bytes', etag: '"e"', 'last-modified': 'Fri, 20 Nov 2026 10:00:00 GMT' };
    twilio.play(() => file(about));
    const got = await get(SOUND);
    expect([got.status, got.text, got.cut]).toEqual([200, '0123456789', false]);
    expect(got.headers).toMatchObject({
      ...about,
      'content-type': 'audio/mpeg',
      'content-length': '10',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=300',
      'content-security-policy': expect.stringMatching(/^default-src 'none'/),
    });
    for (const name of ['set-cookie', 'server', 'twilio-request-id', 'access-control-allow-origin'])
      expect(got.headers).not.toHaveProperty(name);
    expect(twilio.seen).toHaveLength(1);
    expect(twilio.seen[0]).toMatchObject({
      method: 'GET',
      path: `/2010-04-01/Accounts/${ACCOUNT}/Recordings/${sid('RE')}.mp3`,
      headers: {
        host: 'api.twilio.com',
        authorization: `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`,
      },
    });
  });

  test('of a message, and as WAV', async () => {
    twilio.play(() => file({ 'content-type': 'image/jpeg' }));
    expect((await get(PICTURE)).headers['content-type']).toBe('image/jpeg');
    expect((await get(SOUND.replace('mp3', 'wav'))).status).toBe(200);
    expect(twilio.seen.map(({ path }) => path)).toEqual([AT_TWILIO, expect.stringMatching(/RE\w{32}\.wav$/)]);
  });

  test('in parts', async () => {
    twilio.play(() => file({ 'content-range': 'bytes 2-4/10' }, 206, '234'));
    const got = await get(SOUND, { range: 'bytes=2-4', 'if-range': '"e"', cookie: 'c', 'x-more': 'x' });
    expect([got.status, got.text]).toEqual([206, '234']);
    expect(got.headers).toMatchObject({ 'content-range': 'bytes 2-4/10', 'content-length': '3' });
    expect(twilio.seen[0]?.headers).toMatchObject({ range: 'bytes=2-4', 'if-range': '"e"' });
    for (const name of ['cookie', 'x-more', 'origin']) expect(twilio.seen[0]?.headers).not.toHaveProperty(name);
  });

  test('whole, where several parts are asked for at once', async () => {
    twilio.play(() => file());
    expect((await get(SOUND, { range: 'bytes=0-1,3-4' })).status).toBe(200);
    expect(twilio.seen[0]?.headers).not.toHaveProperty('range');
  });

  test('of which there is no such part', async () => {
    twilio.play(() => file({ 'content-range': 'bytes */10', 'content-type': 'application/xml' }, 416, '<Error/>'));
    const got = await get(SOUND, { range: 'bytes=20-' });
    expect([got.status, got.code, got.headers['content-range']]).toEqual([416, 'BAD_REQUEST', 'bytes */10']);
  });

  test('that the client has already', async () => {
    twilio.play(() => file({ etag: '"e"' }, 304, ''));
    const got = await get(SOUND, { 'if-none-match': '"e"', 'if-modified-since': 'Fri, 20 Nov 2026 10:00:00 GMT' });
    expect([got.status, got.text, got.headers.etag]).toEqual([304, '', '"e"']);
    expect(twilio.seen[0]?.headers).toMatchObject({ 'if-none-match': '"e"' });
  });

  test('by HEAD', async () => {
    twilio.play(() => file());
    const got = await get(SOUND, {}, 'HEAD');
    expect([got.status, got.text, got.headers['content-length']]).toEqual([200, '', '10']);
    expect(twilio.seen.map(({ method }) => method)).toEqual(['HEAD']);
  });

  test('goes by region and edge', async () => {
    const there = await startAgainst(twilio.url, { TWILIO_REGION: 'ie1', TWILIO_EDGE: 'dublin' });
    twilio.play(() => file());
    expect((await get(SOUND, {}, 'GET', there)).status).toBe(200);
    expect(twilio.seen[0]?.headers.host).toBe('api.dublin.ie1.twilio.com');
    await there.close();
  });

  test('waits its turn like every call', async () => {
    const slow = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '2' });
    twilio.play(({ headers: { host } }) =>
      host === 'api.twilio.com' ? redirect('https://mms.twiliocdn.com/x') : file(),
    );
    const statuses = await Promise.all([1, 2, 3].map(() => get(PICTURE, {}, 'GET', slow)));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
    const at = twilio.seen.map((seen) => seen.at);
    expect(at).toHaveLength(6);
    for (let i = 2; i < 6; i++) expect((at[i] ?? 0) - (at[i - 2] ?? 0)).toBeGreaterThanOrEqual(1000);
    await slow.close();
  });
});

describe('a redirect', () => {
  test("to Twilio's other hosts is followed, without credentials where they are not Twilio's API", async () => {
    twilio.play((_, i) =>
      i === 0
        ? redirect('https://media.twilio.com/a?b=c', 302)
        : i === 1
          ? redirect('https://mms.twiliocdn.com/AC/file?Signature=x')
          : file({ 'content-range': 'bytes 0-9/10' }, 206),
    );
    const got = await get(PICTURE, { range: 'bytes=0-' });
    expect([got.status, got.text, got.headers.location]).toEqual([206, '0123456789', undefined]);
    expect(twilio.seen.map(({ path, query, headers }) => [headers.host, path, query.toString()])).toEqual([
      ['api.twilio.com', AT_TWILIO, ''],
      ['media.twilio.com', '/a', 'b=c'],
      ['mms.twiliocdn.com', '/AC/file', 'Signature=x'],
    ]);
    expect(twilio.seen.map(({ headers }) => 'authorization' in headers)).toEqual([true, true, false]);
    expect(twilio.seen.every(({ headers }) => headers.range === 'bytes=0-')).toBe(true);
  });

  test('to anywhere else is refused, and nothing is asked there', async () => {
    let asked = 0;
    const elsewhere = createServer((_, response) => {
      asked++;
      response.end('secret');
    });
    await once(elsewhere.listen(0, '127.0.0.1'), 'listening');
    const { port } = elsewhere.address() as AddressInfo;
    for (const location of [
      `http://127.0.0.1:${port}/`,
      `https://127.0.0.1:${port}/`,
      `//127.0.0.1:${port}/`,
      'https://evil.example/',
      'https://twilio.com.evil.example/',
      'https://eviltwilio.com/',
      'https://evil-twiliocdn.com/',
      'https://api.twilio.com@evil.example/',
      'https://api.twilio.com:8443/',
      'http://api.twilio.com/',
      'https://s3-external-1.amazonaws.com/media.twiliocdn.com/x',
      'https://api.twilio.com./',
      'file:///etc/passwd',
      'data:text/html,x',
      'https://',
      '',
    ]) {
      twilio.play(() => redirect(location));
      const got = await get(PICTURE);
      expect([location, got.status, got.code]).toEqual([location, 502, 'UPSTREAM_UNREADABLE']);
      expect(got.text).not.toMatch(/evil|127\.0\.0\.1|amazonaws/);
      // An empty one names the same address again.
      expect(twilio.seen).toHaveLength(location === '' ? 4 : 1);
    }
    expect(asked).toBe(0);
    elsewhere.close();
  });

  test('is followed three times', async () => {
    twilio.play((_, i) => (i < 3 ? redirect(`/next${i}`) : file()));
    expect((await get(PICTURE)).status).toBe(200);
    twilio.play((_, i) => redirect(`/next${i}`));
    const got = await get(PICTURE);
    expect([got.status, got.code, twilio.seen.length]).toEqual([502, 'UPSTREAM_UNREADABLE', 4]);
  });
});

describe('what a sender chose', () => {
  test.each([
    'text/html',
    'image/svg+xml',
    'IMAGE/SVG+XML; charset=utf-8',
    'application/xhtml+xml',
    'text/xml',
    'application/javascript',
    'text/css',
    'image/x+xml',
    'audio/mpegurl',
    'audio/mpeg, text/html',
    'multipart/x-mixed-replace; boundary=x',
    'video/',
    'text/plain\u00a0',
    '',
  ])('as "%s" is only ever saved', async (type) => {
    twilio.play(() => file({ 'content-type': type }, 200, '<script>alert(1)</script>'));
    const got = await get(PICTURE);
    expect(got.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
  });

  test.each([
    ['audio/x-wav', 'audio/x-wav'],
    ['Video/MP4; codecs="avc1"', 'video/mp4'],
    ['image/png; charset=utf-8;x=<', 'image/png; charset=utf-8'],
    ['application/pdf', 'application/pdf'],
    ['text/plain; charset=UTF-8', 'text/plain; charset=utf-8'],
    ['text/vcard', 'text/vcard'],
  ])('as "%s" is shown', async (type, shown) => {
    twilio.play(() => file({ 'content-type': type }));
    const { headers } = await get(PICTURE);
    expect([headers['content-type'], headers['content-disposition']]).toEqual([shown, undefined]);
  });
});

describe('what is no file', () => {
  const account = ACCOUNT;
  const re = sid('RE');
  test.each([
    '/media/',
    '/media/recordings',
    `/media/recordings/${account}/${re}`,
    `/media/recordings/${account}/${re}.json`,
    `/media/recordings/${account}/${re}.mp3.wav`,
    `/media/recordings/${account}/${re}.MP3`,
    `/media/recordings/${account}/${re}.mp3?x=1`,
    `/media/recordings/${account}/${re}.mp3#x`,
    `/media/recordings/${account}/${re}.mp3/`,
    `/media/recordings/${account}/CA${re.slice(2)}.mp3`,
    `/media/recordings/${account}/${re}%2f..%2fx.mp3`,
    `/media/recordings/${account}/../${account}/${re}.mp3`,
    `/media/recordings/${account}/..%2f${re}.mp3`,
    `/media/recordings/${account}%00/${re}.mp3`,
    `/media/recordings/../${re}.mp3`,
    `/media/recordings/${re}/${account}.mp3`,
    `/media/recordings//${re}.mp3`,
    `/media/recordings/${account}\\..\\x/${re}.mp3`,
    `/media/messages/${account}/${sid('SM')}/${sid('ME')}.json`,
    `/media/messages/${account}/${sid('SM')}/${sid('ME')}/..`,
    `/media/messages/${account}/${sid('SM')}/..`,
    `/media/messages/${account}/${sid('XX')}/${sid('ME')}`,
    `/media/messages/${account}/${sid('SM')}`,
    `/media/calls/${account}/${sid('CA')}`,
  ])('%s is refused before anything is sent', async (path) => {
    twilio.play(() => file());
    const got = await get(path);
    expect([got.status, got.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(got.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(twilio.seen).toEqual([]);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('nor is anything done by %s', async (method) => {
    twilio.play(() => file());
    const got = await get(SOUND, {}, method);
    expect([got.status, got.code, got.headers.allow]).toEqual([405, 'BAD_REQUEST', 'GET, HEAD']);
    expect(twilio.seen).toEqual([]);
  });

  test.each([
    { host: 'evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'audio' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  ])('nor for a page elsewhere: %j', async (headers) => {
    twilio.play(() => file());
    const got = await get(SOUND, headers);
    expect([got.status, got.code]).toEqual([403, 'BAD_REQUEST']);
    expect(twilio.seen).toEqual([]);
  });

  test('but a page elsewhere may link to it', async () => {
    twilio.play(() => file());
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await get(SOUND, link)).status).toBe(200);
  });
});

describe('what goes wrong', () => {
  const hang = (): Answer => () => {};
  const reset: Answer = (response) => response.destroy();
  test.each<[string, () => Answer, number, string]>([
    ['404', () => refusal(20404, `The requested resource ${AT_TWILIO} was not found`, 404), 404, 'NOT_FOUND'],
    ['401', () => refusal(20003, 'Authenticate', 401), 502, 'UNAUTHENTICATED'],
    ['403', () => refusal(20003, 'Forbidden', 403), 502, 'FORBIDDEN'],
    ['400', () => refusal(20001, 'No', 400), 502, 'REJECTED'],
    ['500', () => [500, '<html>'], 502, 'UPSTREAM_ERROR'],
    ['a time-out', hang, 504, 'UPSTREAM_TIMEOUT'],
    ['a reset', () => reset, 502, 'UPSTREAM_INTERRUPTED'],
    ['no content', () => [204], 502, 'UPSTREAM_UNREADABLE'],
    ['a part, unasked', () => file({ 'content-range': 'bytes 0-9/20' }, 206), 502, 'UPSTREAM_UNREADABLE'],
    ['a 304, unasked', () => file({}, 304, ''), 502, 'UPSTREAM_UNREADABLE'],
    ['an odd redirect', () => [300, undefined, { location: 'https://api.twilio.com/' }], 502, 'UPSTREAM_UNREADABLE'],
    ['compressed bytes', () => file({ 'content-encoding': 'gzip' }), 502, 'UPSTREAM_UNREADABLE'],
    ['too many bytes', () => (response) => declare(response, 2 ** 29 + 1), 502, 'UPSTREAM_UNREADABLE'],
  ])('%s', async (_, answer, status, code) => {
    twilio.play(answer);
    const got = await get(PICTURE);
    expect([got.status, got.code, got.cut]).toEqual([status, code, false]);
    expect(got.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    for (const secret of [TOKEN, 'Basic', 'api.twilio.com', '2010-04-01', new URL(twilio.url).host])
      expect(got.text).not.toContain(secret);
    expect(server.logged).toEqual([]);
  });
  const declare = (response: ServerResponse, length: number) => {
    response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': length }).write('x');
  };

  test('429 is passed on with its time, where it is too long to wait', async () => {
    twilio.play(() => [429, { code: 20429 }, { 'retry-after': '60' }]);
    const got = await get(PICTURE);
    expect([got.status, got.code, got.headers['retry-after']]).toEqual([503, 'RATE_LIMITED', '60']);
    twilio.play((_, i) => (i === 0 ? [429, {}] : file()));
    expect((await get(PICTURE)).status).toBe(200);
  });

  test('no connection', async () => {
    const closed = await startStandIn();
    await closed.close();
    const alone = await startAgainst(closed.url);
    const got = await get(PICTURE, {}, 'GET', alone);
    expect([got.status, got.code]).toEqual([502, 'UPSTREAM_UNREACHABLE']);
    expect(got.text).not.toContain(new URL(closed.url).port);
    await alone.close();
  });

  test.each([
    ['that was declared', { 'content-length': '100' }],
    ['that was not', {}],
  ])('a file breaks off before the end %s: so does the answer', async (_, headers) => {
    twilio.play(() => (response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg', ...headers });
      response.write('half');
      setTimeout(() => response.destroy(), 50);
    });
    const got = await get(SOUND);
    expect([got.status, got.text, got.cut]).toEqual([200, 'half', true]);
    expect(twilio.seen).toHaveLength(1);
  });

  test('a file stops coming', async () => {
    twilio.play(() => (response) => void response.writeHead(200, { 'content-type': 'audio/mpeg' }).write('half'));
    const got = await get(SOUND);
    expect([got.text, got.cut]).toEqual(['half', true]);
  });

  test('a client leaves: Twilio is left, too', async () => {
    let left = 0;
    twilio.play(() => (response) => {
      response.on('close', () => left++);
      response.writeHead(200, { 'content-type': 'audio/mpeg' }).write('x');
    });
    const leaving = new AbortController();
    const response = await fetch(new URL(SOUND, server.url), { signal: leaving.signal });
    await response.body?.getReader().read();
    leaving.abort();
    await expect.poll(() => left, { timeout: 300 }).toBe(1);
    twilio.play(() => (response) => void response.on('close', () => left++));
    await expect(fetch(new URL(SOUND, server.url), { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    await expect.poll(() => left, { timeout: 300 }).toBe(2);
    await wait(300);
    expect(twilio.seen).toHaveLength(1);
  });
});

describe('a large file', () => {
  test('is not read faster than the client reads it', async () => {
    const total = 64 * 1024 * 1024;
    let written = 0;
    twilio.play(() => (response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': total });
      const piece = Buffer.alloc(256 * 1024);
      const more = () => {
        while (written < total) {
          written += piece.length;
          if (!response.write(piece)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    const response = await fetch(new URL(SOUND, server.url));
    await wait(300);
    expect(written).toBeLessThan(total / 2);
    let read = 0;
    for await (const chunk of response.body ?? []) read += chunk.length;
    expect(read).toBe(total);
  });

  test('is cut off where it grows too large', async () => {
    const limits = { limiter: new Limiter(1000), origin: new URL(twilio.url), timeoutMs: 1000 };
    const transport = new Transport({ ...limits, maxFileBytes: 100_000 });
    const client = createClient({ accountSid: ACCOUNT, username: ACCOUNT, password: TOKEN }, transport);
    const media = new Media(client, transport, createRegistry(entities));
    twilio.play(() => (response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg' });
      for (let i = 0; i < 200; i++) response.write(Buffer.alloc(1000));
      response.end();
    });
    const { signal } = new AbortController();
    const { body } = await media.open(SOUND, { method: 'GET', headers: {}, signal });
    let read = 0;
    const reading = (async () => {
      for await (const chunk of body) read += chunk.length;
    })();
    await expect(reading).rejects.toThrow();
    expect(read).toBeLessThanOrEqual(100_000);
    await transport.close();
  });
});

describe('the fields', () => {
  const query = `{ recordings(first: 9) { nodes { mediaUrl wav: mediaUrl(format: WAV) } } }`;
  const address = (n: number, format: string) =>
    `${new URL(server.url).origin}/media/recordings/${ACCOUNT}/${sid('RE', n)}.${format}`;

  test('name the files, by the name that the client has for this server', async () => {
    const rows = [
      recording(1, { media_url: `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Recordings/${sid('RE')}` }),
      recording(2),
      recording(3, { status: 'processing' }),
      recording(4, { status: 'deleted', media_url: null }),
      recording(5, { media_url: 'https://bucket.s3.example/RE5.wav' }),
    ];
    twilio.play(() => page('recordings', rows));
    const { data, errors } = await server.ask(query);
    expect(errors).toEqual([]);
    expect(data.recordings.nodes).toEqual([
      { mediaUrl: address(1, 'mp3'), wav: address(1, 'wav') },
      { mediaUrl: address(2, 'mp3'), wav: address(2, 'wav') },
      { mediaUrl: null, wav: null },
      { mediaUrl: null, wav: null },
      { mediaUrl: 'https://bucket.s3.example/RE5.wav', wav: 'https://bucket.s3.example/RE5.wav' },
    ]);
    const named = await fetch(server.url.replace('127.0.0.1', 'localhost'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(await named.text()).toContain(address(1, 'mp3').replace('127.0.0.1', 'localhost'));
  });

  test("a subaccount's file is named with its SID", async () => {
    const sub = sid('AC', 9);
    twilio.play(() => ({ sid: sid('ME'), account_sid: sub, parent_sid: sid('SM'), content_type: 'image/png' }));
    const { data } = await server.ask(
      `{ media(accountSid: "${sub}", messageSid: "${sid('SM')}", sid: "${sid('ME')}") { contentUrl } }`,
    );
    const path = `/media/messages/${sub}/${sid('SM')}/${sid('ME')}`;
    expect(data.media.contentUrl).toBe(new URL(path, server.url).href);
    twilio.play(() => file({ 'content-type': 'image/png' }));
    expect((await get(path)).status).toBe(200);
    expect(twilio.seen[0]?.path).toContain(`/Accounts/${sub}/`);
  });
});

describe('in the sandbox', () => {
  let sandbox: TestServer;
  beforeAll(async () => {
    sandbox = await startTestServer({});
  });
  afterAll(() => sandbox.close());
  const first = async (query: string) => (await sandbox.ask(query)).data;
  const from = (url: string, headers = {}, method = 'GET') => get(new URL(url).pathname, headers, method, sandbox);

  test('recordings can be heard, as long as they say', async () => {
    const { recording: one } = await first(
      '{ recording(sid: "RE2e915e78549694bd0a0742d2d39454e5") { duration mediaUrl wav: mediaUrl(format: WAV) } }',
    );
    const mp3 = await from(one.mediaUrl);
    expect([mp3.status, mp3.headers['content-type'], mp3.headers['accept-ranges']]).toEqual([
      ...[200, 'audio/mpeg', 'bytes'],
    ]);
    expect(mp3.bytes.length).toBe(Math.round(one.duration / 0.024) * 24);
    const wav = await from(one.wav);
    expect([wav.status, wav.headers['content-type']]).toEqual([200, 'audio/x-wav']);
    expect(wav.bytes.subarray(0, 4).toString()).toBe('RIFF');
    expect((wav.bytes.length - 44) / wav.bytes.readUInt32LE(28)).toBe(one.duration);

    const part = await from(one.wav, { range: 'bytes=4-7' });
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 4-7/${wav.bytes.length}`]);
    expect(part.bytes).toEqual(wav.bytes.subarray(4, 8));
    expect((await from(one.wav, { range: 'bytes=-4' })).bytes).toEqual(wav.bytes.subarray(-4));
    expect((await from(one.wav, { range: `bytes=${wav.bytes.length}-` })).status).toBe(416);
    expect((await from(one.wav, { 'if-none-match': String(wav.headers.etag) })).status).toBe(304);
    expect((await from(one.wav, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
    const head = await from(one.wav, {}, 'HEAD');
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', String(wav.bytes.length)]);
  });

  test('pictures can be seen', async () => {
    const { messages } = await first(
      '{ messages(first: 200, filter: { numMedia: { gt: 0 } }) { nodes { media { nodes { contentType contentUrl } } } } }',
    );
    const all = messages.nodes.flatMap(({ media }: { media: { nodes: object[] } }) => media.nodes);
    expect(all.length).toBeGreaterThan(3);
    for (const { contentType, contentUrl } of all) {
      const got = await from(contentUrl);
      expect([got.status, got.headers['content-type']]).toEqual([200, contentType]);
      expect(got.bytes.subarray(0, 2).toString('hex')).toBe(contentType === 'image/png' ? '8950' : 'ffd8');
    }
  });

  test('a deleted one is gone', async () => {
    const { recordings } = await first('{ recordings(first: 1) { nodes { sid mediaUrl } } }');
    const [{ sid: own, mediaUrl }] = recordings.nodes;
    await sandbox.ask(`mutation { recordingDelete(sid: "${own}") { userErrors { message } } }`);
    expect((await from(mediaUrl)).status).toBe(404);
    expect((await from(mediaUrl.replace(own, sid('RE')))).status).toBe(404);
  });
});
