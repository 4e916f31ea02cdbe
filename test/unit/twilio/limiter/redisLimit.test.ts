/** A limit that is shared: the limiter takes a slot of it for each start, and keeps to its part where there are none. */
import { expect, test } from 'vitest';
import { Limiter, type SharedLimit, type Slot, WINDOW_MS } from '../../../../src/twilio/limiter/limiter.ts';
import { RedisLimit } from '../../../../src/twilio/limiter/redisLimit.ts';

test.each([
  [
    { perSecond: 100, nodes: 3 },
    { count: 33, withinMs: WINDOW_MS },
  ],
  [
    { perSecond: 3, nodes: 3 },
    { count: 1, withinMs: WINDOW_MS },
  ],
  [
    { perSecond: 2, nodes: 5 },
    { count: 1, withinMs: WINDOW_MS * 2.5 },
  ],
])('the part of one process: %j', (limit, share) => {
  const alone = new RedisLimit({ redis: 'redis://127.0.0.1:1', scope: 'x', onChange: () => {}, ...limit });
  expect([alone.share, alone.bound]).toEqual([share, share]);
});

/** A shared limit in the hands of the test. */
const stage = (onStart = (_count: number) => {}) => {
  const state = { strict: false, taken: 0, given: 0, epoch: 0, waiting: [] as (() => void)[] };
  const share = { count: 2, withinMs: WINDOW_MS };
  const shared: SharedLimit = {
    share,
    get bound() {
      return state.strict ? share : undefined;
    },
    take: () => {
      const { epoch } = state;
      const slot: Slot = {
        get isValid() {
          return epoch === state.epoch;
        },
        release: () => state.given++,
      };
      if (state.strict) return Promise.resolve(slot);
      return new Promise((resolve) => {
        state.waiting.push(() => {
          state.taken++;
          resolve(slot);
        });
      });
    },
  };
  const limiter = new Limiter(10, { shared });
  const starts: number[] = [];
  const ask = () =>
    limiter.schedule(async (sent) => {
      starts.push(performance.now());
      onStart(starts.length);
      sent();
    });
  return { state, starts, ask };
};

test('nothing starts without a slot, and each slot is given back a window after its start', async () => {
  const { state, starts, ask } = stage();
  const all = Promise.all([ask(), ask(), ask()]);
  await expect.poll(() => state.waiting.length).toBe(3);
  expect(starts).toHaveLength(0);
  for (const give of state.waiting.splice(0)) give();
  await all;
  expect(starts).toHaveLength(3);
  expect(state.given).toBe(0);
  await expect.poll(() => state.given).toBe(3);
});

test('when it cannot be shared any more, each goes on with its part, and counts what has started before', async () => {
  const { state, starts, ask } = stage();
  const all = [ask(), ask(), ask(), ask()];
  await expect.poll(() => state.waiting.length).toBe(4);
  state.waiting.shift()?.();
  await all[0];
  Object.assign(state, { strict: true, epoch: 1 });
  for (const abandoned of state.waiting.splice(0)) abandoned();
  await Promise.all(all);
  for (const i of [2, 3]) expect((starts[i] ?? 0) - (starts[i - 2] ?? 0)).toBeGreaterThanOrEqual(WINDOW_MS - 1);
});

test('when it is shared again, nothing starts with what was good for the time apart', async () => {
  const { state, starts, ask } = stage((count) => {
    if (count === 2) Object.assign(state, { strict: false, epoch: 1 });
  });
  state.strict = true;
  const all = [ask(), ask(), ask()];
  // The third has a slot of the time apart; it asks for one of the shared limit instead.
  await expect.poll(() => state.waiting.length).toBeGreaterThan(0);
  expect(starts).toHaveLength(2);
  for (const give of state.waiting.splice(0)) give();
  await Promise.all(all);
  expect(starts).toHaveLength(3);
});
