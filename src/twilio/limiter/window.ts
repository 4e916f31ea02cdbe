/** The exact part of the limit: what went on the wire within the last second, and when one more may. */

export class Window {
  /** When each transaction went on the wire, the oldest first; what lies before `#begin` is over. */
  #stamps: number[] = [];
  #begin = 0;
  /** Started, but not yet on the wire. */
  #leaving = 0;

  /** Transactions of the last `lengthMs`, and those that are about to be. */
  count(lengthMs: number): number {
    const since = performance.now() - lengthMs;
    while (this.#begin < this.#stamps.length && (this.#stamps[this.#begin] as number) <= since) this.#begin++;
    if (this.#begin > 1000 && this.#begin * 2 > this.#stamps.length) {
      this.#stamps = this.#stamps.slice(this.#begin);
      this.#begin = 0;
    }
    return this.#stamps.length - this.#begin + this.#leaving;
  }

  /** Milliseconds until one more may start where `limit` may within `lengthMs`; 0: now. */
  rest(limit: number, lengthMs: number): number {
    const residual = this.count(lengthMs) - limit;
    if (residual < 0) return 0;
    // Where all that could end are only about to start, none ends before a whole window has passed.
    const ending = this.#stamps[this.#begin + residual] ?? performance.now();
    return Math.max(0, ending + lengthMs - performance.now());
  }

  /** From now on one is about to start: it counts, and does not end before it has been stamped. */
  leave(): void {
    this.#leaving++;
  }

  /** It does not start after all. */
  stay(): void {
    this.#leaving--;
  }

  /** It is on the wire now, or was a moment ago: a stamp may be late, never early. */
  stamp(): number {
    const now = performance.now();
    this.#leaving--;
    this.#stamps.push(now);
    return now;
  }
}
