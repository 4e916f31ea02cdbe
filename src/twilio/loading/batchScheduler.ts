/** Waits with a batch until what is being read can add no more to it. */

export class BatchScheduler {
  #reading = 0;
  #waiting: (() => void)[] = [];

  /** Counts a read as one that may bring more for the batches that wait. */
  async track<T>(read: Promise<T>): Promise<T> {
    this.#reading++;
    try {
      return await read;
    } finally {
      this.#reading--;
      // Resolvers of what has just been read come first: they fill the batch.
      if (this.#reading === 0) setImmediate(() => this.#release());
    }
  }

  /** Calls back when nothing is being read; at the earliest after the resolvers of this turn. */
  whenQuiet(callback: () => void): void {
    this.#waiting.push(callback);
    setImmediate(() => this.#release());
  }

  #release(): void {
    if (this.#reading > 0) return;
    const ready = this.#waiting;
    this.#waiting = [];
    for (const callback of ready) callback();
  }
}
