/** The limiter by itself: what it refuses, who leaves, and that a long queue costs next to nothing. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Caller, Subscribers } from '../../../../src/twilio/limiter/caller.ts';
import { Limiter, type LimiterOptions } from '../../../../src/twilio/limiter/limiter.ts';

/** A limiter whose transactions end at once, and the order in which they began. Time may stand still or leap: none is measured. */
const stage = (perSecond: number, options?: LimiterOptions, onStart = (_names: readonly string[]) => {}) => {
  const limiter = new Limiter(perSecond, options);
  const names: string[] = [];
  const run = (name: string, caller?: Caller) =>
    limiter.schedule(async (sent) => {
      names.push(name);
      onStart(names);
      sent();
      return name;
    }, caller);
  return { limiter, run, names };
};
const caller = (more: Caller = {}): Caller => ({ request: {}, ...more });
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error) => error.extensions?.code ?? error,
  );

test('the longest queue refuses one more at once, with the time after which to try again', async () => {
  const { run, limiter, names } = stage(2, { queueLimit: 3 });
  const all = Array.from({ length: 10 }, (_, i) => run(String(i)));
  const refused = await Promise.allSettled(all.slice(3));
  // Before more than the first second's had their turn.
  expect(names.length).toBeLessThanOrEqual(2);
  for (const each of refused)
    expect(each).toMatchObject({
      reason: { code: 'THROTTLED', message: expect.stringContaining('Nothing was sent'), details: { retryAfter: 1 } },
    });
  expect(refused[0]).not.toHaveProperty('reason.details.outcome');
  expect(await Promise.all(all.slice(0, 3))).toEqual(['0', '1', '2']);
  expect(limiter.available).toBeLessThanOrEqual(2);
});

test('what would wait too long is refused at once, by the turns of its caller', async () => {
  const { run, limiter } = stage(10, { queueWaitMs: 1500 });
  const [greedy, modest] = [caller(), caller()];
  const codes = Promise.all(Array.from({ length: 100 }, (_, i) => codeOf(run(`g${i}`, greedy))));
  // Before anything has started: the others are refused already.
  const admitted = limiter.queued;
  expect(admitted).toBeGreaterThanOrEqual(12);
  expect(admitted).toBeLessThanOrEqual(30);
  expect(await codeOf(run('m', modest))).toBe('done');
  expect((await codes).filter((code) => code === 'THROTTLED').length).toBeGreaterThanOrEqual(100 - admitted);
});

test('what has waited too long is refused then', async () => {
  const { run, limiter, names } = stage(1, { queueWaitMs: 300 });
  // Never gets on the wire, which nobody could expect.
  await new Promise<void>((started) => {
    limiter.schedule(() => new Promise(() => started()));
  });
  const started = performance.now();
  expect(await codeOf(run('waits'))).toBe('THROTTLED');
  expect(performance.now() - started).toBeGreaterThan(250);
  expect(names).toEqual([]);
});

test('who has gone frees its place without a transaction', async () => {
  const { run, names } = stage(1);
  const leaving = new AbortController();
  const first = run('first');
  const gone = Array.from({ length: 50 }, (_, i) => codeOf(run(`gone${i}`, caller({ signal: leaving.signal }))));
  const last = run('last');
  leaving.abort();
  expect(new Set(await Promise.all(gone))).toEqual(new Set(['CANCELLED']));
  expect(await codeOf(run('late', caller({ signal: leaving.signal })))).toBe('CANCELLED');
  await Promise.all([first, last]);
  expect([...names].sort()).toEqual(['first', 'last']);
});

test('who joins a read that another began has it with his own turn', async () => {
  const subscribers = new Subscribers();
  const { run, names } = stage(5, {}, ({ length }) => {
    if (length === 5) subscribers.join(caller());
  });
  const leaving = new AbortController();
  const greedy = caller({ signal: leaving.signal });
  const queued = Array.from({ length: 25 }, (_, i) => codeOf(run(`g${i}`, greedy)));
  await run('shared', { ...greedy, subscribers });
  expect(names.indexOf('shared')).toBeLessThanOrEqual(5 + 1);
  leaving.abort();
  await Promise.all(queued);
});

test('100,000 that wait do not hold up another caller, and leave without a transaction', async () => {
  const { run, limiter, names } = stage(25, { queueLimit: 1_000_000, queueWaitMs: 1_000_000_000 });
  const leaving = new AbortController();
  const greedy = caller({ signal: leaving.signal });
  const all: Promise<unknown>[] = [];
  for (let i = 0; i < 100_000; i++) {
    all.push(codeOf(run('greedy', greedy)));
    if (i % 1000 === 0) await nextTurn();
  }
  const then = names.length;
  await run('modest', caller());
  expect(names.indexOf('modest') - then).toBeLessThanOrEqual(2);
  expect(limiter.available).toBe(0);
  leaving.abort();
  const codes = await Promise.all(all);
  const served = names.filter((name) => name === 'greedy').length;
  expect(codes.filter((code) => code === 'CANCELLED')).toHaveLength(100_000 - served);
});
