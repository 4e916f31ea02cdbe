/**
 * How many failed reads of one host may be repeated: one for every ten that Twilio answers. Retries mend single
 * failures; while a host fails completely, they would only multiply its load.
 */
const PER_ANSWER = 0.1;
const MOST = 10;

export class RetryBudget {
  #left = MOST;

  /** Twilio has answered. */
  earn(): void {
    this.#left = Math.min(MOST, this.#left + PER_ANSWER);
  }

  /** Takes one retry; returns whether there was one. */
  spend(): boolean {
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
