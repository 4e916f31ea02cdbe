/** Lists like a database, proved: random filters and orders over random calls against a brute-force reading of them. */
import { describe, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import { calls, filterOf, inOrder, known, type Order, rows, type Test, twilioCalls } from '../support/randomCalls.ts';
import { page, path } from '../support/rows.ts';

const { twilio, server } = await serverWithStandIn();

const LIST = `query($first: Int, $after: String, $filter: CallFilter, $orderBy: [CallOrder!]) {
  calls(first: $first, after: $after, filter: $filter, orderBy: $orderBy) { nodes { sid } pageInfo { hasNextPage endCursor } } }`;
const read = async (variables: Record<string, unknown>) => {
  const { data, errors } = await server.ask(LIST, variables);
  expect(errors).toEqual([]);
  const { nodes, pageInfo } = data.calls;
  return { sids: nodes.map((node: { sid: string }) => node.sid) as string[], pageInfo };
};

describe.each([0, 1, 2, 3])('random filters, seed %i', (seed) => {
  const random = chance(seed * 7919 + 1);
  test.each(Array.from({ length: 20 }, (_, i) => i))('%i', async () => {
    const { filter, test: matches } = filterOf(random);
    const orders: Order[] =
      random.below(3) === 0
        ? [
            {
              field: random.pick(['DURATION', 'PRICE', 'START_TIME', 'STATUS']),
              direction: random.pick(['ASC', 'DESC']),
            },
          ]
        : [];
    const expected = inOrder(calls.filter(matches), orders).map((one) => one.sid);
    const first = random.pick([7, 100, 1000]);
    const inclusive = random.below(2) === 0;
    twilio.play(twilioCalls(inclusive));

    const all: string[] = [];
    let after: string | undefined;
    for (let part = 0; part < 6; part++) {
      twilio.seen.length = 0;
      const { sids, pageInfo } = await read({ first, after, filter, orderBy: orders });
      all.push(...sids);
      const asked = twilio.seen[0]?.query;
      // `in` of a value that Twilio compares is a list for each of its operands.
      const isOne = new Set(twilio.seen.map(({ query }) => query.get('Status'))).size === 1;
      if (part === 0 && asked && isOne && orders.length === 0)
        expect(twilio.seen.length).toBe(fewest(asked, inclusive, matches, first));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(all).toEqual(expected.slice(0, all.length));
    expect(all.length).toBe(Math.min(expected.length, first * 6));
  });
});

/** The fewest pages of 1000 that hold the first matches among what these parameters let through. */
const fewest = (query: URLSearchParams, inclusive: boolean, matches: Test, first: number): number => {
  const through = known(query, inclusive);
  let found = 0;
  for (let i = 0; i < through.length; i++) {
    const one = calls[through[i] ?? 0];
    if (one && matches(one)) found++;
    if (found === first) return Math.ceil((i + 1) / 1000);
  }
  return Math.max(1, Math.ceil(through.length / 1000));
};

describe('orders', () => {
  test("Twilio's own order costs nothing", async () => {
    twilio.play(({ query }) => {
      const sorted = inOrder(calls, [{ field: 'START_TIME', direction: 'DESC' }]).slice(
        0,
        Number(query.get('PageSize')),
      );
      return page(
        'calls',
        sorted.map((one) => rows[calls.indexOf(one)] ?? {}),
        `${path('Calls')}?PageToken=1`,
      );
    });
    const { sids } = await read({ first: 5, orderBy: [{ field: 'START_TIME', direction: 'DESC' }] });
    expect(sids).toEqual(
      inOrder(calls, [{ field: 'START_TIME', direction: 'DESC' }])
        .slice(0, 5)
        .map((one) => one.sid),
    );
    expect(twilio.seen).toHaveLength(1);
  });
  test("Twilio's own order is left in the middle of a list when Twilio does not keep it", async () => {
    const sorted = inOrder(calls, [{ field: 'START_TIME', direction: 'DESC' }]);
    const listed = [...sorted.slice(0, 1200), ...sorted.slice(1200).reverse()].map(
      (one) => rows[calls.indexOf(one)] ?? {},
    );
    twilio.play(({ query }) => {
      const from = Number(query.get('PageToken') ?? 0);
      const to = from + Number(query.get('PageSize'));
      return page(
        'calls',
        listed.slice(from, to),
        to < listed.length ? `${path('Calls')}?PageSize=${to - from}&PageToken=${to}` : null,
      );
    });
    const orderBy = [{ field: 'START_TIME', direction: 'DESC' }];
    const first = await read({ first: 1000, orderBy });
    const second = await read({ first: 1000, orderBy, after: first.pageInfo.endCursor });
    expect([...first.sids, ...second.sids]).toEqual(sorted.slice(0, 2000).map((one) => one.sid));
  });
  test('a field named twice is refused', async () => {
    const { errors } = await server.ask(LIST, { orderBy: [{ field: 'PRICE' }, { field: 'PRICE', direction: 'DESC' }] });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'orderBy' });
  });
});

describe('costs nothing', () => {
  test.each([
    ['bounds that are crossed', '{ duration: { gt: 10, lt: 5 } }', /filter.duration: has its bounds crossed/],
    [
      'a moment between crossed bounds',
      '{ startTime: { gte: "2026-10-02T00:00:00Z", lte: "2026-10-01T00:00:00Z" } }',
      /bounds crossed/,
    ],
    [
      'a comparator that a field has not',
      '{ status: { contains: "x" } }',
      /"contains" is not defined by type "CallStatusComparator"/,
    ],
    ['a field that has none', '{ subresourceUris: { eq: "x" } }', /"subresourceUris" is not defined/],
    ['an empty branch', '{ or: [{}] }', /filter.or.0: is empty/],
    ['no branches', '{ and: [] }', /filter.and: is empty/],
    ['a null in a list', '{ from: { in: ["a", null] } }', /null/],
    ['a negation of nothing', '{ not: {} }', /filter.not: is empty/],
  ])('%s', async (_name, filter, rule) => {
    twilio.play(twilioCalls());
    const { errors } = await server.ask(`{ calls(filter: ${filter}) { nodes { sid } } }`);
    expect(errors[0]?.message).toMatch(rule);
    expect(twilio.seen).toHaveLength(0);
  });
  test('a filter that nothing can match', async () => {
    twilio.play(twilioCalls());
    const filter = { and: [{ status: { eq: 'BUSY' } }, { status: { eq: 'FAILED' } }] };
    expect((await read({ filter })).sids).toEqual([]);
    expect(twilio.seen).toHaveLength(0);
  });
});

test('ten thousand values in a list', async () => {
  twilio.play(twilioCalls());
  const wanted = Array.from({ length: 10_000 }, (_, i) => 100_000 + i);
  const { sids } = await read({ first: 1000, filter: { duration: { in: [...wanted, 17] } } });
  expect(sids).toEqual(calls.filter(({ duration }) => duration === 17).map((one) => one.sid));
});

describe('by filter', () => {
  test('any comparator chooses, exactly, and no more than the limit', async () => {
    const matching = calls.filter((one) => one.duration === null && one.status === 'busy' && one.to.startsWith('sip:'));
    const calledOn: string[] = [];
    const play = twilioCalls();
    twilio.play((request) => {
      if (request.method === 'GET') return play(request);
      calledOn.push(request.path);
      return [204];
    });
    const drop = (limit: number) =>
      server.ask(
        `mutation { callsDelete(filter: { duration: { isNull: true }, status: { eq: BUSY }, to: { startsWith: "sip:" } }, limit: ${limit}) { matched results { sid outcome } userErrors { code } } }`,
      );
    const few = await drop(matching.length - 1);
    expect(few.data.callsDelete).toMatchObject({ results: [], userErrors: [{ code: 'TOO_MANY_MATCHES' }] });
    expect(calledOn).toEqual([]);
    const { data } = await drop(matching.length);
    expect(data.callsDelete.results).toEqual(matching.map((one) => ({ sid: one.sid, outcome: 'DONE' })));
    expect(calledOn.sort()).toEqual(matching.map((one) => path(`Calls/${one.sid}`)).sort());
  });
  test.each(['{ and: [{}] }', '{ or: [] }', '{ not: { } }'])(
    '%s is refused: it could mean every row',
    async (filter) => {
      twilio.play(twilioCalls());
      const { data } = await server.ask(
        `mutation { callsDelete(filter: ${filter}, limit: 100) { matched userErrors { code } } }`,
      );
      expect(data.callsDelete).toEqual({ matched: 0, userErrors: [{ code: 'BAD_USER_INPUT' }] });
      expect(twilio.seen).toHaveLength(0);
    },
  );
});
