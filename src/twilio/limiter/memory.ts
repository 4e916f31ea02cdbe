/**
 * The memory that the rows of one operation take. What a list returned is kept until the operation ends, so one operation
 * of many long lists would take all there is.
 */
import type { Signal } from '../../cancellation.ts';
import { ApiError } from '../../errors.ts';
import { HeldPages, ProcessMemory } from './processMemory.ts';

/** What Twilio sent of a row; readers of one answer share it. */
interface HeldRow {
  readonly json: object;
}
interface HeldPage {
  readonly rows: readonly HeldRow[];
}

/** What one operation may hold for each row that a scan may read: enough for two lists that are read whole. */
const BYTES_PER_SCANNED_ROW = 5 * 1024;
const LEAST_ROWS = 10_000;
/** A row on its way, with the bytes and the text from which it is read. */
const COMING_BYTES = 3 * 1024;
/** What V8 needs for a text besides its characters, and for an object or a list besides its values. */
const HEADER_BYTES = 24;
const VALUE_BYTES = 8;
/** What a reader keeps of a row besides its JSON; and what it keeps of one that it has only counted. */
const OWN_BYTES = 350;
const KEY_BYTES = 120;
/** One row of so many is weighed. */
const SAMPLE = 100;
/** Pages of so many rows never wait: people look at them. */
const SMALL_PAGE = 100;

const bytesOf = (value: unknown): number => {
  if (typeof value === 'string') return HEADER_BYTES + value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let bytes = HEADER_BYTES;
  for (const each of Object.values(value)) bytes += VALUE_BYTES + bytesOf(each);
  return bytes;
};
const bytesOfPage = (rows: readonly HeldRow[]): number => {
  let bytes = 0;
  let weighed = 0;
  for (let i = 0; i < rows.length; i += SAMPLE, weighed++) bytes += bytesOf(rows[i]?.json);
  return weighed === 0 ? 0 : Math.ceil((bytes / weighed) * rows.length);
};

const processMemory = new ProcessMemory();

/** What one operation holds until it ends. */
export class OperationMemory {
  readonly #process: ProcessMemory;
  readonly #limit: number;
  readonly #pages = new HeldPages();
  /** Without pages, which others may hold as well. */
  #own = 0;
  #bytes = 0;
  #isOver = false;

  /** `scanLimit`: rows that one list may read. */
  constructor(scanLimit: number, process = processMemory) {
    this.#process = process;
    this.#limit = Math.max(scanLimit, LEAST_ROWS) * BYTES_PER_SCANNED_ROW;
  }

  /** `pages`: the same for reads of the same pages. */
  scan(pages: () => string): ScanMemory {
    return new ScanMemory(this, this.#process, pages);
  }

  /**
   * Reads a page of at most so many rows and holds what it returns. Throws SCAN_LIMIT if the operation would hold more
   * than it may.
   */
  async read<P extends HeldPage>(
    size: number,
    signal: Signal | undefined,
    run: () => Promise<P>,
    scan?: ScanMemory,
  ): Promise<P> {
    const coming = size * COMING_BYTES;
    const turn = this.#process.reserve(coming, size > SMALL_PAGE ? scan : undefined, signal);
    if (turn) await turn;
    try {
      this.#checkLimit();
      const page = await run();
      this.#hold(page.rows);
      return page;
    } finally {
      this.#process.hold(-coming);
    }
  }

  #hold(rows: readonly HeldRow[]): void {
    const [first] = rows;
    if (!first || this.#isOver) return;
    const bytes = bytesOfPage(rows);
    const more = this.#pages.add(first.json, bytes);
    if (more > 0) this.#process.holdPage(first.json, bytes);
    this.#bytes += more;
    this.#holdOwn(rows.length * OWN_BYTES);
    this.#checkLimit();
  }

  #checkLimit(): void {
    if (this.#own + this.#bytes > this.#limit) throw tooMuch();
  }

  /** What a scan gives back may have been {@link clear}ed before. */
  #holdOwn(bytes: number): void {
    const more = Math.max(bytes, -this.#own);
    this.#own += more;
    this.#process.hold(more);
  }

  /** Rows of a page that were counted, and are not kept. */
  free(rows: readonly HeldRow[]): void {
    const [first] = rows;
    if (!first || this.#isOver) return;
    const less = this.#pages.remove(first.json);
    if (less > 0) this.#process.freePage(first.json);
    this.#bytes -= less;
    this.#holdOwn(rows.length * (KEY_BYTES - OWN_BYTES));
  }

  /** So many rows whose keys are not needed any more either. */
  forget(rows: number): void {
    if (!this.#isOver) this.#holdOwn(-rows * KEY_BYTES);
  }

  /** Nothing that it has read is kept. */
  clear(): void {
    for (const page of this.#pages.take()) this.#process.freePage(page);
    this.#process.hold(-this.#own);
    this.#own = 0;
    this.#bytes = 0;
  }

  /** Nothing is held for it from now on. */
  end(): void {
    this.#isOver = true;
    this.clear();
  }
}

/** The part of one list that is read page by page: it waits for its turn when much is held. */
export class ScanMemory {
  readonly #operation: OperationMemory;
  readonly #process: ProcessMemory;
  readonly #pagesOf: () => string;
  #pages: string | undefined;
  #counted = 0;

  constructor(operation: OperationMemory, process: ProcessMemory, pages: () => string) {
    this.#operation = operation;
    this.#process = process;
    this.#pagesOf = pages;
  }

  /** Worked out only when memory is short. */
  get pages(): string {
    this.#pages ??= this.#pagesOf();
    return this.#pages;
  }

  end(): void {
    this.#operation.forget(this.#counted);
    this.#counted = 0;
    this.#process.end(this);
  }

  read<P extends HeldPage>(size: number, signal: Signal | undefined, run: () => Promise<P>): Promise<P> {
    return this.#operation.read(size, signal, run, this);
  }

  /** Rows that were counted, and are not kept. */
  free(rows: readonly HeldRow[]): void {
    this.#counted += rows.length;
    this.#operation.free(rows);
  }
}

const tooMuch = () =>
  new ApiError(
    'SCAN_LIMIT',
    'The lists of this operation hold as many rows as one operation may keep in memory. Ask for fewer lists or rows at once, or raise TWILIO_SCAN_LIMIT.',
  );
