/** Reads the rows of a list that match, each once, no further than needed and up to a limit of rows and pages. */
import type { Entity, Sids } from '../../model/index.ts';
import { pause } from '../../pause/index.ts';
import { type NarrowList, type Order, type Split, sortField } from '../filtering/index.ts';
import type { ScanMemory } from '../limiter/index.ts';
import { read } from '../rows/index.ts';
import { outOfOrder } from './cursorExpired.ts';
import { Match, positionsOf, type Taken } from './match.ts';
import { MAX_PAGE, type Mark, maxPageOf, PageStream, pagesOf, type Reader } from './pageStream.ts';
import { BEGINNING, isBehind, narrowPositions, type Place, type Position } from './positions.ts';
import { ScanLimit } from './scanLimit.ts';
import { ShownRows } from './shownRows.ts';

/** A list of Twilio's: which, where and of what. */
export interface List {
  readonly entity: Entity;
  readonly parents: Sids;
  readonly filter: Split;
  readonly orderBy: readonly Order[];
}
const pagesKey = ({ entity, parents, filter }: List): string =>
  JSON.stringify([entity.name, parents, filter.lists.map(({ params }) => params)]);

/** Pages that one scan may read, whatever they hold. */
const maxPages = (entity: Entity, scanLimit: number, lists: number): number =>
  pagesOf(entity, Math.ceil(scanLimit / MAX_PAGE)) + lists - 1;

/** Rows between two looks at the clock. */
const STRIDE = 50;

interface ScanOptions {
  readonly start?: Place | undefined;
  /** Whether the rows are wanted, and not only how many they are. */
  readonly keeps?: boolean;
  /** Of rows that have been shown up to these positions, it is said; from `start` on, they are left out. */
  readonly seen?: readonly Position[];
}

export class Scan {
  /** Matches; where they are only counted, those alone that cannot be read. */
  readonly found: Match[] = [];
  /** How many rows match so far. */
  matches = 0;
  /** Of its pages. */
  size: number;
  /** Whether no row of several lists is newer than one that was taken before it. */
  isInOrder = true;
  readonly #reader: Reader;
  readonly #memory: ScanMemory | undefined;
  readonly #keeps: boolean;
  #list: List;
  readonly #sortField: string | undefined;
  /** The lists that a wider one replaces. */
  #narrow: readonly NarrowList[] = [];
  /** Positions in the lists of the filter up to which rows have been shown, where all rows are read all the same. */
  readonly #seen: readonly Position[];
  #start: Place | undefined;
  #streams: PageStream[];
  /** Of the rows taken, where several lists are read. */
  readonly #keys = new Set<string>();
  /** The place before the first match. */
  #front: Place;
  #rejected = 0;
  /** Of the last row that has one, where several lists are read. */
  #lastRank = Number.NEGATIVE_INFINITY;
  /** The stream from which the last row came. */
  #last = 0;

  constructor(reader: Reader, list: List, size: number, { start, keeps = true, seen = [] }: ScanOptions = {}) {
    this.#memory = reader.caller.memory?.scan(() => pagesKey(list));
    this.#reader = { ...reader, caller: { ...reader.caller, scan: this.#memory } };
    this.#keeps = keeps;
    this.#seen = seen;
    this.#list = list;
    this.#sortField = sortField(list.entity, list.orderBy);
    this.size = start?.size ?? Math.min(size, maxPageOf(list.entity));
    this.#start = start;
    if (start && start.positions.length !== list.filter.lists.length) this.#widen();
    this.#streams = this.#open(false);
    this.#front = this.place;
  }

  /** Whether the list has been read to its end. */
  get ended(): boolean {
    return this.#streams.every(({ ended, entries }) => ended && entries.length === 0);
  }

  /** The place behind all that was read. */
  get place(): Place {
    return { size: this.size, positions: positionsOf(this.#marks), last: this.#last };
  }

  get #marks(): readonly Mark[] {
    return this.#streams.map(({ mark }) => mark);
  }

  /** Reads on until there are `count` matches, or the list ends. Throws SCAN_LIMIT rather than answer short. */
  async until(count: number): Promise<void> {
    try {
      await this.#readUntil(count);
    } finally {
      this.#memory?.end();
    }
  }

  async #readUntil(count: number): Promise<void> {
    while (!this.ended && this.matches < count) {
      const dry = this.#streams.filter(({ isDry }) => isDry);
      this.#checkLimits(dry.length);
      if (!(await this.#load(dry))) {
        this.#widen();
        this.#startOver();
        continue;
      }
      // What was rejected filled a small page and may fill many more; another page size needs another first page.
      const isSlow = this.size < maxPageOf(this.#list.entity) && this.#rejected > 0;
      if (isSlow && !this.ended && this.matches < count) this.#startOver();
    }
  }

  /** Reads a page of each and takes its rows; false if they cannot be merged. */
  async #load(dry: readonly PageStream[]): Promise<boolean> {
    try {
      await Promise.all(dry.map((stream) => stream.load()));
      if (this.#cannotMerge()) return false;
      await this.#takeAll();
      return this.isInOrder || !this.#list.filter.wider;
    } finally {
      for (const stream of dry) stream.settle();
    }
  }

  /** Takes what has been read, until it is not known which row comes next. */
  async #takeAll(): Promise<void> {
    for (let taken = 0; !this.#streams.some(({ isDry }) => isDry); taken++) {
      const wait = taken % STRIDE === 0 ? pause() : undefined;
      if (wait) await wait;
      const entry = this.#takeFirst();
      if (!entry) return;
      if (this.#streams.length > 1 && this.#isKnown(entry)) continue;
      if (entry.isShown && this.#seen.length === 0) continue;
      if (entry.row.defect || this.#list.filter.accepts(entry.row)) {
        this.matches++;
        if (this.#keeps || entry.row.defect) this.found.push(new Match(entry, this.size, this.#marks, this.#last));
      } else {
        this.#rejected++;
        if (this.matches === 0) this.#front = this.place;
      }
    }
  }

  /** Whether it has come from another list before. */
  #isKnown({ key }: Taken): boolean {
    const isKnown = key !== '' && (this.#keys.has(key) || this.#streams.some(({ passed }) => passed.has(key)));
    this.#keys.add(key);
    return isKnown;
  }

  /** The row that stands first in Twilio's order; a row that heads several lists is taken from all of them. */
  #takeFirst(): Taken | undefined {
    const [only] = this.#streams;
    if (this.#streams.length === 1) {
      if (only && this.#narrow.length > 0) this.#checkOrder(this.#rank(only));
      return only?.take();
    }
    const heads = this.#streams.filter(({ entries }) => entries.length > 0);
    const rank = Math.min(...heads.map((stream) => this.#rank(stream)));
    this.#checkOrder(rank);
    const first = heads.filter((stream) => this.#rank(stream) === rank);
    const best = first.find((stream) => this.#isNext(stream, first)) ?? first[0];
    if (!best) return undefined;
    this.#last = this.#streams.indexOf(best);
    const entry = best.take();
    if (!entry || entry.key === '') return entry;
    const same = heads.flatMap((stream) => (stream.entries[0]?.key === entry.key ? (stream.take() ?? []) : []));
    return { row: entry.row, key: entry.key, isShown: [entry, ...same].some(({ isShown }) => isShown) };
  }

  /** Moments tell which rows have been shown as long as none is newer than one before it. */
  #checkOrder(rank: number): void {
    if (rank === Number.NEGATIVE_INFINITY) return;
    if (rank < this.#lastRank) {
      if (this.#usesShownRows) throw outOfOrder();
      this.isInOrder = false;
    }
    this.#lastRank = rank;
  }

  get #usesShownRows(): boolean {
    return this.#seen.length > 0 || (this.#narrow.length > 0 && this.#start !== undefined);
  }

  /**
   * Whether no other list of the same moment has its row further down: a row of several lists is taken from all of them
   * at once, so that their positions are those of one place.
   */
  #isNext(stream: PageStream, first: readonly PageStream[]): boolean {
    const [head] = stream.entries;
    if (first.length === 1 || !head || head.row.defect || this.#keys.has(head.key)) return true;
    return first.every((other) => {
      const isFurtherDown = other !== stream && other.entries[0]?.key !== head.key && !other.passed.has(head.key);
      return !isFurtherDown || !other.list.holds(head.row);
    });
  }

  /** The newest first; a row whose moment is not known cannot wait for others. */
  #rank({ entries: [head] }: PageStream): number {
    const moment = head && this.#sortField ? read(head.row, this.#sortField) : null;
    return moment instanceof Date ? -moment.getTime() : Number.NEGATIVE_INFINITY;
  }

  /** Rows without a moment stand somewhere between the others: only one wider list shows where. */
  #cannotMerge(): boolean {
    const field = this.#sortField;
    if (!this.#list.filter.wider || !field) return false;
    return this.#streams.some(({ entries }) => entries.some(({ row }) => read(row, field) === null));
  }

  /** Reads one list instead of several, and remembers how far those had been shown. */
  #widen(): void {
    const { filter } = this.#list;
    const start = this.#start;
    this.#narrow = filter.lists;
    this.#list = {
      ...this.#list,
      filter: { ...filter, lists: [filter.wider ?? filter.lists].flat(), wider: undefined },
    };
    if (start?.positions.length === this.#narrow.length)
      this.#start = { ...start, positions: [BEGINNING, ...start.positions], last: 0 };
  }

  /** A stream for each list. `anywhere`: the rows that the start names may now be on other pages. */
  #open(anywhere: boolean): PageStream[] {
    const { entity, parents, filter } = this.#list;
    return filter.lists.map((list, i) => {
      const position = this.#start?.positions[i];
      const source = { entity, parents, list, size: this.size, sortField: this.#sortField, keeps: this.#keeps };
      const behind = isBehind(entity, this.#sortField, position);
      return new PageStream(
        this.#reader,
        source,
        position && { position, anywhere: anywhere && position.key !== '', isBehind: behind },
        this.#shownIn(list, i),
      );
    });
  }

  /** What was shown of a list of the filter, or of the lists that a wider one replaces. */
  #shownIn(list: NarrowList, i: number): ShownRows | undefined {
    const { entity } = this.#list;
    const isWide = this.#narrow.length > 0;
    const before = isWide && this.#start ? narrowPositions(this.#start, this.#narrow.length) : [];
    const positions = this.#seen.length > 0 && !isWide ? this.#seen.slice(i, i + 1) : [...this.#seen, ...before];
    if (positions.length === 0 || !this.#sortField) return undefined;
    return new ShownRows(entity, this.#sortField, isWide ? this.#narrow : [list], positions);
  }

  #startOver(): void {
    this.found.length = 0;
    this.matches = 0;
    this.#keys.clear();
    this.#rejected = 0;
    this.isInOrder = true;
    this.#lastRank = Number.NEGATIVE_INFINITY;
    this.#last = 0;
    this.size = maxPageOf(this.#list.entity);
    this.#streams = this.#open(true);
    this.#front = this.place;
  }

  get #read(): { readonly rows: number; readonly pages: number } {
    const total = (of: 'rows' | 'pages') => this.#streams.reduce((sum, stream) => sum + stream[of], 0);
    return { rows: total('rows'), pages: total('pages') };
  }

  #checkLimits(next: number): void {
    const { scanLimit } = this.#reader;
    const { rows, pages } = this.#read;
    const isWithin = rows < scanLimit && pages + next <= maxPages(this.#list.entity, scanLimit, this.#streams.length);
    if (pages === 0 || isWithin) return;
    const place = this.matches === 0 ? this.place : this.#front;
    throw new ScanLimit(this.#list, { rows, found: this.matches }, place);
  }
}
