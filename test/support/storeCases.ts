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

  test('a queue gives each entry that is due to one of several callers, the longest due first', async () => {
    const stores = await Promise.all([open(), open(), open()]);
    const store = stores[0] as Store;
    const collection = fresh();
    const now = Date.now();
    const queued = (at: number) => ({ expiresAt: now + 600_000, queued: { queue: 'q', at } });
    for (let i = 0; i < 20; i++) await store.insert(collection, `e${i}`, i, queued(now - 1000 * (20 - i)));
    await store.insert(collection, 'later', 0, queued(now + 600_000));
    await store.insert(collection, 'other', 0, { queued: { queue: 'p', at: now - 1000 } });
    const claim = (limit: number, until = now + 600_000, of = store) =>
      of.claim(collection, { queue: 'q', limit, until });
    expect((await claim(3)).map(({ id }) => id)).toEqual(['e0', 'e1', 'e2']);
    const claims = await Promise.all(Array.from({ length: 9 }, (_, i) => claim(4, now + 600_000, stores[i % 3])));
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(17);
    expect(new Set(ids).size).toBe(17);
    await store.postpone(collection, 'q', new Map(Object.entries({ e5: now - 1, e6: now - 2, gone: now - 3 })));
    // A claim leaves the version as it is; a write decides anew about the queue.
    expect(await claim(9, now - 1)).toMatchObject([
      { id: 'e6', version: 1 },
      { id: 'e5', version: 1 },
    ]);
    await store.replace(collection, { id: 'e5', version: 1, value: 5 }, { expiresAt: now + 600_000 });
    await store.remove(collection, 'e6');
    await store.postpone(collection, 'q', new Map([['e5', now - 1]]));
    expect(await claim(9)).toEqual([]);
    await Promise.all(stores.map((each) => each.close()));
  });

  test('random writes leave each entry in the queue and the groups of its last write', async () => {
    const stores = await Promise.all([open(), open()]);
    const collection = fresh();
    const expiresAt = Date.now() + 600_000;
    const model = new Map<string, { version: number; groups: readonly string[]; queue: string | undefined }>();
    const pick = (n: number) => Math.floor(Math.random() * n);
    for (let i = 0; i < 400; i++) {
      const store = stores[i % 2] as Store;
      const id = `id ${pick(12)}`;
      const groups = ['a', 'b b', 'c"'].filter(() => pick(2) === 0);
      const queue = [undefined, 'q', 'r'][pick(3)];
      const options = { expiresAt, groups, queued: queue === undefined ? undefined : { queue, at: Date.now() - 1000 } };
      const known = model.get(id);
      const action = pick(4);
      if (action === 0) {
        await store.remove(collection, id);
        model.delete(id);
      } else if (action === 1) {
        expect(await store.insert(collection, id, i, options)).toBe(!known);
        if (!known) model.set(id, { version: 1, groups, queue });
      } else {
        const version = (known?.version ?? 1) + (pick(5) === 0 ? 1 : 0);
        const fits = known?.version === version;
        expect(await store.replace(collection, { id, version, value: i }, options)).toBe(fits);
        if (fits) model.set(id, { version: version + 1, groups, queue });
      }
    }
    const idsOf = (isMember: (entry: { groups: readonly string[]; queue: string | undefined }) => boolean) =>
      [...model].flatMap(([id, entry]) => (isMember(entry) ? [id] : [])).sort();
    const store = stores[0] as Store;
    for (const group of ['a', 'b b', 'c"']) {
      const expected = idsOf(({ groups }) => groups.includes(group));
      expect((await store.membersOf(collection, [group], 100)).map(({ id }) => id).sort()).toEqual(expected);
      expect(await store.count(collection, group)).toBe(expected.length);
    }
    const either = await store.membersOf(collection, ['a', 'b b'], 100);
    expect(either.map(({ id }) => id).sort()).toEqual(
      idsOf(({ groups }) => groups.includes('a') || groups.includes('b b')),
    );
    expect(await store.membersOf(collection, ['a'], 1)).toHaveLength(
      Math.min(1, idsOf(({ groups }) => groups.includes('a')).length),
    );
    for (const queue of ['q', 'r'])
      expect(
        (await store.claim(collection, { queue, limit: 100, until: expiresAt })).map(({ id }) => id).sort(),
      ).toEqual(idsOf((entry) => entry.queue === queue));
    await Promise.all(stores.map((each) => each.close()));
  });

  test('what has expired is in no queue and no group', async () => {
    const store = await open();
    const collection = fresh();
    const options = { groups: ['g'], queued: { queue: 'q', at: Date.now() - 1000 } };
    await store.insert(collection, 'stays', 1, { ...options, expiresAt: Date.now() + 600_000 });
    await store.insert(collection, 'goes', 2, { ...options, expiresAt: Date.now() + 300 });
    const members = async () => (await store.membersOf(collection, ['g'], 9)).map(({ id }) => id);
    await expect.poll(members).toEqual(['stays']);
    // It begins anew, in no group.
    expect(await store.insert(collection, 'goes', 3)).toBe(true);
    expect(await members()).toEqual(['stays']);
    expect(await store.claim(collection, { queue: 'q', limit: 9, until: Date.now() })).toMatchObject([{ id: 'stays' }]);
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
