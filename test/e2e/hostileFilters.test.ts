/** Filters and figures over values that Twilio or a client may send: loose filters, odd text, deep conditions, new words. */
import { describe, expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';
import { call, calls, message, nextPage as next, number, page, path, sid } from '../support/rows.ts';

const { twilio, server } = await serverWithStandIn();

describe('filters', () => {
  test('that Twilio ignores are read in the largest pages, and reported', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => call(i + 1, { status: i === 1999 ? 'busy' : 'completed' }));
    twilio.play(({ query }) => {
      const from = Number(query.get('PageToken') ?? 0);
      const size = Number(query.get('PageSize'));
      const params = new URLSearchParams(query);
      params.set('PageToken', String(from + size));
      return page('calls', rows.slice(from, from + size), from + size < 2000 ? `${path('Calls')}?${params}` : null);
    });
    const { data, text } = await server.ask('{ calls(first: 2, filter: { status: { eq: BUSY } }) { nodes { sid } } }');
    expect(data.calls.nodes).toEqual([{ sid: sid('CA', 2000) }]);
    expect(twilio.seen).toHaveLength(3);
    expect(JSON.parse(text).extensions.lists[0].rowsRejected).toBe(2001);
  });
  test.each(['+1 (415) 555-0123', '(415) 555-0123', '415.555.0123', '4155550123'])(
    '%s is proposed in E.164',
    async (text) => {
      twilio.play(() => page('incoming_phone_numbers', [number(1)]));
      const { data } = await server.ask(
        `mutation { incomingPhoneNumbersDelete(filter: { phoneNumber: { notIn: ["${text}"] } }, limit: 5) { userErrors { code message } } }`,
      );
      expect(data.incomingPhoneNumbersDelete.userErrors).toEqual([
        {
          code: 'BAD_USER_INPUT',
          message: expect.stringContaining('E.164 form, which is how Twilio stores numbers: +14155550123'),
        },
      ]);
      expect(twilio.seen).toHaveLength(0);
    },
  );
  test.each([
    ['whatsapp:+1 415 555 0100', 'whatsapp:+14155550100'],
    ['rcs:(415) 555-0100', 'rcs:+14155550100'],
  ])('%s is proposed as %s', async (text, proposal) => {
    twilio.play(() => page('messages', [message(1)]));
    const { errors } = await server.ask(`{ messages(filter: { from: { eq: "${text}" } }) { totalCount } }`);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(`stores numbers: ${proposal}`), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(twilio.seen).toHaveLength(0);
  });
  const parts: [comparison: string, proposal: string][] = [
    ['endsWith: "555-0100"', '5550100'],
    ['contains: "(415) 555-0100"', '4155550100'],
    ['contains: "555.0100"', '5550100'],
    ['startsWith: "+1 415 555 0100"', '+14155550100'],
    ['startsWith: "whatsapp:+1 415"', 'whatsapp:+1415'],
  ];
  const places: [place: string, within: (condition: string) => string][] = [
    ['the filter', (condition) => `{ phoneNumber: { ${condition} } }`],
    ['not', (condition) => `{ not: { phoneNumber: { ${condition} } } }`],
    ['or', (condition) => `{ or: [{ beta: { eq: true } }, { not: { and: [{ phoneNumber: { ${condition} } }] } }] }`],
  ];
  test.each(places.flatMap(([place, within]) => parts.map(([part, digits]) => ({ place, within, part, digits }))))(
    'a part of a number as people write it matches none, so $part within $place is refused',
    async ({ within, part, digits }) => {
      twilio.play(() => page('incoming_phone_numbers', [number(1)]));
      const { data } = await server.ask(
        `mutation { incomingPhoneNumbersDelete(filter: ${within(part)}, limit: 5) { userErrors { code message } } }`,
      );
      expect(data.incomingPhoneNumbersDelete.userErrors).toEqual([
        {
          code: 'BAD_USER_INPUT',
          message: expect.stringMatching(new RegExp(`Twilio stores none: ${digits.replace('+', '[+]')}$`)),
        },
      ]);
      expect(twilio.seen).toHaveLength(0);
    },
  );
  test.each([
    'startsWith: "+1415"',
    'contains: "5550100"',
    'contains: "10.0.0.1"',
    'endsWith: "@a-1.example"',
    'contains: "a 1"',
  ])('a part of an address as Twilio has it is compared: %s', async (part) => {
    twilio.play(() => page('calls', []));
    const { errors } = await server.ask(`{ calls(filter: { to: { ${part} } }) { totalCount } }`);
    expect(errors).toEqual([]);
  });
  test.each([
    ['gte: "0000-01-01T00:00:00Z"', []],
    ['lte: "9999-12-31T23:59:59Z"', []],
    ['gte: "0000-01-01T00:00:00Z", lte: "9999-12-31T23:59:59Z"', []],
    ['gte: "0000-01-03T00:00:00Z"', ['0000-01-0']],
    ['lte: "9999-12-29T00:00:00Z"', ['9999-12-']],
  ])('bounds at an end of the calendar go out in form or not at all: %s', async (bounds, sent) => {
    for (const [list, field] of [
      ['calls', 'startTime'],
      ['conferences', 'dateCreated'],
    ]) {
      twilio.play(() => page(String(list), []));
      const { errors } = await server.ask(`{ ${list}(filter: { ${field}: { ${bounds} } }) { nodes { sid } } }`);
      expect(errors).toEqual([]);
      const params = [...(twilio.seen[0]?.query ?? [])].filter(([name]) => /[<>]/.test(name));
      expect(params.map(([, value]) => value)).toEqual(sent.map((each) => expect.stringMatching(`^${each}`)));
    }
  });
  test.each(['9999-12-31T23:59:59-01:00', '0000-01-01T00:00:00+01:00'])('%s is beyond the calendar', async (moment) => {
    const { errors } = await server.ask(`{ calls(filter: { startTime: { eq: "${moment}" } }) { totalCount } }`);
    expect(errors).toMatchObject([{ message: expect.stringMatching(/^DateTime must be/) }]);
  });
  test.each([
    '{ friendlyName: { contains: "" } }',
    '{ friendlyName: { notIn: [] } }',
    '{ not: { friendlyName: { in: [] } } }',
    '{ or: [{ friendlyName: { isNull: true } }, { friendlyName: { isNull: false } }] }',
    '{ and: [{ friendlyName: { startsWith: "" } }] }',
  ])('%s changes nothing', async (filter) => {
    twilio.play(() => page('incoming_phone_numbers', [number(1)]));
    const { data } = await server.ask(
      `mutation { incomingPhoneNumbersDelete(filter: ${filter}, limit: 5) { matched userErrors { code } } }`,
    );
    expect(data.incomingPhoneNumbersDelete).toEqual({ matched: 0, userErrors: [{ code: 'BAD_USER_INPUT' }] });
    expect(twilio.seen).toHaveLength(0);
  });
  test.each([
    '{ usageRecords(filter: { startDate: "2026-11-02", endDate: "2026-11-01" }) { nodes { category } } }',
    '{ usageRecordsDaily(filter: { startDate: "2026-11-02", endDate: "2026-11-01" }) { totalCount } }',
    '{ calls(filter: { startTime: { gte: "2026-11-02T00:00:00Z", lt: "2026-11-01T00:00:00Z" } }) { nodes { sid } } }',
    '{ conferences(filter: { dateCreated: { gt: "2026-11-02T00:00:00Z", lt: "2026-11-01T00:00:00Z" } }) { totalCount } }',
  ])('bounds in the wrong order are refused before anything is sent: %s', async (query) => {
    twilio.play(() => page('calls', []));
    const { errors } = await server.ask(query);
    expect(errors).toMatchObject([
      { message: expect.stringContaining('nothing can match'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(twilio.seen).toHaveLength(0);
  });
  test.each([31, 150, 1000, 2000])('nested %i times are refused by the rule', async (depth) => {
    twilio.play(() => page('calls', []));
    let filter: object = { duration: { gt: 1 } };
    for (let i = 0; i < depth; i++) filter = { and: [filter] };
    const { errors } = await server.ask('query($filter: CallFilter) { calls(filter: $filter) { nodes { sid } } }', {
      filter,
    });
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/levels deep/),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
  test.each(['\ud800', 'a\u0000b'])('text that cannot be sent is refused: %j', async (value) => {
    twilio.play(() => page('messages', [message(1)]));
    const { errors } = await server.ask(
      'query($filter: MessageFilter) { messages(filter: $filter) { nodes { sid } } }',
      {
        filter: { body: { eq: value } },
      },
    );
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const created = await server.ask(
      'mutation($input: MessageCreateInput!) { messageCreate(input: $input) { userErrors { code } } }',
      {
        input: { to: '+14155550100', from: '+14155550101', body: value },
      },
    );
    expect(JSON.stringify(created)).toContain('BAD_USER_INPUT');
    expect(twilio.seen).toHaveLength(0);
  });
  test.each([300, 301])('a row takes at most 300 tests: %i', async (count) => {
    twilio.play(() => page('calls', [call(1, { duration: '1' })]));
    const filter = { or: Array.from({ length: count }, (_, i) => ({ duration: { gt: i + 1 } })) };
    const { data, errors } = await server.ask('query($filter: CallFilter) { calls(filter: $filter) { totalCount } }', {
      filter,
    });
    if (count === 300) return expect([data.calls.totalCount, errors]).toEqual([0, []]);
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('takes 301 tests of each row'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(twilio.seen).toHaveLength(0);
  });
  test('three thousand equal values are one set', async () => {
    twilio.play(({ query }) => {
      const from = Number(query.get('PageToken') ?? 0);
      const rows = Array.from({ length: 1000 }, (_, i) => call(from + i + 1, { price: `-0.${from + i}` }));
      return page('calls', rows, from < 4000 ? next('Calls', from + 1000) : null);
    });
    const filter = { or: Array.from({ length: 3000 }, (_, i) => ({ price: { eq: `-0.${i}1` } })) };
    const { data } = await server.ask('query($filter: CallFilter) { calls(filter: $filter) { totalCount } }', {
      filter,
    });
    expect(data.calls.totalCount).toBeGreaterThan(100);
  });
});

test('an order by a moment is one, whatever else is wanted', async () => {
  const rows = Array.from({ length: 1500 }, (_, i) =>
    call(i + 1, { start_time: i % 700 === 699 ? null : new Date(Date.UTC(2026, 10, 20) - i * 1000).toUTCString() }),
  );
  twilio.play(({ query }) => {
    const from = Number(query.get('PageToken') ?? 0);
    return page('calls', rows.slice(from, from + 1000), from + 1000 < 1500 ? next('Calls', from + 1000) : null);
  });
  const ask = async (more: string) =>
    (
      await server.ask(
        `{ calls(first: 5, orderBy: [{ field: START_TIME, direction: DESC }]) { nodes { sid } ${more} } }`,
      )
    ).data.calls.nodes;
  const expected = [700, 1400, 1, 2, 3].map((n) => ({ sid: sid('CA', n) }));
  expect(await ask('')).toEqual(expected);
  expect(await ask('totalCount')).toEqual(expected);
});

describe('figures', () => {
  test('new words stay apart, and groups say what they hold', async () => {
    const at = (hour: number) => `Fri, 20 Nov 2026 ${String(hour).padStart(2, '0')}:30:00 +0000`;
    twilio.play(() =>
      page('calls', [
        call(1, { status: 'busy', start_time: at(1), price: '-0.5' }),
        call(2, { status: 'new-word', start_time: at(1), price: '-0.25' }),
        call(3, { status: 'other-word', start_time: at(23), price: null }),
        call(4, { status: 'busy', start_time: null }),
      ]),
    );
    const { data, errors } = await server.ask(`{ calls {
      aggregate { countBy(field: STATUS) { value name count } }
      hours: groupBy(field: START_TIME, bucket: HOUR) { key count sum(field: PRICE) }
      days: groupBy(field: START_TIME, bucket: DAY, timeZone: "Asia/Tokyo") { key count }
      words: groupBy(field: STATUS) { key count avg(field: DURATION) min(field: DURATION) max(field: DURATION) countBy(field: TO) { count } } } }`);
    expect(errors).toEqual([]);
    expect(data.calls.aggregate.countBy).toEqual([
      { value: 'busy', name: 'BUSY', count: 2 },
      { value: 'new-word', name: null, count: 1 },
      { value: 'other-word', name: null, count: 1 },
    ]);
    expect(data.calls.hours).toEqual([
      { key: '2026-11-20T01:00:00Z', count: 2, sum: '-0.75' },
      { key: '2026-11-20T23:00:00Z', count: 1, sum: '0' },
      { key: null, count: 1, sum: '-0.0085' },
    ]);
    expect(data.calls.days).toEqual([
      { key: '2026-11-20', count: 2 },
      { key: '2026-11-21', count: 1 },
      { key: null, count: 1 },
    ]);
    expect(data.calls.words.map(({ key, count }: { key: string; count: number }) => [key, count])).toEqual([
      ['BUSY', 2],
      ['new-word', 1],
      ['other-word', 1],
    ]);
  });
  test.each(['bucket: DAY, field: STATUS', 'bucket: DAY, field: START_TIME, timeZone: "Mars/Phobos"'])(
    '%s is refused, and the rows remain',
    async (args) => {
      twilio.play(() => page('calls', calls(1, 2)));
      const { data, errors } = await server.ask(`{ calls { nodes { sid } groupBy(${args}) { key } } }`);
      expect(data.calls).toMatchObject({ nodes: [{}, {}], groupBy: null });
      expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );
  test.each(['1e999999999', `1${'0'.repeat(100)}`])('a price of %s is not summed', async (price) => {
    twilio.play(() => page('calls', [call(1, { price })]));
    const { data, errors } = await server.ask('{ calls { nodes { sid } aggregate { sum(field: PRICE) } } }');
    expect(errors[0]?.extensions.code).toBe('UPSTREAM_UNREADABLE');
    expect(data.calls.nodes).toHaveLength(1);
  });
});

const [A, B] = ['+14155550100', '+14155550199'];
test.each<[filter: string, accepts: (row: Record<string, unknown>) => boolean]>([
  [`{ or: [{ from: { eq: "${A}" } }, { to: { eq: "${A}" } }] }`, ({ from, to }) => from === A || to === A],
  [`{ to: { in: ["${A}", "${B}"] } }`, ({ to }) => to === A || to === B],
  [
    `{ to: { in: ["${A}", "${A}", "${B}"] }, body: { contains: "1" } }`,
    ({ to, body }) => (to === A || to === B) && String(body).includes('1'),
  ],
  [
    `{ or: [{ from: { eq: "${A}" } }, { to: { in: ["${A}", "${B}"] } }] }`,
    ({ from, to }) => from === A || to === A || to === B,
  ],
])('%s is a narrow list for each value, merged in order', async (filter, accepts) => {
  const rows = Array.from({ length: 60 }, (_, i) =>
    message(i + 1, {
      from: i % 3 === 0 ? A : B,
      to: i % 4 === 0 ? A : i % 4 === 1 ? B : '+14155550198',
      body: String(i),
      date_sent: new Date(Date.UTC(2026, 10, 20) - i * 1000).toUTCString(),
    }),
  );
  twilio.play(({ query }) => {
    const matching = rows.filter(
      (row) =>
        (!query.has('From') || row.from === query.get('From')) && (!query.has('To') || row.to === query.get('To')),
    );
    const from = Number(query.get('PageToken') ?? 0);
    const size = Number(query.get('PageSize'));
    const params = new URLSearchParams(query);
    params.set('PageToken', String(from + size));
    return page(
      'messages',
      matching.slice(from, from + size),
      from + size < matching.length ? `${path('Messages')}?${params}` : null,
    );
  });
  const expected = rows.filter(accepts).map((row) => row.sid);
  const shown: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data, text } = await server.ask(
      `{ messages(first: 7, filter: ${filter}${after ? `, after: "${after}"` : ''}) { nodes { sid } pageInfo { hasNextPage endCursor } } }`,
    );
    const { predictedQueryCost, actualQueryCost } = JSON.parse(text).extensions.cost;
    expect(predictedQueryCost).toBeGreaterThanOrEqual(actualQueryCost);
    shown.push(...data.messages.nodes.map((node: { sid: string }) => node.sid));
    if (!data.messages.pageInfo.hasNextPage) break;
    after = data.messages.pageInfo.endCursor;
  }
  expect(shown).toEqual(expected);
  expect(twilio.seen.every(({ query }) => query.has('From') !== query.has('To'))).toBe(true);
});
