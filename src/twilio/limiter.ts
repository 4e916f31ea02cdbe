/** At most so many upstream transactions a second for this process: all pass here, what is too much waits in order. */
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import Bottleneck from 'bottleneck';
import { ApiError } from '../errors.ts';

/** A slot is held a little less than the window, since timers come late; the stamps then keep the window exactly. */
const HOLD_MS = 994;
/** A second, and what the way to Twilio may shake: two starts that are this far apart arrive a second apart. */
const WINDOW_MS = 1006;
/** Timers come up to this late; the rest of a wait is spent turn by turn. */
const TIMER_SLACK_MS = 2;

/** Sends one transaction; calls `sent` at the moment when it goes on the wire. */
export type Transaction<T> = (sent: () => void) => Promise<T>;

export class Limiter {
  readonly #bottleneck: Bottleneck;
  readonly #perSecond: number;
  /** When each transaction of the last window went on the wire, the oldest first. */
  #stamps: number[] = [];
  /** Started, but not yet on the wire. */
  #leaving = 0;

  /** Transactions that may start in any second. */
  get perSecond(): number {
    return this.#perSecond;
  }

  /** Transactions that could start now. */
  get available(): number {
    const now = performance.now();
    const recent = this.#stamps.filter((at) => now - at < WINDOW_MS).length;
    return Math.max(0, this.#perSecond - recent - this.#leaving);
  }

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#bottleneck = new Bottleneck({ maxConcurrent: perSecond });
  }

  /** Runs the transaction when its turn has come. A caller that has gone gives up its place without using it. */
  schedule<T>(transaction: Transaction<T>, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const leave = () => reject(new ApiError('CANCELLED', 'The client went away before its turn came.'));
      if (signal?.aborted) return leave();
      signal?.addEventListener('abort', leave, { once: true });
      const turn = async () => {
        if (signal?.aborted) return;
        await this.#windowOpen();
        signal?.removeEventListener('abort', leave);
        if (signal?.aborted) return leave();
        await this.#start(transaction, resolve, reject);
      };
      this.#bottleneck.schedule(turn).catch(reject);
    });
  }

  /** Hands the result on at once and holds the slot until a window has passed since the sending. */
  async #start<T>(transaction: Transaction<T>, resolve: (value: T) => void, reject: (reason: unknown) => void) {
    this.#leaving++;
    await new Promise<void>((onWire) => {
      let waiting = true;
      const sent = () => {
        if (!waiting) return;
        waiting = false;
        this.#leaving--;
        this.#stamps.push(performance.now());
        onWire();
      };
      transaction(sent).then(resolve, reject).finally(sent);
    });
    await sleep(HOLD_MS);
  }

  async #windowOpen() {
    for (;;) {
      const now = performance.now();
      this.#stamps = this.#stamps.filter((at) => now - at < WINDOW_MS);
      const free = this.#perSecond - this.#stamps.length - this.#leaving;
      if (free > 0) return;
      const oldest = this.#stamps[0] ?? now;
      const rest = WINDOW_MS - (now - oldest);
      await (rest > TIMER_SLACK_MS ? sleep(rest - TIMER_SLACK_MS) : nextTurn());
    }
  }
}
