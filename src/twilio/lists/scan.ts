/** Reads the rows of a list that match, page by page and no further than it has to, up to a ceiling. */
import { ApiError } from '../../errors.ts';
import type { Entity, Sids } from '../../model/index.ts';
import type { Split } from '../filtering/index.ts';
import type { Gateway } from '../gateway.ts';
import type { Caller } from '../limiter/index.ts';
import type { Page, Row } from '../rows/index.ts';

/** Twilio's page size at most. */
export const MAX_PAGE = 1000;

/** A list of Twilio's: which, where and of what. */
export interface List {
  readonly entity: Entity;
  readonly parents: Sids;
  readonly filter: Split;
}
/** What reading a list needs and whom it tells. */
export interface Reader {
  readonly gateway: Gateway;
  /** Rows that may be read in search of matches. */
  readonly scanLimit: number;
  readonly caller: Caller;
  /** The whole list, where it has been read together with others; otherwise it is read by itself. */
  readonly shared?: (() => Promise<Page | null>) | undefined;
  /** Lets others know of a read while it lasts. */
  readonly track: (page: Promise<Page>) => Promise<Page>;
  /** Told of every page read. */
  readonly onPage: (rows: readonly Row[]) => void;
}
/** A matching row and where it stands: on which page, and how many rows of that page end with it. */
export interface Found {
  readonly row: Row;
  readonly page: string | undefined;
  readonly offset: number;
  /** The page after, if the row is the last of its own. */
  readonly next: string | undefined;
}

export class Scan {
  found: Found[] = [];
  /** Of its pages. */
  size: number;
  readonly #reader: Reader;
  readonly #list: List;
  #page: string | undefined;
  #ended: boolean;
  #read = 0;
  #mayStartOver: boolean;
  /** Decides where in the first page to begin. */
  #begin: (rows: readonly Row[]) => number;

  constructor(reader: Reader, list: List, size: number, page?: string, begin?: (rows: readonly Row[]) => number) {
    this.#reader = reader;
    this.#list = list;
    this.size = size;
    this.#page = page;
    this.#begin = begin ?? (() => 0);
    this.#mayStartOver = !begin && size < MAX_PAGE && list.filter.residual === 'edges';
    this.#ended = list.filter.params === undefined;
  }

  /** Whether the list has been read to its end. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Reads on until there are `count` matches, or the list ends. Throws SCAN_LIMIT rather than answer short. */
  async until(count: number): Promise<void> {
    const { filter } = this.#list;
    while (!this.#ended && this.found.length < count) {
      if (this.#read >= this.#reader.scanLimit) throw this.#tooFar();
      const { rows, next } = await this.#nextPage();
      const begin = this.#begin(rows);
      this.#begin = () => 0;
      rows.forEach((row, i) => {
        if (i < begin || !filter.accepts(row)) return;
        this.found.push({ row, page: this.#page, offset: i + 1, next: i === rows.length - 1 ? next : undefined });
      });
      this.#read += rows.length;
      this.#page = next;
      this.#ended = next === undefined;
      if (this.#mayStartOver && !this.#ended && this.found.length < count) this.#startOver();
      this.#mayStartOver = false;
    }
  }

  /** Rows at the edges filled a small page: they may be many more, and another size needs another first page. */
  #startOver(): void {
    this.found = [];
    this.size = MAX_PAGE;
    this.#page = undefined;
  }

  async #nextPage(): Promise<Page> {
    const { gateway, caller, onPage, shared, track } = this.#reader;
    const { entity, parents, filter } = this.#list;
    const known = this.#page === undefined ? await shared?.() : undefined;
    if (known) return known;
    const params = { ...filter.params, pageSize: this.size };
    const isScan = this.#read > 0;
    const reader = isScan ? { ...caller, priority: 'scan' as const } : caller;
    const reading = gateway.page(entity, parents, params, this.#page, reader);
    // Batches wait for first pages alone: a scan may take long.
    const page = await (isScan ? reading : track(reading));
    onPage(page.rows);
    return page;
  }

  #tooFar(): ApiError {
    const { entity } = this.#list;
    const cheap = Object.entries(entity.filters ?? {}).flatMap(([name, rule]) => ('compares' in rule ? [name] : []));
    const advice = cheap.length > 0 ? `Filter by ${cheap.join(', ')}, which Twilio evaluates` : 'Ask for less';
    return new ApiError(
      'SCAN_LIMIT',
      `Read ${this.#read} rows of ${entity.name}, of which ${this.found.length} match, and the list goes on. ${advice}, or raise TWILIO_SCAN_LIMIT.`,
    );
  }
}
