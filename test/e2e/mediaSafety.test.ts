/** Files from Twilio alone: redirects elsewhere are refused, no file does harm in a browser, and nothing else is served. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';
import { AT_TWILIO, file, getFrom, PICTURE, redirect, SOUND } from '../support/media.ts';
import { sid } from '../support/rows.ts';
import { ACCOUNT } from '../support/server.ts';

const { twilio, server } = await serverWithStandIn();

const get = (path: string, headers?: Record<string, string>, method?: string) => getFrom(server, path, headers, method);

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
