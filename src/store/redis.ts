/** The store in Redis, shared by the processes of several machines. It is as durable as that Redis is set up to be. */
import type { Redis } from 'ioredis';
import { CLAIM, INSERT, keyOf, LIST, MEMBERS, RELEASE, REMOVE, REPLACE, RESERVE } from './redisScripts.ts';
import { type Claim, type Counter, type Entry, type Store, StoreError, type WriteOptions } from './store.ts';

/** How long one command may take, a reconnection included. */
const COMMAND_TIMEOUT_MS = 2000;
const MOST_PAUSE_MS = 1000;

class RedisStore implements Store {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  async read<T>(collection: string, id: string): Promise<Entry<T> | undefined> {
    const [version, value] = await this.#run((redis) => redis.hmget(keyOf(collection, id), 'version', 'value'));
    return version && value ? { id, version: Number(version), value: JSON.parse(value) as T } : undefined;
  }

  async list<T>(collection: string): Promise<readonly Entry<T>[]> {
    const [listed, prefix] = [keyOf('listed', collection), keyOf(collection, '')];
    return this.#found<T>((redis) => redis.eval(LIST, 1, listed, prefix));
  }

  async claim<T>(collection: string, { queue, limit, until }: Claim): Promise<readonly Entry<T>[]> {
    const args = [keyOf(collection, ''), Date.now(), limit, until, queue];
    return this.#found<T>((redis) => redis.eval(CLAIM, 1, keyOf('queue', collection, queue), ...args));
  }

  async postpone(collection: string, queue: string, due: ReadonlyMap<string, number>): Promise<void> {
    const scores = [...due].flatMap(([id, at]) => [at, id]);
    if (scores.length > 0) await this.#run((redis) => redis.zadd(keyOf('queue', collection, queue), 'XX', ...scores));
  }

  async membersOf<T>(collection: string, groups: readonly string[], limit: number): Promise<readonly Entry<T>[]> {
    const keys = groups.map((group) => keyOf('group', collection, group));
    const args = [keyOf(collection, ''), Date.now(), limit];
    return this.#found<T>((redis) => redis.eval(MEMBERS, keys.length, ...keys, ...args));
  }

  count(collection: string, group: string): Promise<number> {
    return this.#run((redis) => redis.zcount(keyOf('group', collection, group), Date.now(), '+inf'));
  }

  async insert(collection: string, id: string, value: unknown, options: WriteOptions = {}): Promise<boolean> {
    return this.#script(INSERT, collection, id, [1, JSON.stringify(value), ...optionsOf(options)]);
  }

  async replace(collection: string, entry: Entry, options: WriteOptions = {}): Promise<boolean> {
    const { id, version, value } = entry;
    return this.#script(REPLACE, collection, id, [version + 1, JSON.stringify(value), ...optionsOf(options), version]);
  }

  async remove(collection: string, id: string): Promise<void> {
    await this.#script(REMOVE, collection, id, []);
  }

  async reserve(counters: readonly Counter[]): Promise<Counter | undefined> {
    const keys = counters.map(({ id }) => keyOf('counter', id));
    const args = counters.flatMap(({ limit, amount, expiresAt }) => [limit, amount, expiresAt]);
    const exceeded = await this.#run((redis) => redis.eval(RESERVE, keys.length, ...keys, ...args));
    return counters[Number(exceeded) - 1];
  }

  async release(counters: readonly Counter[]): Promise<void> {
    const keys = counters.map(({ id }) => keyOf('counter', id));
    const amounts = counters.map(({ amount }) => amount);
    await this.#run((redis) => redis.eval(RELEASE, keys.length, ...keys, ...amounts));
  }

  async close(): Promise<void> {
    this.#redis.disconnect();
  }

  async #script(script: string, collection: string, id: string, args: readonly (string | number)[]): Promise<boolean> {
    const keys = [keyOf(collection, id), keyOf('listed', collection)];
    return (await this.#run((redis) => redis.eval(script, keys.length, ...keys, collection, id, ...args))) === 1;
  }

  async #found<T>(command: (redis: Redis) => Promise<unknown>): Promise<readonly Entry<T>[]> {
    const found = (await this.#run(command)) as [id: string, version: string, value: string][];
    return found.map(([id, version, value]) => ({ id, version: Number(version), value: JSON.parse(value) as T }));
  }

  async #run<T>(command: (redis: Redis) => Promise<T>): Promise<T> {
    try {
      return await command(this.#redis);
    } catch {
      throw new StoreError('Redis, which keeps the store, does not answer.');
    }
  }
}

const optionsOf = ({ expiresAt, listed, queued, groups = [] }: WriteOptions) => [
  expiresAt ?? '',
  listed ? 1 : 0,
  queued?.queue ?? '',
  queued?.at ?? '',
  groups.length > 0 ? JSON.stringify(groups) : '',
];

/** Connects in the background: until Redis answers, and while it is away, each operation throws a {@link StoreError}. */
export const openRedisStore = async (url: string): Promise<Store> => {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    commandTimeout: COMMAND_TIMEOUT_MS,
    // Sent again, a command whose answer was lost would be done twice.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 2,
    retryStrategy: (attempt) => Math.min(MOST_PAUSE_MS, 50 * 2 ** attempt),
  });
  redis.on('error', () => undefined);
  return new RedisStore(redis);
};
