/**
 * At most so many upstream transactions a second for this process: all pass here, what is too much waits its turn.
 *
 * A job keeps its slot of Bottleneck until a second after its request was written to the network, and `window.ts`
 * keeps the exact limit. Jobs wait in an admission queue in front of it, because Bottleneck knows neither callers nor
 * upper bounds and takes milliseconds per job.
 */
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import Bottleneck from 'bottleneck';
import { AdmissionQueue, type Job } from './admissionQueue.ts';
import type { Caller } from './caller.ts';
import { LinkedList } from './linkedList.ts';
import { Window } from './window.ts';

/** A slot is held a little less than the window, since timers come late; the stamps then keep the window exactly. */
const HOLD_MS = 994;
/**
 * A second, and what the way to Twilio may shake: two starts that are this far apart arrive a second apart. Each
 * millisecond more costs 0.025 starts a second: 1006 makes 24.85 of 25, of which timers that come late take the rest.
 */
export const WINDOW_MS = 1006;
/** Timers come up to this late; the rest of a wait is spent turn by turn. */
const TIMER_SLACK_MS = 2;
/** The longest that is waited without another look: the limit may have changed. */
const LONGEST_SLEEP_MS = 250;
/** A slot without work is given back after this long. */
const LINGER_MS = 1000;

/** Sends one transaction; calls `sent` when it has gone on the wire, and never before. */
export type Transaction<T> = (sent: () => void) => Promise<T>;

/** A place in a limit that this process shares with others. */
export interface Slot {
  /** False once the limit is kept in another way than when the slot was given. */
  readonly isValid: boolean;
  /** Gives it back, after this long. */
  release(afterMs: number): void;
}
/** So many starts within so long. */
export interface Share {
  readonly count: number;
  readonly withinMs: number;
}
export interface SharedLimit {
  take(): Promise<Slot>;
  /** The part of this process, if all want theirs. */
  readonly share: Share;
  /** What it may start by its own count, with or without slots; nothing where the slots alone keep the limit. */
  readonly bound: Share | undefined;
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
  readonly #waiting: AdmissionQueue;
  readonly #window = new Window();
  /** Slots that have or look for work, and those of them that have none. */
  #slots = 0;
  readonly #idle = new LinkedList<() => void>();
  /** Since when there has always been something that waits. */
  #busySince = 0;
  /** One at a time looks for the moment of the next start. */
  #door: Promise<unknown> = Promise.resolve();

  constructor(perSecond: number, { queueLimit = 10_000, queueWaitMs = 60_000, shared }: LimiterOptions = {}) {
    this.perSecond = perSecond;
    this.#shared = shared;
    this.#bottleneck = new Bottleneck({ maxConcurrent: perSecond });
    this.#waiting = new AdmissionQueue({ limit: queueLimit, waitMs: queueWaitMs, perMs: () => this.#perMs });
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
      if (!(await this.#admission())) continue;
      const slot = await this.#shared?.take();
      const job = slot?.isValid === false ? undefined : this.#waiting.take();
      if (job) {
        const sentAt = await this.#send(job);
        await sleep(HOLD_MS);
        // Timers come up to a millisecond early, too.
        slot?.release(Math.max(0, sentAt + WINDOW_MS - performance.now()) + 1);
      } else {
        this.#window.stay();
        slot?.release(0);
      }
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

  /** Waits until one more may start and counts it as leaving; false if nothing waits any more. */
  #admission(): Promise<boolean> {
    const admission = this.#door.then(async () => {
      while (this.#waiting.length > 0) {
        const { count, withinMs } = this.#allowed;
        const rest = this.#window.rest(count, withinMs);
        if (rest === 0) {
          this.#window.leave();
          return true;
        }
        await (rest > TIMER_SLACK_MS ? sleep(Math.min(rest - TIMER_SLACK_MS, LONGEST_SLEEP_MS)) : nextTurn());
      }
      return false;
    });
    this.#door = admission;
    return admission;
  }

  /** What may start within how long by this process's own count. */
  get #allowed(): Share {
    const own = { count: this.perSecond, withinMs: WINDOW_MS };
    const bound = this.#shared?.bound;
    return bound && rateOf(bound) < rateOf(own) ? bound : own;
  }

  /** Transactions a millisecond: all that may be, until a busy window has shown how many others leave. */
  get #perMs(): number {
    const own = this.perSecond / WINDOW_MS;
    const shared = this.#shared;
    if (!shared || (!shared.bound && performance.now() - this.#busySince < WINDOW_MS)) return own;
    const share = Math.min(own, rateOf(shared.share));
    return shared.bound ? share : Math.max(share, this.#window.count(WINDOW_MS) / WINDOW_MS);
  }

  /** Ends when the transaction is on the wire, not when it is answered; says when that was. */
  #send(job: Job): Promise<number> {
    return new Promise((onWire) => {
      let leaving = true;
      job.start(() => {
        if (!leaving) return;
        leaving = false;
        onWire(this.#window.stamp());
      });
    });
  }
}

const rateOf = ({ count, withinMs }: Share): number => count / withinMs;
