/** The order of the queue: kinds by weight, callers in turns, jobs in order, nothing left behind. */
import { describe, expect, test } from 'vitest';
import type { Priority } from '../../../../src/twilio/limiter/caller.ts';
import { FairQueue } from '../../../../src/twilio/limiter/fairQueue.ts';
import { chance } from '../../../support/chance.ts';

const A = { name: 'a' };
const B = { name: 'b' };
const queueOf = (...jobs: readonly (readonly [caller: object, kind: Priority, count: number])[]) => {
  const queue = new FairQueue<string>();
  for (const [caller, kind, count] of jobs)
    for (let i = 0; i < count; i++) queue.push(`${(caller as { name: string }).name}${i}${kind[0]}`, caller, kind);
  return queue;
};
const takeAll = (queue: FairQueue<string>, most = Number.POSITIVE_INFINITY) => {
  const taken: string[] = [];
  for (let job = queue.take(); job !== undefined; job = taken.length < most ? queue.take() : undefined) taken.push(job);
  return taken;
};

test('a caller alone is served in order', () => {
  const queue = queueOf([A, 'usual', 5]);
  expect(takeAll(queue)).toEqual(['a0u', 'a1u', 'a2u', 'a3u', 'a4u']);
  expect([queue.length, queue.take()]).toEqual([0, undefined]);
});

test('callers take turns, however much one of them wants', () => {
  const queue = queueOf([A, 'usual', 1000], [B, 'usual', 3]);
  expect(takeAll(queue, 7)).toEqual(['a0u', 'a1u', 'b0u', 'a2u', 'b1u', 'a3u', 'b2u']);
});

test('who is new does not wait until all others have had another turn', () => {
  const others = Array.from({ length: 50 }, (_, i) => ({ name: `${i}-` }));
  const queue = queueOf(...others.map((caller) => [caller, 'usual', 10] as const));
  takeAll(queue, 120);
  queue.push('new', A, 'usual');
  expect(takeAll(queue, 2)).toContain('new');
});

test('a stream of new callers does not hold up the others', () => {
  const queue = queueOf([A, 'usual', 20]);
  queue.take();
  let served = 0;
  for (let i = 0; i < 20; i++) {
    queue.push('new', {}, 'usual');
    if (queue.take() !== 'new') served++;
  }
  expect(served).toBeGreaterThanOrEqual(9);
});

describe('kinds', () => {
  test('paid before usual before scans, and nothing starves', () => {
    const queue = queueOf([A, 'scan', 100], [A, 'usual', 100], [B, 'paid', 100]);
    const taken = takeAll(queue, 25);
    const count = (letter: string) => taken.filter((job) => job.endsWith(letter)).length;
    expect(taken[0]).toBe('b0p');
    expect([count('p'), count('u'), count('s')]).toEqual([20, 4, 1]);
  });

  test('what comes late in a higher kind goes next', () => {
    const queue = queueOf([A, 'scan', 100], [A, 'usual', 100]);
    takeAll(queue, 30);
    queue.push('paid', B, 'paid');
    expect(queue.take()).toBe('paid');
  });

  test('what a kind did not use is not saved up', () => {
    const queue = queueOf([A, 'usual', 100]);
    takeAll(queue, 90);
    for (let i = 0; i < 30; i++) queue.push(`s${i}`, B, 'scan');
    expect(takeAll(queue, 10).filter((job) => job.startsWith('s')).length).toBeLessThanOrEqual(3);
  });
});

describe('a job that two callers want', () => {
  test('has one turn, with the first of its callers', () => {
    const queue = queueOf([A, 'usual', 5]);
    const entry = queue.push('both', A, 'usual');
    queue.join(entry, B, 'usual');
    queue.join(entry, B, 'usual');
    expect(queue.length).toBe(6);
    expect(takeAll(queue)).toEqual(['a0u', 'a1u', 'both', 'a2u', 'a3u', 'a4u']);
  });
});

test('what is taken out is never served, and leaves no place behind', () => {
  const random = chance(7);
  const queue = new FairQueue<number>();
  const callers = Array.from({ length: 20 }, () => ({}));
  const kinds: readonly Priority[] = ['paid', 'usual', 'scan'];
  const entries = Array.from({ length: 2000 }, (_, i) => queue.push(i, random.pick(callers), random.pick(kinds)));
  for (const entry of entries) if (random.below(4) === 0) queue.join(entry, random.pick(callers), random.pick(kinds));
  const out = new Set(entries.filter(() => random.below(3) === 0));
  for (const entry of out) queue.remove(entry);
  for (const entry of out) queue.remove(entry);
  expect(queue.length).toBe(2000 - out.size);
  const taken: number[] = [];
  for (let job = queue.take(); job !== undefined; job = queue.take()) taken.push(job);
  const expected = entries.filter((entry) => !out.has(entry)).map(({ job }) => job);
  expect(taken.sort((a, b) => a - b)).toEqual(expected);
  expect([queue.length, queue.ahead({}, 'usual')]).toEqual([0, 0]);
});

describe('ahead', () => {
  test.each<[jobs: readonly (readonly [object, Priority, number])[], caller: object, kind: Priority, ahead: number]>([
    [[], A, 'usual', 0],
    [[[A, 'usual', 40]], A, 'usual', 40],
    [[[A, 'usual', 40]], B, 'usual', 1],
    [[[A, 'usual', 2000]], B, 'paid', 0],
    [
      [
        [A, 'usual', 10],
        [B, 'usual', 2000],
      ],
      A,
      'usual',
      20,
    ],
    [
      [
        [A, 'usual', 10],
        [B, 'usual', 3],
      ],
      A,
      'usual',
      13,
    ],
  ])('%#', (jobs, caller, kind, ahead) => {
    expect(queueOf(...jobs).ahead(caller, kind)).toBe(ahead);
  });
});

describe('when most new callers give up before their turn', () => {
  const crowded = (leaving: number) => {
    const queue = new FairQueue<number>();
    const entries = Array.from({ length: 100 }, (_, n) => queue.push(n, {}, 'usual'));
    for (const entry of entries.slice(0, leaving)) queue.remove(entry);
    return queue;
  };
  const take = (queue: FairQueue<number>, count: number) => Array.from({ length: count }, () => queue.take());

  test('the newest is first', () => {
    expect(take(crowded(40), 3)).toEqual([99, 98, 97]);
  });
  test('the oldest is first again when enough of them have had a turn', () => {
    const queue = crowded(40);
    expect(take(queue, 60).slice(-3)).toEqual([82, 83, 84]);
  });
  test('some who leave change nothing', () => {
    expect(take(crowded(25), 2)).toEqual([25, 26]);
  });
  test('one caller that leaves with a thousand jobs, or after it was served, changes nothing', () => {
    const queue = new FairQueue<number>();
    const served = Array.from({ length: 50 }, (_, n) => {
      const caller = { n };
      return [0, 0, 0].map((job) => queue.push(job, caller, 'usual'));
    });
    take(queue, 100);
    const jobs = Array.from({ length: 1000 }, (_, n) => queue.push(n, A, 'usual'));
    for (const entry of [...jobs, ...served.flat()]) queue.remove(entry);
    queue.push(1, {}, 'usual');
    queue.push(2, {}, 'usual');
    expect(take(queue, 2)).toEqual([1, 2]);
  });
  test('and another priority keeps its order', () => {
    const queue = crowded(40);
    queue.push(1000, {}, 'paid');
    queue.push(1001, {}, 'paid');
    expect(take(queue, 3)).toContain(1000);
    expect(queue.length).toBe(59);
  });
});
