/** One limit for three processes over a real Redis: in peace, when one is killed, and when Redis is away. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { build, type Run, run, urlOf } from '../support/command.ts';
import { prepareRedis, type TestRedis } from '../support/redis.ts';
import { call, sid } from '../support/rows.ts';
import { ACCOUNT, TOKEN } from '../support/server.ts';
import { type StandIn, startStandIn } from '../support/standIn.ts';

const LIMIT = 20;
/** How late the stand-in may see what one of four busy processes has sent. To the millisecond: test/e2e/limiter. */
const JITTER_MS = 100;

let twilio: StandIn;
let redis: TestRedis;
beforeAll(async () => {
  build();
  twilio = await startStandIn();
});
afterAll(() => twilio.close());

interface Node extends Run {
  readonly url: string;
}
const nodes: Node[] = [];
const startNode = async (): Promise<Node> => {
  const settings = {
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_UPSTREAM_URL: twilio.url,
    TWILIO_TPS_ACCOUNT: String(LIMIT),
    TWILIO_MAX_COST: '5000',
    REDIS_URL: redis.url,
  };
  const started = run(settings);
  const node = { ...started, url: await urlOf(started) };
  nodes.push(node);
  return node;
};
beforeEach(async () => {
  redis = await prepareRedis();
  await redis.start();
  twilio.play(() => call(1));
});
afterEach(async () => {
  for (const { child } of nodes.splice(0)) child.kill('SIGKILL');
  await redis.stop();
});
/** Three that have answered before, so that they need not be compiled while they are measured. */
const three = async (): Promise<readonly Node[]> => {
  const all = await Promise.all([startNode(), startNode(), startNode()]);
  await Promise.all(all.map((node) => ask(node, 1)));
  await sleep(1100);
  twilio.play(() => call(1));
  return all;
};

let asked = 0;
/** Asks for so many calls, each a transaction of its own; answers the errors, or nothing if the node ends before. */
const ask = async (node: Node, count: number): Promise<unknown> => {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const ids = Array.from({ length: count }, () =>
    Buffer.from(`Call:${ACCOUNT}/${sid('CA', asked++)}`).toString('base64url'),
  );
  try {
    const response = await fetch(node.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables: { ids } }),
    });
    return (await response.json()).errors ?? [];
  } catch {
    return undefined;
  }
};

/** Moments, as numbers of performance.now(), at which requests arrived between two others. */
const arrivals = (from = 0, to = Number.POSITIVE_INFINITY) =>
  twilio.seen.map(({ at }) => at).filter((at) => at >= from && at < to);
const densest = (all: readonly number[]): number =>
  Math.max(0, ...all.map((start, i) => all.slice(i).filter((at) => at - start < 1000 - JITTER_MS).length));
const says = (node: Node, event: string) => expect.poll(node.err, { timeout: 10_000 }).toContain(`"event":"${event}"`);
const saysAgain = (node: Node, event: string, times: number) =>
  expect.poll(() => node.err().split(`"event":"${event}"`).length - 1, { timeout: 10_000 }).toBe(times);

test('three together never start more than the limit, and nearly that many', async () => {
  const all = await three();
  const answers = await Promise.all(all.map((node) => ask(node, 60)));
  expect(answers).toEqual([[], [], []]);
  const seen = arrivals();
  expect(seen).toHaveLength(180);
  expect(densest(seen)).toBeLessThanOrEqual(LIMIT);
  const [first = 0] = seen;
  expect(seen.filter((at) => at - first < 500).length).toBe(LIMIT);
  const seconds = ((seen[160] ?? 0) - first) / 1000;
  expect(160 / seconds).toBeGreaterThan(LIMIT * 0.9);
});

test('one alone may use all of it', async () => {
  const [node] = await three();
  expect(await ask(node as Node, 41)).toEqual([]);
  const seen = arrivals();
  const [first = 0] = seen;
  expect(seen.filter((at) => at - first < 500).length).toBe(LIMIT);
  expect((seen.at(-1) ?? 0) - first).toBeLessThan(4000);
  expect(densest(seen)).toBeLessThanOrEqual(LIMIT);
});

test('each account has a limit of its own in Redis', async () => {
  await startNode();
  expect(await redis.command('KEYS', '*_settings')).toBe(`b_twilio-graphql:${ACCOUNT}_settings`);
});

test('who is killed in mid-flight gives its slots back within 5 s', async () => {
  const [victim, ...others] = await three();
  ask(victim as Node, 100);
  await expect.poll(() => arrivals().length).toBeGreaterThanOrEqual(LIMIT);
  victim?.child.kill('SIGKILL');
  await victim?.ended;
  const killed = performance.now();
  for (const node of others) ask(node, 400);
  const returned = () => arrivals(killed).at(LIMIT * 0.9) ?? Number.POSITIVE_INFINITY;
  await expect.poll(returned, { timeout: 8000, interval: 50 }).toBeLessThan(killed + 5000 + JITTER_MS);
  await sleep(2000);
  expect(densest(arrivals(performance.now() - 2000))).toBeGreaterThanOrEqual(LIMIT * 0.9);
  expect(densest(arrivals())).toBeLessThanOrEqual(LIMIT);
});

describe('without Redis', () => {
  const busy = async () => {
    const all = await three();
    // Each has seen the others.
    await sleep(1000);
    for (const node of all) ask(node, 1000);
    await sleep(2500);
    return all;
  };
  /** What three of them start in a second, each with its part of the limit. */
  const APART = 3 * Math.floor(LIMIT / 3);

  test('stopped: all go on with their part at once, and come back by themselves', async () => {
    const all = await busy();
    await redis.stop();
    const stopped = performance.now();
    await Promise.all(all.map((node) => says(node, 'limit divided')));
    expect(performance.now() - stopped).toBeLessThan(1000);
    await sleep(4000);
    const apart = arrivals(stopped + 1100, stopped + 4000);
    expect(densest(apart)).toBeLessThanOrEqual(APART);
    expect(densest(apart)).toBeGreaterThanOrEqual(APART * 0.8);
    await redis.start();
    const back = performance.now();
    await Promise.all(all.map((node) => saysAgain(node, 'limit shared', 2)));
    expect(performance.now() - back).toBeLessThan(5000);
    const again = performance.now();
    await sleep(4000);
    expect(densest(arrivals(again + 1100))).toBeLessThanOrEqual(LIMIT);
    expect(densest(arrivals(again + 1100))).toBeGreaterThanOrEqual(LIMIT * 0.9);
    expect(densest(arrivals())).toBeLessThanOrEqual(2 * LIMIT);
  });

  test('restarted at once, and so empty: never more than twice the limit, soon the limit again', async () => {
    const all = await busy();
    await redis.stop();
    await redis.start();
    await Promise.all(all.map((node) => saysAgain(node, 'limit shared', 2)));
    await sleep(3000);
    expect(densest(arrivals())).toBeLessThanOrEqual(2 * LIMIT);
    expect(densest(arrivals(performance.now() - 2000))).toBeLessThanOrEqual(LIMIT);
    expect(densest(arrivals(performance.now() - 2000))).toBeGreaterThanOrEqual(LIMIT * 0.9);
  });

  test('flushed: the same', async () => {
    const all = await busy();
    await redis.command('FLUSHALL');
    await Promise.all(all.map((node) => saysAgain(node, 'limit shared', 2)));
    await sleep(3000);
    expect(densest(arrivals())).toBeLessThanOrEqual(2 * LIMIT);
    expect(densest(arrivals(performance.now() - 2000))).toBeLessThanOrEqual(LIMIT);
    expect(densest(arrivals(performance.now() - 2000))).toBeGreaterThanOrEqual(LIMIT * 0.9);
  });

  test('frozen: noticed within two seconds', async () => {
    const all = await busy();
    redis.signal('SIGSTOP');
    const frozen = performance.now();
    await Promise.all(all.map((node) => says(node, 'limit divided')));
    expect(performance.now() - frozen).toBeLessThan(2500);
    const apart = performance.now();
    await sleep(2500);
    expect(densest(arrivals(apart + 1100))).toBeGreaterThanOrEqual(APART * 0.8);
    expect(densest(arrivals())).toBeLessThanOrEqual(2 * LIMIT);
    redis.signal('SIGCONT');
    await Promise.all(all.map((node) => saysAgain(node, 'limit shared', 2)));
  });

  test('never there: a process starts all the same', async () => {
    await redis.stop();
    const node = await startNode();
    expect(await ask(node, 5)).toEqual([]);
    await redis.start();
    await says(node, 'limit shared');
    expect(await ask(node, 5)).toEqual([]);
    node.child.kill('SIGTERM');
    expect(await node.ended).toBe(0);
  });
});
