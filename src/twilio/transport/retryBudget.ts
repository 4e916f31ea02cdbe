/**
 * How many failed reads of one host may be repeated: one for every ten that Twilio answers, and one a second besides.
 * Retries mend single failures; while a host fails completely, they would only multiply its load.
 */
const PER_ANSWER = 0.1;
const PER_MS = 1 / 1000;
const MOST = 8;

export class RetryBudget {
  #left = MOST;
  #countedAt = performance.now();

  /** Twilio has answered. */
  earn(): void {
    this.#add(PER_ANSWER);
  }

  /** Takes one retry; returns whether there was one. */
  spend(): boolean {
    const now = performance.now();
    this.#add((now - this.#countedAt) * PER_MS);
    this.#countedAt = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }

  #add(retries: number): void {
    this.#left = Math.min(MOST, this.#left + retries);
  }
}
