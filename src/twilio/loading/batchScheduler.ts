/** Delays a batch until the reads that may add to it have ended. Reads that begin later do not delay it. */

interface DelayedBatch {
  /** Reads that had begun when the batch was made, and have not ended. */
  readonly reads: Set<unknown>;
  readonly dispatch: () => void;
}

export class BatchScheduler {
  readonly #reads = new Set<unknown>();
  readonly #batches = new Set<DelayedBatch>();

  /** Notes a read whose rows may add to batches. Returns what to call when the rows are there, or will never be. */
  track(): () => void {
    const read = Symbol();
    this.#reads.add(read);
    return () => {
      this.#reads.delete(read);
      // The resolvers of what was read run first: they add to the batch.
      setImmediate(() => this.#end(read));
    };
  }

  /** Dispatches a batch after the reads that have begun by the end of this turn. */
  schedule(dispatch: () => void): void {
    setImmediate(() => {
      const batch = { reads: new Set(this.#reads), dispatch };
      if (batch.reads.size === 0) dispatch();
      else this.#batches.add(batch);
    });
  }

  #end(read: unknown): void {
    for (const batch of this.#batches) {
      if (!batch.reads.delete(read) || batch.reads.size > 0) continue;
      this.#batches.delete(batch);
      batch.dispatch();
    }
  }
}
