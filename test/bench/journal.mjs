/**
 * What the journal adds to one paid write: `npm run bench:journal`, with Redis too if REDIS_URL is set.
 *
 * The same write goes through the journal and past it, to a gateway that answers at once; what is printed is the median of
 * one and the median of the other, and their difference.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../../dist/entities/index.js';
import { Journal } from '../../dist/journal/index.js';
import { createRegistry } from '../../dist/model/index.js';
import { openRedisStore, openSqliteStore } from '../../dist/store/index.js';

const WRITES = 2000;
const WARM_UP = 200;
const CONCURRENCIES = [1, 25];

const registry = createRegistry(entities);
const entity = registry.get('Message');
const account = `AC${'a'.repeat(32)}`;
let made = 0;
const gateway = {
  create: async (_entity, _sids, _input, { beforeSend } = {}) => {
    await beforeSend?.();
    return { entity, sids: [account, `SM${String(made++).padStart(32, '0')}`], json: {} };
  },
};
const input = { to: '+15550100002', from: '+15550100001', body: 'Your code is 123456. It is valid for ten minutes.' };

const medianOf = (times) => times.sort((one, other) => one - other)[Math.floor(times.length / 2)];

const measure = async (write, concurrency) => {
  const times = [];
  let left = WARM_UP + WRITES;
  const work = async () => {
    while (left-- > 0) {
      const isMeasured = left < WRITES;
      const began = performance.now();
      await write();
      if (isMeasured) times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return medianOf(times);
};

const folder = await mkdtemp(join(tmpdir(), 'twilio-graphql-bench-'));
const stores = [['embedded', await openSqliteStore(join(folder, 'store.db'))]];
if (process.env.REDIS_URL) stores.push(['redis', await openRedisStore(process.env.REDIS_URL)]);

for (const [name, store] of stores) {
  const scope = `bench-${process.pid}`;
  const journal = new Journal({ store, gateway, registry, scope, secret: 'secret' });
  let keys = 0;
  const write = (key) =>
    journal.write({
      entity,
      change: 'create',
      target: [account],
      input,
      key,
      client: 'bench',
      caller: {},
      deadline: Infinity,
    });
  for (const concurrency of CONCURRENCIES) {
    const without = await measure(() => gateway.create(entity, [account], input), concurrency);
    const plain = await measure(() => write(undefined), concurrency);
    const keyed = await measure(() => write(`${concurrency}-${keys++}`), concurrency);
    const figures = { store: name, concurrency, addedMs: plain - without, addedWithKeyMs: keyed - without };
    console.log(JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Number(value.toFixed(3)) : value)));
  }
  await journal.close();
  await store.close();
}
await rm(folder, { recursive: true, force: true });
