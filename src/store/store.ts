/** The durable store that processes share: what it promises, whichever database keeps it. */

export interface Entry<T = unknown> {
  readonly id: string;
  /** Counts the writes to this entry; a replacement names the version that it replaces. */
  readonly version: number;
  readonly value: T;
}

export interface WriteOptions {
  /** Milliseconds since 1970; without it the entry stays. */
  readonly expiresAt?: number | undefined;
  /** `list` returns the entry. */
  readonly listed?: boolean;
  /** The write is on disk before it is confirmed. Otherwise a power failure may lose it; a killed process never does. */
  readonly durable?: boolean;
}

/** A quantity with a ceiling, such as the messages of one key in one day. */
export interface Counter {
  readonly id: string;
  readonly limit: number;
  readonly amount: number;
  readonly expiresAt: number;
}

/**
 * Small JSON values in collections, and counters. All operations are atomic, also between processes. Each throws a
 * {@link StoreError} if the store cannot be used.
 */
export interface Store {
  read<T>(collection: string, id: string): Promise<Entry<T> | undefined>;
  /** Entries that were written as `listed`. */
  list<T>(collection: string): Promise<readonly Entry<T>[]>;
  /** Returns false if the entry exists. */
  insert(collection: string, id: string, value: unknown, options?: WriteOptions): Promise<boolean>;
  /** Returns false if the entry has another version, or does not exist. */
  replace(collection: string, entry: Entry, options?: WriteOptions): Promise<boolean>;
  remove(collection: string, id: string): Promise<void>;
  /** Adds to all counters, or to none if one would exceed its limit: then that one is returned. */
  reserve(counters: readonly Counter[]): Promise<Counter | undefined>;
  release(counters: readonly Counter[]): Promise<void>;
  close(): Promise<void>;
}

export class StoreError extends Error {
  override readonly name = 'StoreError';
}
