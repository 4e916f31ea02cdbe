/**
 * What the rows of all running operations take of a process's memory. When it is much, long lists are read one after the
 * other, the oldest first. Those that read the same pages go on together, so that each page is still read once.
 */
import type { Signal } from '../../cancellation.ts';
import { abortError } from './abort.ts';

const MB = 1024 * 1024;
/** When so much is held, only the oldest of the long reads goes on. */
const PROCESS_BYTES = 20 * MB;
/** Reads of the same pages that go on together at most. */
const MAX_TOGETHER = 8;

/** A list that is read page by page. */
interface LongRead {
  /** The same for those that read the same pages. */
  readonly pages: string;
}

/** Pages by the JSON of their first row: one that several hold takes its memory once. */
export class HeldPages {
  readonly #pages = new Map<object, { readonly bytes: number; holders: number }>();

  /** Returns by how much that is more. */
  add(page: object, bytes: number): number {
    const known = this.#pages.get(page);
    if (known) known.holders++;
    else this.#pages.set(page, { bytes, holders: 1 });
    return known ? 0 : bytes;
  }

  /** Returns by how much that is less. */
  remove(page: object): number {
    const known = this.#pages.get(page);
    if (!known || --known.holders > 0) return 0;
    this.#pages.delete(page);
    return known.bytes;
  }

  /** All of them, which it no longer has. */
  take(): readonly object[] {
    const pages = [...this.#pages.keys()];
    this.#pages.clear();
    return pages;
  }
}

interface Waiting {
  readonly scan: LongRead;
  readonly bytes: number;
  readonly go: () => void;
}

export class ProcessMemory {
  readonly #limit: number;
  readonly #pages = new HeldPages();
  /** In the order in which they asked for their first page. What they do between two pages waits for nobody. */
  readonly #scans = new Set<LongRead>();
  readonly #waiting = new Set<Waiting>();
  #bytes = 0;

  constructor(limit = PROCESS_BYTES) {
    this.#limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  end(scan: LongRead): void {
    if (this.#scans.delete(scan)) this.#wake();
  }

  hold(bytes: number): void {
    this.#bytes += bytes;
    if (bytes < 0) this.#wake();
  }

  holdPage(page: object, bytes: number): void {
    this.hold(this.#pages.add(page, bytes));
  }

  freePage(page: object): void {
    this.hold(-this.#pages.remove(page));
  }

  /** Holds what a page will take; a scan may have to wait for its turn. Rejects when the operation has ended. */
  reserve(bytes: number, scan: LongRead | undefined, signal: Signal | undefined): Promise<void> | undefined {
    if (scan) this.#scans.add(scan);
    if (scan && this.#bytes >= this.#limit && !this.#oldest().has(scan)) return this.#turn(scan, bytes, signal);
    this.hold(bytes);
    return undefined;
  }

  /** The oldest, and those that read the same pages. */
  #oldest(): ReadonlySet<LongRead> {
    const [oldest] = this.#scans;
    const together = new Set<LongRead>();
    for (const scan of this.#scans) {
      if (scan === oldest || scan.pages === oldest?.pages) together.add(scan);
      if (together.size === MAX_TOGETHER) break;
    }
    return together;
  }

  #turn(scan: LongRead, bytes: number, signal: Signal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#waiting.delete(waiting);
        reject(abortError(signal as Signal));
      };
      const waiting = {
        scan,
        bytes,
        go: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      this.#waiting.add(waiting);
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted) abort();
    });
  }

  #wake(): void {
    if (this.#waiting.size === 0) return;
    const oldest = this.#oldest();
    for (const waiting of this.#waiting) {
      if (this.#bytes >= this.#limit && !oldest.has(waiting.scan)) continue;
      this.#waiting.delete(waiting);
      this.#bytes += waiting.bytes;
      waiting.go();
    }
  }
}
