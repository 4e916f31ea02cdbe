/** Many more requests than the limit allows, and clients that leave: what is answered, refused and freed. */
import { expect, test } from 'vitest';
import { closedAfterTest } from '../support/hooks.ts';
import { call, sid } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';
import { type Seen, startStandIn } from '../support/standIn.ts';

const asked = ({ path }: Seen) => call(1, { sid: /CA[0-9a-f]{32}/.exec(path)?.[0] });
const one = (n: number) => `{ call(sid: "${sid('CA', n)}") { sid } }`;

test('far above the limit, every request that is sent is a good answer, and the others are refused with a time to come again', async () => {
  const twilio = closedAfterTest(await startStandIn());
  const server = closedAfterTest(
    await startAgainst(twilio.url, { TWILIO_QUEUE_WAIT_MS: '2000', TWILIO_TPS_PER_NODE: '5' }),
  );
  twilio.play(asked);
  const answers = Array.from({ length: 400 }, (_, n) => server.ask(one(n)));
  expect((await fetch(new URL('/health/live', server.url))).status).toBe(200);
  const ended = await Promise.all(answers);
  const good = ended.filter(({ errors }) => errors.length === 0);
  const refused = ended.filter(({ errors }) => errors.length > 0);
  for (const { errors } of refused)
    expect(errors[0]?.extensions).toEqual({ code: 'THROTTLED', retryAfter: expect.any(Number) });
  expect(good).toHaveLength(twilio.seen.length);
  expect(good.length).toBeGreaterThanOrEqual(5);
  expect(refused.length).toBeGreaterThan(0);
});

test('200 clients that hang on a stalled upstream and leave free all that they held', async () => {
  const twilio = closedAfterTest(await startStandIn());
  const server = closedAfterTest(await startAgainst(twilio.url));
  let open = 0;
  twilio.play(() => (response) => {
    open++;
    response.once('close', () => open--);
  });
  const leaving = new AbortController();
  const clients = Array.from({ length: 200 }, (_, n) => server.ask(one(n), {}, leaving.signal).catch(() => 'left'));
  await expect.poll(() => open).toBe(200);
  leaving.abort();
  expect(new Set(await Promise.all(clients))).toEqual(new Set(['left']));
  await expect.poll(() => open).toBe(0);
  twilio.play(asked);
  expect((await server.ask(one(1000))).data).toEqual({ call: { sid: sid('CA', 1000) } });
  expect(twilio.seen).toHaveLength(1);
});
