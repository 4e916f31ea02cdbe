/** At most so many upstream transactions a second for this process: all pass here, what is too much waits its turn. */
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import Bottleneck from 'bottleneck';
import type { Caller } from './caller.ts';
import { Chain } from './chain.ts';
import { type Job, Waiting } from './waiting.ts';
import { Window } from './window.ts';

/** A slot is held a little less than the window, since timers come late; the stamps then keep the window exactly. */
const HOLD_MS = 994;
/** A second, and what the way to Twilio may shake: two starts that are this far apart arrive a second apart. */
export const WINDOW_MS = 1004;
/** Timers come up to this late; the rest of a wait is spent turn by turn. */
const TIMER_SLACK_MS = 2;
/** The longest that is waited without another look: the limit may have changed. */
const LONGEST_SLEEP_MS = 250;
/** A slot without work is given back after this long. */
const LINGER_MS = 1000;

/** Sends one transaction; calls `sent` at the moment when it goes on the wire. */
export type Transaction<T> = (sent: () => void) => Promise<T>;

/** A place in a limit that this process shares with others. */
export interface Slot {
  /** False once the limit is kept in another way than when the slot was given. */
  readonly isValid: boolean;
  /** Gives it back, after this long. */
  release(afterMs: number): void;
}
export interface SharedLimit {
  take(): Promise<Slot>;
  /** What this process is sure of: so many within so long. `strict`: as long as it can be sure of no more. */
  readonly share: { readonly count: number; readonly withinMs: number; readonly strict: boolean };
}

export interface LimiterOptions {
  /** How many transactions may wait, and for how long. */
  readonly queueLimit?: number;
  readonly queueWaitMs?: number;
  readonly shared?: SharedLimit | undefined;
}

export class Limiter {
  /** Transactions that may start in any second. */
  readonly perSecond: number;
  readonly #bottleneck: Bottleneck;
  readonly #shared: SharedLimit | undefined;
  readonly #waiting: Waiting;
  readonly #window = new Window();
  /** Slots that have or look for work, and those of them that have none. */
  #slots = 0;
  readonly #idle = new Chain<() => void>();
  /** Since when there has always been something that waits. */
  #busySince = 0;
  /** One at a time looks for the moment of the next start. */
  #door: Promise<unknown> = Promise.resolve();

  constructor(perSecond: number, { queueLimit = 10_000, queueWaitMs = 60_000, shared }: LimiterOptions = {}) {
    this.perSecond = perSecond;
    this.#shared = shared;
    this.#bottleneck = new Bottleneck({ maxConcurrent: perSecond });
    this.#waiting = new Waiting({ limit: queueLimit, waitMs: queueWaitMs, perMs: () => this.#perMs });
  }

  /** Transactions that wait for their turn. */
  get queued(): number {
    return this.#waiting.length;
  }

  /** Transactions that could start now. */
  get available(): number {
    const { count, withinMs } = this.#allowed;
    return Math.max(0, count - this.#window.count(withinMs) - this.#waiting.length);
  }

  /**
   * Runs the transaction when its turn has come. Throws THROTTLED at once if that would take too long, and CANCELLED
   * if the caller goes before; then nothing is sent.
   */
  schedule<T>(transaction: Transaction<T>, caller: Caller = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const start = (sent: () => void) => void transaction(sent).then(resolve, reject).finally(sent);
      if (this.#waiting.length === 0) this.#busySince = performance.now();
      if (this.#waiting.add({ start, refuse: reject }, caller)) this.#wake();
    });
  }

  #wake(): void {
    const call = this.#idle.first;
    if (call) call();
    else if (this.#slots < this.perSecond) {
      this.#slots++;
      this.#bottleneck.schedule(() => this.#work()).catch(() => this.#slots--);
    }
  }

  /** One transaction after the other in one slot of Bottleneck's, each for a window, as long as there are any. */
  async #work(): Promise<void> {
    do {
      const slot = await this.#shared?.take();
      const job = await this.#next(slot);
      if (job) {
        await this.#send(job);
        await sleep(HOLD_MS);
      }
      slot?.release(job ? WINDOW_MS - HOLD_MS : 0);
    } while (this.#waiting.length > 0 || (await this.#called()));
  }

  /** Waits for more work; without any, the slot ends. */
  #called(): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (called: boolean) => {
        this.#idle.remove(place);
        clearTimeout(timer);
        if (!called) this.#slots--;
        resolve(called);
      };
      const place = this.#idle.push(() => settle(true));
      const timer = setTimeout(() => settle(false), LINGER_MS).unref();
    });
  }

  /** The job whose turn it is, at the moment when it may start; `undefined` where there is none any more. */
  #next(slot: Slot | undefined): Promise<Job | undefined> {
    const next = this.#door.then(async () => {
      while (this.#waiting.length > 0 && slot?.isValid !== false) {
        const rest = this.#rest();
        if (rest > 0) {
          await (rest > TIMER_SLACK_MS ? sleep(Math.min(rest - TIMER_SLACK_MS, LONGEST_SLEEP_MS)) : nextTurn());
          continue;
        }
        const job = this.#waiting.take();
        if (job) this.#window.leave();
        return job;
      }
      return undefined;
    });
    this.#door = next;
    return next;
  }

  /** What may start within how long: this process's own limit, or its share where others cannot be asked. */
  get #allowed(): { readonly count: number; readonly withinMs: number } {
    const share = this.#shared?.share;
    return share?.strict && share.count < this.perSecond ? share : { count: this.perSecond, withinMs: WINDOW_MS };
  }

  /** Milliseconds until one more may start. */
  #rest(): number {
    const { count, withinMs } = this.#allowed;
    return this.#window.rest(count, withinMs);
  }

  /** Transactions a millisecond: all that may be, until a busy window has shown how many others leave. */
  get #perMs(): number {
    const { count, withinMs } = this.#allowed;
    const share = this.#shared?.share;
    if (!share || share.strict || performance.now() - this.#busySince < withinMs) return count / withinMs;
    return Math.max(share.count / share.withinMs, this.#window.count(withinMs) / withinMs);
  }

  /** Ends when the transaction is on the wire, not when it is answered. */
  #send(job: Job): Promise<void> {
    return new Promise((onWire) => {
      let leaving = true;
      job.start(() => {
        if (!leaving) return;
        leaving = false;
        this.#window.stamp();
        onWire();
      });
    });
  }
}
