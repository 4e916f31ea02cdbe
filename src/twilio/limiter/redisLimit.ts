/** One limit for all processes of an account, shared over Redis; without Redis each keeps to its fair part of it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Share, type SharedLimit, type Slot, WINDOW_MS } from './limiter.ts';
import { LIVE_MS, type Place, RedisLink } from './redisLink.ts';

const CHECK_MS = 500;
const RETRY_MS = 500;
/** Who has lost its connection is not seen any more by then, and what it started before is out of the window. */
const SETTLE_MS = LIVE_MS + WINDOW_MS + 100;
/** How long a start waits for Redis. */
const OPEN_MS = 5000;
/** One that is not seen may only be late: it counts for so long all the same. */
const REMEMBER_MS = 10_000;

export interface SharedOptions extends Omit<Place, 'name'> {
  /** How many processes there are, as far as is known before Redis has told. */
  readonly nodes: number;
  /** Told when the limit is shared, and when it cannot be any more. */
  readonly onChange: (state: { readonly shared: boolean; readonly nodes: number }) => void;
}

export class RedisLimit implements SharedLimit {
  readonly #options: SharedOptions;
  readonly #name = randomUUID();
  #nodes: number;
  /** When there were last seen that many; no time counts in which none can be seen. */
  #nodesSeenAt = 0;
  /** While the limit is shared. */
  #link: RedisLink | undefined;
  /** Since when all that are known of have been seen on it. */
  #wholeSince = Number.POSITIVE_INFINITY;
  /** When the last one was lost. */
  #lostAt = Number.NEGATIVE_INFINITY;
  /** Counts the changes between shared and alone: a slot is good until the next. */
  #epoch = 0;
  /** Those who wait for a slot, to be told of a change. */
  readonly #waiting = new Set<() => void>();
  #held = 0;
  #closed = false;

  constructor(options: SharedOptions) {
    this.#options = options;
    this.#nodes = options.nodes;
  }

  /** Waits a little for Redis; goes on trying, and comes back, for as long as the process runs. */
  async open(): Promise<void> {
    await Promise.race([new Promise<void>((opened) => this.#run(opened)), later(OPEN_MS)]);
  }

  /** Gives back what is held when its time has come, so that others need not wait until it expires. */
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
   * Its share, until all others are seen on the same Redis and have been counted there for a window. At first after a
   * loss only a part of it: others may have used up the limit just then, and all of them together add no more than one
   * share to it in this way.
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
          // It may come too late: then nobody waits for it any more.
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
