/** The budget of an operation: whatever Twilio answers, no more calls are sent than it allows, and each row has its outcome. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chance, chance } from '../support/chance.ts';
import { clientsThatJoin } from '../support/joined.ts';
import { call, message, number, page, refusal, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, startTestServer, type TestServer } from '../support/server.ts';
import { type Answer, type Seen, type StandIn, startStandIn } from '../support/standIn.ts';

const BUDGET = 12;
let twilio: StandIn;
let server: TestServer;
beforeAll(async () => {
  twilio = await startStandIn();
  server = await startAgainst(twilio.url, { TWILIO_MAX_COST: String(BUDGET) });
});
afterAll(async () => {
  await server.close();
  await twilio.close();
});

/** Calls that each have another parent, messages from many numbers; no page holds what is looked for. */
const rowsOf = ({ path: at, query }: Seen): Answer => {
  const own = /\/(\w\w[0-9a-f]{32})\.json$/.exec(at)?.[1];
  if (own) return own.startsWith('CA') ? call(Number.parseInt(own.slice(2), 16)) : { sid: own, account_sid: ACCOUNT };
  const rows = Array.from({ length: Math.min(20, Number(query.get('PageSize'))) }, (_, i) => i + 1);
  if (at.endsWith('/Messages.json'))
    return page(
      'messages',
      rows.map((n) => message(n, { from: `+155501000${10 + n}` })),
    );
  if (at.endsWith('/IncomingPhoneNumbers.json')) return page('incoming_phone_numbers', []);
  if (at.endsWith('/Recordings.json')) return page('recordings', [], `${at}?Page=1&PageToken=x`);
  if (query.has('StartTime>')) return page('calls', [], `${at}?Page=1&PageToken=x`);
  return page(
    'calls',
    rows.map((n) => call(n, { parent_call_sid: sid('CA', n + 1000) })),
  );
};

const ask = async (query: string) => {
  const answer = await server.ask(query);
  return { ...answer, cost: JSON.parse(answer.text).extensions?.cost };
};

describe('a query that needs more than its budget', () => {
  test('answers what the budget paid for; the rest fails at its own path', async () => {
    twilio.play(rowsOf);
    const { data, errors, cost } = await ask('{ calls(first: 20) { nodes { sid parentCall { sid } } } }');
    const parents = data.calls.nodes.map(({ parentCall }: { parentCall: unknown }) => parentCall);
    expect(data.calls.nodes).toHaveLength(20);
    expect(parents.filter((parent: unknown) => parent !== null)).toHaveLength(BUDGET - 2);
    expect(errors).toHaveLength(20 - (BUDGET - 2));
    for (const { path, extensions, message } of errors) {
      expect(path).toEqual(['calls', 'nodes', expect.any(Number), 'parentCall']);
      expect(extensions.code).toBe('MAX_COST_EXCEEDED');
      expect(message).toMatch(/TWILIO_MAX_COST/);
    }
    expect(cost).toMatchObject({ requestedQueryCost: 22, actualQueryCost: BUDGET });
    expect(twilio.seen).toHaveLength(BUDGET);
  });

  test('keeps the siblings of a child list that it could not pay for', async () => {
    twilio.play(rowsOf);
    const { data, errors } = await ask(
      '{ calls(first: 20) { nodes { sid recordings(first: 1) { nodes { sid } } } } messages(first: 1) { nodes { sid } } }',
    );
    expect(data.calls.nodes).toHaveLength(20);
    expect(data.messages.nodes).toHaveLength(1);
    expect(errors.length).toBeGreaterThan(0);
    for (const { path } of errors) expect(path?.slice(0, 2)).toEqual(['calls', 'nodes']);
    expect(twilio.seen).toHaveLength(BUDGET);
  });

  test('counts retries, and does not send one that it cannot pay for', async () => {
    twilio.play(() => [503, {}]);
    const fields = Array.from({ length: 6 }, (_, n) => `c${n}: call(sid: "${sid('CA', n)}") { sid }`);
    const { errors, cost } = await ask(`{ ${fields.join(' ')} calls(first: 1) { nodes { sid } } }`);
    expect(errors).toHaveLength(7);
    for (const { extensions } of errors) expect(extensions.code).toMatch(/^(UPSTREAM_ERROR|MAX_COST_EXCEEDED)$/);
    expect(twilio.seen).toHaveLength(BUDGET);
    expect(cost.actualQueryCost).toBe(BUDGET);
    expect(cost.requestedQueryCost).toBeGreaterThanOrEqual(BUDGET);
  });

  test('leaves another operation that waits for the same read its own budget', async () => {
    let release: () => void = () => {};
    const stalled = new Promise<void>((resolve) => {
      release = resolve;
    });
    // The first operation spends its budget while the read that both want fails; its retry is then refused.
    twilio.play(async ({ path: at }) => {
      if (!at.endsWith('/Calls.json')) return call(1);
      const isFirst = twilio.seen.filter(({ path }) => path === at).length === 1;
      if (!isFirst) return page('calls', [call(1)]);
      await stalled;
      return [503, {}];
    });
    const gets = Array.from({ length: BUDGET }, (_, n) => `c${n}: call(sid: "${sid('CA', n)}") { sid }`);
    const first = ask(`{ calls(first: 1) { nodes { sid } } ${gets.join(' ')} }`);
    await expect.poll(() => twilio.seen.length).toBe(BUDGET);
    const joined = await clientsThatJoin(server, 1);
    const second = ask('{ calls(first: 1) { nodes { sid } } }');
    await joined();
    release();
    expect((await second).errors).toEqual([]);
    expect((await first).errors.map(({ extensions }) => extensions.code)).toContain('MAX_COST_EXCEEDED');
  });
});

describe('a mutation', () => {
  test('is refused before anything is sent where it may need more than the budget', async () => {
    twilio.play(rowsOf);
    const fields = Array.from(
      { length: BUDGET + 1 },
      (_, n) => `d${n}: callDelete(sid: "${sid('CA', n)}") { deletedSid }`,
    );
    const { data, errors } = await ask(`mutation { ${fields.join(' ')} }`);
    expect(data).toBeUndefined();
    expect(errors[0]?.extensions).toEqual({ code: 'MAX_COST_EXCEEDED', predicted: BUDGET + 1, allowed: BUDGET });
    expect(errors[0]?.message).toMatch(/TWILIO_MAX_COST\./);
    expect(twilio.seen).toHaveLength(0);
  });

  test('that Twilio refuses for load stops at the budget, and every row has its outcome', async () => {
    twilio.play(({ method }) =>
      method === 'DELETE'
        ? refusal(20429, 'Too many requests', 429)
        : page(
            'calls',
            [1, 2].map((n) => call(n)),
          ),
    );
    const { data, cost } = await ask(
      'mutation { callsDelete(filter: { status: { eq: COMPLETED } }, limit: 2) { matched results { sid outcome userErrors { code } } userErrors { code } } }',
    );
    expect(data.callsDelete.matched).toBe(2);
    expect(data.callsDelete.results).toHaveLength(2);
    for (const { outcome } of data.callsDelete.results) expect(outcome).toBe('FAILED');
    expect(twilio.seen.length).toBeLessThanOrEqual(BUDGET);
    expect(cost.actualQueryCost).toBe(twilio.seen.length);
  });
});

test('a list below a row has ten rows unless asked for more', async () => {
  twilio.play(({ path: at }) =>
    at.endsWith('/Media.json') ? page('media_list', []) : message(1, { num_media: '20' }),
  );
  const { errors } = await server.ask(`{ message(sid: "${sid('SM')}") { media { nodes { sid } } } }`);
  expect(errors).toEqual([]);
  expect(twilio.seen.at(-1)?.query.get('PageSize')).toBe('10');
});

describe('a list that its row says is empty costs nothing', () => {
  const country = (code: string, uris: object | undefined) => ({
    country_code: code,
    country: code,
    ...(uris && { subresource_uris: uris }),
  });
  test('media of messages without media', async () => {
    twilio.play(({ path: at }) =>
      at.endsWith('/Media.json')
        ? page('media_list', [{ sid: sid('ME'), parent_sid: sid('MM', 2) }])
        : page('messages', [
            message(1, { num_media: '0' }),
            message(2, { num_media: '1' }),
            message(3, { num_media: null }),
          ]),
    );
    const { data, errors } = await ask(
      '{ messages(first: 3) { nodes { media { totalCount nodes { sid } pageInfo { hasNextPage endCursor } } } } }',
    );
    expect(errors).toEqual([]);
    expect(data.messages.nodes[0].media).toEqual({
      totalCount: 0,
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
    expect(data.messages.nodes[1].media.nodes).toEqual([{ sid: sid('ME') }]);
    expect(twilio.seen.filter(({ path: at }) => at.endsWith('/Media.json'))).toHaveLength(2);
  });
  test('types of number that a country does not sell', async () => {
    twilio.play(({ path: at }) => {
      if (at.endsWith('/AvailablePhoneNumbers.json'))
        return page('countries', [
          country('US', { local: '/x', toll_free: '/x' }),
          country('FR', { mobile: '/x' }),
          country('DE', undefined),
        ]);
      return page('available_phone_numbers', [{ phone_number: '+15550100001' }]);
    });
    const { data, errors } = await ask(
      '{ availablePhoneNumberCountries { nodes { tollFree(first: 1) { nodes { phoneNumber } } mobile(first: 1) { nodes { phoneNumber } } } } }',
    );
    expect(errors).toEqual([]);
    const counts = data.availablePhoneNumberCountries.nodes.map(
      ({ tollFree, mobile }: Record<string, { nodes: unknown[] }>) => [tollFree?.nodes.length, mobile?.nodes.length],
    );
    expect(counts).toEqual([
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
    expect(twilio.seen).toHaveLength(5);
  });
});

describe('one failure costs one field', () => {
  test('a child list that fails leaves its siblings, its row and the page', async () => {
    twilio.play((seen) =>
      seen.path.includes(`/${sid('CA', 2)}/`)
        ? [404, {}]
        : seen.path.includes('/Events')
          ? page('events', [])
          : rowsOf(seen),
    );
    const { data, errors } = await ask('{ calls(first: 4) { nodes { sid events { nodes { __typename } } from } } }');
    expect(data.calls.nodes.map(({ events }: { events: unknown }) => events === null)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(data.calls.nodes[1]).toMatchObject({ sid: sid('CA', 2), from: '+15550100001' });
    expect(errors.map(({ path }) => path)).toEqual([['calls', 'nodes', 1, 'events', 'nodes']]);
  });

  test.each([
    ['duration', { duration: 'abc' }],
    ['startTime', { start_time: 'yesterday' }],
    ['price', { price: 'free' }],
  ])('a bad %s in one row of fifty', async (field, bad) => {
    twilio.play(() =>
      page(
        'calls',
        Array.from({ length: 50 }, (_, i) => call(i + 1, i === 7 ? bad : {})),
      ),
    );
    const { data, errors } = await ask(`{ calls { nodes { sid ${field} } } }`);
    expect(data.calls.nodes).toHaveLength(50);
    expect(data.calls.nodes.every(({ sid }: { sid: unknown }) => typeof sid === 'string')).toBe(true);
    expect(errors.map(({ path }) => path)).toEqual([['calls', 'nodes', 7, field]]);
  });

  test('a null where none may be takes one row of fifty away, and names the field', async () => {
    twilio.play(() =>
      page(
        'calls',
        Array.from({ length: 50 }, (_, i) => call(i + 1, i === 7 ? { status: null } : {})),
      ),
    );
    const { data, errors } = await ask('{ calls { nodes { sid status } edges { node { status } cursor } } }');
    const isNull = (rows: readonly unknown[]) => rows.flatMap((row, i) => (row === null ? [i] : []));
    expect(isNull(data.calls.nodes)).toEqual([7]);
    expect(isNull(data.calls.edges.map(({ node }: { node: unknown }) => node))).toEqual([7]);
    expect(data.calls.nodes).toHaveLength(50);
    expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toEqual([
      ['calls.nodes.7.status', 'UPSTREAM_UNREADABLE'],
      ['calls.edges.7.node.status', 'UPSTREAM_UNREADABLE'],
    ]);
  });

  test('in every connection the page is never null, and a row can be', async () => {
    const sandbox = await startTestServer({});
    const { data } = await sandbox.ask(
      '{ __schema { types { name fields { name type { kind ofType { kind ofType { kind } } } } } } }',
    );
    await sandbox.close();
    interface Field {
      readonly name: string;
      readonly type: {
        readonly kind: string;
        readonly ofType: { readonly kind: string; readonly ofType: { readonly kind: string } | null } | null;
      };
    }
    const kinds = (fields: readonly Field[], name: string) => {
      const type = fields.find((field) => field.name === name)?.type;
      return [type?.kind, type?.ofType?.kind, type?.ofType?.ofType?.kind].filter(Boolean).join(' ');
    };
    const types = data.__schema.types as readonly { readonly name: string; readonly fields: readonly Field[] | null }[];
    const connections = types.filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(30);
    for (const { name, fields } of connections) {
      expect([name, kinds(fields ?? [], 'nodes')]).toEqual([name, 'NON_NULL LIST OBJECT']);
      expect([name, kinds(fields ?? [], 'edges')]).toEqual([name, 'NON_NULL LIST NON_NULL']);
      expect([name, kinds(fields ?? [], 'pageInfo')]).toEqual([name, 'NON_NULL OBJECT']);
    }
    for (const { name, fields } of types.filter((type) => type.name.endsWith('Edge')))
      expect([name, kinds(fields ?? [], 'node')]).toEqual([name, 'OBJECT']);
  });
});

test('batched Gets do not wait for the end of a long scan', async () => {
  let release: () => void = () => {};
  const stalled = new Promise<void>((resolve) => {
    release = resolve;
  });
  let hasStalled = false;
  twilio.play(async (seen) => {
    const { path: at, query } = seen;
    if (at.endsWith('/Calls.json')) await expect.poll(() => hasStalled).toBe(true);
    if (!at.endsWith('/Messages.json')) return rowsOf(seen);
    const from = Number(query.get('PageToken') ?? 0);
    if (from === 2) {
      hasStalled = true;
      await stalled;
    }
    return page('messages', [message(from)], from < 4 ? `${at}?PageToken=${from + 1}` : null);
  });
  const answer = ask('{ calls(first: 2) { nodes { parentCall { sid } } } messages { totalCount } }');
  const gets = () => twilio.seen.filter(({ path: at }) => /CA[0-9a-f]{32}\.json$/.test(at)).length;
  await expect.poll(gets).toBe(2);
  release();
  const { data, errors } = await answer;
  expect(errors).toEqual([]);
  expect(data.messages.totalCount).toBe(5);
});

/** A Twilio that fails, sends short and empty pages, ignores filters and disorders rows, each now and then. */
const hostile = (random: Chance) => {
  const rows = Array.from({ length: 60 }, (_, i) =>
    call(i + 1, {
      parent_call_sid: random.below(2) ? sid('CA', 1 + random.below(60)) : null,
      status: random.pick(['completed', 'busy']),
      start_time: random.below(10) ? `Fri, 20 Nov 2026 10:${String(59 - i).padStart(2, '0')}:00 +0000` : null,
    }),
  );
  return ({ path: at, query }: Seen): Answer => {
    if (random.below(12) === 0)
      return random.pick<Answer>([
        [503, {}],
        [429, {}],
        [200, 'not JSON'],
        [404, {}],
      ]);
    const account = /Accounts\/(AC[0-9a-f]{32})\.json$/.exec(at)?.[1];
    if (account) return { sid: account };
    const own = /\/CA([0-9a-f]{32})\.json$/.exec(at)?.[1];
    if (own) return call(Number.parseInt(own, 16));
    if (at.endsWith('/IncomingPhoneNumbers.json'))
      return page('incoming_phone_numbers', [
        number(1, { phone_number: random.pick(['+15550100001', '+15550199999']) }),
      ]);
    if (at.endsWith('/Recordings.json')) return page('recordings', []);
    const loose = random.below(3) === 0;
    const matching = rows.filter(
      ({ status, parent_call_sid: parent }) =>
        loose ||
        ((!query.has('Status') || query.get('Status') === status) &&
          (!query.has('ParentCallSid') || query.get('ParentCallSid') === parent)),
    );
    const from = Number(query.get('PageToken') ?? 0);
    const size = Math.min(Number(query.get('PageSize') ?? 50), random.pick([0, 5, 50, 1000]));
    const next = new URLSearchParams(query);
    next.set('PageToken', String(from + size));
    const part = matching.slice(from, from + size);
    return page('calls', part, from + size < matching.length ? `${at}?${next}` : null);
  };
};

const randomQuery = (random: Chance, account: string): string => {
  const list = (depth: number): string => {
    const filter = random.pick(['', ', filter: { status: { eq: BUSY } }', ', filter: { duration: { gt: 3 } }']);
    const order = random.pick(['', '', ', orderBy: [{ field: START_TIME, direction: DESC }]']);
    const below = [
      'sid',
      random.pick(['', 'parentCall { sid }', 'fromNumber { sid }', 'recordings { nodes { sid } }']),
      depth > 0 && random.below(2) ? `childCalls${list(depth - 1)}` : '',
    ];
    return `(first: ${1 + random.below(30)}${filter}${order}) { ${random.pick(['', 'totalCount'])} nodes { ${below.join(' ')} } }`;
  };
  return `{ ${Array.from({ length: 1 + random.below(2) }, (_, i) => `r${i}: account(sid: "${account}") { calls${list(1)} }`).join(' ')} }`;
};

test('random queries over a faulty Twilio never exceed the budget, and cost no more than was said', async () => {
  const random = chance(11);
  for (let round = 0; round < 60; round++) {
    // Fields that outlive their operation may still send: they do so in an account of their own.
    const account = `AC${round.toString(16).padStart(32, '0')}`;
    const sent = () => twilio.seen.filter(({ path: at }) => at.includes(account)).length;
    const query = randomQuery(random, account);
    twilio.play(hostile(random));
    const { errors, cost } = await ask(query);
    expect(sent(), query).toBeLessThanOrEqual(BUDGET);
    if (!cost) continue;
    expect(cost.actualQueryCost, query).toBeGreaterThanOrEqual(sent());
    expect(cost.actualQueryCost, query).toBeLessThanOrEqual(BUDGET);
    expect(cost.requestedQueryCost, query).toBeGreaterThanOrEqual(cost.actualQueryCost);
    for (const { extensions } of errors) expect(extensions.code, query).not.toBe('INTERNAL_SERVER_ERROR');
  }
});
