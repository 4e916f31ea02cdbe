/** The HTTP settings at work: origins that may call, and addresses behind a proxy. */
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/index.ts';
import { closedAfterTest, serverWithStandIn } from '../support/hooks.ts';
import { file, getFrom, SOUND } from '../support/media.ts';
import { recording, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, startTestServer } from '../support/server.ts';

const APP = 'https://app.example.com';
const { twilio, server } = await serverWithStandIn({ ALLOWED_ORIGINS: `${APP}, http://localhost:*` });

const metricOf = async ({ url }: { readonly url: string }, name: string) => {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return Number(new RegExp(`^twilio_graphql_${name}\\{[^}]*\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
};

describe('a page of another origin', () => {
  const ask = ({ url }: { readonly url: string }, origin: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: '{"query":"{ __typename }"}',
    });

  test('is answered if it is allowed', async () => {
    for (const origin of [APP, 'http://localhost:5173']) {
      const response = await ask(server, origin);
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
    }
  });

  test('is refused otherwise: in the answer, once in the log with the setting, and counted', async () => {
    const own = closedAfterTest(await startAgainst(twilio.url));
    for (let times = 0; times < 3; times++) {
      const response = await ask(own, APP);
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
      expect(await response.text()).toContain(`add ${APP} to ALLOWED_ORIGINS`);
    }
    const lines = own.logged.filter((line) => (line as { event: string }).event === 'origin refused');
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'warn',
        connection: 'default',
        origin: APP,
        allowWith: `ALLOWED_ORIGINS=${APP}`,
      }),
    ]);
    expect(await metricOf(own, 'refused_origins_total')).toBe(3);
  });

  test('may be allowed at one connection and not at another', async () => {
    const path = join(tmpdir(), `twilio-graphql-origins-${process.pid}.yaml`);
    await writeFile(path, `connections: { a: { sandbox: true, allowed_origins: ["${APP}"] }, b: { sandbox: true } }`);
    const own = closedAfterTest(await startTestServer({ TWILIO_GRAPHQL_CONFIG: path }));
    const at = (name: string) => ({ url: new URL(`/connections/${name}/graphql`, own.url).href });
    expect((await ask(at('a'), APP)).status).toBe(200);
    expect((await ask(at('b'), APP)).status).toBe(403);
  });

  test('gets a file if it is allowed, by CORS or in an element of the page', async () => {
    twilio.play(() => file());
    const embedded = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'audio' };
    for (const headers of [{ origin: APP }, { ...embedded, origin: APP }, { ...embedded, referer: `${APP}/page` }]) {
      const got = await getFrom(server, SOUND, headers);
      expect([got.status, got.headers['cross-origin-resource-policy']]).toEqual([200, 'cross-origin']);
      expect(got.headers['access-control-allow-origin']).toBe('origin' in headers ? APP : undefined);
    }
    for (const headers of [
      { ...embedded },
      { ...embedded, referer: 'https://evil.example/' },
      { ...embedded, origin: 'https://evil.example', referer: `${APP}/` },
    ])
      expect((await getFrom(server, SOUND, headers)).status).toBe(403);
    expect(twilio.seen).toHaveLength(3);
  });
});

describe('behind a proxy that ends TLS', () => {
  const mediaUrl = async (settings: Record<string, string>, headers: Record<string, string> = {}) => {
    const own = closedAfterTest(await startAgainst(twilio.url, settings));
    twilio.play(() => recording(1));
    const { data } = await own.ask(`{ recording(sid: "${sid('RE')}") { mediaUrl } }`, {}, undefined, headers);
    return data.recording.mediaUrl;
  };
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'twilio.example.com' };

  test.each([
    [{ PUBLIC_URL: 'https://twilio.example.com/api' }, {}, 'https://twilio.example.com/api'],
    [{ TRUSTED_PROXIES: '127.0.0.0/8, ::1' }, forwarded, 'https://twilio.example.com'],
  ])('%j %j: files are at %s', async (settings, headers, base) => {
    expect(await mediaUrl(settings, headers)).toBe(`${base}/media/recordings/${ACCOUNT}/${sid('RE')}.mp3`);
  });

  test('nobody else is believed', async () => {
    expect(await mediaUrl({}, forwarded)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
  });
});

describe('settings that are wrong', () => {
  test.each([
    [{ ALLOWED_ORIGINS: '*' }, 'ALLOWED_ORIGINS'],
    [{ ALLOWED_ORIGINS: 'https://app.example.com/' }, 'ALLOWED_ORIGINS'],
    [{ ALLOWED_ORIGINS: 'https://app.example.com:*' }, 'ALLOWED_ORIGINS'],
    [{ ALLOWED_ORIGINS: 'app.example.com' }, 'ALLOWED_ORIGINS'],
    [{ ALLOWED_ORIGINS: `${APP},null` }, 'ALLOWED_ORIGINS'],
    [{ ALLOWED_ORIGINS: 'http://localhost:*', HOST: '0.0.0.0' }, 'ALLOWED_ORIGINS'],
    [{ PUBLIC_URL: 'twilio.example.com' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'ftp://twilio.example.com' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://user@twilio.example.com' }, 'PUBLIC_URL'],
    [{ TRUSTED_PROXIES: 'proxy.example.com' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES'],
  ])('%j', async (settings, name) => {
    await expect(readConfig({ PORT: '0', ...settings })).rejects.toThrow(new RegExp(`^${name}[^\\n]*: [^\\n]+$`));
  });
});

test.each(['http://evil.example/graphql', 'http://127.0.0.1/graphql', '//evil.example/graphql', '*', 'graphql'])(
  'the request target %s is a 400',
  async (target) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const body = '{"query":"{ __typename }"}';
    socket.write(
      `POST ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    let text = '';
    for await (const chunk of socket) text += chunk;
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).not.toMatch(/node_modules|\/src\/|Query/);
  },
);
