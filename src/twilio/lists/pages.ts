/** How many pages a list may take: the prediction that belongs to the limits of a scan. */
import type { Split } from '../filtering/index.ts';

/** What a client wants of a list. */
export interface Wanted {
  readonly first: number;
  readonly isOrdered: boolean;
  /** Page size of the cursor that it goes on from. */
  readonly size: number | undefined;
  /** Rows on one page at most. */
  readonly maxPage: number;
}

/** The most pages that a whole list may take, if a scan takes `scanPages`. */
export const predictScan = ({ lists, wider }: Split, scanPages: number): number =>
  scanPages + Math.max(0, lists.length - 1) + wasted(lists.length, wider !== undefined);

/** Several lists that turn out not to be mergeable are read as a wider one: their first pages were for nothing. */
const wasted = (lists: number, hasWider: boolean): number => (hasWider ? lists : 0);

/** The most pages that a part of a list may take: one for each list where Twilio does the work. */
export const predictPages = (split: Split, { first, isOrdered, size, maxPage }: Wanted, scanPages: number): number => {
  const { lists, wider, residual } = split;
  const some = Math.max(1, lists.length);
  const pages = size === undefined ? Math.ceil(first / maxPage) : Math.ceil(first / size) + 1;
  if (residual === 'any' || isOrdered) return Math.max(pages, predictScan(split, scanPages)) + some;
  const edges = residual === 'edges' ? 1 : 0;
  return some * (pages + edges) + wasted(wider ? 1 : 0, wider !== undefined);
};
