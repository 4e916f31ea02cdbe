/**
 * What the journal costs while thousands of writes are open: store commands for each write and each lookup, and lists that
 * are read of Twilio for each write that is resolved. The same for every store.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Cancellation } from '../../src/cancellation.ts';
import { entities } from '../../src/entities/index.ts';
import { ApiError } from '../../src/errors.ts';
import { Journal } from '../../src/journal/index.ts';
import { createRegistry } from '../../src/model/index.ts';
import type { Store } from '../../src/store/index.ts';
import type { Gateway } from '../../src/twilio/gateway.ts';
import { ACCOUNT } from './server.ts';

type Json = Record<string, string>;
const registry = createRegistry(entities);
const entity = registry.get('Message');
const PAGE = 1000;
const OPEN = 1500;
/** Its time is over: nobody waits for a lookup. */
const late = new Cancellation();
late.deadline = Number.NEGATIVE_INFINITY;

/** A Twilio that loses every response; `accepts` says what it carries out. */
const losingTwilio = () => {
  const rows: Json[] = [];
  const twilio = { rows, lists: 0, accepts: true, loses: true };
  const rowOf = (json: Json) => ({ entity, sids: [ACCOUNT, String(json.sid)], json });
  const gateway = {
    create: async (_entity: unknown, _sids: unknown, input: Json, { beforeSend }: { beforeSend(): Promise<void> }) => {
      await beforeSend();
      const json = { ...input, sid: `SM${randomUUID().replaceAll('-', '')}`, date_created: new Date().toUTCString() };
      if (twilio.accepts) rows.unshift(json);
      if (twilio.loses) throw new ApiError('UPSTREAM_ERROR', 'lost', { outcome: 'UNKNOWN' });
      return rowOf(json);
    },
    page: async (_entity: unknown, _parents: unknown, { to }: { to?: string }, next = '0') => {
      twilio.lists++;
      await sleep(20);
      const all = to === undefined ? rows : rows.filter((row) => row.to === to);
      const end = Number(next) + PAGE;
      return { rows: all.slice(end - PAGE, end).map(rowOf), next: end < all.length ? String(end) : undefined };
    },
    fetch: async (_entity: unknown, [, sid]: readonly string[]) => rowOf(rows.find((row) => row.sid === sid) ?? {}),
  };
  return { twilio, gateway: gateway as unknown as Gateway };
};

/** Counts the commands that the given operations, or lookups of any, send; and not those that are sent each second. */
const counted = (store: Store) => {
  const counts = { commands: 0, list: 0 };
  const ids = new Set<string>();
  const isOfThem = (method: string, [collection, entry, value]: readonly unknown[]): boolean => {
    if (collection === 'operation-rows') return method === 'read' || ids.has(String(value));
    if (collection !== 'operations') return false;
    return (
      method === 'membersOf' || ids.has(String(typeof entry === 'string' ? entry : (entry as { id?: string })?.id))
    );
  };
  const counting = new Proxy(store, {
    get: (target, name: string) => {
      const method = Reflect.get(target, name);
      return (...args: unknown[]) => {
        if (name === 'list') counts.list++;
        if (isOfThem(name, args)) counts.commands++;
        return Reflect.apply(method, target, args);
      };
    },
  });
  return { counting, counts, ids };
};

export const journalCases = (open: () => Promise<Store>): void => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  const started = (of: Store, gateway: Gateway, scope: string) => {
    const journal = new Journal({ store: of, gateway, registry, scope, secret: 'secret' });
    let n = 0;
    const write = (key: string, signal?: Cancellation, body = `Text ${key}`) =>
      journal
        .write({
          ...{ entity, change: 'create', target: [ACCOUNT], client: 'client', key },
          input: { to: `+1555${String(n++).padStart(7, '0')}`, from: '+15550100001', body },
          caller: { signal },
        })
        .catch((error: unknown) => error);
    const lose = async (count: number) => {
      for (let i = 0; i < count; i += 100)
        await Promise.all(Array.from({ length: 100 }, (_, j) => write(`lost ${i + j}`, late)));
    };
    const stateOf = async (key: string) => (await journal.read(journal.idOf('client', key)))?.state;
    return { journal, write, lose, stateOf };
  };

  describe.each([0, OPEN])('with %i open writes', (opened) => {
    test('a write and a lookup send the same few commands', async () => {
      const { twilio, gateway } = losingTwilio();
      const { counting, counts, ids } = counted(store);
      const { journal, write, lose } = started(counting, gateway, randomUUID());
      twilio.accepts = false;
      await lose(opened);
      twilio.accepts = true;
      twilio.loses = false;
      const keys = (name: string) => Array.from({ length: 20 }, (_, i) => `${name} ${i}`);
      for (const key of [...keys('write'), ...keys('lookup')]) ids.add(journal.idOf('client', key));
      for (const key of keys('write')) await write(key);
      // Queued, sent, done, and the row. On a busy machine the rounds in the background may look at some of them as well;
      // none of this grows with the writes that are open.
      expect(counts.commands).toBeGreaterThanOrEqual(20 * 4);
      expect(counts.commands).toBeLessThanOrEqual(20 * 6);
      counts.commands = 0;
      twilio.loses = true;
      const found = await Promise.all(keys('lookup').map((key) => write(key)));
      for (const each of found) expect(each).toMatchObject({ row: { entity } });
      // Besides: unknown; alike, of others, and its row, which is fetched by the gateway.
      expect(counts.commands).toBeLessThanOrEqual(20 * 12);
      // Once, at the start, for what an earlier version recorded.
      expect(counts.list).toBe(1);
      await journal.close();
    });
  });

  test('lookups at the same time share lists', async () => {
    const { twilio, gateway } = losingTwilio();
    const { journal, write } = started(store, gateway, randomUUID());
    const found = await Promise.all(Array.from({ length: 200 }, (_, i) => write(`together ${i}`)));
    for (const each of found) expect(each).toMatchObject({ row: { entity } });
    expect(twilio.lists).toBeLessThanOrEqual(20);
    await journal.close();
  });

  test('a backlog is resolved by as many lists as it has pages, and what is alike by none', async () => {
    const { twilio, gateway } = losingTwilio();
    const scope = randomUUID();
    const { journal, write, lose, stateOf } = started(store, gateway, scope);
    await lose(OPEN);
    const same = { key: 'same', body: 'The same text' };
    // Two of one content to one recipient: the list cannot say which is whose.
    const to = '+15550100009';
    const twin = (key: string) =>
      journal
        .write({
          ...{ entity, change: 'create', target: [ACCOUNT], client: 'client', key, caller: { signal: late } },
          input: { to, from: '+15550100001', body: same.body },
        })
        .catch((error: unknown) => error);
    await twin('twin 1');
    await twin('twin 2');
    twilio.accepts = false;
    await write('never', late);
    const before = twilio.lists;
    const rows = new Map(twilio.rows.map((row) => [row.sid, row.body]));
    for (let i = 0; i < OPEN; i++) await expect.poll(() => stateOf(`lost ${i}`)).toBe('DONE');
    const pages = Math.ceil(twilio.rows.length / PAGE);
    expect(twilio.lists - before).toBeLessThanOrEqual(10 * pages);
    for (let i = 0; i < OPEN; i++) {
      const operation = await journal.read(journal.idOf('client', `lost ${i}`));
      expect(rows.get(operation?.sids?.at(-1) ?? '')).toBe(`Text lost ${i}`);
    }
    for (const key of ['twin 1', 'twin 2', 'never']) expect(await stateOf(key)).toBe('UNKNOWN');
    await journal.close();
  });
};
