/** The store in a real Redis, and what it says while Redis is away. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRedisStore } from '../../src/store/index.ts';
import { journalCases } from '../support/journalCases.ts';
import { prepareRedis } from '../support/redis.ts';
import { expectStoreError, storeCases } from '../support/storeCases.ts';

const redis = await prepareRedis();
beforeAll(() => redis.start());
afterAll(() => redis.stop());

storeCases(() => openRedisStore(redis.url));
journalCases(() => openRedisStore(redis.url));

test('while Redis is away each operation fails, and goes on when it is back', async () => {
  const store = await openRedisStore(redis.url);
  await store.insert('entries', 'before', 1);
  await redis.stop();
  await expectStoreError(store.insert('entries', 'while', 1));
  await redis.start();
  await expect.poll(() => store.insert('entries', 'after', 1).catch(() => false)).toBe(true);
  await store.close();
});
