/** Who shares a read, and for how long. */
import { expect, test } from 'vitest';
import { Cancellation } from '../../../../src/cancellation.ts';
import { ApiError } from '../../../../src/errors.ts';
import type { Caller } from '../../../../src/twilio/limiter/caller.ts';
import { RequestCoalescer } from '../../../../src/twilio/transport/coalescer.ts';

/** Reads that end when the test says so. */
const reads = () => {
  const started: { caller: Caller; resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const start = (caller: Caller) =>
    new Promise<string>((resolve, reject) => {
      started.push({ caller, resolve, reject });
    });
  return { started, start };
};
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const late = new ApiError('UPSTREAM_TIMEOUT', 'late');

test('equal reads are one, and each answer is handed on at once', async () => {
  const coalescer = new RequestCoalescer();
  const { started, start } = reads();
  const both = [coalescer.share('a', {}, start), coalescer.share('a', {}, start)];
  expect(started).toHaveLength(1);
  started[0]?.resolve('one');
  expect(await Promise.all(both)).toEqual(['one', 'one']);
  coalescer.share('a', {}, start);
  expect(started).toHaveLength(2);
});

test('a read is not joined after a write', () => {
  const coalescer = new RequestCoalescer();
  const { started, start } = reads();
  coalescer.share('a', {}, start);
  coalescer.invalidate();
  coalescer.share('a', {}, start);
  expect(started).toHaveLength(2);
});

test('where others write to the account, a read is joined only until it is sent', () => {
  const coalescer = new RequestCoalescer({ untilSent: true });
  const { started, start } = reads();
  coalescer.share('a', {}, start);
  coalescer.share('a', {}, start);
  expect(started).toHaveLength(1);
  started[0]?.caller.onSent?.();
  coalescer.share('a', {}, start);
  expect(started).toHaveLength(2);
});

test('a caller that joins late keeps its own deadline; those that join together share again', async () => {
  const coalescer = new RequestCoalescer();
  const { started, start } = reads();
  const first = coalescer.share('a', {}, start);
  const others = [coalescer.share('a', {}, start), coalescer.share('a', {}, start)];
  started[0]?.reject(late);
  await expect(first).rejects.toBe(late);
  await settled();
  expect(started).toHaveLength(2);
  started[1]?.resolve('in time');
  expect(await Promise.all(others)).toEqual(['in time', 'in time']);
});

test('a read lasts as long as the latest deadline of those who wait for it', () => {
  const coalescer = new RequestCoalescer();
  const { started, start } = reads();
  for (const deadline of [2000, 9000, 4000]) {
    const signal = new Cancellation();
    signal.deadline = deadline;
    coalescer.share('a', { signal }, start);
  }
  expect(started).toHaveLength(1);
  expect(started[0]?.caller.signal).toMatchObject({ deadline: 9000 });
});

test('a write through one connection ends the sharing of reads of all', () => {
  const ofProcess = new Set<RequestCoalescer>();
  const [one, other] = [new RequestCoalescer({ ofProcess }), new RequestCoalescer({ ofProcess })];
  const { started, start } = reads();
  one.share('a', {}, start);
  other.invalidate();
  one.share('a', {}, start);
  expect(started).toHaveLength(2);
});

test('a caller that joined two failed reads gets the error', async () => {
  const coalescer = new RequestCoalescer();
  const { started, start } = reads();
  coalescer.share('a', {}, start).catch(() => {});
  const other = coalescer.share('a', {}, start);
  started[0]?.reject(late);
  await settled();
  started[1]?.reject(late);
  await expect(other).rejects.toBe(late);
  expect(started).toHaveLength(2);
});

test('any other failure is everybody’s', async () => {
  const coalescer = new RequestCoalescer();
  const { started, start } = reads();
  const both = [coalescer.share('a', {}, start), coalescer.share('a', {}, start)];
  started[0]?.reject(new ApiError('NOT_FOUND', 'no'));
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(started).toHaveLength(1);
});

test('a read is aborted only when nobody waits for it', async () => {
  const coalescer = new RequestCoalescer();
  const { started, start } = reads();
  const signals = [new Cancellation(), new Cancellation()];
  const both = signals.map((signal) => coalescer.share('a', { signal }, start).catch(() => 'left'));
  signals[0]?.abort();
  expect(started[0]?.caller.signal?.aborted).toBe(false);
  signals[1]?.abort();
  expect(started[0]?.caller.signal?.aborted).toBe(true);
  expect(await Promise.all(both)).toEqual(['left', 'left']);
});
