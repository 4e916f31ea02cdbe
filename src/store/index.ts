/** The durable store of the journal, of keys and of limits. What other folders may use. */
export { openRedisStore } from './redis.ts';
export { redisFault } from './redisFault.ts';
export { openSqliteStore } from './sqlite.ts';
export { type Claim, type Counter, type Entry, type Store, StoreError, type WriteOptions } from './store.ts';
