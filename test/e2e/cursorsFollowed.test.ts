/** Lists followed from cursor to cursor: small random lists in every mixture of moments, nulls, filters and orders. */
import { describe, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import { call, page, path, recording, sid } from '../support/rows.ts';

const { twilio, server } = await serverWithStandIn({ TWILIO_TPS_PER_NODE: '1000' });

interface Row {
  readonly n: number;
  readonly status: string;
  readonly to: string;
  readonly startTime: number | null;
}
const FIRST = Date.UTC(2026, 9, 1);
const TO = ['+15550100001', '+15550100002'];
const rfc = (moment: number | null) => moment && new Date(moment).toUTCString().replace('GMT', '+0000');
const rowOf = ({ n, status, to, startTime }: Row) => call(n, { status, to, start_time: rfc(startTime) });

/** Pages by the row that they begin behind, as Twilio's, or counted off; never more rows than `most`. */
const pagesOf = (rows: readonly Row[], isCounted: boolean, most: number) =>
  twilio.play(({ query }) => {
    const equal = (name: string, value: string) => !query.has(name) || query.get(name) === value;
    const matching = rows.filter((row) => equal('Status', row.status) && equal('To', row.to));
    const size = Math.min(most, Number(query.get('PageSize')));
    const token = query.get('PageToken');
    const from = isCounted
      ? Number(query.get('Page') ?? 0) * size
      : matching.filter(({ n }) => n <= Number(token ?? 0)).length;
    const part = matching.slice(from, from + size);
    const last = part.at(-1);
    const next = new URLSearchParams(query);
    if (isCounted) next.set('Page', String(Number(query.get('Page') ?? 0) + 1));
    else if (last) next.set('PageToken', String(last.n));
    return page('calls', part.map(rowOf), from + size < matching.length ? `${path('Calls')}?${next}` : null);
  });

interface Asked {
  readonly filter: string | undefined;
  readonly matches: (row: Row) => boolean;
  readonly isOrdered: boolean;
}
const FILTERS: readonly Omit<Asked, 'isOrdered'>[] = [
  { filter: undefined, matches: () => true },
  { filter: '{ status: { in: [COMPLETED, BUSY] } }', matches: ({ status }) => status !== 'failed' },
  {
    filter: `{ or: [{ status: { eq: BUSY } }, { to: { eq: "${TO[1]}" } }] }`,
    matches: ({ status, to }) => status === 'busy' || to === TO[1],
  },
  {
    filter: `{ to: { in: ["${TO[0]}", "${TO[1]}"] }, status: { ne: FAILED } }`,
    matches: ({ status }) => status !== 'failed',
  },
  {
    filter: '{ status: { in: [COMPLETED, BUSY] }, startTime: { isNull: false } }',
    matches: ({ status, startTime }) => status !== 'failed' && startTime !== null,
  },
];

/**
 * Pages of `first` rows until the last; `undefined` where a cursor has expired. `totals`: whether the next page is asked
 * together with the total.
 */
const follow = async (
  { filter, isOrdered }: Asked,
  first: number,
  totals: () => boolean,
): Promise<number[][] | undefined> => {
  const pages: number[][] = [];
  for (let after: string | null = null; pages.length < 30; ) {
    const args = [
      `first: ${first}`,
      filter && `filter: ${filter}`,
      isOrdered && 'orderBy: [{ field: START_TIME, direction: DESC }]',
      after && `after: "${after}"`,
    ];
    const total = totals() ? 'totalCount' : '';
    const { data, errors } = await server.ask(
      `{ calls(${args.filter(Boolean).join(', ')}) { ${total} nodes { sid } pageInfo { hasNextPage endCursor } } }`,
    );
    if (errors[0]?.extensions.code === 'CURSOR_EXPIRED') return undefined;
    expect(errors).toEqual([]);
    const { nodes, pageInfo } = data.calls;
    pages.push(nodes.map((node: { sid: string }) => Number.parseInt(node.sid.slice(2), 16)));
    if (!pageInfo.hasNextPage) return pages;
    after = pageInfo.endCursor;
  }
  throw new Error(`The pages do not end: ${JSON.stringify({ filter, isOrdered, first, pages })}`);
};

describe.each([1, 2, 3, 4])('random lists, part %d', (part) => {
  const random = chance(20261129 + part);
  const draw = () => {
    const length = random.below(7);
    const moments = Array.from({ length }, () => (random.below(5) === 0 ? null : random.below(3)));
    // The newest first, nulls anywhere.
    const sorted = moments.filter((moment) => moment !== null).sort((a, b) => b - a);
    const rows = moments.map((moment, i): Row => {
      const seconds = moment === null ? null : (sorted.shift() ?? 0);
      return {
        n: i + 1,
        status: random.pick(['completed', 'busy', 'failed']),
        to: random.pick(TO),
        startTime: seconds === null ? null : FIRST + seconds * 1000,
      };
    });
    const asked: Asked = { ...random.pick(FILTERS), isOrdered: random.below(2) === 0 };
    const most = random.pick([1, 2, 3, 1000]);
    return { rows, asked, most, first: 1 + random.below(3), isCounted: random.below(2) === 0, totals: random.below(3) };
  };
  const rank = ({ startTime }: Row) => startTime ?? Number.POSITIVE_INFINITY;

  test('every row that matches is there once, and in its order', async () => {
    for (let round = 0; round < 80; round++) {
      const { rows, asked, most, first, isCounted, totals } = draw();
      pagesOf(rows, isCounted, most);
      const pages = await follow(asked, first, () => totals === 1 || (totals === 2 && random.below(2) === 0));
      const shown = JSON.stringify({ rows, asked: { ...asked, first, most, isCounted, totals }, pages });
      const got = pages?.flat() ?? [];
      const expected = rows.filter(asked.matches);
      expect([...got].sort(), shown).toEqual(expected.map(({ n }) => n));
      const ranks = got.map((n) => rank(rows[n - 1] as Row));
      if (asked.isOrdered) expect(ranks, shown).toEqual([...ranks].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
    }
  });

  test('where Twilio lists in another order, they are in the order that was asked for, or the cursor is an error', async () => {
    for (let round = 0; round < 80; round++) {
      const { rows: sorted, asked, most, first, isCounted, totals } = draw();
      const rows = sorted.map((row) => ({ ...row, startTime: FIRST + random.below(4) * 1000 }));
      pagesOf(rows, isCounted, most);
      const pages = await follow(asked, first, () => totals === 1 || (totals === 2 && random.below(2) === 0));
      if (asked.isOrdered && totals === 1) expect(pages).toBeDefined();
      if (!pages) continue;
      const shown = JSON.stringify({ rows, asked: { ...asked, first, most, isCounted, totals }, pages });
      const got = pages.flat();
      expect([...got].sort(), shown).toEqual(rows.filter(asked.matches).map(({ n }) => n));
      const ranks = got.map((n) => rank(rows[n - 1] as Row));
      if (asked.isOrdered) expect(ranks, shown).toEqual([...ranks].sort((a, b) => b - a));
    }
  });

  test('rows that are deleted between the pages take no others with them', async () => {
    for (let round = 0; round < 40; round++) {
      const { rows, asked, first, isCounted } = draw();
      const left = [...rows];
      const gone = new Set<number>();
      pagesOf(left, isCounted, 1000);
      const pages = await follow(asked, first, () => {
        if (left.length > 0 && random.below(2) === 0) gone.add(left.splice(random.below(left.length), 1)[0]?.n ?? 0);
        return false;
      });
      if (!pages) continue;
      const missing = rows.filter((row) => asked.matches(row) && !gone.has(row.n) && !pages.flat().includes(row.n));
      expect(missing, JSON.stringify({ rows, asked, first, isCounted, gone: [...gone], pages })).toEqual([]);
    }
  });
});

test.each(['', 'totalCount'])(
  'lists that are read for each status, and have no moment to be merged by, with "%s"',
  async (total) => {
    const statuses = ['in-progress', 'completed', 'failed'];
    const rooms = Array.from({ length: 11 }, (_, i) => ({ sid: sid('RM', i + 1), status: statuses[i % 3] }));
    twilio.play(({ query }) => ({
      rooms: rooms.filter(({ status }) => status === query.get('Status')),
      meta: { key: 'rooms', next_page_url: null },
    }));
    const shown: string[] = [];
    for (let after: string | null = null; shown.length < 20; ) {
      const { data, errors } = await server.ask(
        `query ($after: String) { video { rooms(first: 3, after: $after) { ${total} nodes { sid } pageInfo { hasNextPage endCursor } } } }`,
        { after },
      );
      expect(errors).toEqual([]);
      const { nodes, pageInfo } = data.video.rooms;
      shown.push(...nodes.map((node: { sid: string }) => node.sid));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(shown.sort()).toEqual(rooms.map((room) => room.sid).sort());
  },
);

describe.each(['', 'totalCount'])('with "%s"', (total) => {
  const followed = async (
    query: string,
    name: (data: never) => { nodes: { sid: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } },
    change: () => void,
  ) => {
    const shown: string[] = [];
    for (let after: string | null = null; shown.length < 20; ) {
      const { data, errors } = await server.ask(query, { after });
      if (errors[0]?.extensions.code === 'CURSOR_EXPIRED') return undefined;
      expect(errors).toEqual([]);
      const { nodes, pageInfo } = name(data as never);
      shown.push(...nodes.map((node) => node.sid));
      if (!pageInfo.hasNextPage) return shown;
      after = pageInfo.endCursor;
      change();
    }
    throw new Error('The pages do not end.');
  };

  test('a row that has moved to another list of the filter takes no others with it', async () => {
    const status = new Map([1, 2, 3, 4, 5].map((n) => [sid('RM', n), n < 4 ? 'in-progress' : 'completed']));
    twilio.play(({ query }) => ({
      rooms: [...status]
        .filter(([, each]) => each === query.get('Status'))
        .map(([one, each]) => ({ sid: one, status: each })),
      meta: { key: 'rooms', next_page_url: null },
    }));
    const rooms = `query ($after: String) { video { rooms(first: 1, after: $after) { ${total} nodes { sid } pageInfo { hasNextPage endCursor } } } }`;
    const shown = await followed(
      rooms,
      ({ video }: { video: { rooms: never } }) => video.rooms,
      () => status.set(sid('RM', 1), 'completed'),
    );
    expect(new Set(shown)).toEqual(new Set(status.keys()));
  });

  test('a row that is gone takes no others of its moment with it', async () => {
    const left = [1, 2, 3, 4].map((n) => recording(n, { call_sid: sid('CA', n < 4 ? 1 : 2) }));
    const list = path('Recordings');
    twilio.play(({ query }) =>
      query.has('PageToken')
        ? page('recordings', [], null)
        : page(
            'recordings',
            left.filter(({ call_sid }) => !query.has('CallSid') || call_sid === query.get('CallSid')),
            `${list}?${query}&PageToken=PT1`,
          ),
    );
    const recordings = `query ($after: String) { recordings(first: 1, after: $after, filter: { callSid: { in: ["${sid('CA', 1)}", "${sid('CA', 2)}"] } }) {
      ${total} nodes { sid } pageInfo { hasNextPage endCursor } } }`;
    const shown = await followed(
      recordings,
      ({ recordings: found }: { recordings: never }) => found,
      () => {
        const at = left.findIndex((one) => one.sid === sid('RE', 1));
        if (at >= 0) left.splice(at, 1);
      },
    );
    if (shown) expect(new Set(shown)).toEqual(new Set([1, 2, 3, 4].map((n) => sid('RE', n))));
  });
});

test('a row whose value has changed since it was shown leads to the place where it stood', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const queue = (name: string, i: number) => ({ sid: sid('QU', i + 1), friendly_name: name, max_size: 1 });
  const list = (after: string | null) =>
    server.ask(
      `query ($after: String) { queues(first: 2, after: $after, orderBy: [{ field: FRIENDLY_NAME }]) { nodes { friendlyName } pageInfo { endCursor } } }`,
      { after },
    );
  twilio.play(() => page('queues', names.map(queue)));
  const { data } = await list(null);
  names[1] = 'e2';
  const { data: next } = await list(data.queues.pageInfo.endCursor);
  expect(next.queues.nodes).toEqual([{ friendlyName: 'c' }, { friendlyName: 'd' }]);
});
