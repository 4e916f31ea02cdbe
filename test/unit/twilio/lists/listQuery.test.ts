/** What is asked of a list in different turns, as of a large operation: no more pages are read than by lists apart. */
import { expect, test } from 'vitest';
import { entities } from '../../../../src/entities/index.ts';
import type { Entity } from '../../../../src/model/index.ts';
import { splitFilter } from '../../../../src/twilio/filtering/index.ts';
import type { Gateway } from '../../../../src/twilio/gateway.ts';
import { Cursors, ListQuery } from '../../../../src/twilio/lists/index.ts';
import { rowByKey } from '../../../../src/twilio/rows/index.ts';
import { chance } from '../../../support/chance.ts';
import { sid } from '../../../support/rows.ts';
import { ACCOUNT } from '../../../support/server.ts';

const PAGES = 4;
const SIZE = 1000;
const Call = entities.find(({ name }) => name === 'Call') as Entity;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A list of four full pages, and how many of them were read. */
const listOf = () => {
  let read = 0;
  const page: Gateway['page'] = async (_entity, _parents, { pageSize }, next = '0') => {
    read++;
    await turn();
    const from = Number(next);
    const rows = Array.from({ length: Math.min(Number(pageSize), PAGES * SIZE - from) }, (_, i) =>
      rowByKey(Call, [ACCOUNT, sid('CA', from + i)]),
    );
    const end = from + rows.length;
    return { rows, next: end < PAGES * SIZE ? String(end) : undefined };
  };
  const reader = {
    ...{ gateway: { page } as Gateway, scanLimit: 10_000, caller: {}, track: () => () => {} },
    ...{ onPage: () => {}, onKept: () => {} },
  };
  const list = { entity: Call, parents: [ACCOUNT], filter: splitFilter(Call), orderBy: [] };
  return { query: new ListQuery(reader, new Cursors('secret'), list, 5), pagesRead: () => read };
};

const KINDS = ['count', 'slice', 'all'] as const;
const ask = async (query: ListQuery, kind: (typeof KINDS)[number]): Promise<number> => {
  const found = await query[kind]();
  return typeof found === 'number' ? found : 'edges' in found ? found.edges.length : found.length;
};
const ROWS = { count: PAGES * SIZE, slice: 5, all: PAGES * SIZE };
/** Of a list that is asked for nothing else. */
const COST = { count: PAGES, slice: 1, all: PAGES };

test('asked at random, at once or in later turns', async () => {
  const { below, pick } = chance(20261130);
  for (let round = 0; round < 60; round++) {
    const { query, pagesRead } = listOf();
    const kinds = Array.from({ length: 1 + below(5) }, () => pick(KINDS));
    const pending: Promise<void>[] = [];
    for (const kind of kinds) {
      pending.push(ask(query, kind).then((rows) => expect(rows, kind).toBe(ROWS[kind])));
      for (let turns = pick([0, 0, 1, 8]); turns > 0; turns--) await turn();
    }
    await Promise.all(pending);
    const apart = [...new Set(kinds)].reduce((sum, kind) => sum + COST[kind], 0);
    expect(pagesRead(), kinds.join()).toBeLessThanOrEqual(apart);
  }
});

test('asked in one turn, a part and all figures cost no more than the whole list', async () => {
  for (const kinds of [KINDS, [...KINDS].reverse(), ['slice', 'count'] as const, ['count', 'all'] as const]) {
    const { query, pagesRead } = listOf();
    await Promise.all(kinds.map((kind) => ask(query, kind)));
    expect(pagesRead(), kinds.join()).toBe(PAGES);
  }
});
