/** The limiter as Twilio would see it: arrivals at a stand-in, none of them from the server's own word. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, message, page, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst } from '../support/server.ts';
import { type Script, type StandIn, startStandIn } from '../support/standIn.ts';

let twilio: StandIn;
beforeAll(async () => {
  twilio = await startStandIn();
});
afterAll(() => twilio.close());

const gets = (from: number, count: number) =>
  `{ ${Array.from({ length: count }, (_, i) => `c${i}: call(sid: "${sid('CA', from + i)}") { sid }`).join(' ')} }`;

/** How late the stand-in, which shares this process, may see an arrival. */
const JITTER_MS = 50;
/** The most arrivals in any second. */
const densest = (arrivals: readonly number[]): number =>
  Math.max(...arrivals.map((start, i) => arrivals.slice(i).filter((at) => at - start < 1000 - JITTER_MS).length));

test('25 at once after idle, never more in any second, in order, and close to 25 a second', {
  timeout: 20_000,
}, async () => {
  const server = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '25' });
  twilio.play(() => call(1));
  const { errors } = await server.ask(gets(0, 130));
  expect(errors).toEqual([]);
  const arrivals = twilio.seen.map(({ at }) => at);
  expect(arrivals).toHaveLength(130);
  expect(densest(arrivals)).toBeLessThanOrEqual(25);
  expect((arrivals[24] ?? 0) - (arrivals[0] ?? 0)).toBeLessThan(500);
  const seconds = ((arrivals[125] ?? 0) - (arrivals[0] ?? 0)) / 1000;
  expect(125 / seconds).toBeGreaterThan(24);
  const order = twilio.seen.map(({ path }) => Number.parseInt(path.slice(-10, -5), 16));
  const generations = order.map((n) => Math.floor(n / 25));
  expect(generations).toEqual([...generations].sort((a, b) => a - b));
  await server.close();
});

test('retries count too', { timeout: 20_000 }, async () => {
  const server = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '2' });
  twilio.play((_request, index) => (index < 3 ? [429, { code: 20429, message: 'Slow down', status: 429 }] : call(1)));
  const { data } = await server.ask(gets(0, 1));
  expect(data.c0.sid).toBe(sid('CA'));
  expect(densest(twilio.seen.map(({ at }) => at))).toBeLessThanOrEqual(2);
  await server.close();
});

const SEND = 'mutation { messageCreate(input: { to: "+1555", from: "+1555", body: "x" }) { message { sid } } }';
const answer: Script = ({ method }) => (method === 'POST' ? [201, message(1)] : call(1));

describe('fair', () => {
  test('a caller with 2,000 waiting holds up nobody, and uses no transaction once it has gone', {
    timeout: 20_000,
  }, async () => {
    const settings = { TWILIO_TPS_PER_NODE: '25', TWILIO_MAX_COST: '5000', TWILIO_QUEUE_WAIT_MS: '120000' };
    const server = await startAgainst(twilio.url, settings);
    twilio.play(answer);
    const leaving = new AbortController();
    const ids = Array.from({ length: 2000 }, (_, i) =>
      Buffer.from(`Call:${ACCOUNT}/${sid('CA', i)}`).toString('base64url'),
    );
    const wanted = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const greedy = server.ask(wanted, { ids }, leaving.signal).catch(() => 'left');
    await expect.poll(() => twilio.seen.length).toBe(25);
    for (let i = 0; i < 5; i++) {
      const asked = performance.now();
      const { errors } = await server.ask(gets(5000 + i, 1));
      expect(errors).toEqual([]);
      expect(performance.now() - asked).toBeLessThan(1000 + 500);
      await sleep(400);
    }
    const asked = performance.now();
    await server.ask(SEND);
    expect(performance.now() - asked).toBeLessThan(1000 + 500);
    leaving.abort();
    expect(await greedy).toBe('left');
    await sleep(1000);
    const then = twilio.seen.length;
    await sleep(1200);
    expect(twilio.seen.length).toBe(then);
    await server.close();
  });

  test('writes that cost money go before reads, and reads before the pages of a search', {
    timeout: 20_000,
  }, async () => {
    const server = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '2' });
    const next = '/2010-04-01/Accounts/x/Messages.json?Page=';
    twilio.play((request, index) => {
      if (!request.path.endsWith('Messages.json')) return answer(request, index);
      const number = Number(request.query.get('Page') ?? 0);
      return request.method === 'POST'
        ? [201, message(1)]
        : page('messages', [message(number)], number < 8 ? `${next}${number + 1}` : null);
    });
    const search = Array.from({ length: 8 }, () => server.ask('{ messages { totalCount } }'));
    await expect.poll(() => twilio.seen.length).toBeGreaterThanOrEqual(2);
    const reads = server.ask(gets(0, 6));
    await sleep(100);
    const write = server.ask(SEND);
    await Promise.all([...search, reads, write]);
    const order = twilio.seen.slice(2).map(({ method, path }) => {
      if (method === 'POST') return 'paid';
      return path.endsWith('Messages.json') ? 'scan' : 'read';
    });
    expect(order[0]).toBe('paid');
    expect(order.slice(1, 8).filter((kind) => kind === 'read').length).toBeGreaterThanOrEqual(5);
    await server.close();
  });

  test('who asks for what another has begun to ask for does not wait for the other', {
    timeout: 20_000,
  }, async () => {
    const server = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '5' });
    twilio.play(answer);
    const leaving = new AbortController();
    const greedy = server.ask(gets(0, 100), {}, leaving.signal).catch(() => 'left');
    await expect.poll(() => twilio.seen.length).toBe(5);
    const asked = performance.now();
    const { data } = await server.ask(gets(95, 1));
    expect(data.c0.sid).toBe(sid('CA'));
    expect(performance.now() - asked).toBeLessThan(1500);
    leaving.abort();
    await greedy;
    await server.close();
  });
});

describe('bounded', () => {
  test('what the queue cannot take is refused at once, and says when to try again', async () => {
    const server = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '5', TWILIO_QUEUE_LIMIT: '8' });
    twilio.play(answer);
    const some = server.ask(gets(100, 5));
    await expect.poll(() => twilio.seen.length).toBe(5);
    const many = server.ask(gets(0, 20));
    await sleep(200);
    const asked = performance.now();
    const refused = await server.ask(SEND);
    expect(performance.now() - asked).toBeLessThan(300);
    const [error] = refused.errors;
    expect(error?.extensions).toEqual({ code: 'THROTTLED', retryAfter: expect.any(Number) });
    expect(error?.extensions.retryAfter).toBeGreaterThanOrEqual(1);
    expect((await some).errors).toEqual([]);
    const { errors } = await many;
    expect(errors.length).toBe(12);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['THROTTLED']));
    expect(twilio.seen.some(({ method }) => method === 'POST')).toBe(false);
    await server.close();
  });

  test('a write that waits is not sent when its client has gone', async () => {
    const server = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '1' });
    twilio.play(answer);
    await server.ask(gets(0, 1));
    await expect(server.ask(SEND, {}, AbortSignal.timeout(200))).rejects.toThrow();
    await server.ask(gets(1, 1));
    expect(twilio.seen.map(({ method }) => method)).toEqual(['GET', 'GET']);
    await server.close();
  });
});
