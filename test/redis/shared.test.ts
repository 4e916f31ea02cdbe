/** One limit for three processes over a real Redis: in peace, when one is killed, and when Redis is away. */
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Run, requireBuild, run, urlOf } from '../support/command.ts';
import { unusedPort } from '../support/ports.ts';
import { prepareRedis, type TestRedis } from '../support/redis.ts';
import { sid } from '../support/rows.ts';
import { ACCOUNT, TOKEN } from '../support/server.ts';
import { asSeen, densest, type Moment, now, startWitness, type Witness } from '../support/witness.ts';

const LIMIT = 20;
/** The part of one of three. */
const SHARE = Math.floor(LIMIT / 3);
/** By then processes that have seen each other leave the whole limit to Redis. */
const SETTLED_MS = 3500;
/** So many in some second show that the limit is used. */
const MOST_OF_IT = LIMIT * 0.9;

let twilio: Witness;
let redis: TestRedis;
beforeAll(async () => {
  requireBuild();
  twilio = await startWitness();
});
afterAll(() => twilio.close());

interface Node extends Run {
  readonly url: string;
}
const nodes: Node[] = [];
const settingsOf = () => ({
  TWILIO_ACCOUNT_SID: ACCOUNT,
  TWILIO_AUTH_TOKEN: TOKEN,
  TWILIO_UPSTREAM_URL: twilio.url,
  TWILIO_TPS_ACCOUNT: String(LIMIT),
  TWILIO_MAX_COST: '5000',
  REDIS_URL: redis.url,
});
const startNode = async (more: Record<string, string> = {}, args: readonly string[] = []): Promise<Node> => {
  const started = run({ ...settingsOf(), ...more }, args);
  const node = { ...started, url: await urlOf(started) };
  nodes.push(node);
  return node;
};
beforeEach(async () => {
  redis = await prepareRedis();
  await redis.start();
  await twilio.reset();
});
afterEach(async () => {
  for (const { child } of nodes.splice(0)) child.kill('SIGKILL');
  await redis.stop();
});
/** Three that have answered before, so that they need not be compiled while they are measured, and know of each other. */
const three = async (): Promise<readonly Node[]> => {
  const all = await Promise.all([startNode(), startNode(), startNode()]);
  await Promise.all(all.map((node) => ask(node, 1)));
  await sleep(SETTLED_MS);
  await twilio.reset();
  return all;
};

let asked = 0;
/** Asks for so many calls, each a transaction of its own; answers the errors, or nothing if the node ends before. */
const ask = async (node: Node, count: number, signal?: AbortSignal): Promise<unknown> => {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const ids = Array.from({ length: count }, () =>
    Buffer.from(`Call:${ACCOUNT}/${sid('CA', asked++)}`).toString('base64url'),
  );
  try {
    const response = await fetch(node.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables: { ids } }),
      ...(signal && { signal }),
    });
    return (await response.json()).errors ?? [];
  } catch {
    return undefined;
  }
};

/** Requests that arrived since. */
const arrivals = async (since = 0): Promise<readonly Moment[]> =>
  (await twilio.arrivals()).filter(({ from }) => from >= since);
const countOf = async (since?: number): Promise<number> => (await arrivals(since)).length;
const says = (node: Node, event: string, times = 1) =>
  expect.poll(() => node.err().split(`"event":"${event}"`).length - 1).toBeGreaterThanOrEqual(times);
/** Waits until most of the limit is used again, which must be before anything else that is waited for. */
const usesItAgain = async (since: number): Promise<void> => {
  const used = async () => densest(asSeen(await arrivals(since)));
  await expect.poll(used, { interval: 200 }).toBeGreaterThanOrEqual(MOST_OF_IT);
};

test('three together never start more than the limit, and nearly that many', async () => {
  const all = await three();
  const answers = await Promise.all(all.map((node) => ask(node, 60)));
  expect(answers).toEqual([[], [], []]);
  const seen = await arrivals();
  expect(seen).toHaveLength(180);
  expect(densest(seen)).toBeLessThanOrEqual(LIMIT);
  expect(densest(asSeen(seen))).toBeGreaterThanOrEqual(MOST_OF_IT);
});

test('one alone may use all of it', async () => {
  const [node] = await three();
  expect(await ask(node as Node, 61)).toEqual([]);
  const seen = await arrivals();
  expect(seen).toHaveLength(61);
  expect(densest(seen)).toBeLessThanOrEqual(LIMIT);
  expect(densest(asSeen(seen))).toBeGreaterThanOrEqual(MOST_OF_IT);
});

test('each account has a limit of its own in Redis', async () => {
  await startNode();
  expect(await redis.command('KEYS', '*_settings')).toBe(`b_twilio-graphql:${ACCOUNT}_settings`);
});

test('who is killed in mid-flight gives its slots back within 5 s', async () => {
  const [victim, ...others] = await three();
  ask(victim as Node, 100);
  await expect.poll(() => countOf()).toBeGreaterThanOrEqual(LIMIT);
  victim?.child.kill('SIGKILL');
  await victim?.ended;
  // When each of its slots ends stands in Redis; nobody else has one yet.
  const killed = Date.now();
  const slots = await redis.command('ZRANGE', `b_twilio-graphql:${ACCOUNT}_job_expirations`, '0', '-1', 'WITHSCORES');
  const ends = slots.split('\n').flatMap((word, i) => (i % 2 ? Number(word) : []));
  expect(ends.length).toBeGreaterThan(0);
  expect(Math.max(...ends)).toBeLessThanOrEqual(killed + 5000);
  for (const node of others) ask(node, 400);
  await usesItAgain(now());
  expect(densest(await arrivals())).toBeLessThanOrEqual(LIMIT);
});

describe('without Redis', () => {
  const busy = async () => {
    const all = await three();
    for (const node of all) ask(node, 1000);
    await expect.poll(() => countOf()).toBeGreaterThanOrEqual(2 * LIMIT);
    return all;
  };

  test('stopped: all go on with their part at once, and come back by themselves', async () => {
    const all = await busy();
    await redis.stop();
    const stopped = now();
    await Promise.all(all.map((node) => says(node, 'limit divided')));
    await sleep(4000);
    const apart = await arrivals(stopped + 1500);
    expect(densest(apart)).toBeLessThanOrEqual(3 * SHARE);
    expect(densest(asSeen(apart))).toBeGreaterThanOrEqual(3 * SHARE * 0.8);
    await redis.start();
    await Promise.all(all.map((node) => says(node, 'limit shared', 2)));
    await usesItAgain(now());
    await sleep(2000);
    const seen = await arrivals();
    expect(densest(seen)).toBeLessThanOrEqual(LIMIT + SHARE);
    expect(densest(seen.filter(({ from }) => from > stopped + 1500))).toBeLessThanOrEqual(LIMIT);
  });

  test.each<[what: string, empty: () => Promise<unknown>]>([
    ['restarted at once, and so empty', () => redis.stop().then(() => redis.start())],
    ['flushed', () => redis.command('FLUSHALL')],
  ])('%s: never more than a part above the limit, and soon the limit again', async (_, empty) => {
    const all = await busy();
    const emptied = now();
    await empty();
    await Promise.all(all.map((node) => says(node, 'limit shared', 2)));
    await usesItAgain(now());
    await sleep(2000);
    const seen = await arrivals();
    expect(densest(seen)).toBeLessThanOrEqual(LIMIT + SHARE);
    expect(densest(seen.filter(({ from }) => from > emptied + 3000))).toBeLessThanOrEqual(LIMIT);
  });

  test('frozen: noticed, and gone on from when it wakes up', async () => {
    const all = await busy();
    redis.signal('SIGSTOP');
    await Promise.all(all.map((node) => says(node, 'limit divided')));
    const apart = now();
    await sleep(4000);
    expect(densest(asSeen(await arrivals(apart)))).toBeGreaterThanOrEqual(3 * SHARE * 0.8);
    redis.signal('SIGCONT');
    await Promise.all(all.map((node) => says(node, 'limit shared', 2)));
    await usesItAgain(now());
    expect(densest(await arrivals())).toBeLessThanOrEqual(LIMIT + SHARE);
  });

  test('a process that is only held up itself loses nothing', async () => {
    const all = await busy();
    const [held] = all;
    held?.child.kill('SIGSTOP');
    await sleep(1200);
    held?.child.kill('SIGCONT');
    await sleep(2000);
    for (const node of all) expect(node.err()).not.toContain('limit divided');
    expect(densest(await arrivals())).toBeLessThanOrEqual(LIMIT);
  });

  test('not there yet when a process starts: it waits some seconds', async () => {
    await redis.stop();
    const starting = startNode();
    await sleep(1500);
    await redis.start();
    const node = await starting;
    await says(node, 'limit shared');
    expect(await ask(node, 5)).toEqual([]);
    node.child.kill('SIGTERM');
    expect(await node.ended).toBe(0);
  });

  test('gone when a process of several has to be replaced: the new one serves all the same', async () => {
    const node = await startNode({}, ['--nodes', '1']);
    const pid = () => Number(execFileSync('pgrep', ['-P', String(node.child.pid)], { encoding: 'utf8' }).trim());
    const first = pid();
    await redis.stop();
    process.kill(first, 'SIGKILL');
    // A connection that is handed to a process as it is killed is never answered: its client has to ask again.
    await expect.poll(() => ask(node, 1, AbortSignal.timeout(2000))).toEqual([]);
    expect(pid()).not.toBe(first);
  });
});

describe('an address that is wrong ends the start with one line', () => {
  const wrong: [what: string, url: () => string | Promise<string>, says: RegExp][] = [
    ['no host of this name', () => 'redis://redis.invalid:6379', /host name cannot be resolved/],
    ['no port', async () => `redis://127.0.0.1:${await unusedPort()}`, /no Redis answers at its host and port/],
    ['another service', () => twilio.url.replace(/^http/, 'redis'), /is not Redis/],
    ['TLS where there is none', () => redis.url.replace(/^redis/, 'rediss'), /no Redis/],
    ['no such database', () => `${redis.url}/999`, /no database of its number/],
    ['a wrong password', () => redis.url.replace('//', '//:planted-secret@'), /refuses its user name or password/],
  ];
  test.each(wrong)('%s', async (what, url, says) => {
    if (what === 'a wrong password') await redis.command('CONFIG', 'SET', 'requirepass', 'right');
    const { ended, out, err } = run({ ...settingsOf(), REDIS_URL: await url() });
    expect([await ended, out()]).toEqual([1, '']);
    expect(err()).toMatch(/^REDIS_URL: [^\n]*\n$/);
    expect(err()).toMatch(says);
    expect(err()).not.toMatch(/planted-secret/);
  });
});
