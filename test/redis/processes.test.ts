/** Keys, limits and the kill switch of three processes in one Redis, changed by commands, which are processes too. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Run, requireBuild, run, urlOf } from '../support/command.ts';
import { closedAfterAll } from '../support/hooks.ts';
import { keep, works } from '../support/keepingTwilio.ts';
import { prepareRedis } from '../support/redis.ts';
import { ACCOUNT, TOKEN } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const redis = await prepareRedis();
const twilio = closedAfterAll(await startStandIn());
const posts = () => twilio.seen.filter(({ method }) => method === 'POST').length;
const MOST = 5;
const SETTINGS = {
  TWILIO_ACCOUNT_SID: ACCOUNT,
  TWILIO_AUTH_TOKEN: TOKEN,
  TWILIO_UPSTREAM_URL: twilio.url,
  TWILIO_TPS_PER_NODE: '200',
  TWILIO_SPENDING_LIMITS: `messages/day=${MOST}`,
  REDIS_URL: redis.url,
};

interface Node extends Run {
  readonly url: string;
}
const nodes: Node[] = [];
const startNode = async (): Promise<Node> => {
  const started = run(SETTINGS);
  const node = { ...started, url: await urlOf(started) };
  nodes.push(node);
  return node;
};
beforeAll(async () => {
  requireBuild();
  await redis.start();
});
afterAll(async () => {
  for (const { child } of nodes) child.kill('SIGKILL');
  await redis.stop();
});

/** Runs a command to its end; returns what it prints. What it says to people is on the other stream. */
const command = async (...args: string[]): Promise<string> => {
  const { ended, out, err } = run(SETTINGS, args);
  expect(await ended, err()).toBe(0);
  return out().trim();
};
const SEND =
  'mutation { messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "x" }) { message { sid } } }';
const READ = '{ message(sid: "SM00000000000000000000000000000001") { sid } }';
const ask = async ({ url }: Node, query: string, key?: string): Promise<string> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', accept: 'application/json' },
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query }),
  });
  const { errors } = await response.json();
  return errors?.[0]?.extensions.code ?? 'DONE';
};
const everywhere = async (query: string, key?: string) =>
  [...new Set(await Promise.all(nodes.map((node) => ask(node, query, key))))].join();
/** Resolves when all processes answer like this; fails if that takes longer. */
const within = async (ms: number, query: string, code: string, key?: string) => {
  const began = performance.now();
  await expect.poll(() => everywhere(query, key)).toBe(code);
  expect(performance.now() - began).toBeLessThan(ms);
};

test('200 sends at once over three processes with a limit of 5 send 5', async () => {
  keep(twilio, () => works);
  await Promise.all([startNode(), startNode(), startNode()]);
  const codes = await Promise.all(Array.from({ length: 200 }, (_, i) => ask(nodes[i % 3] as Node, SEND)));
  expect(codes.filter((code) => code === 'DONE')).toHaveLength(MOST);
  expect(codes.filter((code) => code === 'SPENDING_LIMIT')).toHaveLength(200 - MOST);
  expect(posts()).toBe(MOST);
});

test('the kill switch holds in all processes within 2 s, also in one that starts later; reads go on', async () => {
  keep(twilio, () => works);
  expect(await command('sends', 'off')).toMatch(/^Sends have been off since /);
  await within(2000, SEND, 'SENDS_OFF');
  const [stopped] = nodes.splice(0, 1);
  stopped?.child.kill('SIGTERM');
  expect(await stopped?.ended).toBe(0);
  await startNode();
  expect(await everywhere(SEND)).toBe('SENDS_OFF');
  expect(await everywhere(READ)).toBe('DONE');
  expect(posts()).toBe(0);
  expect(await command('sends', 'on')).toBe('Sends are on.');
  // The limit of the day still holds.
  await within(2000, SEND, 'SPENDING_LIMIT');
  expect(posts()).toBe(0);
});

test('while Redis is away, sends are refused and reads go on', async () => {
  keep(twilio, () => works);
  await redis.stop();
  expect(await everywhere(READ)).toBe('DONE');
  expect(await everywhere(SEND)).toBe('STORE_UNAVAILABLE');
  expect(posts()).toBe(0);
  await redis.start();
  // It keeps nothing on disk here, so the day's count begins again.
  await expect.poll(() => ask(nodes[0] as Node, SEND)).toBe('DONE');
});

test('a key is made, rotated and revoked by commands, and all processes follow within 5 s', async () => {
  keep(twilio, () => works);
  expect(await everywhere(READ)).toBe('DONE');
  const key = await command('key', 'create', '--name', 'web', '--scopes', 'messages:read,pii:read');
  await within(5000, READ, 'UNAUTHORIZED');
  expect(await everywhere(READ, key)).toBe('DONE');
  expect(await everywhere(SEND, key)).toBe('INSUFFICIENT_SCOPE');
  expect(await command('key', 'list')).toMatch(/\bweb\b/);
  const next = await command('key', 'rotate', 'web', '--overlap', '1h');
  expect([await everywhere(READ, key), await everywhere(READ, next)]).toEqual(['DONE', 'DONE']);
  const list = await command('key', 'list');
  expect(list).not.toContain(key);
  await redis.stop();
  expect(await everywhere(READ, next)).toBe('DONE');
  await redis.start();
  expect(posts()).toBe(0);
});

test('a revoked key is refused by all processes within 5 s', async () => {
  const key = await command('key', 'create', '--name', 'gone', '--scopes', 'messages:read,pii:read');
  await within(5000, READ, 'DONE', key);
  await command('key', 'revoke', 'gone');
  await within(5000, READ, 'UNAUTHORIZED', key);
});
