/** The limiter as Twilio would see it: arrivals at a stand-in, none of them from the server's own word. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, sid } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';
import { type StandIn, startStandIn } from '../support/standIn.ts';

let twilio: StandIn;
beforeAll(async () => {
  twilio = await startStandIn();
});
afterAll(() => twilio.close());

const gets = (from: number, count: number) =>
  `{ ${Array.from({ length: count }, (_, i) => `c${i}: call(sid: "${sid('CA', from + i)}") { sid }`).join(' ')} }`;

/** How late the stand-in, which shares this process, may see an arrival. */
const JITTER_MS = 15;
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
