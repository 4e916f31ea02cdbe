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
  /** `claim` returns the entry from then on: milliseconds since 1970. */
  readonly queued?: { readonly queue: string; readonly at: number } | undefined;
  /** `membersOf` returns the entry for each of these groups. */
  readonly groups?: readonly string[];
  /** The write is on disk before it is confirmed. Otherwise a power failure may lose it; a killed process never does. */
  readonly durable?: boolean;
}

/** What to claim of a queue: at most `limit` entries, which are due again at `until` if nobody writes them before. */
export interface Claim {
  readonly queue: string;
  readonly limit: number;
  readonly until: number;
}

/** A quantity with a limit, such as the messages of one key in one day. */
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
  /** Entries that were written as `listed`. Takes as long as there are many of them. */
  list<T>(collection: string): Promise<readonly Entry<T>[]>;
  /** The entries of a queue that have been due the longest. One of several callers gets each; their versions stay. */
  claim<T>(collection: string, claim: Claim): Promise<readonly Entry<T>[]>;
  /** Makes entries due later, if they are still in the queue. Their versions stay. */
  postpone(collection: string, queue: string, due: ReadonlyMap<string, number>): Promise<void>;
  /** Entries that are in any of the groups, at most `limit` of each. */
  membersOf<T>(collection: string, groups: readonly string[], limit: number): Promise<readonly Entry<T>[]>;
  /** How many entries are in a group. */
  count(collection: string, group: string): Promise<number>;
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
