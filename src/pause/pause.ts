/** Long work gives way to other work: nothing here holds the event loop for longer than a few milliseconds. */

const SLICE_MS = 8;
/** When long work has used up its share of the present turn of the event loop; `undefined` before there is any. */
let sliceEnd: number | undefined;
/** What waits for a slice of its own. */
const waiting: (() => void)[] = [];

const beginSlice = (): number => {
  sliceEnd = performance.now() + SLICE_MS;
  setImmediate(() => void beginTurn());
  return sliceEnd;
};
/** Those that wait go on in the order in which they came, before others, until the slice is used up. */
const beginTurn = async (): Promise<void> => {
  sliceEnd = undefined;
  while (waiting.length > 0 && performance.now() < (sliceEnd ?? beginSlice())) {
    waiting.shift()?.();
    // What has waited works in the microtask before this one.
    await undefined;
  }
};

/**
 * What to wait for before going on, if the slice of this turn is used up; otherwise `undefined`. All long work of the
 * process shares the slice, so that a lot of it at once gives way as one piece would.
 */
export const pause = (): Promise<void> | undefined =>
  performance.now() < (sliceEnd ?? beginSlice()) ? undefined : new Promise((resolve) => void waiting.push(resolve));

/** Items between two looks at the clock. */
const STRIDE = 50;

/** Calls back for each item and gives way in between. */
export const forEachInSlices = async <T>(items: readonly T[], visit: (item: T) => void): Promise<void> => {
  for (let i = 0; i < items.length; i++) {
    const wait = i % STRIDE === 0 ? pause() : undefined;
    if (wait) await wait;
    visit(items[i] as T);
  }
};

/** A longer list is handed on in slices; a shorter one costs less as it is. */
const MAX_AT_ONCE = 100;
/** Items between two looks at the clock, where each of them may be much work. */
const SHORT_STRIDE = 10;

/** For GraphQL, which works through all items of an array in one turn unless it has to wait for them. */
export const inSlices = <T>(items: readonly T[]): readonly (T | Promise<T>)[] => {
  if (items.length <= MAX_AT_ONCE) return items;
  let slice: Promise<void> = Promise.resolve();
  return items.map((item, i) => {
    if (i % SHORT_STRIDE === 0) slice = slice.then(pause);
    return slice.then(() => item);
  });
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
