/** The store in Redis, shared by the processes of several machines. It is as durable as that Redis is set up to be. */
import type { Redis } from 'ioredis';
import { type Counter, type Entry, type Store, StoreError, type WriteOptions } from './store.ts';

/** How long one command may take, a reconnection included. */
const COMMAND_TIMEOUT_MS = 2000;
const MOST_PAUSE_MS = 1000;

/** Keys of one hash slot, so that a cluster runs each script on one node. */
const keyOf = (...parts: readonly string[]): string => `{twilio-graphql:store}:${parts.join(':')}`;

const SET_ENTRY = `
  redis.call('HSET', KEYS[1], 'version', ARGV[1], 'value', ARGV[2])
  if ARGV[3] == '' then redis.call('PERSIST', KEYS[1]) else redis.call('PEXPIREAT', KEYS[1], ARGV[3]) end
  if ARGV[4] == '1' then redis.call('SADD', KEYS[2], ARGV[5]) else redis.call('SREM', KEYS[2], ARGV[5]) end
  return 1`;
const INSERT = `if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end ${SET_ENTRY}`;
const REPLACE = `
  local version = redis.call('HGET', KEYS[1], 'version')
  if version ~= ARGV[6] then return 0 end ${SET_ENTRY}`;
/** All listed entries in one round trip; those that have expired are no longer listed. */
const LIST = `
  local found = {}
  for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do
    local entry = redis.call('HMGET', ARGV[1] .. id, 'version', 'value')
    if entry[1] then table.insert(found, { id, entry[1], entry[2] }) else redis.call('SREM', KEYS[1], id) end
  end
  return found`;
/** For each counter: limit, amount, expiry. Returns the number of the counter that would exceed, or 0. */
const RESERVE = `
  for i, key in ipairs(KEYS) do
    local used = tonumber(redis.call('GET', key) or '0')
    if used + tonumber(ARGV[i * 3 - 1]) > tonumber(ARGV[i * 3 - 2]) then return i end
  end
  for i, key in ipairs(KEYS) do
    redis.call('INCRBYFLOAT', key, ARGV[i * 3 - 1])
    redis.call('PEXPIREAT', key, ARGV[i * 3])
  end
  return 0`;
const RELEASE = `
  for i, key in ipairs(KEYS) do
    local used = tonumber(redis.call('GET', key) or '0')
    if used > 0 then redis.call('INCRBYFLOAT', key, -math.min(used, tonumber(ARGV[i]))) end
  end
  return 0`;

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
    const found = (await this.#run((redis) => redis.eval(LIST, 1, listed, prefix))) as [string, string, string][];
    return found.map(([id, version, value]) => ({ id, version: Number(version), value: JSON.parse(value) as T }));
  }

  async insert(collection: string, id: string, value: unknown, options: WriteOptions = {}): Promise<boolean> {
    return this.#script(INSERT, collection, id, [1, JSON.stringify(value), ...optionsOf(options), id]);
  }

  async replace(collection: string, entry: Entry, options: WriteOptions = {}): Promise<boolean> {
    const { id, version, value } = entry;
    return this.#script(REPLACE, collection, id, [
      version + 1,
      JSON.stringify(value),
      ...optionsOf(options),
      id,
      version,
    ]);
  }

  async remove(collection: string, id: string): Promise<void> {
    await this.#run((redis) => redis.multi().del(keyOf(collection, id)).srem(keyOf('listed', collection), id).exec());
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
    return (await this.#run((redis) => redis.eval(script, keys.length, ...keys, ...args))) === 1;
  }

  async #run<T>(command: (redis: Redis) => Promise<T>): Promise<T> {
    try {
      return await command(this.#redis);
    } catch {
      throw new StoreError('Redis, which keeps the store, does not answer.');
    }
  }
}

const optionsOf = ({ expiresAt, listed }: WriteOptions) => [expiresAt ?? '', listed ? 1 : 0] as const;

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
