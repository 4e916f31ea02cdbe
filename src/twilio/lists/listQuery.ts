/**
 * Twilio's pages ⇄ Relay connections: one read for everything that a query wants of a list.
 *
 * Page, total and aggregates of a list are collected first and read together, so that asking for more of the same list
 * costs nothing more.
 */
import { badInput } from '../../errors.ts';
import { memoize } from '../../model/index.ts';
import { sortInSlices } from '../../pause/index.ts';
import { hasNoNulls, isSettled, isSorted, isTwilios, sorterOf, sortField } from '../filtering/index.ts';
import { type Row, withoutDefects } from '../rows/index.ts';
import { outOfOrder } from './cursorExpired.ts';
import type { BoundCursors } from './cursors.ts';
import { type Found, type Match, placeAfter, unshown } from './match.ts';
import { MAX_PAGE, type Reader } from './pageStream.ts';
import { isInOwnOrder, keyOf, narrowPositions, type Place, type Position, sortOf, standIn } from './positions.ts';
import { type List, Scan } from './scan.ts';
import { ScanLimit } from './scanLimit.ts';

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
  readonly rows: Promise<readonly Match[]>;
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
    const scan = new Scan(this.#reader, this.list, MAX_PAGE, { keeps: false });
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
    if (orderBy.length > 0 && this.#needsOwnOrder()) return this.#cutFromOrdered();
    const slice = this.#wantsAll ? await this.#cutFromAll() : undefined;
    if (slice) return slice;
    const scan = this.#scan();
    await scan.until(this.#first);
    const all = scan.found.map(({ row }) => row);
    const rows = all.slice(0, this.#first);
    const isWhole = scan.ended && !this.#start;
    const before = this.#rowBefore();
    const isKnown = isWhole || isSettled(orderBy, filter, rows, { first: this.#first, before });
    if (!isKnown || !isSorted([before ?? [], all].flat(), sorterOf(entity, orderBy))) return this.#cutFromOrdered();
    return this.#cut(scan.found, scan.found.length > this.#first || !scan.ended);
  }

  /** Whether the list must be read whole to be sorted; several lists, because nulls could end the merging of them. */
  #needsOwnOrder(): boolean {
    const { entity, orderBy, filter } = this.list;
    if (this.#wantsAll || isInOwnOrder(this.#start) || !isTwilios(entity, orderBy)) return true;
    return filter.lists.length > 1 && !hasNoNulls(orderBy, filter);
  }

  /** Positions of the cursor in several lists that are merged, if the filter is read as such. */
  #narrow(): readonly Position[] {
    const { entity, orderBy, filter } = this.list;
    if (!this.#start || sortField(entity, orderBy) === undefined) return [];
    return narrowPositions(this.#start, filter.lists.length);
  }

  /** The row that the cursor names, with the values by which it is sorted; `null` at the beginning. */
  #rowBefore(): Row | null | undefined {
    const { entity, orderBy } = this.list;
    const position = this.#start?.positions[this.#start.last];
    const fields = orderBy.map(({ field }) => field);
    return position ? standIn(entity, fields, position) : null;
  }

  /** Reads from the cursor on, as little as is needed. */
  #scan(): Scan {
    const { filter, orderBy, entity } = this.list;
    const isWhole = filter.residual === 'any' || orderBy.length > 0;
    const size = isWhole ? MAX_PAGE : Math.min(MAX_PAGE, this.#first + (filter.residual === 'edges' ? SLACK : 0));
    return new Scan(this.#reader, this.list, entity.sample ? MAX_PAGE : size, { start: this.#start });
  }

  #readAll(): WholeRead {
    if (this.#whole) return this.#whole;
    const scan = new Scan(this.#reader, this.list, MAX_PAGE, { seen: this.#narrow() });
    const read = async () => {
      await scan.until(Number.POSITIVE_INFINITY);
      const { entity, orderBy, filter } = this.list;
      if (orderBy.length === 0) return scan.found;
      const sorter = sorterOf(entity, orderBy);
      // Several lists may be read as one the next time, in which equal rows stand in another order.
      const compareKeys = filter.lists.length > 1 ? byKey : () => 0;
      return sortInSlices(scan.found, (left, right) => sorter(left.row, right.row) || compareKeys(left.row, right.row));
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
    const behind = this.#foundBehind(scan.found, isWhole);
    if (behind === undefined) return undefined;
    if (!isWhole && behind.length < this.#first) await rows;
    return this.#cut(behind, !isWhole || this.#first < behind.length);
  }

  /** What was found behind the cursor. `undefined` where it names no row of it. */
  #foundBehind(found: readonly Match[], isWhole: boolean): readonly Found[] | undefined {
    const start = this.#start;
    if (!start) return found;
    const narrow = this.#narrow();
    const begin = narrow === start.positions ? 0 : placeAfter(found, start);
    if (begin === undefined || (narrow.length > 0 && !isWhole)) return undefined;
    return found.slice(begin).filter(({ isShown }) => !isShown);
  }

  /** A part of a list in an order of its own: its cursors name a row and the values by which it is sorted. */
  async #cutFromOrdered(): Promise<PageResult> {
    const { entity, orderBy } = this.list;
    const { scan, rows } = this.#readAll();
    const all = await rows;
    const fields = orderBy.map(({ field }) => field);
    const start = this.#start;
    const narrow = this.#narrow();
    const left = narrow.length === 0 ? all : all.filter(({ isShown }) => !isShown);
    const begin = start && narrow !== start.positions ? this.#placeInOrder(left, start, fields) : 0;
    this.#checkOrder(narrow.length === 0 ? unshown(all, scan.found, start) : left);
    // Where Twilio lists all rows in this order, its own places lead on with less reading.
    const isListed = isTwilios(entity, orderBy) && scan.isInOrder && all.every((each, i) => each === scan.found[i]);
    const part = left.slice(begin, begin + this.#first).map(({ row, place }, i): Found => {
      if (isListed) return { row, place };
      const position = { page: undefined, offset: begin + i + 1, key: keyOf(row), sort: sortOf(row, fields) };
      return { row, place: { size: 0, positions: [position, ...narrow], last: 0 } };
    });
    return this.#cut(part, begin + this.#first < left.length);
  }

  /** Throws for a cursor in Twilio's order that leaves out rows: they stand before it, and come after it at Twilio. */
  #checkOrder(unshown: readonly Found[]): void {
    const { entity, orderBy } = this.list;
    const before = this.#rowBefore();
    if (!before || isInOwnOrder(this.#start)) return;
    const sorter = sorterOf(entity, orderBy);
    if (unshown.some(({ row }) => sorter(row, before) < 0)) throw outOfOrder();
  }

  /** Behind the row that the cursor names; if it is gone or stands elsewhere now, before the first row not before it. */
  #placeInOrder(all: readonly Found[], { positions, last }: Place, fields: readonly string[]): number {
    const position = positions[last];
    if (!position) return 0;
    if (position.key === '') return position.offset;
    const { entity, orderBy } = this.list;
    const sorter = sorterOf(entity, orderBy);
    const gone = standIn(entity, fields, position);
    const named = all.findIndex(({ row }) => keyOf(row) === position.key);
    const row = all[named]?.row;
    if (row && (!gone || sorter(row, gone) === 0)) return named + 1;
    const begin = gone ? all.findIndex(({ row }) => sorter(row, gone) >= 0) : 0;
    return begin < 0 ? all.length : begin;
  }

  /** Cursors are signed when they are read: most queries want one, not one for each row. */
  #cut(rows: readonly Found[], hasNextPage: boolean): PageResult {
    const { sample } = this.list.entity;
    const edges = rows.slice(0, this.#first).map((found) => ({
      node: found.row,
      cursor: memoize(() => this.#cursors.write(this.list, found.place)),
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

const byKey = (left: Row, right: Row): number => {
  const [a, b] = [keyOf(left), keyOf(right)];
  return a < b ? -1 : a > b ? 1 : 0;
};

const NO_SAMPLE = 'is not available: Twilio answers with a sample, a different one each time';
