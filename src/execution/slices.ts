/**
 * Executes the objects of a large answer in slices: graphql-js executes all that it can in one turn of the event loop,
 * which for a hundred rows of a thousand fields each takes as long as a hundred ordinary requests.
 */
import { pause } from '../pause/index.ts';

/** Fields between two looks at the clock: some tenths of a millisecond. */
const FIELDS = 500;
/** A field with a resolver takes about as long as this many properties of a row. */
export const RESOLVED = 10;
/** The same for a field that may wait. */
export const LONG = 100;

interface Deferred {
  readonly fields: number;
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** The part of a context that batches reads: a batch waits for objects that may add to it. */
export interface Batching {
  readonly loaders?: { track(): () => void };
}

export class Slices {
  readonly #batching: Batching | null | undefined;
  /** Fields since the last look at the clock. */
  #fields = 0;
  /** Objects that wait may make others wait, which are added while these are executed. */
  #deferred: Deferred[] = [];
  #wait: Promise<void> | undefined;
  #isRunning = false;

  constructor(batching: Batching | null | undefined) {
    this.#batching = batching;
  }

  /** Batches wait for more until the returned function is called. */
  track(): (() => void) | undefined {
    return this.#batching?.loaders?.track();
  }

  count(fields: number): void {
    this.#fields += fields;
  }

  /** Whether an object of so many fields, or a field that takes as long, has to wait for a later turn. */
  isFull(fields: number): boolean {
    if (!this.#isRunning && this.#deferred.length > 0) return true;
    this.#look(fields);
    return this.#wait !== undefined;
  }

  /** Executes one when its turn comes: those that wait are executed in their order. */
  later(fields: number, run: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#deferred.push({ fields, run, resolve, reject });
      if (this.#deferred.length === 1 && !this.#isRunning) void this.#runDeferred();
    });
  }

  async #runDeferred(): Promise<void> {
    const release = this.track();
    for (let i = 0; i < this.#deferred.length; i++) {
      await this.#wait;
      this.#wait = undefined;
      const { fields, run, resolve, reject } = this.#deferred[i] as Deferred;
      this.#look(fields);
      this.#isRunning = true;
      try {
        resolve(run());
      } catch (error) {
        reject(error);
      }
      this.#isRunning = false;
    }
    this.#deferred = [];
    release?.();
  }

  #look(fields: number): void {
    this.#fields += fields;
    if (this.#fields < FIELDS || this.#wait) return;
    this.#fields = 0;
    this.#wait = pause();
  }
}
