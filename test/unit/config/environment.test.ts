/** Settings of the environment: their defaults, their rules, and that no mistake gives a value away. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ConfigError, type ProxyConfig, readConfig } from '../../../src/config/index.ts';
import { settings } from '../../../src/config/settings.ts';

const AC = `AC${'a1'.repeat(16)}`;
const LIVE = { TWILIO_ACCOUNT_SID: AC, TWILIO_AUTH_TOKEN: 'x' };
const PROXY = { PROXY_HOST: 'proxy', PROXY_PORT: '3128' };
const SUB = `AC${'c3'.repeat(16)}`;
const SK = `SK${'b2'.repeat(16)}`;

const mistakesOf = async (environment: Record<string, string>): Promise<string[]> => {
  try {
    await readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
};
const settingsAtFault = async (environment: Record<string, string>) =>
  (await mistakesOf(environment)).map((line) => line.split(':')[0]);
/** The one connection that an environment describes. */
const read = async (environment: Record<string, string>) => (await readConfig(environment)).connections[0];

describe('readConfig', () => {
  it('serves the sandbox on loopback when nothing is set, or only empty texts', async () => {
    for (const environment of [{}, Object.fromEntries(Object.keys(settings).map((name) => [name, '']))]) {
      const config = await readConfig(environment);
      expect(config).toMatchObject({ port: 4000, host: '127.0.0.1', drainMs: 10_000, file: undefined });
      expect(config.connections).toMatchObject([
        {
          name: 'default',
          suspended: false,
          account: undefined,
          proxy: undefined,
          ca: undefined,
          tpsPerNode: 25,
          shared: undefined,
          queueLimit: 10_000,
          queueWaitMs: 60_000,
          scanLimit: 10_000,
          timeoutMs: 15_000,
          logLevel: 'error',
        },
      ]);
    }
  });

  it.each([
    ['TWILIO_ACOUNT_SID', 'TWILIO_ACCOUNT_SID'],
    ['TWILIO_ACCOUNT_ID', 'TWILIO_ACCOUNT_SID'],
    ['twilio_acocunt_sid', 'TWILIO_ACCOUNT_SID'],
    ['TWILIO_ACCOUNT_SID_FILE', 'TWILIO_ACCOUNT_SID'],
    ['TWILIO_AUTH_TOKN', 'TWILIO_AUTH_TOKEN'],
    ['TWILIO_TPS_PER_NODES', 'TWILIO_TPS_PER_NODE'],
    ['TWILIO_SID', 'TWILIO_ACCOUNT_SID'],
    ['TWILIO_API_KEY_SECRET', 'TWILIO_API_SECRET'],
  ])('refuses %s, which would silently mean nothing', async (name, meant) => {
    expect(await mistakesOf({ [name]: 'x' })).toEqual([`${name}: is not a setting; did you mean ${meant}?`]);
  });

  it('ignores variables of other programs', async () => {
    const others = [
      'PROFILE',
      'LOG_LEVEL',
      'CA_BUNDLE',
      'PHONE_NUMBER',
      'FROM',
      'MESSAGING_SERVICE_SID',
      'WHATSAPP_FROM',
    ];
    const service = { TWILIO_GRAPHQL_SERVICE_HOST: '10.0.0.1', TWILIO_GRAPHQL_PORT: 'tcp://10.0.0.1:4000' };
    const given = Object.fromEntries(others.map((name) => [`TWILIO_${name}`, 'x']));
    expect(await mistakesOf({ ...given, ...service, TWILIO_ACOUNT_SID: '' })).toEqual([]);
    expect(await mistakesOf({ ...LIVE, TWILIO_SID: AC, TWILIO_API_KEY_SECRET: 'x' })).toEqual([]);
  });

  it('takes an Auth Token, or an API key in preference to it', async () => {
    const token = { TWILIO_ACCOUNT_SID: AC, TWILIO_AUTH_TOKEN: 'token' };
    const opened = async (environment: Record<string, string>) => {
      const { accountSid, username, password, throughParent } = (await read(environment))?.account ?? {};
      return [accountSid, username, password?.reveal(), throughParent];
    };
    expect(await opened(token)).toEqual([AC, AC, 'token', false]);
    const key = { TWILIO_ACCOUNT_SID: AC, TWILIO_API_KEY: SK, TWILIO_API_SECRET: 'secret' };
    expect(await opened(key)).toEqual([AC, SK, 'secret', false]);
    expect(await opened({ ...token, ...key })).toEqual([AC, SK, 'secret', false]);
    expect(await opened({ ...token, TWILIO_SUBACCOUNT_SID: SUB })).toEqual([SUB, AC, 'token', true]);
  });

  it('takes region with edge, an upstream, and a proxy', async () => {
    const connection = await read({
      TWILIO_ACCOUNT_SID: AC,
      TWILIO_AUTH_TOKEN: 'token',
      TWILIO_REGION: 'ie1',
      TWILIO_EDGE: 'dublin',
      TWILIO_UPSTREAM_URL: 'http://127.0.0.1:8080/',
      PROXY_ENABLED: 'true',
      PROXY_HOST: 'proxy.example.com',
      PROXY_PORT: '3128',
      PROXY_AUTH_SCHEME: 'DIGEST',
      PROXY_USER: 'jane',
      proxy_password: 'lower case, as some write it',
      PROXY_SSLTYPE: 'ALWAYS',
    });
    expect(connection?.account).toMatchObject({
      region: 'ie1',
      edge: 'dublin',
      upstream: new URL('http://127.0.0.1:8080'),
    });
    expect(connection?.proxy).toMatchObject({
      host: 'proxy.example.com',
      port: 3128,
      authScheme: 'DIGEST',
      user: 'jane',
      sslType: 'ALWAYS',
    });
    const { password } = (connection?.proxy ?? {}) as Partial<ProxyConfig>;
    expect(password?.reveal()).toBe('lower case, as some write it');
  });

  it('takes a limit for the account with the Redis over which it is shared', async () => {
    const url = 'rediss://:secret@redis.example:6380/1';
    const connection = await read({ REDIS_URL: url, TWILIO_TPS_ACCOUNT: '100' });
    expect([connection?.shared?.tps, connection?.shared?.redis.reveal()]).toEqual([100, url]);
  });

  it('keeps a proxy that is switched off apart from one that is not set, for which HTTPS_PROXY counts', async () => {
    const account = { TWILIO_ACCOUNT_SID: AC, TWILIO_AUTH_TOKEN: 'token', HTTPS_PROXY: 'http://u:p@proxy:1' };
    expect((await read({ ...account, PROXY_ENABLED: 'false' }))?.proxy).toBe('off');
    expect((await read(account))?.proxy).toBeUndefined();
    expect((await readConfig(account)).systemProxy).toEqual({ HTTPS_PROXY: 'http://u:p@proxy:1' });
  });

  it.each([
    [{ TWILIO_ACCOUNT_SID: AC }, ['TWILIO_AUTH_TOKEN']],
    [{ TWILIO_AUTH_TOKEN: 'x' }, ['TWILIO_ACCOUNT_SID']],
    [{ TWILIO_API_KEY: SK }, ['TWILIO_ACCOUNT_SID', 'TWILIO_API_SECRET']],
    [{ TWILIO_API_SECRET: 'x' }, ['TWILIO_ACCOUNT_SID', 'TWILIO_API_KEY']],
    [{ TWILIO_ACCOUNT_SID: AC, TWILIO_API_KEY: SK }, ['TWILIO_API_SECRET']],
    [{ TWILIO_ACCOUNT_SID: AC, TWILIO_AUTH_TOKEN: 'x', TWILIO_REGION: 'ie1' }, ['TWILIO_EDGE']],
    [{ TWILIO_ACCOUNT_SID: AC, TWILIO_AUTH_TOKEN: 'x', TWILIO_EDGE: 'dublin' }, ['TWILIO_REGION']],
    [{ TWILIO_UPSTREAM_URL: 'http://localhost:1' }, ['TWILIO_UPSTREAM_URL']],
    [{ TWILIO_TPS_ACCOUNT: '100' }, ['REDIS_URL']],
    [{ TWILIO_SUBACCOUNT_SID: SUB }, ['TWILIO_ACCOUNT_SID']],
    [{ TWILIO_AUTH_TOKEN: 'x', TWILIO_AUTH_TOKEN_FILE: '/x', TWILIO_ACCOUNT_SID: AC }, ['TWILIO_AUTH_TOKEN_FILE']],
    [{ ...LIVE, PROXY_ENABLED: 'true' }, ['PROXY_HOST']],
    [{ ...LIVE, PROXY_HOST: 'proxy' }, ['PROXY_PORT']],
    [{ ...LIVE, PROXY_PORT: '1' }, ['PROXY_HOST']],
    [{ ...LIVE, ...PROXY, PROXY_AUTH_SCHEME: 'DIGEST' }, ['PROXY_USER']],
    [{ ...LIVE, ...PROXY, PROXY_USER: 'jane' }, ['PROXY_PASSWORD']],
    [{ ...LIVE, ...PROXY, PROXY_PASSWORD: 'x' }, ['PROXY_USER']],
    [{ ...LIVE, ...PROXY, PROXY_AUTH_SCHEME: 'NONE', PROXY_USER: 'jane' }, ['PROXY_USER']],
    [{ PROXY_HOST: 'proxy', PROXY_PORT: '1' }, ['PROXY_HOST']],
  ])('refuses half a setting: %j', async (environment, expected) => {
    expect(await settingsAtFault(environment as Record<string, string>)).toEqual(expected);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['LOG_LEVEL', 'loud'],
    ['PORT', '4000x'],
    ['HOST', 'http://localhost'],
    ['TWILIO_ACCOUNT_SID', 'AC123'],
    ['TWILIO_API_KEY', 'AC0123456789abcdef0123456789abcdef'],
    ['TWILIO_AUTH_TOKEN', 'to ken'],
    ['TWILIO_REGION', 'ie1.evil.example'],
    ['TWILIO_EDGE', 'Dublin/'],
    ['TWILIO_UPSTREAM_URL', 'http://host/path'],
    ['TWILIO_UPSTREAM_URL', 'http://user:secret@host'],
    ['TWILIO_UPSTREAM_URL', 'ftp://host'],
    ['TWILIO_UPSTREAM_URL', 'http://host?'],
    ['TWILIO_UPSTREAM_URL', 'http://host:80/?a=b'],
    ['TWILIO_TPS_PER_NODE', '1001'],
    ['TWILIO_TPS_PER_NODE', '2.5'],
    ['TWILIO_TPS_ACCOUNT', '0'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_URL', 'http://localhost:6379'],
    ['TWILIO_QUEUE_LIMIT', '0'],
    ['TWILIO_QUEUE_WAIT_MS', 'never'],
    ['TWILIO_TIMEOUT_MS', '0'],
    ['TWILIO_GRAPHQL_DRAIN_MS', '1s'],
    ['PROXY_ENABLED', 'yes'],
    ['PROXY_HOST', 'http://proxy'],
    ['PROXY_PORT', '0'],
    ['PROXY_AUTH_SCHEME', 'Kerberos'],
    ['PROXY_SSLTYPE', 'SOMETIMES'],
    ['HTTPS_PROXY', 'socks5://host:1'],
  ])('refuses %s=%s with the rule and an example, without the value', async (name, value) => {
    const line = (await mistakesOf({ [name]: value })).find((mistake) => mistake.startsWith(`${name}: `)) ?? '';
    expect(line).toMatch(/must be/);
    expect(line).not.toContain(` ${value}`);
  });

  it('tells all mistakes at once, a line each', async () => {
    const environment = { PORT: 'x', TWILIO_TPS_PER_NODE: 'y', TWILIO_AUTH_TOKEN: 'z' };
    expect(await settingsAtFault(environment)).toEqual(['PORT', 'TWILIO_TPS_PER_NODE', 'TWILIO_ACCOUNT_SID']);
  });

  it('has every setting in .env.example, with its meaning and its default', async () => {
    const example = await readFile(new URL('../../../.env.example', import.meta.url), 'utf8');
    for (const [name, setting] of Object.entries(settings)) {
      const fallback = setting.safeParse(undefined).data ?? '';
      expect(example).toContain(`# ${setting.description}\n${name}=${fallback}\n`);
    }
  });
});
