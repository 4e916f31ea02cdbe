/** Files of Twilio for a browser without credentials: whole and in parts, in turn, and named by fields. */
import { describe, expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';
import { AT_TWILIO, file, getFrom, PICTURE, redirect, SOUND } from '../support/media.ts';
import { page, recording, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, TOKEN } from '../support/server.ts';

const { twilio, server } = await serverWithStandIn();

const get = (path: string, headers?: Record<string, string>, method?: string, from = server) =>
  getFrom(from, path, headers, method);

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

  test('that has no such part', async () => {
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
    const began = performance.now();
    const statuses = await Promise.all([1, 2, 3].map(() => get(PICTURE, {}, 'GET', slow)));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(twilio.seen).toHaveLength(6);
    expect(performance.now() - began).toBeGreaterThanOrEqual(2000);
    await slow.close();
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
