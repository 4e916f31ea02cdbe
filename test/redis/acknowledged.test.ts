/** Two servers that have one Redis: a read of one is not joined after the other has acknowledged a write. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { interleave } from '../support/acknowledged.ts';
import { closedAfterAll } from '../support/hooks.ts';
import { prepareRedis } from '../support/redis.ts';
import { startAgainst, type TestServer } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const redis = await prepareRedis();
const twilio = closedAfterAll(await startStandIn());
const servers: TestServer[] = [];
beforeAll(async () => {
  await redis.start();
  for (let i = 0; i < 2; i++) servers.push(await startAgainst(twilio.url, { REDIS_URL: redis.url }));
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await redis.stop();
});

test.each([1, 2, 3, 4, 5, 6])('%i', async (seed) => {
  const { reads, sent } = await interleave(
    twilio,
    servers.map(({ url }) => url),
    seed,
  );
  expect(sent).toBeGreaterThan(0);
  expect(reads).toBeGreaterThan(20);
});
