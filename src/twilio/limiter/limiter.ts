/**
 * The rate limit of a process: so many transactions may start per second, the others are queued. A slot of Bottleneck is
 * held until a second after the request was written to its socket, and {@link Window} keeps the limit exactly. Bottleneck
 * knows neither callers nor ceilings and takes milliseconds per job, so its slots take their jobs from a queue of ours.
 */
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import Bottleneck from 'bottleneck';
import { Node, Yallist } from 'yallist';
import { AdmissionQueue, type Job } from './admissionQueue.ts';
import type { Caller, ResourceLimit } from './caller.ts';
import { ResourceLimits } from './resourceLimits.ts';
import { Window } from './window.ts';

/** A slot is held a little less than the window, because timers fire late; the window's time stamps do the rest. */
const HOLD_MS = 994;
/**
 * A second, plus the jitter of the network and of who counts: what is sent first on a connection arrives later than what
 * follows. Two starts this far apart arrive a second apart. Each millisecond costs 0.025 starts per second; 1012 leaves
 * 24.70 of 25.
 */
export const WINDOW_MS = 1012;
/** Timers fire up to this late; the rest of a wait is spent in turns of the event loop. */
const TIMER_SLACK_MS = 2;
/** The longest wait before the limit is read again: it may have changed. */
const LONGEST_SLEEP_MS = 250;
/** An idle slot is given back after this long. */
const LINGER_MS = 1000;

/** Sends one transaction. Calls `sent` when it is on the wire, never before. */
export type Transaction<T> = (sent: () => void) => Promise<T>;

/** A slot of a limit that this process shares with others. */
export interface Slot {
  /** False once the way in which the limit is kept has changed. */
  readonly isValid: boolean;
  /** Gives it back after this long. */
  release(afterMs: number): void;
}
/** A number of starts within a time. */
export interface Share {
  readonly count: number;
  readonly withinMs: number;
}
export interface SharedLimit {
  take(): Promise<Slot>;
  /** The share of this process if all processes use theirs. */
  readonly share: Share;
  /** A limit for the process's own count, besides the slots; `undefined` where the slots alone keep the limit. */
  readonly bound: Share | undefined;
}

export interface LimiterOptions {
  /** How many transactions may be queued, and for how long. */
  readonly queueLimit?: number;
  readonly queueWaitMs?: number;
  readonly shared?: SharedLimit | undefined;
}

export class Limiter {
  /** Transactions that may start in any second. */
  readonly perSecond: number;
  readonly #bottleneck: Bottleneck;
  readonly #shared: SharedLimit | undefined;
  readonly #queue: AdmissionQueue;
  readonly #resourceLimits: ResourceLimits;
  readonly #window = new Window();
  /** All slots in use, and those of them without work. */
  #slots = 0;
  readonly #idle = new Yallist<() => void>();
  /** Since when the queue has not been empty. */
  #busySince = 0;
  /** One slot at a time waits for the moment of the next start. */
  #nextStart: Promise<unknown> = Promise.resolve();

  constructor(perSecond: number, { queueLimit = 10_000, queueWaitMs = 60_000, shared }: LimiterOptions = {}) {
    this.perSecond = perSecond;
    this.#shared = shared;
    this.#bottleneck = new Bottleneck({ maxConcurrent: perSecond });
    this.#resourceLimits = new ResourceLimits(queueWaitMs);
    this.#queue = new AdmissionQueue({ limit: queueLimit, waitMs: queueWaitMs, perMs: () => this.#perMs });
  }

  /** Queued transactions. */
  get queued(): number {
    return this.#queue.length;
  }

  /** Transactions that could start now. */
  get available(): number {
    const { count, withinMs } = this.#allowed;
    return Math.max(0, count - this.#window.count(withinMs) - this.#queue.length);
  }

  /**
   * Runs the transaction when it has a turn. Throws THROTTLED at once if that would take too long, and CANCELLED if the
   * caller disconnects before; then nothing is sent.
   */
  schedule<T>(transaction: Transaction<T>, caller: Caller = {}): Promise<T> {
    const { resourceLimit } = caller;
    return resourceLimit ? this.#inTurn(transaction, caller, resourceLimit) : this.#enqueue(transaction, caller);
  }

  async #inTurn<T>(transaction: Transaction<T>, caller: Caller, limit: ResourceLimit): Promise<T> {
    const turn = await this.#resourceLimits.turn(limit, caller.signal);
    const announced: Transaction<T> = (sent) =>
      transaction(() => {
        turn.sent();
        sent();
      });
    return this.#enqueue(announced, caller).finally(() => turn.end());
  }

  #enqueue<T>(transaction: Transaction<T>, caller: Caller): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const start = (sent: () => void) => void transaction(sent).then(resolve, reject).finally(sent);
      if (this.#queue.length === 0) this.#busySince = performance.now();
      if (this.#queue.add({ start, refuse: reject }, caller)) this.#wake();
    });
  }

  #wake(): void {
    const call = this.#idle.head?.value;
    if (call) call();
    else if (this.#slots < this.perSecond) {
      this.#slots++;
      this.#bottleneck.schedule(() => this.#work()).catch(() => this.#slots--);
    }
  }

  /** Runs one transaction after another in one slot of Bottleneck, each for a window, until none is queued. */
  async #work(): Promise<void> {
    do {
      if (!(await this.#admission())) continue;
      const slot = await this.#shared?.take();
      const job = slot?.isValid === false ? undefined : this.#queue.take();
      if (job) {
        const sentAt = await this.#send(job);
        await sleep(HOLD_MS);
        // Timers also fire up to a millisecond early.
        slot?.release(Math.max(0, sentAt + WINDOW_MS - performance.now()) + 1);
      } else {
        this.#window.cancelled();
        slot?.release(0);
      }
    } while (this.#queue.length > 0 || (await this.#called()));
  }

  /** Waits for more work; returns false if none came. */
  #called(): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (called: boolean) => {
        if (call.list) this.#idle.removeNode(call);
        clearTimeout(timer);
        if (!called) this.#slots--;
        resolve(called);
      };
      const call = new Node(() => settle(true));
      this.#idle.pushNode(call);
      const timer = setTimeout(() => settle(false), LINGER_MS).unref();
    });
  }

  /** Waits until one more may start and counts it; false if the queue has become empty. */
  #admission(): Promise<boolean> {
    const admission = this.#nextStart.then(async () => {
      while (this.#queue.length > 0) {
        const { count, withinMs } = this.#allowed;
        const waitMs = this.#window.waitMs(count, withinMs);
        if (waitMs === 0) {
          this.#window.starting();
          return true;
        }
        await (waitMs > TIMER_SLACK_MS ? sleep(Math.min(waitMs - TIMER_SLACK_MS, LONGEST_SLEEP_MS)) : nextTurn());
      }
      return false;
    });
    this.#nextStart = admission;
    return admission;
  }

  /** The limit for this process's own count. */
  get #allowed(): Share {
    const own = { count: this.perSecond, withinMs: WINDOW_MS };
    const bound = this.#shared?.bound;
    return bound && rateOf(bound) < rateOf(own) ? bound : own;
  }

  /** Starts per millisecond: the whole limit, until a busy window has shown how much other processes leave of it. */
  get #perMs(): number {
    const own = this.perSecond / WINDOW_MS;
    const shared = this.#shared;
    if (!shared || (!shared.bound && performance.now() - this.#busySince < WINDOW_MS)) return own;
    const share = Math.min(own, rateOf(shared.share));
    return shared.bound ? share : Math.max(share, this.#window.count(WINDOW_MS) / WINDOW_MS);
  }

  /** Resolves when the transaction is on the wire, not when it is answered; returns that moment. */
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
