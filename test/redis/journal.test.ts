/** The journal of three processes in one Redis: one POST for one key, and nothing is sent while Redis is away. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closedAfterAll, closedAfterTest } from '../support/hooks.ts';
import { keep, works } from '../support/keepingTwilio.ts';
import { newState } from '../support/keys.ts';
import { killStages } from '../support/killStages.ts';
import { othersFirst } from '../support/queue.ts';
import { prepareRedis } from '../support/redis.ts';
import { number, page } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const redis = await prepareRedis();
beforeAll(() => redis.start());
afterAll(() => redis.stop());
const twilio = closedAfterAll(await startStandIn());
const posts = () => twilio.seen.filter(({ method }) => method === 'POST');
const node = async (more: Record<string, string> = {}) =>
  closedAfterTest(await startAgainst(twilio.url, { REDIS_URL: redis.url, ...more }));
const SEND = `mutation($key: String!) { messageCreate(idempotencyKey: $key, input: { to: "+15550100002", from: "+15550100001", body: "x" }) {
  message { sid } userErrors { code } } }`;

test('a hundred of one key at once over three nodes are one POST and one answer', async () => {
  const accepted = keep(twilio, () => works);
  const nodes = [await node(), await node(), await node()];
  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => nodes[i % 3]?.ask(SEND, { key: 'hundred' })));
  expect(new Set(answers.map((answer) => answer?.data?.messageCreate?.message?.sid))).toEqual(
    new Set([accepted[0]?.row.sid]),
  );
  expect(posts()).toHaveLength(1);
});

test('Redis goes away while a send waits: it is not sent, and its key can be used again', async () => {
  keep(twilio, () => works);
  const slow = await node({ TWILIO_TPS_PER_NODE: '1' });
  const OUTCOME = 'query($key: String!) { operation(idempotencyKey: $key) { state } }';
  const state = async () => (await slow.ask(OUTCOME, { key: 'waits' })).data?.operation?.state;
  const { gone } = await othersFirst(slow);
  const waiting = slow.ask(SEND, { key: 'waits' });
  await expect.poll(state).toBe('QUEUED');
  await redis.stop();
  expect((await waiting).errors).toMatchObject([{ extensions: { code: 'STORE_UNAVAILABLE' } }]);
  expect(posts()).toHaveLength(0);
  gone.abort();
  // It keeps nothing on disk: the key is as good as new.
  await redis.start();
  await expect
    .poll(async () => (await slow.ask(SEND, { key: 'waits' })).data?.messageCreate?.message?.sid)
    .toBeTruthy();
  expect(posts()).toHaveLength(1);
});

test('two processes that buy one number at the same moment buy it once', async () => {
  const sold: object[] = [];
  twilio.play(({ method }) => {
    if (method === 'GET') return page('incoming_phone_numbers', sold as Record<string, unknown>[]);
    sold.push(number(1));
    return [201, number(1)];
  });
  const nodes = [await node(), await node()];
  const BUY =
    'mutation { incomingPhoneNumberCreate(input: { phoneNumber: "+15550100002" }) { userErrors { code message } } }';
  const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => nodes[i % 2]?.ask(BUY)));
  const refusals = answers.flatMap((answer) => answer?.data.incomingPhoneNumberCreate.userErrors);
  expect(refusals).toHaveLength(9);
  for (const { message } of refusals) expect(message).toContain('already yours');
  expect(posts()).toHaveLength(1);
});

killStages(() => ({ REDIS_URL: redis.url, TWILIO_GRAPHQL_STATE: newState() }));
