/** Long evaluations give way to other work: nothing here holds the event loop for longer than a few milliseconds. */
import { setImmediate } from 'node:timers/promises';

const SLICE_MS = 8;
let sliceEnd = 0;

/**
 * What to wait for before going on, once the present slice of time is used up; `undefined` before that. All evaluations
 * of the process share the slice, so that many at once give way as one would.
 */
export const pause = (): Promise<void> | undefined => {
  if (performance.now() < sliceEnd) return undefined;
  return setImmediate().then(() => {
    if (performance.now() >= sliceEnd) sliceEnd = performance.now() + SLICE_MS;
  });
};

/** Rows between two looks at the clock. */
const STRIDE = 50;

/** Calls back for each item and gives way in between. */
export const forEachInSlices = async <T>(items: readonly T[], visit: (item: T) => void): Promise<void> => {
  for (let i = 0; i < items.length; i++) {
    const wait = i % STRIDE === 0 ? pause() : undefined;
    if (wait) await wait;
    visit(items[i] as T);
  }
};

/** A stable sort that gives way: a merge sort whose short runs are sorted at once. */
export const sortInSlices = async <T>(
  items: readonly T[],
  comparator: (left: T, right: T) => number,
): Promise<readonly T[]> => {
  const wait = pause();
  if (wait) await wait;
  if (items.length <= STRIDE) return [...items].sort(comparator);
  const middle = items.length >> 1;
  const left = await sortInSlices(items.slice(0, middle), comparator);
  const right = await sortInSlices(items.slice(middle), comparator);
  const sorted: T[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const wait = sorted.length % STRIDE === 0 ? pause() : undefined;
    if (wait) await wait;
    const takesLeft = j >= right.length || (i < left.length && comparator(left[i] as T, right[j] as T) <= 0);
    sorted.push((takesLeft ? left[i++] : right[j++]) as T);
  }
  return sorted;
};
