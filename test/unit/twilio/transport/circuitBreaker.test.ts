/** When a circuit breaker opens, what it refuses, and how it closes again. The clock is the test's. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError, type Code, type Details } from '../../../../src/errors.ts';
import type { BreakerState } from '../../../../src/events.ts';
import { CircuitBreaker } from '../../../../src/twilio/transport/circuitBreaker.ts';
import { RetryBudget } from '../../../../src/twilio/transport/retryBudget.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const states: BreakerState[] = [];
let breaker: CircuitBreaker;
beforeEach(() => {
  states.length = 0;
  breaker = new CircuitBreaker('api.twilio.com', (state) => states.push(state));
});

const passes = async (ms: number) => vi.advanceTimersByTime(ms);
const fails = (code: Code, details: Details = {}, tookMs = 0) =>
  breaker
    .run(async () => {
      await passes(tookMs);
      throw new ApiError(code, 'x', details);
    })
    .catch((error: ApiError) => error.code);
const works = () => breaker.run(async () => 'answer');
const down = async (count = 7, everyMs = 600) => {
  for (let i = 0; i < count; i++) {
    await fails('UPSTREAM_ERROR', { status: 503 });
    await passes(everyMs);
  }
};

test('opens within five seconds of a total failure, and says how long it will be open', async () => {
  await down();
  expect(states).toEqual(['open']);
  const objection = breaker.objection();
  expect(objection).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { retryAfter: expect.any(Number) } });
  expect(objection?.details.retryAfter).toBeLessThanOrEqual(3);
  const attempt = vi.fn();
  await expect(breaker.run(attempt)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(attempt).not.toHaveBeenCalled();
});

test('one request probes; it closes with an answer, and stays open without one', async () => {
  await down();
  await passes(3000);
  let answer = (_: unknown) => {};
  const probe = breaker.run(() => new Promise((resolve) => (answer = resolve)));
  expect(breaker.isProbing).toBe(true);
  await expect(works()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { retryAfter: 1 } });
  answer('back');
  expect(await probe).toBe('back');
  expect(await works()).toBe('answer');
  await down();
  await passes(3000);
  expect(await fails('UPSTREAM_TIMEOUT')).toBe('UPSTREAM_TIMEOUT');
  await expect(works()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  await passes(3000);
  // A caller that leaves in the middle of its probe has found out nothing.
  expect(await fails('CANCELLED')).toBe('CANCELLED');
  await expect(works()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  await passes(3000);
  expect(await fails('NOT_FOUND', { status: 404 })).toBe('NOT_FOUND');
  expect(await works()).toBe('answer');
  expect(states.filter((state) => state !== 'halfOpen')).toEqual(['open', 'closed', 'open', 'open', 'open', 'closed']);
});

describe('stays closed', () => {
  const neutral: [string, Code, Details][] = [
    ['401s of a subaccount', 'UNAUTHENTICATED', { status: 401 }],
    ['404s', 'NOT_FOUND', { status: 404 }],
    ['a page of HTML that says 404', 'UPSTREAM_ERROR', { status: 404 }],
    ['429s', 'RATE_LIMITED', { status: 429 }],
    ['answers that are too large', 'UPSTREAM_UNREADABLE', {}],
    ['clients that leave', 'CANCELLED', {}],
    ['clients with little time', 'OPERATION_TIMEOUT', {}],
  ];
  test.each(neutral)('over %s', async (_what, code, details) => {
    for (let i = 0; i < 50; i++) {
      expect(await fails(code, details)).toBe(code);
      await passes(600);
    }
    expect(states).toEqual([]);
  });
  test('over writes that fail', async () => {
    for (let i = 0; i < 50; i++) {
      const write = breaker.run(() => Promise.reject(new ApiError('UPSTREAM_ERROR', 'x', { status: 500 })), false);
      await expect(write).rejects.toMatchObject({ code: 'UPSTREAM_ERROR' });
      await passes(600);
    }
    expect(states).toEqual([]);
  });
  test('over a burst of failures', async () => {
    await down(100, 0);
    expect(states).toEqual([]);
  });
  test('over failures between answers', async () => {
    for (let i = 0; i < 50; i++) {
      await down(4);
      await works();
    }
    expect(states).toEqual([]);
  });
});

test('callers whose long waits bring no answer find out that a host hangs', async () => {
  for (let i = 0; i < 6; i++) await fails('OPERATION_TIMEOUT', {}, 5000);
  expect(states).toEqual(['open']);
});

test('the budget for retries is one for ten answers and one a second, and at most eight', async () => {
  const budget = new RetryBudget();
  const spent = () => {
    let count = 0;
    while (budget.spend()) count++;
    return count;
  };
  expect(spent()).toBe(8);
  for (let i = 0; i < 55; i++) budget.earn();
  expect(spent()).toBe(5);
  await passes(3600);
  expect(spent()).toBe(4);
  for (let i = 0; i < 1000; i++) budget.earn();
  await passes(60_000);
  expect(spent()).toBe(8);
});
