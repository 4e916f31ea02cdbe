/** The durable store of each connection: Redis where it is configured, otherwise a file; sandboxes keep nothing. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, ConfigError, type ConnectionConfig } from '../config/index.ts';
import { openRedisStore, openSqliteStore, redisFault, type Store, StoreError } from '../store/index.ts';

type StoresConfig = Pick<Config, 'connections' | 'stateFolder' | 'runtimeFolder' | 'sandboxes'>;

/** Stores by what they are kept in: connections that are kept in the same place share one. */
export class Stores {
  readonly #config: StoresConfig;
  readonly #stores = new Map<string, Promise<Store>>();

  constructor(config: StoresConfig) {
    this.#config = config;
  }

  of(connection: ConnectionConfig): Promise<Store> {
    const redis = connection.redis?.reveal();
    return this.#open(redis ?? this.#pathOf(connection), redis !== undefined);
  }

  /** The server's own: that of its first connection with Redis, or the file. */
  own(): Promise<Store> {
    const redis = this.#config.connections.find((each) => each.redis)?.redis?.reveal();
    return this.#open(redis ?? this.#file, redis !== undefined);
  }

  /** Whether the server's own store exists. Redis always does. */
  hasOwn(): boolean {
    return this.#config.connections.some((each) => each.redis) || existsSync(this.#file);
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#stores.values()].map(async (store) => (await store).close()));
  }

  #open(place: string, isRedis: boolean): Promise<Store> {
    const known = this.#stores.get(place) ?? (isRedis ? openRedisStore(place) : openFile(place));
    this.#stores.set(place, known);
    return known;
  }

  get #file(): string {
    return join(this.#config.stateFolder, 'store.db');
  }

  #pathOf({ name, account }: ConnectionConfig): string {
    if (account) return this.#file;
    const { sandboxes, runtimeFolder } = this.#config;
    const shared = Object.hasOwn(sandboxes, name) ? sandboxes[name] : undefined;
    return shared ? sandboxStorePath(runtimeFolder, shared.origin) : MEMORY;
  }
}

/** Throws a {@link ConfigError} if a Redis that is configured does not answer. */
export const checkRedis = async ({ connections, file }: Pick<Config, 'connections' | 'file'>): Promise<void> => {
  const names = new Map<string, string>();
  for (const { name, redis } of connections)
    if (redis) names.set(redis.reveal(), names.size === 0 && !file ? 'REDIS_URL' : `connections.${name}.redis_url`);
  const faults = await Promise.all(
    [...names].map(async ([url, setting]) => {
      const fault = await redisFault(url);
      return fault === undefined ? [] : [`${setting}: ${fault}`];
    }),
  );
  if (faults.flat().length > 0) throw new ConfigError(faults.flat().join('\n'));
};

/** Of a sandbox that several processes share; it goes when the sandbox goes. */
const sandboxStorePath = (runtimeFolder: string, origin: string): string =>
  join(runtimeFolder, `sandbox-${new URL(origin).port}.db`);

/** Removes what a sandbox at this origin has kept, or an earlier one that ended without removing it. */
export const removeSandboxStore = async (runtimeFolder: string, origin: string): Promise<void> => {
  const path = sandboxStorePath(runtimeFolder, origin);
  await Promise.all(['', '-wal', '-shm'].map((suffix) => rm(path + suffix, { force: true })));
};

/** The file is a setting: without it the server does not start, and says why in one line. */
const openFile = (path: string): Promise<Store> =>
  openSqliteStore(path).catch((error: unknown) => {
    throw error instanceof StoreError ? new ConfigError(`TWILIO_GRAPHQL_STATE: ${error.message}`) : error;
  });

const MEMORY = ':memory:';
