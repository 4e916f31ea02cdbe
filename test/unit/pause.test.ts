/** Long work in slices: one in each turn of the event loop, and the same result as at once. */
import { expect, test } from 'vitest';
import { forEachInSlices, inSlices, pause, sortInSlices, stringifyInSlices } from '../../src/pause/index.ts';
import { chance } from '../support/chance.ts';
import { busy, countTurns } from '../support/turns.ts';

/** Uses up the present slice. */
const spend = async (): Promise<void> => {
  for (let wait = pause(); !wait; wait = pause());
};
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** In which turn each of `many` resumes, in the order in which they do, if `work` is done by each. */
const turnsOf = async (many: number, work: () => void): Promise<[number, number][]> => {
  await spend();
  const resumed: [number, number][] = [];
  let turns = 0;
  const all = Promise.all(
    Array.from({ length: many }, async (_, i) => {
      await pause();
      resumed.push([i, turns]);
      work();
    }),
  );
  while (resumed.length < many) {
    await turn();
    turns++;
  }
  await all;
  return resumed;
};

test('long work that waits goes on one after the other, in a turn each', async () => {
  const resumed = await turnsOf(10, () => busy(9));
  expect(resumed.map(([i]) => i)).toEqual(Array.from({ length: 10 }, (_, i) => i));
  expect(new Set(resumed.map(([, turn]) => turn)).size).toBe(10);
});

test('short work that waits shares a turn: one a turn would let what comes later overtake it', async () => {
  const resumed = await turnsOf(1000, () => {});
  expect(resumed.map(([i]) => i)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  // A busy machine may use up a slice in between; one a turn would be 1,000 turns.
  expect(new Set(resumed.map(([, turn]) => turn)).size).toBeLessThan(100);
});

test('work that is never done at once does not hold up what comes in between', async () => {
  // Each item takes longer than a slice.
  const items = Array.from({ length: 300 }, (_, i) => i);
  const { turns } = await countTurns(() => forEachInSlices(items, () => busy(0.5)));
  expect(turns).toBeGreaterThanOrEqual(3);
});

test('lists are handed on whole and in order', async () => {
  const short = [1, 2, 3];
  expect(inSlices(short)).toBe(short);
  const long = Array.from({ length: 1000 }, (_, i) => i);
  expect(await Promise.all(inSlices(long))).toEqual(long);
});

test('sorting is stable', async () => {
  const { below } = chance(3);
  const items = Array.from({ length: 3000 }, (_, i) => ({ key: below(20), i }));
  const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
  expect(await sortInSlices(items, compare)).toEqual([...items].sort(compare));
});

test('JSON is that of JSON.stringify', async () => {
  const { below, pick } = chance(9);
  const value = (depth: number): unknown =>
    pick<() => unknown>([
      () => below(100),
      () => pick(['', '"', '\ud83d\ude00', '\ud800', '\u2028', 'text']),
      () => pick([null, true, undefined, Number.NaN, new Date(0), new URL('http://a.example/')]),
      () => (depth > 0 ? Array.from({ length: pick([0, 1, 60, 150]) }, () => value(depth - 2)) : []),
      () =>
        depth > 0
          ? Object.assign(
              Object.create(null),
              Object.fromEntries(Array.from({ length: below(6) }, (_, i) => [`k${i}`, value(depth - 1)])),
            )
          : {},
    ])();
  for (let round = 0; round < 300; round++) {
    const one = { data: value(4), extensions: value(2) };
    expect((await stringifyInSlices(one)).join('')).toBe(JSON.stringify(one));
  }
  await expect(stringifyInSlices({ data: { a: [1n] } })).rejects.toThrow(TypeError);
});
