/** One list of Twilio's read page by page, with every page checked: it ends, and it never goes round in a circle. */
import { ApiError } from '../../errors.ts';
import { type Entity, type Sids, wireOf } from '../../model/index.ts';
import type { NarrowList } from '../filtering/index.ts';
import type { Gateway } from '../gateway.ts';
import type { Caller } from '../limiter/index.ts';
import { isByOffset, type Page, type Row } from '../rows/index.ts';
import { expired } from './cursorExpired.ts';
import { BEGINNING, keyOf, type Position, sortOf } from './positions.ts';
import type { ShownRows } from './shownRows.ts';

/** Twilio's page size at most, and of most lists. */
export const MAX_PAGE = 1000;
/** The page size of this list at most. */
export const maxPageOf = (entity: Entity): number => Math.min(MAX_PAGE, wireOf(entity).maxPage);
/** Pages that reading as many rows takes here, where it takes `pages` of the largest size. */
export const pagesOf = (entity: Entity, pages: number): number => Math.ceil((pages * MAX_PAGE) / maxPageOf(entity));
/** Empty pages in a row that each name a next one. */
const MAX_EMPTY_PAGES = 3;

/** What reading a list needs, and what is notified of it. */
export interface Reader {
  readonly gateway: Gateway;
  /** Rows that may be read in search of matches. */
  readonly scanLimit: number;
  readonly caller: Caller;
  /** The whole list, where it has been read together with others; otherwise it is read by itself. */
  readonly shared?: (() => Promise<Page | null>) | undefined;
  /** Lets others know of a read until the returned function is called. */
  readonly track: () => () => void;
  /** Called with every page that was read, its parameters, and how many of its rows do not obey them. */
  readonly onPage: (rows: readonly Row[], params: Readonly<Record<string, unknown>>, rejected: number) => void;
  /** Called with rows that are kept: those that are only counted are not. */
  readonly onKept: (rows: readonly Row[]) => void;
}

/** A place in a list, worked out only when it is read: most rows are answered without a cursor. */
export interface Mark {
  readonly after: Position;
  /** Positions in the lists that this one replaces, as far as their rows are still to come. */
  readonly beside: readonly Position[];
}
const NOTHING: readonly Position[] = [];
/** What the rows of a page have in common. */
interface PageOfRows {
  readonly page: string | undefined;
  readonly sortField: string | undefined;
  readonly beside: readonly Position[];
}
/** A row of a page, and the place behind it. */
export class Entry implements Mark {
  readonly row: Row;
  readonly key: string;
  /** Whether it has been shown before. */
  readonly isShown: boolean;
  readonly #on: PageOfRows;
  readonly #offset: number;

  constructor(row: Row, key: string, isShown: boolean, on: PageOfRows, offset: number) {
    this.row = row;
    this.key = key;
    this.isShown = isShown;
    this.#on = on;
    this.#offset = offset;
  }

  get beside(): readonly Position[] {
    return this.#on.beside;
  }

  get after(): Position {
    const { page, sortField } = this.#on;
    const sort = sortField ? sortOf(this.row, [sortField]) : undefined;
    return { page, offset: this.#offset, key: this.key, sort };
  }
}
/** Where to begin: at a position; or, where `anywhere`, behind the row that it names, on whatever page that is. */
export interface Start {
  readonly position: Position;
  readonly anywhere: boolean;
  /** Whether a row stands behind the position by its sort value; `undefined` if that cannot be known. */
  readonly isBehind: ((row: Row) => boolean) | undefined;
}

interface Source {
  readonly entity: Entity;
  readonly parents: Sids;
  readonly list: NarrowList;
  readonly size: number;
  readonly sortField: string | undefined;
  readonly keeps: boolean;
}

export class PageStream {
  /** Rows read and not yet taken, each of the list once. */
  entries: Entry[] = [];
  /** Keys of rows before the place at which it began: they have been shown. */
  readonly passed = new Set<string>();
  /** The place behind the last row that was taken. */
  mark: Mark;
  ended = false;
  pages = 0;
  rows = 0;
  readonly #reader: Reader;
  readonly #source: Source;
  readonly #shown: ShownRows | undefined;
  #start: Start | undefined;
  #next: string | undefined;
  readonly #addresses = new Set<string>();
  readonly #keys = new Set<string>();
  /** The rows of the last page, where they are only counted. */
  #counted: readonly Row[] = [];
  #empty = 0;
  /** Ends the tracking of a read. */
  #release: (() => void) | undefined;
  #isSettled = false;
  /** Whether no row behind the place at which it began has come yet. */
  #isResuming: boolean;

  /** `shown`: tells which rows have been shown. */
  constructor(reader: Reader, source: Source, start?: Start, shown?: ShownRows) {
    this.#reader = reader;
    this.#source = source;
    this.#start = start;
    this.#isResuming = start !== undefined;
    this.#shown = shown;
    this.mark = { after: start?.position ?? BEGINNING, beside: shown?.beside ?? NOTHING };
    this.#next = start && !start.anywhere ? start.position.page : undefined;
    if (this.#next !== undefined) this.#addresses.add(this.#next);
  }

  get list(): NarrowList {
    return this.#source.list;
  }

  /** Whether a page has to be read before its next row is known. */
  get isDry(): boolean {
    return this.entries.length === 0 && !this.ended;
  }

  /** Says that the rows of the last page have been taken, or that nobody waits for them. */
  settle(): void {
    this.#reader.caller.scan?.free(this.#counted);
    this.#counted = [];
    this.#isSettled = true;
    this.#release?.();
    this.#release = undefined;
  }

  take(): Entry | undefined {
    const entry = this.entries.shift();
    if (entry) this.mark = entry;
    return entry;
  }

  /** Reads the next page. */
  async load(): Promise<void> {
    this.#isSettled = false;
    const address = this.#next;
    const page = await this.#read(address);
    const { entity } = this.#source;
    const next = entity.sample ? undefined : page.next;
    const keys = page.rows.map(keyOf);
    const isRepeated = this.#check(page.rows, keys, next);
    const begin = this.#begin(page.rows);
    for (const key of keys.slice(0, begin)) this.passed.add(key);
    const { sortField } = this.#source;
    const here = { page: address, sortField, beside: this.#shown?.beside ?? NOTHING };
    const shown = this.#shown?.page(page.rows, next === undefined);
    const there = { page: next, sortField, beside: this.#shown?.beside ?? NOTHING };
    // Where pages are counted off, the next one begins elsewhere when rows are deleted: this one tells.
    const last = next === undefined || isByOffset(next) ? undefined : page.rows.length - 1;
    this.entries = [];
    for (const [i, row] of page.rows.entries()) {
      if (i < begin || isRepeated[i]) continue;
      const isLast = i === last;
      const isShown = shown?.[i] === true;
      this.entries.push(new Entry(row, keys[i] ?? '', isShown, isLast ? there : here, isLast ? 0 : i + 1));
    }
    if (this.entries.length === 0 && last !== undefined && !this.#start)
      this.mark = { after: { ...this.mark.after, page: next, offset: 0 }, beside: there.beside };
    if (this.entries.length > 0) this.#isResuming = false;
    this.#next = next;
    this.ended = next === undefined;
    if (this.ended && this.#start?.anywhere) throw expired(this.#start.position);
  }

  async #read(address: string | undefined): Promise<Page> {
    const { gateway, caller, onPage, onKept, shared, track } = this.#reader;
    const { entity, parents, list, size, keeps } = this.#source;
    const known = address === undefined && this.pages === 0 ? await shared?.() : undefined;
    this.pages++;
    if (known) return known;
    const params = { ...list.params, pageSize: size };
    // Batches wait for the rows of first pages only: a scan may take long, and so may waiting for memory.
    const onTurn = () => {
      if (!this.#isSettled) this.#release = track();
    };
    const reader = this.pages > 1 ? { ...caller, priority: 'scan' as const } : { ...caller, onTurn };
    try {
      const page = await gateway.page(entity, parents, params, address, reader);
      this.rows += page.rows.length;
      if (keeps) onKept(page.rows);
      else this.#counted = page.rows;
      onPage(page.rows, list.params, page.rows.filter((row) => !row.defect && !list.obeys(row)).length);
      return page;
    } catch (error) {
      if (this.#isResuming && address !== undefined && isRefusal(error)) throw expired(this.mark.after, error);
      throw error;
    }
  }

  /**
   * Which rows it has had before, by their keys. Throws for pages that never end: the same address, the same rows, or
   * nothing again and again.
   */
  #check(rows: readonly Row[], keys: readonly string[], next: string | undefined): readonly boolean[] {
    if (next !== undefined && this.#addresses.has(next)) throw unreadable('a next page that it had named before');
    if (next !== undefined) this.#addresses.add(next);
    const known = this.#keys.size;
    const isRepeated = rows.map((row, i) => {
      const key = keys[i] ?? '';
      const isKnown = key !== '' && this.#keys.has(key);
      // Rows without a key are distinguished by all their values.
      if (!isKnown) this.#keys.add(key || JSON.stringify(row.json));
      return isKnown;
    });
    if (rows.length > 0 && this.#keys.size === known) throw repeated();
    this.#empty = rows.length > 0 ? 0 : this.#empty + 1;
    if (next !== undefined && this.#empty >= MAX_EMPTY_PAGES)
      throw unreadable(`${MAX_EMPTY_PAGES} empty pages in a row, and a next one`);
    return isRepeated;
  }

  /** How many rows of a page stand before the place to begin at. */
  #begin(rows: readonly Row[]): number {
    const start = this.#start;
    if (!start) return 0;
    const { page, offset, key } = start.position;
    const named = key === '' ? -1 : rows.findIndex((row) => keyOf(row) === key);
    if (start.anywhere && named < 0) return rows.length;
    const behind = start.isBehind ? rows.findIndex(start.isBehind) : 0;
    // Twilio's next page: it begins behind the row that the position names, whatever it holds.
    const isNextPage = offset === 0 && page !== undefined && !isByOffset(page) && !start.anywhere;
    // All of them are newer than the row that the position names.
    if (named < 0 && behind < 0 && rows.length > 0 && !isNextPage) return rows.length;
    this.#start = undefined;
    if (named >= 0 && named === rows.length - 1 && isNextPage) throw repeated();
    if (named >= 0) return named + 1;
    // Its row is gone, and perhaps others before it: an earlier place shows rows twice, a later one would lose some.
    return key === '' ? offset : Math.min(offset, Math.max(0, behind));
  }
}

const repeated = () => unreadable('a page of rows that it had sent before');
const unreadable = (what: string) => new ApiError('UPSTREAM_UNREADABLE', `Twilio answered ${what}.`);

const isRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.details.status === 400 || error.details.status === 404);
