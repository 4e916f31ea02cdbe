/**
 * API keys: made, listed, revoked and rotated in the store, and verified. The store has only the SHA-256 hash of a
 * key; as a key holds 256 random bits, a slow hash would protect nothing more.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Entry, Store } from '../store/index.ts';

/** What is known of a key. */
export interface KeyRecord {
  readonly name: string;
  readonly scopes: readonly string[];
  /** The connections that it is for; `undefined` for all. */
  readonly connections?: readonly string[] | undefined;
  /** Limits on what it may send, such as `messages/day=100`. */
  readonly limits?: readonly string[] | undefined;
  /** Countries and kinds of numbers that it may reach; `undefined` for those of the connection. */
  readonly destinations?: readonly string[] | undefined;
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly expiresAt?: number | undefined;
  readonly revokedAt?: number | undefined;
}
export interface ApiKey extends KeyRecord {
  readonly id: string;
}
export type NewKey = Pick<KeyRecord, 'name' | 'scopes' | 'connections' | 'limits' | 'destinations' | 'expiresAt'>;
export interface CreatedKey {
  /** Shown once. */
  readonly text: string;
  readonly key: ApiKey;
}

const COLLECTION = 'api-keys';
/** By its prefix a secret scanner finds a key that was published. */
const FORM = /^twgql_([0-9a-f]{12})_[0-9a-f]{64}$/;
const DURABLE = { listed: true, durable: true } as const;

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const isEqual = (left: string, right: string): boolean => {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
};

export const isActive = ({ revokedAt, expiresAt = Number.POSITIVE_INFINITY }: KeyRecord, now = Date.now()): boolean =>
  revokedAt === undefined && now < expiresAt;

export const isKey = (text: string): boolean => FORM.test(text);

/** Why a key is not accepted. */
export type BadKey = 'unknown' | 'expired' | 'revoked';

/** The key that a text is, among all keys of the store. */
export const findKey = (keys: readonly ApiKey[], text: string): ApiKey | BadKey => {
  const [, id] = FORM.exec(text) ?? [];
  const key = keys.find((each) => each.id === id);
  if (!key || !isEqual(key.hash, hashOf(text))) return 'unknown';
  if (isActive(key)) return key;
  return key.revokedAt === undefined ? 'expired' : 'revoked';
};

/** The keys in a store. A revoked or expired key stays listed. */
export class ApiKeys {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async list(): Promise<readonly ApiKey[]> {
    const entries = await this.#store.list<KeyRecord>(COLLECTION);
    return entries.map(({ id, value }) => ({ ...value, id })).sort((one, other) => one.createdAt - other.createdAt);
  }

  /** Throws a RangeError if an active key has this name. */
  async create(given: NewKey): Promise<CreatedKey> {
    const taken = (await this.list()).some((each) => each.name === given.name && isActive(each));
    if (taken)
      throw new RangeError(`A key named ${given.name} exists already; revoke or rotate it, or choose another name.`);
    return this.#insert(given);
  }

  /** Revokes every key with this name or ID. Returns the number of keys that were active. */
  async revoke(nameOrId: string): Promise<number> {
    let revoked = 0;
    for (const entry of await this.#named(nameOrId)) {
      await this.#change(entry, (value) => ({ ...value, revokedAt: value.revokedAt ?? Date.now() }));
      revoked++;
    }
    return revoked;
  }

  /** A new key with the same name and rights. The old one stays valid for `overlapMs`. */
  async rotate(nameOrId: string, overlapMs: number): Promise<CreatedKey> {
    const former = await this.#named(nameOrId);
    const latest = former.at(-1);
    if (!latest) throw new RangeError(`There is no active key with the name or ID ${nameOrId}.`);
    const { hash: _, createdAt, expiresAt, ...same } = latest.value;
    // It lives as long as the old one did.
    const lifeMs = expiresAt === undefined ? undefined : expiresAt - createdAt;
    const created = await this.#insert({ ...same, expiresAt: lifeMs === undefined ? undefined : Date.now() + lifeMs });
    const until = Date.now() + overlapMs;
    for (const entry of former)
      await this.#change(entry, (value) => ({ ...value, expiresAt: Math.min(until, value.expiresAt ?? until) }));
    return created;
  }

  async #insert(given: NewKey): Promise<CreatedKey> {
    const id = randomBytes(6).toString('hex');
    const text = `twgql_${id}_${randomBytes(32).toString('hex')}`;
    const record: KeyRecord = { ...given, hash: hashOf(text), createdAt: Date.now() };
    await this.#store.insert(COLLECTION, id, record, DURABLE);
    return { text, key: { ...record, id } };
  }

  /** Active keys with this name or ID, the newest last. */
  async #named(nameOrId: string): Promise<readonly Entry<KeyRecord>[]> {
    const entries = await this.#store.list<KeyRecord>(COLLECTION);
    return entries
      .filter(({ id, value }) => (id === nameOrId || value.name === nameOrId) && isActive(value))
      .sort((one, other) => one.value.createdAt - other.value.createdAt);
  }

  async #change(entry: Entry<KeyRecord>, change: (value: KeyRecord) => KeyRecord): Promise<void> {
    let latest: Entry<KeyRecord> | undefined = entry;
    while (latest && !(await this.#store.replace(COLLECTION, { ...latest, value: change(latest.value) }, DURABLE)))
      latest = await this.#store.read<KeyRecord>(COLLECTION, entry.id);
  }
}
