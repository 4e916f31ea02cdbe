/** Settings: their defaults, their rules, and that no mistake gives a value away. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, settings } from '../../src/config.ts';

const AC = `AC${'a1'.repeat(16)}`;
const SK = `SK${'b2'.repeat(16)}`;

const mistakesOf = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
};
const settingsAtFault = (environment: Record<string, string>) =>
  mistakesOf(environment).map((line) => line.split(':')[0]);

describe('readConfig', () => {
  it('serves the sandbox on loopback when nothing is set, or only empty texts', () => {
    const expected = {
      port: 4000,
      host: '127.0.0.1',
      account: undefined,
      tpsPerNode: 25,
      shared: undefined,
      queueLimit: 10_000,
      queueWaitMs: 60_000,
      scanLimit: 10_000,
      maxCost: 10_000,
      timeoutMs: 15_000,
      logLevel: 'error',
    };
    expect(readConfig({})).toEqual(expected);
    expect(readConfig(Object.fromEntries(Object.keys(settings).map((name) => [name, ''])))).toEqual(expected);
  });

  it('takes an Auth Token, or an API key in preference to it', () => {
    const token = { TWILIO_ACCOUNT_SID: AC, TWILIO_AUTH_TOKEN: 'token' };
    expect(readConfig(token).account).toMatchObject({ accountSid: AC, username: AC, password: 'token' });
    const key = { TWILIO_ACCOUNT_SID: AC, TWILIO_API_KEY: SK, TWILIO_API_SECRET: 'secret' };
    const expected = { accountSid: AC, username: SK, password: 'secret' };
    expect(readConfig(key).account).toMatchObject(expected);
    expect(readConfig({ ...token, ...key }).account).toMatchObject(expected);
  });

  it('takes region with edge, and an upstream', () => {
    const account = { TWILIO_ACCOUNT_SID: AC, TWILIO_AUTH_TOKEN: 'token' };
    const read = readConfig({
      ...account,
      TWILIO_REGION: 'ie1',
      TWILIO_EDGE: 'dublin',
      TWILIO_UPSTREAM_URL: 'http://127.0.0.1:8080/',
    });
    expect(read.account).toMatchObject({ region: 'ie1', edge: 'dublin', upstream: new URL('http://127.0.0.1:8080') });
  });

  it('takes a limit for the account with the Redis over which it is shared', () => {
    const { shared } = readConfig({ REDIS_URL: 'rediss://:secret@redis.example:6380/1', TWILIO_TPS_ACCOUNT: '100' });
    expect(shared).toEqual({ tps: 100, redis: 'rediss://:secret@redis.example:6380/1' });
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
    [{ REDIS_URL: 'redis://localhost:1' }, ['TWILIO_TPS_ACCOUNT']],
    [{ TWILIO_TPS_ACCOUNT: '100' }, ['REDIS_URL']],
  ])('refuses half a setting: %j', (environment, expected) => {
    expect(settingsAtFault(environment as Record<string, string>)).toEqual(expected);
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
  ])('refuses %s=%s with the rule and an example, without the value', (name, value) => {
    const line = mistakesOf({ [name]: value }).find((mistake) => mistake.startsWith(`${name}: `)) ?? '';
    expect(line).toMatch(/must be/);
    expect(line).not.toContain(` ${value}`);
  });

  it('tells all mistakes at once, a line each', () => {
    const environment = { PORT: 'x', TWILIO_TPS_PER_NODE: 'y', TWILIO_AUTH_TOKEN: 'z' };
    expect(settingsAtFault(environment)).toEqual(['PORT', 'TWILIO_TPS_PER_NODE', 'TWILIO_ACCOUNT_SID']);
  });

  it('has every setting in .env.example, with its meaning and its default', async () => {
    const example = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
    for (const [name, setting] of Object.entries(settings)) {
      const fallback = setting.safeParse(undefined).data ?? '';
      expect(example).toContain(`# ${setting.description}\n${name}=${fallback}\n`);
    }
  });
});
