/** Files that fail, stall or are large, and those of the sandbox. */
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { createRegistry } from '../../src/model/registry.ts';
import { Limiter } from '../../src/twilio/limiter/limiter.ts';
import { Media } from '../../src/twilio/media/media.ts';
import { createClient } from '../../src/twilio/sdk/client.ts';
import { Transport } from '../../src/twilio/transport/transport.ts';
import { closedAfterAll, impatientServer, serverWithStandIn } from '../support/hooks.ts';
import { leaveOnce } from '../support/leaving.ts';
import { AT_TWILIO, file, getFrom, PICTURE, SOUND, wait } from '../support/media.ts';
import { refusal, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, startTestServer, TOKEN } from '../support/server.ts';
import { type Answer, startStandIn } from '../support/standIn.ts';

const { twilio, server } = await serverWithStandIn();
const impatient = await impatientServer(twilio);
const sandbox = closedAfterAll(await startTestServer({}));

const get = (path: string, headers?: Record<string, string>, method?: string, from = server) =>
  getFrom(from, path, headers, method);

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
    const asked = code === 'UPSTREAM_TIMEOUT' ? impatient : server;
    const got = await get(PICTURE, {}, 'GET', asked);
    expect([got.status, got.code, got.cut]).toEqual([status, code, false]);
    expect(got.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    for (const secret of [TOKEN, 'Basic', 'api.twilio.com', '2010-04-01', new URL(twilio.url).host])
      expect(got.text).not.toContain(secret);
    expect(asked.logged).toEqual([]);
  });
  test.each<[string, () => Answer]>([
    ['a refusal in XML', () => file({ 'content-type': 'text/xml; charset=utf-8' }, 200, '<TwilioResponse/>')],
    ['XML under another name', () => file({ 'content-type': 'application/xml' }, 200, '<TwilioResponse/>')],
    ['a page of HTML', () => file({ 'content-type': 'text/html' }, 200, '<html>')],
    ['no bytes, of a known length', () => file({ 'content-type': 'audio/mpeg', 'content-length': 0 }, 200, '')],
    [
      'no bytes, of an unknown length',
      () => (response) => {
        response.writeHead(200, { 'content-type': 'audio/mpeg' });
        response.flushHeaders();
        response.end();
      },
    ],
  ])('%s is not passed on as sound, and not cached', async (_, answer) => {
    twilio.play(answer);
    const got = await get(SOUND);
    expect([got.status, got.code, got.headers['cache-control']]).toEqual([502, 'UPSTREAM_UNREADABLE', 'no-store']);
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
    const got = await get(SOUND, {}, 'GET', impatient);
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
    await expect.poll(() => left).toBe(1);
    twilio.play(() => (response) => void response.on('close', () => left++));
    await leaveOnce(
      () => twilio.seen.length === 1,
      (signal) => fetch(new URL(SOUND, server.url), { signal }),
    );
    await expect.poll(() => left).toBe(2);
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
    const limits = { limiter: new Limiter(1000), origin: new URL(twilio.url), timeoutMs: 60_000 };
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

describe('in the sandbox', () => {
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
