/** The sliding window of the limit: what was sent within the last second, and when the next may start. */

export class Window {
  /** When each transaction was sent, the oldest first. Those before `#begin` have left the window. */
  #stamps: number[] = [];
  #begin = 0;
  /** Started, but not yet sent. */
  #leaving = 0;

  /** Transactions sent within the last `lengthMs`, and those that are starting. */
  count(lengthMs: number): number {
    const since = performance.now() - lengthMs;
    while (this.#begin < this.#stamps.length && (this.#stamps[this.#begin] as number) <= since) this.#begin++;
    if (this.#begin > 1000 && this.#begin * 2 > this.#stamps.length) {
      this.#stamps = this.#stamps.slice(this.#begin);
      this.#begin = 0;
    }
    return this.#stamps.length - this.#begin + this.#leaving;
  }

  /** Milliseconds until one more may start, at `limit` within `lengthMs`; 0 if it may start now. */
  waitMs(limit: number, lengthMs: number): number {
    const residual = this.count(lengthMs) - limit;
    if (residual < 0) return 0;
    // If all of them are only starting, none leaves the window before its whole length has passed.
    const ending = this.#stamps[this.#begin + residual] ?? performance.now();
    return Math.max(0, ending + lengthMs - performance.now());
  }

  /** One is starting: it counts from now on, and leaves the window only after it has been stamped. */
  starting(): void {
    this.#leaving++;
  }

  /** It does not start. */
  cancelled(): void {
    this.#leaving--;
  }

  /** It is sent now, or was a moment ago: a stamp may be late, never early. */
  stamp(): number {
    const now = performance.now();
    this.#leaving--;
    this.#stamps.push(now);
    return now;
  }
}
