/** Completes the items of a list: at once, or in slices if they are more than a page of rows. */
import { pause } from '../pause/index.ts';
import type { Slices } from './slices.ts';
import { isPromise } from './values.ts';

/** To let each of thousands wait for its turn would take as long as to complete it. */
const MAX_AT_ONCE = 2000;
/** Items between two looks at the clock. */
const STRIDE = 50;

type Complete = (item: unknown, index: number) => unknown;

export const completeItems = (values: Iterable<unknown>, complete: Complete, slices: Slices): unknown => {
  const { length } = values as { readonly length?: unknown };
  if (Array.isArray(values) && values.length > MAX_AT_ONCE) return completeInSlices(values, complete, slices);
  // Hundreds of lists may come at the same moment: each item that waits by itself costs as much as one that is executed.
  if (typeof length === 'number' && length > STRIDE && slices.isFull(0))
    return slices.later(length, () => completeAtOnce(values, complete));
  return completeAtOnce(values, complete);
};

const completeAtOnce = (values: Iterable<unknown>, complete: Complete): unknown => {
  const items: unknown[] = [];
  let isPending = false;
  try {
    for (const value of values) {
      const completed = complete(value, items.length);
      if (isPromise(completed)) isPending = true;
      items.push(completed);
    }
  } catch (error) {
    // Unlike graphql-js, which leaves it unhandled if one of the others is rejected later.
    if (isPending) Promise.all(items).catch(() => {});
    throw error;
  }
  return isPending ? Promise.all(items) : items;
};

const completeInSlices = async (
  values: readonly unknown[],
  complete: Complete,
  slices: Slices,
): Promise<readonly unknown[]> => {
  const release = slices.track();
  const items: unknown[] = [];
  try {
    for (const [i, value] of values.entries()) {
      const wait = i % STRIDE === 0 ? pause() : undefined;
      if (wait) await wait;
      const completed = complete(value, i);
      // It may be rejected while others are still to come.
      if (isPromise(completed)) completed.then(undefined, () => {});
      items.push(completed);
    }
  } finally {
    release?.();
  }
  return Promise.all(items);
};
