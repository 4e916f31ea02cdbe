/** A host of Twilio that fails completely: it is left alone, its clients are told at once, and it is found again. */
import { expect, test } from 'vitest';
import { Limiter } from '../../src/twilio/limiter/index.ts';
import { Transport } from '../../src/twilio/transport/index.ts';
import { closedAfterTest, serverWithStandIn } from '../support/hooks.ts';
import { call, message, sid } from '../support/rows.ts';
import type { Seen } from '../support/standIn.ts';

const { twilio, server } = await serverWithStandIn();
const down = () => [503, { message: 'Service Unavailable' }] as [number, object];
const works = ({ method, path: at }: Seen) =>
  method === 'POST' ? ([201, message(1)] as [number, object]) : call(Number.parseInt(at.slice(-37, -5), 16));

let calls = 0;
const ask = () => server.ask(`{ call(sid: "${sid('CA', ++calls)}") { __typename } }`);
const metric = async (name: string) => {
  const text = await (await fetch(new URL('/metrics', server.url))).text();
  return Number(new RegExp(`^twilio_graphql_${name}\\{[^}]*host="api.twilio.com"[^}]*\\} (\\d+)`, 'm').exec(text)?.[1]);
};

test('retries keep to their budget: a hundred reads that fail are at most a tenth more requests', async () => {
  twilio.play(down);
  const fields = Array.from({ length: 100 }, (_, n) => `c${n}: call(sid: "${sid('CA', 5000 + n)}") { __typename }`);
  const { errors, extensions } = await server.ask(`{ ${fields.join(' ')} }`);
  expect([errors.length, extensions.omittedErrors]).toEqual([20, 80]);
  expect(twilio.seen.length).toBeGreaterThan(100);
  expect(twilio.seen.length).toBeLessThanOrEqual(110);
});

test('opens when nothing but failures comes, refuses reads and writes before anything is sent, and closes again', async () => {
  twilio.play(down);
  // How soon, circuitBreaker.test.ts says: there the clock is the test's.
  const codeNow = async () => (await ask()).errors[0]?.extensions.code;
  await expect.poll(codeNow, { interval: 100 }).toBe('UPSTREAM_UNAVAILABLE');
  expect(await metric('circuit_breaker_state')).toBe(2);
  expect(await metric('circuit_breaker_opened_total')).toBe(1);
  expect(server.logged).toContainEqual(expect.objectContaining({ event: 'circuit breaker opened' }));

  twilio.seen.length = 0;
  const refused = await server.ask(
    `mutation { messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "x" }) { message { sid } } }`,
  );
  expect(refused.errors[0]?.extensions).toEqual({ code: 'UPSTREAM_UNAVAILABLE', retryAfter: expect.any(Number) });
  expect((await ask()).errors).toMatchObject([{ path: ['call'], extensions: { retryAfter: expect.any(Number) } }]);
  expect(twilio.seen).toEqual([]);

  twilio.play(works);
  await expect.poll(codeNow, { interval: 100 }).toBeUndefined();
  // The probe, which brought the answer.
  expect(twilio.seen).toHaveLength(1);
  expect(await metric('circuit_breaker_state')).toBe(0);
});

const SEND = `mutation { messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "x" }) { message { sid } } }`;

test('one write that fails, with all lookups after it, says nothing about the host', async () => {
  twilio.play(down);
  expect((await server.ask(SEND)).errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
  expect(twilio.seen.length).toBeGreaterThan(4);
  expect(await metric('circuit_breaker_state')).toBe(0);
  twilio.play(works);
  expect((await ask()).errors).toEqual([]);
});

test('writes that fail say nothing about the host either: each may fail because of what was written', async () => {
  twilio.play(down);
  const failedAt = performance.now();
  do {
    expect((await server.ask(SEND)).errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
  } while (performance.now() - failedAt < 4000);
  expect(await metric('circuit_breaker_state')).toBe(0);
  twilio.play(works);
  expect((await ask()).errors).toEqual([]);
});

test('what is queued for a host that has failed is refused with the next turn, and other hosts go on', async () => {
  const transport = closedAfterTest(
    new Transport({ limiter: new Limiter(4), origin: new URL(twilio.url), timeoutMs: 5000 }),
  );
  const get = (host: string) =>
    transport.request({ method: 'GET', uri: `https://${host}.twilio.com/x` }).then(
      () => 'OK',
      ({ code }) => code,
    );
  twilio.play(({ headers }) => (headers.host === 'verify.twilio.com' ? down() : {}));
  const failing = Array.from({ length: 200 }, () => get('verify'));
  expect(await failing.at(-1)).toBe('UPSTREAM_UNAVAILABLE');
  // All others are refused with it, and not one after the other with a turn each.
  const refused = (await Promise.all(failing)).filter((code) => code === 'UPSTREAM_UNAVAILABLE').length;
  expect(refused).toBeGreaterThan(100);
  expect(twilio.seen.length).toBeLessThan(100);
  expect(await get('api')).toBe('OK');
  expect(await get('verify')).toBe('UPSTREAM_UNAVAILABLE');
});
