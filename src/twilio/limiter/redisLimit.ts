/** One limit for all processes of an account, shared over Redis. Without Redis, each process keeps to its share. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Share, type SharedLimit, type Slot, WINDOW_MS } from './limiter.ts';
import { LIVE_MS, RedisLink, type RedisLinkOptions } from './redisLink.ts';

const CHECK_MS = 500;
const RETRY_MS = 500;
/** By then a process that lost its connection is no longer counted, and its last starts have left the window. */
const SETTLE_MS = LIVE_MS + WINDOW_MS + 100;
/** How long the start of the server waits for Redis. */
const OPEN_MS = 5000;
/** A process that is missing may only be late, so it counts for this long. */
const REMEMBER_MS = 10_000;

export interface SharedOptions extends Omit<RedisLinkOptions, 'name'> {
  /** The expected number of processes, until Redis has counted them. */
  readonly nodes: number;
  /** Called when the limit starts or stops being shared. */
  readonly onChange: (state: { readonly shared: boolean; readonly nodes: number }) => void;
}

export class RedisLimit implements SharedLimit {
  readonly #options: SharedOptions;
  readonly #name = randomUUID();
  #nodes: number;
  /** When that many were last counted, not including the time without a connection. */
  #nodesSeenAt = 0;
  /** Present while the limit is shared. */
  #link: RedisLink | undefined;
  /** Since when all known processes are connected to it. */
  #wholeSince = Number.POSITIVE_INFINITY;
  /** When the connection was last lost. */
  #lostAt = Number.NEGATIVE_INFINITY;
  /** Counts the changes between shared and not shared: a slot is valid until the next change. */
  #epoch = 0;
  /** Callers that wait for a slot, to be notified of a change. */
  readonly #waiting = new Set<() => void>();
  #held = 0;
  #closed = false;

  constructor(options: SharedOptions) {
    this.#options = options;
    this.#nodes = options.nodes;
  }

  /** Waits briefly for Redis. Connects, and reconnects, for as long as the process runs. */
  async open(): Promise<void> {
    await Promise.race([new Promise<void>((opened) => this.#run(opened)), later(OPEN_MS)]);
  }

  /** Frees held slots at the end of their window, so that others need not wait until they expire. */
  async close(): Promise<void> {
    if (this.#held > 0) await later(WINDOW_MS);
    this.#closed = true;
    this.#link?.close();
  }

  get share(): Share {
    const { perSecond } = this.#options;
    const nodes = this.#nodes;
    return {
      count: Math.max(1, Math.floor(perSecond / nodes)),
      withinMs: WINDOW_MS * Math.max(1, nodes / perSecond),
    };
  }

  /**
   * The share of this process, until all others are connected to the same Redis and were counted there for a window. Just
   * after a lost connection only a part of it: others may have used the limit, and all parts together are one share.
   */
  get bound(): Share | undefined {
    const { share } = this;
    const now = performance.now();
    if (now - this.#lostAt < share.withinMs) return { ...share, count: Math.floor(share.count / this.#nodes) };
    return this.#isSettled(now) ? undefined : share;
  }

  take(): Promise<Slot> {
    const link = this.#link;
    const alone = this.#slot(() => {});
    if (!link) return Promise.resolve(alone);
    return new Promise((resolve) => {
      const giveUp = () => resolve(alone);
      this.#waiting.add(giveUp);
      const job = () =>
        new Promise<void>((end) => {
          // The slot may come too late, when nobody waits for it.
          if (this.#waiting.delete(giveUp)) resolve(this.#slot(end));
          else end();
        });
      this.#held++;
      link.hold(job).finally(() => this.#held--);
    });
  }

  #slot(end: () => void): Slot {
    const epoch = this.#epoch;
    const isValid = () => epoch === this.#epoch;
    return {
      get isValid() {
        return isValid();
      },
      release: (afterMs) => {
        if (afterMs > 0) setTimeout(end, afterMs);
        else end();
      },
    };
  }

  async #run(opened: () => void): Promise<void> {
    for (let first = true; !this.#closed; first = false) {
      const link = await RedisLink.open({ ...this.#options, name: this.#name }).catch(() => undefined);
      if (link) await this.#join(link);
      else if (first) this.#change(undefined);
      opened();
      if (link) await this.#watch(link);
      if (this.#link) this.#change(undefined);
      await later(RETRY_MS);
    }
  }

  async #join(link: RedisLink): Promise<void> {
    this.#nodesSeenAt = performance.now();
    this.#seeNodes(await link.countNodes());
    if (!link.isLost) this.#change(link);
  }

  async #watch(link: RedisLink): Promise<void> {
    while (!link.isLost) {
      await Promise.race([link.lost, later(CHECK_MS)]);
      this.#seeNodes(await link.countNodes());
    }
  }

  #seeNodes(count: number): void {
    const now = performance.now();
    if (count >= this.#nodes || (count > 0 && now - this.#nodesSeenAt > REMEMBER_MS)) {
      this.#nodes = count;
      this.#nodesSeenAt = now;
      this.#wholeSince = Math.min(this.#wholeSince, now);
    } else if (!this.#isSettled(now)) this.#wholeSince = Number.POSITIVE_INFINITY;
  }

  #isSettled(now: number): boolean {
    return this.#link !== undefined && now - this.#wholeSince >= SETTLE_MS;
  }

  #change(link: RedisLink | undefined): void {
    if (this.#link) {
      this.#lostAt = performance.now();
      this.#wholeSince = Number.POSITIVE_INFINITY;
    }
    this.#link = link;
    this.#epoch++;
    for (const giveUp of this.#waiting) giveUp();
    this.#waiting.clear();
    if (!this.#closed) this.#options.onChange({ shared: link !== undefined, nodes: this.#nodes });
  }
}

const later = (ms: number): Promise<void> => sleep(ms, undefined, { ref: false });
