/** One limit for all processes of an account, shared over Redis; without Redis each keeps to its fair part of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type SharedLimit, type Slot, WINDOW_MS } from './limiter.ts';
import { type Place, RedisLink } from './redis.ts';

const CHECK_MS = 500;
const RETRY_MS = 500;
/** What was started by another rule, by this process or any, is out of the window by then. */
const SETTLE_MS = 1200;
/** How long a start waits for Redis. */
const OPEN_MS = 5000;
/** One that is not seen may only be late: it counts for so long all the same. */
const REMEMBER_MS = 10_000;

export interface SharedOptions extends Place {
  /** How many processes there are, as far as is known before Redis has told. */
  readonly nodes: number;
  /** Told when the limit is shared, and when it cannot be any more. */
  readonly onChange: (state: { readonly shared: boolean; readonly nodes: number }) => void;
}

export class RedisLimit implements SharedLimit {
  readonly #options: SharedOptions;
  #nodes: number;
  /** When there were last seen that many. */
  #nodesSeenAt = 0;
  /** While the limit is shared. */
  #link: RedisLink | undefined;
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

  get share() {
    const { perSecond } = this.#options;
    const nodes = this.#nodes;
    const strict = this.#link === undefined;
    return {
      count: Math.max(1, Math.floor(perSecond / nodes)),
      withinMs: WINDOW_MS * Math.max(1, nodes / perSecond),
      strict,
    };
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
    for (let settleMs = 0; !this.#closed; settleMs = SETTLE_MS) {
      const link = await RedisLink.open(this.#options).catch(() => undefined);
      if (link) {
        await Promise.race([link.lost, later(settleMs)]);
        this.#seeNodes(await link.countNodes());
        if (!link.isLost) this.#change(link);
      } else if (settleMs === 0) this.#change(undefined);
      opened();
      if (link) await this.#watch(link);
      if (this.#link) this.#change(undefined);
      await later(RETRY_MS);
    }
  }

  async #watch(link: RedisLink): Promise<void> {
    while (!link.isLost) {
      this.#seeNodes(await link.countNodes());
      await Promise.race([link.lost, later(CHECK_MS)]);
    }
  }

  #seeNodes(count: number): void {
    const now = performance.now();
    if (count < this.#nodes && now - this.#nodesSeenAt < REMEMBER_MS) return;
    if (count === 0) return;
    this.#nodes = count;
    this.#nodesSeenAt = now;
  }

  #change(link: RedisLink | undefined): void {
    this.#link = link;
    this.#epoch++;
    for (const giveUp of this.#waiting) giveUp();
    this.#waiting.clear();
    if (!this.#closed) this.#options.onChange({ shared: link !== undefined, nodes: this.#nodes });
  }
}

const later = (ms: number): Promise<void> => sleep(ms, undefined, { ref: false });
