/**
 * The keys of the store as a process knows them: read again after a second, so that a revocation takes effect
 * everywhere within seconds. While the store cannot be read, the keys that were read last stay valid: reads go on.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../store/index.ts';
import type { ApiKey } from './keys.ts';

/** A list younger than this is used as it is. */
const FRESH_MS = 1000;
/** An older one is used while it is read again; one that is older than this is waited for. */
const STALE_MS = 2500;
/** However many unknown keys come, the store is not read again sooner. */
const AGAIN_MS = 100;

export class KeyRing {
  readonly #read: () => Promise<readonly ApiKey[]>;
  #keys: readonly ApiKey[] | undefined;
  #failure: StoreError | undefined;
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | undefined;

  constructor(read: () => Promise<readonly ApiKey[]>) {
    this.#read = read;
  }

  /** Waits for keys that were read after this call: a new key is valid at once. */
  async refresh(): Promise<void> {
    const asked = performance.now();
    const pause = this.#readAt + AGAIN_MS - asked;
    if (pause > 0) await sleep(pause);
    if (this.#readAt < asked) await this.#again();
  }

  /** Throws a {@link StoreError} if the keys were never read and cannot be. */
  async keys(): Promise<readonly ApiKey[]> {
    const age = performance.now() - this.#readAt;
    if (age >= FRESH_MS) {
      const reading = this.#again();
      if (age >= STALE_MS) await reading;
    }
    if (this.#keys) return this.#keys;
    throw this.#failure ?? new StoreError('The keys were not read yet.');
  }

  #again(): Promise<void> {
    this.#reading ??= this.#readAgain().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readAgain(): Promise<void> {
    // A revocation that comes while the list is read may be missing in it.
    const since = performance.now();
    try {
      this.#keys = await this.#read();
      this.#readAt = since;
    } catch (error) {
      this.#failure = error instanceof StoreError ? error : new StoreError('The keys cannot be read.');
      this.#readAt = performance.now();
    }
  }
}
