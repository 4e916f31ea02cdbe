/** The price at worst, against a Twilio whose pages never hold what is sought: what is told is what can be spent. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chance, chance } from '../support/chance.ts';
import { call, message, page, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst } from '../support/server.ts';
import { type Seen, type StandIn, startStandIn } from '../support/standIn.ts';

let twilio: StandIn;
beforeAll(async () => {
  twilio = await startStandIn();
});
afterAll(() => twilio.close());

const SUB = `AC${'b'.repeat(32)}`;
/** Ten calls or messages, all different; a page of many rows holds nothing that is sought, and goes on. */
const scarce = ({ path: at, query }: Seen) => {
  const own = /\/(\w\w[0-9a-f]{32})\.json$/.exec(at)?.[1];
  const account_sid = at.includes(SUB) ? SUB : ACCOUNT;
  if (own?.startsWith('CA')) return call(Number.parseInt(own.slice(2), 16), { account_sid });
  if (own) return { sid: own, account_sid, friendly_name: 'A row' };
  const size = Math.min(10, Number(query.get('PageSize')));
  const rows = Array.from({ length: size }, (_, i) => i + 1);
  const isTry = query.get('PageSize') === '1000' && !query.has('PhoneNumber');
  const next = isTry ? `${at}?Page=1&PageToken=x` : null;
  if (at.endsWith('/Messages.json'))
    return page(
      'messages',
      rows.map((n) => message(n, { account_sid, from: `+1555010000${n}` })),
      next,
    );
  if (!at.endsWith('/Calls.json') || isTry) return page('rows', [], next);
  return page(
    'calls',
    rows.map((n) =>
      call(n, {
        account_sid,
        parent_call_sid: sid('CA', n + 100),
        direction: n % 2 ? 'inbound' : 'outbound-api',
        phone_number_sid: sid('PN', n),
      }),
    ),
    next,
  );
};

/** What it is told to cost, and what it does cost a server that has learned nothing. */
const costOf = async (query: string, variables = {}) => {
  const server = await startAgainst(twilio.url, { TWILIO_MAX_COST: '100000' });
  twilio.play(scarce);
  const { text, errors } = await server.ask(query, variables);
  await server.close();
  expect(errors, query).toEqual([]);
  const { predictedQueryCost, requestedQueryCost, actualQueryCost } = JSON.parse(text).extensions.cost;
  expect(requestedQueryCost).toBe(Math.max(predictedQueryCost, actualQueryCost));
  expect(actualQueryCost).toBe(twilio.seen.length);
  return { told: predictedQueryCost, spent: actualQueryCost };
};

const id = (name: string, n: number) =>
  Buffer.from(`${name}:${ACCOUNT}/${sid(PREFIX[name] ?? '', n)}`).toString('base64url');
const PREFIX: Record<string, string> = { IncomingPhoneNumber: 'PN', Queue: 'QU', Application: 'AP' };
const NODES = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const three = [1, 2, 3];

describe('a useless speculative page is reported', () => {
  test.each<[what: string, query: string, cost: number, variables?: object]>([
    ['for each kind of node', NODES, 12, { ids: Object.keys(PREFIX).flatMap((name) => three.map((n) => id(name, n))) }],
    ['for several nodes', `{ ${three.map((n) => `n${n}: node(id: "${id('Queue', n)}") { id }`).join(' ')} }`, 4],
    [
      'for each account',
      `{ ${three.map((n) => `a${n}: queue(sid: "${sid('QU', n)}") { sid } b${n}: queue(accountSid: "${SUB}", sid: "${sid('QU', n)}") { sid }`).join(' ')} }`,
      8,
    ],
    [
      'for each account that lists are of',
      `{ calls(first: 3) { nodes { parentCall { sid } } } sub: calls(accountSid: "${SUB}", first: 3) { nodes { parentCall { sid } } } }`,
      10,
    ],
    [
      'for the account that another field leads to',
      `{ calls(first: 3) { nodes { parentCall { sid } } } account(sid: "${SUB}") { calls(first: 3) { nodes { parentCall { sid } } } } }`,
      11,
    ],
    ['for each type that a field can be', '{ calls(first: 6) { nodes { phoneNumber { __typename } } } }', 9],
    ['of lists below rows', '{ calls(first: 3) { nodes { recordings(first: 1) { nodes { sid } } } } }', 5],
  ])('%s', async (_, query, cost, variables) => {
    expect(await costOf(query, variables)).toEqual({ told: cost, spent: cost });
  });
  test('once, however often it is worth one', async () => {
    const { told, spent } = await costOf(
      `{ calls(first: 6) { nodes { phoneNumber { __typename } } } ${three.map((n) => `n${n}: incomingPhoneNumber(sid: "${sid('PN', n + 50)}") { sid }`).join(' ')} }`,
    );
    expect(spent).toBeLessThanOrEqual(told);
    expect(twilio.seen.filter(({ path: at }) => at.endsWith('/IncomingPhoneNumbers.json'))).toHaveLength(1);
  });
});

test('a part of a list whose bound lies in a busy second is two pages', async () => {
  const all = Array.from({ length: 100 }, (_, i) =>
    call(i + 1, { start_time: `Fri, 20 Nov 2026 09:59:${i < 5 ? '59' : '58'} +0000` }),
  );
  twilio.play(({ query, path: at }) => {
    const [size, from] = [Number(query.get('PageSize')), Number(query.get('PageToken'))];
    const next = new URLSearchParams({ PageSize: String(size), PageToken: String(from + size) });
    return page('calls', all.slice(from, from + size), from + size < all.length ? `${at}?${next}` : null);
  });
  const server = await startAgainst(twilio.url);
  const { data, text } = await server.ask(
    '{ calls(first: 10, filter: { startTime: { gte: "2026-11-20T09:59:59Z" } }) { nodes { sid } pageInfo { hasNextPage } } }',
  );
  await server.close();
  expect(data.calls).toEqual({
    nodes: all.slice(0, 5).map((row) => ({ sid: row.sid })),
    pageInfo: { hasNextPage: false },
  });
  expect(JSON.parse(text).extensions.cost).toMatchObject({ requestedQueryCost: 2, actualQueryCost: 2 });
});

test.each([
  'query { it: calls(filter: { status: { in: [BUSY, FAILED] } }) { totalCount } }',
  'mutation { it: callsDelete(filter: { status: { in: [BUSY, FAILED] } }, limit: 5, dryRun: true) { totalCount: matched } }',
])('lists that cannot be merged are read as a wider one, which is in the price: %s', async (query) => {
  twilio.play(({ query: asked }) =>
    page(
      'calls',
      ['busy', 'failed']
        .filter((status) => (asked.get('Status') ?? status) === status)
        .map((status) => call(1, { sid: sid('CA', status.length), status, start_time: null })),
    ),
  );
  const server = await startAgainst(twilio.url, { TWILIO_SCAN_LIMIT: '1000' });
  const { data, errors, text } = await server.ask(query);
  await server.close();
  expect(errors).toEqual([]);
  expect(data.it.totalCount).toBe(2);
  expect(twilio.seen.map(({ query: asked }) => asked.get('Status'))).toEqual(['busy', 'failed', null]);
  expect(JSON.parse(text).extensions.cost.predictedQueryCost).toBeGreaterThanOrEqual(3);
});

describe('what is in the document twice and runs once is reported once', () => {
  const A = 'fragment A on Query { calls(first: 10) { nodes { parentCall { sid } } } }';
  const B = 'fragment B on Query { calls(first: 10) { nodes { ...C parentCall { duration } } } }';
  const C = 'fragment C on Call { parentCall { from } }';
  test.each<[string, string, number, object?]>([
    ['fragments', `{ ...A ...B ...A } ${A} ${B} ${C}`, 12],
    [
      'a field',
      '{ call(sid: "CA00000000000000000000000000000001") { sid } call(sid: "CA00000000000000000000000000000001") { to } }',
      2,
    ],
    ['but not under another name', `{ ...A x: calls(first: 10) { nodes { parentCall { sid } } } } ${A}`, 23],
    ['figures', '{ calls(first: 5) { totalCount aggregate { count } more: totalCount nodes { sid } } }', 11],
    [
      'unless left out',
      `query($no: Boolean!) { ...A @include(if: $no) calls(first: 10) { nodes { sid parentCall @skip(if: true) { sid } } } } ${A}`,
      1,
      { no: false },
    ],
  ])('%s', async (_, query, cost, variables) => {
    const { told, spent } = await costOf(query, variables);
    expect(told).toBe(cost);
    expect(spent).toBeLessThanOrEqual(told);
  });
});

/** A random document: names and fragments used again, parts left out by variables, two accounts. */
const documentOf = (random: Chance): string => {
  const fragments: string[] = [];
  const first = () => 1 + random.below(10);
  const when = () =>
    random.pick(['', '', '@include(if: $yes)', '@include(if: $no)', '@skip(if: $no)', '@skip(if: $yes)']);
  const onCall = (depth: number): string =>
    Array.from({ length: 1 + random.below(3) }, () => {
      const below = () => (depth > 0 ? onCall(depth - 1) : 'sid');
      const field = random.pick([
        () => 'duration',
        () => `${random.pick(['', 'again: '])}parentCall ${when()} { ${below()} }`,
        () => `phoneNumber ${when()} { __typename }`,
        () => 'fromNumber { sid }',
        () => 'account { friendlyName }',
        () => `r${first()}x: recordings { nodes { sid call { ${below()} } } }`,
        () => {
          const body = below();
          const name = `F${fragments.length}`;
          fragments.push(`fragment ${name} on Call { ${body} }`);
          return `...${name} ${when()} ...${name}`;
        },
      ]);
      return field();
    }).join(' ');
  const roots = [
    () => `calls(${random.pick(['', `accountSid: "${SUB}", `])}first: ${first()}) { nodes { ${onCall(1)} } }`,
    () => `messages(first: ${first()}) { nodes { fromNumber { sid } account { sid } } }`,
    () => `queue(sid: "${sid('QU', first())}") { sid }`,
    () => `incomingPhoneNumber(sid: "${sid('PN', first())}") { sid }`,
    () => `account(sid: "${SUB}") { calls(first: ${first()}) { nodes { ${onCall(0)} } } }`,
  ];
  const parts = Array.from({ length: 1 + random.below(5) }, (_, i) => `r${i}: ${random.pick(roots)()}`);
  return `query($yes: Boolean = true, $no: Boolean = false) { ${parts.join(' ')} x: __typename @include(if: $yes) @skip(if: $no) } ${fragments.join(' ')}`;
};

test('predicted is never below actual where every speculative page is useless', async () => {
  const random = chance(77);
  for (let round = 0; round < 12; round++) {
    const query = documentOf(random);
    const { told, spent } = await costOf(query);
    expect(told, query).toBeGreaterThanOrEqual(spent);
  }
});

describe('attacks are refused before anything is sent', () => {
  test.each<[what: string, query: string, code: string, variables?: object]>([
    [
      'names in names',
      `{ ${Array.from({ length: 16 }, (_, i) => `a${i}: calls(first: 1) { nodes { ${Array.from({ length: 16 }, (_, k) => `b${k}: parentCall { sid }`).join(' ')} } }`).join(' ')} }`,
      'MAX_COST_EXCEEDED',
    ],
    [
      'fragments that double each other',
      `{ call(sid: "${sid('CA')}") { ...F0 } } ${Array.from({ length: 12 }, (_, i) => `fragment F${i} on Call { a: parentCall { ...F${i + 1} } b: parentCall { ...F${i + 1} } }`).join(' ')} fragment F12 on Call { sid }`,
      'GRAPHQL_PARSE_FAILED',
    ],
    [
      'a thousand of a thousand of a thousand, by variables',
      'query($n: Int!) { accounts(first: $n) { nodes { calls(first: $n) { nodes { recordings(first: $n) { nodes { sid } } } } } } }',
      'MAX_COST_EXCEEDED',
      { n: 1000 },
    ],
    ['less than nothing', 'query($n: Int!) { calls(first: $n) { nodes { sid } } }', 'BAD_USER_INPUT', { n: -1000 }],
    ['more than a page', 'query($n: Int!) { calls(first: $n) { nodes { sid } } }', 'BAD_USER_INPUT', { n: 1001 }],
    ['more than a number', 'query($n: Int!) { calls(first: $n) { nodes { sid } } }', 'BAD_USER_INPUT', { n: 1e12 }],
    ['no whole number', 'query($n: Int!) { calls(first: $n) { nodes { sid } } }', 'BAD_USER_INPUT', { n: 1.5 }],
    ['thousands of nodes', NODES, 'MAX_COST_EXCEEDED', { ids: Array.from({ length: 2000 }, (_, n) => id('Queue', n)) }],
    [
      'thousands of nodes, and one id of nothing',
      NODES,
      'BAD_USER_INPUT',
      { ids: ['x', ...Array.from({ length: 2000 }, (_, n) => id('Queue', n))] },
    ],
    [
      'what is included by a variable',
      'query($yes: Boolean!) { calls(first: 300) { nodes { sid ... @include(if: $yes) { parentCall { sid } } } } }',
      'MAX_COST_EXCEEDED',
      { yes: true },
    ],
  ])('%s', async (_, query, code, variables) => {
    const server = await startAgainst(twilio.url, { TWILIO_MAX_COST: '5', TWILIO_MAX_PREDICTED_COST: '250' });
    twilio.play(scarce);
    const { errors } = await server.ask(query, { ...variables });
    await server.close();
    expect(errors[0]?.extensions.code).toBe(code);
    if (code === 'MAX_COST_EXCEEDED') expect(errors[0]?.message).toMatch(/`first`.+TWILIO_MAX_PREDICTED_COST/);
    expect(twilio.seen).toHaveLength(0);
  });
  const renamed = (field: string, times = 1500) => Array.from({ length: times }, (_, i) => `a${i}: ${field}`).join(' ');
  test.each([
    ['a text under a long name', `{ messages(first: 1000) { nodes { ${'a'.repeat(50_000)}: sid } } }`],
    ['cursors under many names', `{ messages(first: 1000) { edges { ${renamed('cursor', 300)} } } }`],
    ['a text under many names', `{ messages(first: 1000) { nodes { ${renamed('body')} } } }`],
    ['rows under many names', `{ messages(first: 1000) { ${renamed('nodes { sid body }', 700)} } }`],
    ['what costs nothing', `{ ${renamed('entities { fields { name } }', 500)} }`],
    ['figures under many names', `{ calls { aggregate { ${renamed('sum(field: PRICE)', 500)} } } }`],
    [
      'groups under many names',
      `{ calls { aggregate { ${renamed('countBy(field: STATUS) { value count }', 300)} } } }`,
    ],
  ])('an answer of millions of values: %s', async (_, query) => {
    const server = await startAgainst(twilio.url, { TWILIO_MAX_COST: '100000' });
    twilio.play(scarce);
    const { errors } = await server.ask(query);
    await server.close();
    expect(errors[0]?.extensions.code).toBe('MAX_COST_EXCEEDED');
    expect(errors[0]?.message).toMatch(/may return [\d,]+ values.+`first`/);
    expect(twilio.seen).toHaveLength(0);
  });
  test('an answer of long texts', async () => {
    const server = await startAgainst(twilio.url);
    twilio.play(() =>
      page(
        'messages',
        Array.from({ length: 500 }, (_, i) => message(i + 1, { body: 'x'.repeat(1600) })),
      ),
    );
    const { errors, data } = await server.ask(`{ messages(first: 500) { nodes { ${renamed('body', 60)} } } }`);
    await server.close();
    expect(data).toBeUndefined();
    expect(errors[0]?.extensions.code).toBe('MAX_COST_EXCEEDED');
    expect(errors[0]?.message).toContain('40 million characters');
  });
  test('but not an answer whose millions of values cost as many transactions', async () => {
    const server = await startAgainst(twilio.url, { TWILIO_MAX_COST: '100000' });
    twilio.play(scarce);
    const { errors } = await server.ask(
      '{ calls(first: 1000) { nodes { recordings(first: 1000) { nodes { sid duration } aggregate { sum(field: DURATION) } } } } }',
    );
    await server.close();
    expect(errors).toEqual([]);
  });
  test('only because of what they cost: the limit itself is allowed', async () => {
    const server = await startAgainst(twilio.url, { TWILIO_MAX_PREDICTED_COST: '250' });
    twilio.play(scarce);
    const query = (first: number) => `{ calls(first: ${first}) { nodes { parentCall { sid } } } }`;
    expect((await server.ask(query(248))).errors).toEqual([]);
    expect((await server.ask(query(249))).errors[0]?.extensions.code).toBe('MAX_COST_EXCEEDED');
    await server.close();
  });
});
