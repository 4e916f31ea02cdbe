/** Random data and random faults of Twilio, random questions and changes: the answer is exact, or an error with a code. */
import { describe, expect, test } from 'vitest';
import { codes } from '../../src/errors.ts';
import { type Chance, chance } from '../support/chance.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import { CHANGING, FAULTS, type Fault, HARMLESS, HostileTwilio } from '../support/hostileTwilio.ts';
import { type Call, filterOf, inOrder, NUMBERS, type Order } from '../support/randomCalls.ts';
import { call, path, sid } from '../support/rows.ts';
import { ACCOUNT, type GraphQLAnswer } from '../support/server.ts';

const BUDGET = 60;
const { twilio, server } = await serverWithStandIn({ TWILIO_SCAN_LIMIT: '3000', TWILIO_MAX_COST: String(BUDGET) });
const CASES = 4;
/** Parts of a list that are read one after the other. */
const PARTS = 6;
const START = Date.UTC(2026, 9, 1);
/** The last one is a word that this release does not know. */
const STATUSES = ['completed', 'busy', 'no-answer', 'failed', 'paused-in-2027'];
const rfc = (moment: number | null) => moment && new Date(moment).toUTCString().replace('GMT', '+0000');

const callsOf = (random: Chance, total: number): readonly Call[] =>
  Array.from({ length: total }, (_, i) => ({
    sid: sid('CA', i + 1),
    parentCallSid: random.below(4) === 0 ? sid('CA', random.below(20)) : null,
    status: random.pick(STATUSES),
    from: random.pick(NUMBERS),
    to: random.pick(NUMBERS),
    duration: random.below(10) === 0 ? null : random.below(600),
    price: random.below(5) === 0 ? null : `-0.0${String(random.below(99)).padStart(2, '0')}50`,
    startTime: random.below(30) === 0 ? null : START + (total - i) * 600_000,
  }));
const jsonOf = (one: Call) =>
  call(1, {
    sid: one.sid,
    parent_call_sid: one.parentCallSid,
    status: one.status,
    from: one.from,
    to: one.to,
    duration: one.duration === null ? null : String(one.duration),
    price: one.price,
    start_time: rfc(one.startTime),
  });

const hostileCalls = (random: Chance, fault: Fault) => {
  const initial = callsOf(random, random.pick([0, 3, 60, 400, 1300]));
  const all = [...initial];
  const upstream = new HostileTwilio({
    random,
    fault,
    path: path('Calls'),
    key: 'calls',
    rows: initial.map(jsonOf),
    equal: { Status: 'status', From: 'from', To: 'to', ParentCallSid: 'parent_call_sid' },
    another: (n) => {
      const [made] = callsOf(random, 1);
      const one = { ...(made as Call), sid: sid('CA', 100_000 + n), startTime: START + (initial.length + n) * 600_000 };
      all.unshift(one);
      return jsonOf(one);
    },
  });
  twilio.play(upstream.answer);
  return { upstream, all };
};

/** Every error has a code of ours, and no request costs more than it may. */
const checkErrors = ({ errors }: GraphQLAnswer): void => {
  for (const { extensions } of errors) expect(Object.keys(codes)).toContain(extensions.code);
  expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
  expect(twilio.seen.length).toBeLessThanOrEqual(BUDGET);
};
const isExcused = ({ errors }: GraphQLAnswer, fault: Fault): boolean =>
  errors.length > 0 &&
  (!HARMLESS.includes(fault) || errors.every(({ extensions }) => extensions.code === 'SCAN_LIMIT'));

interface Part {
  readonly nodes: readonly { readonly sid: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly totalCount?: number | null;
}

interface Shown {
  readonly sids: readonly string[];
  readonly isWhole: boolean;
}
/** Reads part after part; `undefined` where an error ends it. */
const readParts = async (query: string, name: string, variables: object, fault: Fault): Promise<Shown | undefined> => {
  const sids: string[] = [];
  let after: string | undefined;
  let { first } = variables as { first: number };
  for (let part = 0; part < PARTS; part++) {
    twilio.seen.length = 0;
    const answer = await server.ask(query, { ...variables, first, after });
    checkErrors(answer);
    const list = answer.data?.[name] as Part | null;
    if (answer.errors.length > 0) {
      const { cursor, matched } = answer.errors[0]?.extensions ?? {};
      expect(isExcused(answer, fault) || list?.totalCount === null).toBe(true);
      if (list || typeof cursor !== 'string') return undefined;
      after = cursor;
      if (typeof matched === 'number' && matched > 0) first = Math.min(first, matched);
      continue;
    }
    if (!list) return undefined;
    sids.push(...list.nodes.map((node) => node.sid));
    if (!list.pageInfo.hasNextPage) return { sids, isWhole: true };
    after = list.pageInfo.endCursor;
  }
  return { sids, isWhole: false };
};

/** All rows in order; where rows came and went meanwhile, at least those that were there throughout, and no others. */
const checkShown = (
  { sids, isWhole }: Shown,
  expected: readonly string[],
  upstream: HostileTwilio,
  fault: Fault,
): void => {
  if (!CHANGING.includes(fault)) {
    expect(sids).toEqual(isWhole ? expected : expected.slice(0, sids.length));
    return;
  }
  for (const one of sids) expect(expected).toContain(one);
  if (!isWhole) return;
  for (const one of expected) if (!upstream.gone.has(one) && !upstream.inserted.has(one)) expect(sids).toContain(one);
};

const LIST = (more: string) => `query($first: Int, $after: String, $filter: CallFilter, $orderBy: [CallOrder!]) {
  calls(first: $first, after: $after, filter: $filter, orderBy: $orderBy) { nodes { sid } pageInfo { hasNextPage endCursor } ${more} } }`;

/** Lists under faults that leave an exact answer. */
const harmless = { asked: 0, answered: 0 };

describe.each(FAULTS)('%s', (fault) => {
  test('lists', async () => {
    for (let seed = 0; seed < CASES; seed++) {
      const random = chance(7919 * seed + FAULTS.indexOf(fault));
      const { filter, test: matches } = filterOf(random);
      const orders: Order[] =
        random.below(3) === 0
          ? [
              {
                field: random.pick(['DURATION', 'START_TIME', 'STATUS'] as const),
                direction: random.pick(['ASC', 'DESC'] as const),
              },
            ]
          : [];
      const { upstream, all } = hostileCalls(random, fault);
      const first = random.pick([7, 50, 1000]);
      const shown = await readParts(
        LIST(random.below(3) === 0 ? 'totalCount' : ''),
        'calls',
        { first, filter, orderBy: orders },
        fault,
      );
      if (HARMLESS.includes(fault)) harmless.asked++;
      if (!shown) continue;
      if (HARMLESS.includes(fault)) harmless.answered++;
      checkShown(
        shown,
        inOrder(all.filter(matches), orders).map((one) => one.sid),
        upstream,
        fault,
      );
    }
  });

  test('figures', async () => {
    for (let seed = 0; seed < CASES; seed++) {
      const random = chance(104_729 * seed + FAULTS.indexOf(fault));
      const { filter, test: matches } = filterOf(random);
      const { upstream, all } = hostileCalls(random, fault);
      const answer = await server.ask(
        `query($filter: CallFilter) { calls(filter: $filter) { totalCount aggregate { sum(field: DURATION) countBy(field: STATUS) { value count } } groupBy(field: START_TIME, bucket: DAY) { key count } } }`,
        { filter },
      );
      checkErrors(answer);
      if (answer.errors.length > 0) {
        expect(isExcused(answer, fault)).toBe(true);
        expect(answer.data?.calls).toMatchObject({ totalCount: null, aggregate: null, groupBy: null });
        continue;
      }
      const { totalCount, aggregate, groupBy } = answer.data.calls;
      const rows = all.filter(matches);
      if (CHANGING.includes(fault)) {
        const certain = rows.filter((one) => !upstream.gone.has(one.sid) && !upstream.inserted.has(one.sid));
        expect(totalCount).toBeGreaterThanOrEqual(certain.length);
        expect(totalCount).toBeLessThanOrEqual(rows.length);
        continue;
      }
      expect(totalCount).toBe(rows.length);
      expect(Number(aggregate.sum)).toBe(rows.reduce((total, { duration }) => total + (duration ?? 0), 0));
      const counts = new Map<string, number>();
      for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1);
      expect(
        new Map(aggregate.countBy.map(({ value, count }: { value: string; count: number }) => [value, count])),
      ).toEqual(counts);
      const total = groupBy.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
      expect(total).toBe(rows.length);
    }
  });

  test('changes by filter', async () => {
    for (let seed = 0; seed < CASES; seed++) {
      const random = chance(15_485_863 * seed + FAULTS.indexOf(fault));
      const { filter, test: matches } = filterOf(random);
      const { upstream, all } = hostileCalls(random, fault);
      const answer = await server.ask(
        `mutation($filter: CallFilter!) { callsDelete(filter: $filter, limit: ${random.pick([5, 40])}) { matched results { sid outcome } userErrors { code } } }`,
        { filter },
      );
      checkErrors(answer);
      const removed = upstream.removed;
      expect(new Set(removed).size).toBe(removed.length);
      const matching = new Set(all.filter(matches).map((one) => one.sid));
      for (const one of removed) expect(matching).toContain(one);
      const payload = answer.data?.callsDelete;
      if (!payload || payload.userErrors.length > 0) {
        expect(removed).toEqual([]);
        continue;
      }
      expect(payload.results.map((result: { sid: string }) => result.sid).sort()).toEqual([...removed].sort());
      const certain = [...matching].filter((one) => !upstream.gone.has(one) && !upstream.inserted.has(one));
      for (const one of certain) expect(removed).toContain(one);
    }
  });

  test('lists of one status at a time', async () => {
    const words = ['init', 'in-progress', 'completed'];
    const nameOf = (word: string) => word.toUpperCase().replace('-', '_');
    for (let seed = 0; seed < CASES; seed++) {
      const random = chance(32_452_843 * seed + FAULTS.indexOf(fault));
      const total = random.pick([0, 5, 90, 500]);
      const make = (n: number, at: number) => ({
        sid: sid('CF', n),
        account_sid: ACCOUNT,
        status: random.pick(words),
        friendly_name: random.pick(['red', 'blue']),
        date_created: rfc(START + at * 600_000),
      });
      const rooms = Array.from({ length: total }, (_, i) => make(i + 1, total - i));
      const upstream = new HostileTwilio({
        random,
        fault,
        path: path('Conferences'),
        key: 'conferences',
        rows: rooms,
        equal: { Status: 'status', FriendlyName: 'friendly_name' },
        defaults: { Status: 'in-progress' },
        another: (n) => {
          const room = make(100_000 + n, total + n);
          rooms.unshift(room);
          return room;
        },
      });
      twilio.play(upstream.answer);
      const [one, two] = [random.pick(words), random.pick(words)];
      const { filter, matches } = random.pick([
        { filter: {}, matches: () => true },
        { filter: { status: { eq: nameOf(one) } }, matches: (room: (typeof rooms)[number]) => room.status === one },
        { filter: { status: { ne: nameOf(one) } }, matches: (room: (typeof rooms)[number]) => room.status !== one },
        {
          filter: { status: { in: [nameOf(one), nameOf(two)] } },
          matches: (room: (typeof rooms)[number]) => [one, two].includes(room.status),
        },
        {
          filter: { or: [{ status: { eq: nameOf(one) } }, { friendlyName: { eq: 'red' } }] },
          matches: (room: (typeof rooms)[number]) => room.status === one || room.friendly_name === 'red',
        },
        {
          filter: { dateCreated: { gte: new Date(START + 600_000 * 40).toISOString() } },
          matches: (room: (typeof rooms)[number]) => Date.parse(String(room.date_created)) >= START + 600_000 * 40,
        },
      ]);
      const query = `query($first: Int, $after: String, $filter: ConferenceFilter) {
        conferences(first: $first, after: $after, filter: $filter) { nodes { sid } pageInfo { hasNextPage endCursor } ${random.below(3) === 0 ? 'totalCount' : ''} } }`;
      const shown = await readParts(query, 'conferences', { first: random.pick([6, 50, 1000]), filter }, fault);
      if (!shown) continue;
      checkShown(
        shown,
        rooms.filter(matches).map((room) => room.sid),
        upstream,
        fault,
      );
    }
  });
});

test('lists under harmless faults are answered more often than refused', () => {
  expect(harmless.answered).toBeGreaterThanOrEqual(harmless.asked / 2);
});
