/**
 * What the journal adds to one paid write: `npm run bench:journal`, with Redis too if REDIS_URL is set.
 *
 * The same write goes through the journal and past it, to a gateway that answers at once. Printed are, for so many writes
 * in flight: what the journal adds to the median of one write, how long the disk takes for one `fdatasync` in the same
 * minute, the time of the whole divided by its writes (writes that come together share one `fdatasync`), and CPU.
 */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../../dist/entities/index.js';
import { Journal } from '../../dist/journal/index.js';
import { createRegistry } from '../../dist/model/index.js';
import { openRedisStore, openSqliteStore } from '../../dist/store/index.js';

const WRITES = 1000;
const WARM_UP = 100;
const CONCURRENCIES = [1, 8, 32];

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
  const cpu = process.cpuUsage();
  const start = performance.now();
  const work = async () => {
    while (left-- > 0) {
      const isMeasured = left < WRITES;
      const began = performance.now();
      await write();
      if (isMeasured) times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const { user, system } = process.cpuUsage(cpu);
  const all = WARM_UP + WRITES;
  return {
    medianMs: medianOf(times),
    perWriteMs: (performance.now() - start) / all,
    cpuMs: (user + system) / 1000 / all,
  };
};

/** The median of appending a page to a file and waiting for the disk. */
const syncMs = async (path) => {
  const file = await open(path, 'w');
  const times = [];
  for (let n = 0; n < 50; n++) {
    const began = performance.now();
    await file.write(Buffer.alloc(4096));
    await file.datasync();
    times.push(performance.now() - began);
  }
  await file.close();
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
    const figures = {
      store: name,
      inFlight: concurrency,
      fdatasyncMs: await syncMs(join(folder, 'page')),
      addedMs: plain.medianMs - without.medianMs,
      addedWithKeyMs: keyed.medianMs - without.medianMs,
      perWriteMs: plain.perWriteMs,
      cpuPerWriteMs: plain.cpuMs - without.cpuMs,
    };
    console.log(JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Number(value.toFixed(3)) : value)));
  }
  await journal.close();
  await store.close();
}
await rm(folder, { recursive: true, force: true });
