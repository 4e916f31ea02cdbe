/**
 * Twilio's pages ⇄ Relay connections: one reading for all that is asked of a list.
 *
 * Page, total and aggregates of a list are collected first and read together, so that asking for more of the same list
 * costs nothing more.
 */
import { isSorted, isTwilios, sorterOf } from '../filtering/index.ts';
import { type Row, theirKeyOf } from '../rows/index.ts';
import type { Cursors, OrderedList, Position } from './cursors.ts';
import { type Found, MAX_PAGE, type Reader, Scan } from './scan.ts';

/** Rows asked for beyond what is needed where a widened bound may bring in some that do not match. */
const SLACK = 20;

export interface Edge {
  readonly node: Row;
  readonly cursor: () => string;
}
export interface PageResult {
  readonly edges: readonly Edge[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: () => string | null;
    readonly endCursor: () => string | null;
  };
}

/**
 * What is asked of one list: a part of it, all of it, or both. Everything is asked for in one turn and read from the
 * next on, so that a part and its total cost no more than the total.
 */
export class ListQuery {
  readonly #reader: Reader;
  readonly #cursors: Cursors;
  readonly #list: OrderedList;
  readonly #first: number;
  readonly #start: Position | undefined;
  #wantsAll = false;
  #all: Promise<readonly Found[]> | undefined;
  #slice: Promise<PageResult> | undefined;

  /** Throws bad input for a cursor that is none of this list. */
  constructor(reader: Reader, cursors: Cursors, list: OrderedList, first: number, after?: string | null) {
    this.#reader = reader;
    this.#cursors = cursors;
    this.#list = list;
    this.#first = first;
    this.#start = after === null || after === undefined ? undefined : cursors.read(list, after);
  }

  /** Every row that matches, in the order asked for. */
  async all(): Promise<readonly Row[]> {
    this.#wantsAll = true;
    return (await this.#everything()).map(({ row }) => row);
  }

  /** The `first` rows that match, after the cursor. */
  slice(): Promise<PageResult> {
    this.#slice ??= this.#readSlice();
    return this.#slice;
  }

  async #readSlice(): Promise<PageResult> {
    await Promise.resolve();
    const { entity, orderBy } = this.#list;
    const ordered = orderBy.length > 0;
    if (this.#wantsAll || (ordered && !isTwilios(entity, orderBy))) {
      const slice = await this.#cutFromAll();
      if (slice) return slice;
    }
    const scan = this.#scan();
    await scan.until(this.#first);
    const rows = scan.found.map(({ row }) => row);
    if (ordered && !isSorted(rows, sorterOf(entity, orderBy))) {
      const slice = await this.#cutFromAll();
      if (slice) return slice;
    }
    const more = scan.found.length > this.#first || !scan.ended;
    return this.#cut(scan.found, inPages(scan.size), more);
  }

  /** Reads from the cursor on, as little as is needed. */
  #scan(): Scan {
    const { filter, orderBy } = this.#list;
    const whole = filter.residual === 'any' || orderBy.length > 0;
    const size = whole ? MAX_PAGE : Math.min(MAX_PAGE, this.#first + (filter.residual === 'edges' ? SLACK : 0));
    const start = this.#start;
    if (!start) return new Scan(this.#reader, this.#list, size);
    return new Scan(this.#reader, this.#list, start.size, start.page, (rows) => resume(rows, start));
  }

  #everything(): Promise<readonly Found[]> {
    this.#all ??= this.#readEverything();
    return this.#all;
  }

  async #readEverything(): Promise<readonly Found[]> {
    const { entity, orderBy } = this.#list;
    const scan = new Scan(this.#reader, this.#list, MAX_PAGE);
    await scan.until(Number.POSITIVE_INFINITY);
    const sorter = sorterOf(entity, orderBy);
    return scan.found.sort((left, right) => sorter(left.row, right.row));
  }

  /**
   * A part of a list that has been read whole. In another order than Twilio's, cursors count rows instead of pages.
   * `undefined` where a cursor of pages names no row of the whole: only its page knows what comes after it.
   */
  async #cutFromAll(): Promise<PageResult | undefined> {
    const all = await this.#everything();
    const ordered = this.#list.orderBy.length > 0;
    const begin = this.#start ? placeAfter(all, this.#start, ordered) : 0;
    if (begin === undefined) return undefined;
    const placeOf = ordered
      ? ({ row }: Found, i: number): Position => ({
          page: undefined,
          size: MAX_PAGE,
          offset: begin + i + 1,
          key: keyOf(row),
        })
      : inPages(MAX_PAGE);
    return this.#cut(all.slice(begin), placeOf, begin + this.#first < all.length);
  }

  /** Cursors are signed when they are asked for: most queries want one, not one for each row. */
  #cut(rows: readonly Found[], placeOf: (found: Found, i: number) => Position, hasNextPage: boolean): PageResult {
    const edges = rows.slice(0, this.#first).map((found, i) => ({
      node: found.row,
      cursor: () => this.#cursors.write(this.#list, placeOf(found, i)),
    }));
    return {
      edges,
      pageInfo: {
        hasNextPage,
        hasPreviousPage: this.#start !== undefined,
        startCursor: () => edges[0]?.cursor() ?? null,
        endCursor: () => edges.at(-1)?.cursor() ?? null,
      },
    };
  }
}

/** Rows with their place in Twilio's pages; behind the last of a page is the beginning of the next. */
const inPages =
  (size: number) =>
  ({ row, page, offset, next }: Found): Position =>
    next === undefined ? { page, size, offset, key: keyOf(row) } : { page: next, size, offset: 0, key: keyOf(row) };

const keyOf = (row: Row | undefined): string => {
  const key = row && theirKeyOf(row.entity);
  return key ? String(row.json[key]) : '';
};

/** Where to go on in the whole list: behind the row that the cursor names or, counting rows, behind as many. */
const placeAfter = (all: readonly Found[], { page, offset, key }: Position, ordered: boolean): number | undefined => {
  const named = key === '' ? -1 : all.findIndex(({ row }) => keyOf(row) === key);
  if (named >= 0) return named + 1;
  return ordered && page === undefined && offset > 0 ? offset : undefined;
};

/** Where to go on in rows read again: after the same row, wherever it stands now. */
const resume = (rows: readonly Row[], { offset, key }: Position): number => {
  if (offset === 0 || key === '' || keyOf(rows[offset - 1]) === key) return offset;
  const found = rows.findIndex((row) => keyOf(row) === key);
  return found < 0 ? offset : found + 1;
};
