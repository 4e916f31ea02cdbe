/**
 * Twilio's pages ⇄ Relay connections: one read for everything that a query wants of a list.
 *
 * Page, total and aggregates of a list are collected first and read together, so that asking for more of the same list
 * costs nothing more.
 */
import { badInput } from '../../errors.ts';
import { sortInSlices } from '../../pause/index.ts';
import { isSettled, isSorted, isTwilios, sorterOf } from '../filtering/index.ts';
import { type Row, withoutDefects } from '../rows/index.ts';
import type { BoundCursors } from './cursors.ts';
import { type Place, sortOf, standIn } from './place.ts';
import { type Found, type List, Scan } from './scan.ts';
import { ScanLimit } from './scanLimit.ts';
import { keyOf, MAX_PAGE, maxPageOf, type Reader } from './stream.ts';

/** Rows beyond those needed where a widened bound may bring in some that do not match. */
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

interface WholeRead {
  readonly scan: Scan;
  readonly rows: Promise<readonly Found[]>;
}

/**
 * What a query wants of one list: a part of it, all of it, or both. Everything is requested in one turn and read from
 * the next on, so that a part and its total cost no more than the total.
 */
export class ListQuery {
  readonly list: List;
  readonly #reader: Reader;
  readonly #cursors: BoundCursors;
  readonly #first: number;
  readonly #after: string | undefined;
  readonly #start: Place | undefined;
  #wantsAll = false;
  #wantsRows = false;
  #count: Promise<number> | undefined;
  /** The read of the whole list: what it found stays usable if it fails. */
  #whole: WholeRead | undefined;
  #slice: Promise<PageResult> | undefined;

  /** Throws bad input for a cursor of another list, and for what a sample does not have. */
  constructor(reader: Reader, cursors: BoundCursors, list: List, first: number, after?: string | null) {
    this.#reader = reader;
    this.#cursors = cursors;
    this.list = list;
    this.#first = first;
    this.#after = after ?? undefined;
    if (list.entity.sample && this.#after !== undefined) throw badInput('after', NO_SAMPLE);
    if (list.entity.sample && list.orderBy.length > 0) throw badInput('orderBy', NO_SAMPLE);
    this.#start = this.#after === undefined ? undefined : cursors.read(list, this.#after);
  }

  /** Every row that matches, in the order requested. */
  async all(): Promise<readonly Row[]> {
    if (this.list.entity.sample) throw badInput('filter', NO_SAMPLE);
    this.#wantsAll = true;
    this.#wantsRows = true;
    await Promise.resolve();
    try {
      return withoutDefects((await this.#readAll().rows).map(({ row }) => row));
    } catch (error) {
      throw this.#withCursor(error);
    }
  }

  /** How many rows match. They are kept only if the query wants them, too. */
  count(): Promise<number> {
    this.#count ??= this.#readCount();
    return this.#count;
  }

  async #readCount(): Promise<number> {
    if (this.list.entity.sample) throw badInput('filter', NO_SAMPLE);
    this.#wantsAll = true;
    await Promise.resolve();
    if (this.#wantsRows || this.#slice || this.#whole) return (await this.all()).length;
    // It has no rows for what is requested later.
    this.#wantsAll = false;
    const scan = new Scan(this.#reader, this.list, MAX_PAGE, undefined, false);
    try {
      await scan.until(Number.POSITIVE_INFINITY);
      withoutDefects(scan.found.map(({ row }) => row));
      return scan.matches;
    } catch (error) {
      throw this.#withCursor(error);
    }
  }

  /** The `first` rows that match, after the cursor. */
  slice(): Promise<PageResult> {
    this.#slice ??= this.#readSlice().catch((error: unknown) => {
      throw this.#withCursor(error);
    });
    return this.#slice;
  }

  async #readSlice(): Promise<PageResult> {
    await Promise.resolve();
    const { entity, orderBy, filter } = this.list;
    const isOrdered = orderBy.length > 0;
    const start = this.#start?.positions[this.#start.last];
    const isCounted = start?.page === undefined && (start?.offset ?? 0) > MAX_PAGE;
    if (isOrdered && (this.#wantsAll || isCounted || !isTwilios(entity, orderBy))) return this.#cutFromOrdered();
    const slice = this.#wantsAll ? await this.#cutFromAll() : undefined;
    if (slice) return slice;
    const scan = this.#scan();
    await scan.until(this.#first);
    const all = scan.found.map(({ row }) => row);
    const rows = all.slice(0, this.#first);
    const isWhole = scan.ended && !start;
    const isKnown = isWhole || isSettled(orderBy, filter, rows);
    if (!isKnown || !isSorted(isWhole ? all : rows, sorterOf(entity, orderBy))) return this.#cutFromOrdered();
    return this.#cut(scan.found, scan.found.length > this.#first || !scan.ended);
  }

  /** Reads from the cursor on, as little as is needed. */
  #scan(): Scan {
    const { filter, orderBy, entity } = this.list;
    const isWhole = filter.residual === 'any' || orderBy.length > 0;
    const size = isWhole ? MAX_PAGE : Math.min(MAX_PAGE, this.#first + (filter.residual === 'edges' ? SLACK : 0));
    return new Scan(this.#reader, this.list, entity.sample ? MAX_PAGE : size, this.#start);
  }

  #readAll(): WholeRead {
    if (this.#whole) return this.#whole;
    const scan = new Scan(this.#reader, this.list, MAX_PAGE);
    const read = async () => {
      await scan.until(Number.POSITIVE_INFINITY);
      const { entity, orderBy } = this.list;
      if (orderBy.length === 0) return scan.found;
      const sorter = sorterOf(entity, orderBy);
      return sortInSlices(scan.found, (left, right) => sorter(left.row, right.row));
    };
    this.#whole = { scan, rows: read() };
    return this.#whole;
  }

  /**
   * A part of a list that is read whole, in Twilio's order; also of what was read before reading failed, if it reaches
   * far enough. `undefined` where the cursor names no row of it: only its own page shows what comes after it.
   */
  async #cutFromAll(): Promise<PageResult | undefined> {
    const { scan, rows } = this.#readAll();
    const isWhole = await rows.then(
      () => true,
      () => false,
    );
    const { found } = scan;
    const begin = this.#start ? placeAfter(found, this.#start) : 0;
    if (begin === undefined) return undefined;
    const end = begin + this.#first;
    if (!isWhole && found.length < end) await rows;
    return this.#cut(found.slice(begin), !isWhole || end < found.length);
  }

  /** A part of a list in an order of its own: its cursors name a row and the values by which it is sorted. */
  async #cutFromOrdered(): Promise<PageResult> {
    const { orderBy } = this.list;
    const all = await this.#readAll().rows;
    const fields = orderBy.map(({ field }) => field);
    const begin = this.#start ? this.#placeInOrder(all, this.#start, fields) : 0;
    const rows = all.slice(begin, begin + this.#first).map(({ row }, i): Found => {
      const position = { page: undefined, offset: begin + i + 1, key: keyOf(row), sort: sortOf(row, fields) };
      return { row, place: { size: maxPageOf(this.list.entity), positions: [position], last: 0 } };
    });
    return this.#cut(rows, begin + this.#first < all.length);
  }

  /** Behind the row that the cursor names; if it is gone, before the first row that does not come before it. */
  #placeInOrder(all: readonly Found[], { positions, last }: Place, fields: readonly string[]): number {
    const position = positions[last];
    if (!position) return 0;
    const named = position.key === '' ? -1 : all.findIndex(({ row }) => keyOf(row) === position.key);
    if (named >= 0) return named + 1;
    if (position.key === '') return position.offset;
    const { entity, orderBy } = this.list;
    const sorter = sorterOf(entity, orderBy);
    const gone = standIn(entity, fields, position);
    const begin = gone ? all.findIndex(({ row }) => sorter(row, gone) >= 0) : 0;
    return begin < 0 ? all.length : begin;
  }

  /** Cursors are signed when they are read: most queries want one, not one for each row. */
  #cut(rows: readonly Found[], hasNextPage: boolean): PageResult {
    const { sample } = this.list.entity;
    const edges = rows.slice(0, this.#first).map((found) => ({
      node: found.row,
      cursor: () => this.#cursors.write(this.list, found.place),
    }));
    return {
      edges,
      pageInfo: {
        hasNextPage: hasNextPage && !sample,
        hasPreviousPage: this.#start !== undefined,
        startCursor: () => edges[0]?.cursor() ?? null,
        endCursor: () => (sample ? null : (edges.at(-1)?.cursor() ?? this.#after ?? null)),
      },
    };
  }

  #withCursor(error: unknown): unknown {
    const { orderBy } = this.list;
    if (!(error instanceof ScanLimit) || orderBy.length > 0) return error;
    return error.withCursor(this.#cursors.write(this.list, error.place));
  }
}

const NO_SAMPLE = 'is not available: Twilio answers with a sample, a different one each time';

/** Where to go on in the whole list: behind the row that the cursor names. */
const placeAfter = (all: readonly Found[], { positions, last }: Place): number | undefined => {
  const key = positions[last]?.key ?? '';
  const named = key === '' ? -1 : all.findIndex(({ row }) => keyOf(row) === key);
  return named < 0 ? undefined : named + 1;
};
