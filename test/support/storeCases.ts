/** What every store promises, tested the same way whichever database keeps it. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Store, StoreError } from '../../src/store/index.ts';

/** `open` opens one more store on the same data, as another process does. */
export const storeCases = (open: () => Promise<Store>): void => {
  const fresh = () => randomUUID();

  test('an entry is inserted once, by one of several callers', async () => {
    const stores = await Promise.all([open(), open(), open()]);
    const id = fresh();
    const claims = Array.from({ length: 60 }, (_, i) =>
      (stores[i % 3] as Store).insert('claims', id, { by: i }, { durable: true }),
    );
    const won = (await Promise.all(claims)).flatMap((claimed, i) => (claimed ? [i] : []));
    expect(won).toHaveLength(1);
    for (const store of stores) expect((await store.read('claims', id))?.value).toEqual({ by: won[0] });
    await Promise.all(stores.map((store) => store.close()));
  });

  test('a replacement counts only for the version that it names', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    const id = fresh();
    await one.insert('entries', id, 'first');
    expect(await one.replace('entries', { id, version: 1, value: 'second' })).toBe(true);
    expect(await other.replace('entries', { id, version: 1, value: 'late' })).toBe(false);
    expect(await other.replace('entries', { id: fresh(), version: 1, value: 'none' })).toBe(false);
    expect(await other.read('entries', id)).toEqual({ id, version: 2, value: 'second' });
    await other.remove('entries', id);
    expect(await one.read('entries', id)).toBeUndefined();
    await Promise.all([one.close(), other.close()]);
  });

  test('lists what is listed, and nothing that has expired', async () => {
    const store = await open();
    const collection = fresh();
    await store.insert(collection, 'a', 1, { listed: true });
    await store.insert(collection, 'b', 2);
    await store.insert(collection, 'd', 4, { listed: true, expiresAt: Date.now() + 600_000 });
    await store.insert(collection, 'c', 3, { listed: true, expiresAt: Date.now() + 500 });
    const listed = async () => (await store.list(collection)).map(({ id }) => id).sort();
    await expect.poll(listed).toEqual(['a', 'd']);
    await store.remove(collection, 'd');
    expect(await listed()).toEqual(['a']);
    expect(await store.read(collection, 'c')).toBeUndefined();
    expect(await store.insert(collection, 'c', 4)).toBe(true);
    await store.replace(collection, { id: 'a', version: 1, value: 5 });
    expect(await store.list(collection)).toEqual([]);
    await store.close();
  });

  test('counters are reserved together or not at all, and never beyond a limit', async () => {
    const stores = await Promise.all([open(), open(), open()]);
    const [day, minute] = [fresh(), fresh()];
    const expiresAt = Date.now() + 60_000;
    const counters = [
      { id: day, limit: 5, amount: 1, expiresAt },
      { id: minute, limit: 100, amount: 0.25, expiresAt },
    ];
    const results = await Promise.all(Array.from({ length: 90 }, (_, i) => (stores[i % 3] as Store).reserve(counters)));
    expect(results.filter((exceeded) => exceeded === undefined)).toHaveLength(5);
    expect(results.filter((exceeded) => exceeded?.id === day)).toHaveLength(85);
    const store = stores[0] as Store;
    expect(await store.reserve([{ id: minute, limit: 1.25, amount: 0.25, expiresAt }])).toMatchObject({ id: minute });
    await store.release(counters);
    expect(await store.reserve(counters)).toBeUndefined();
    await Promise.all(stores.map((each) => each.close()));
  });

  test('random writes of three processes end as if they had come one after the other', async () => {
    const stores = await Promise.all([open(), open(), open()]);
    const id = fresh();
    await (stores[0] as Store).insert('sum', id, 0);
    const addOne = async (store: Store): Promise<void> => {
      for (;;) {
        const entry = await store.read<number>('sum', id);
        if (entry && (await store.replace('sum', { ...entry, value: entry.value + 1 }))) return;
      }
    };
    await Promise.all(Array.from({ length: 45 }, (_, i) => addOne(stores[i % 3] as Store)));
    expect((await (stores[0] as Store).read('sum', id))?.value).toBe(45);
    await Promise.all(stores.map((store) => store.close()));
  });
};

export const expectStoreError = async (work: Promise<unknown>): Promise<void> => {
  await expect(work).rejects.toBeInstanceOf(StoreError);
};
