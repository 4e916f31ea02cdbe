/** The price of an operation: told before and after, never too low, and refused where it is too high. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chance, chance } from '../support/chance.ts';
import { call, page, recording, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, type TestServer } from '../support/server.ts';
import { type Seen, type StandIn, startStandIn } from '../support/standIn.ts';

let twilio: StandIn;
let server: TestServer;
beforeAll(async () => {
  twilio = await startStandIn();
  server = await startAgainst(twilio.url, { TWILIO_MAX_COST: '100000' });
});
afterAll(async () => {
  await server.close();
  await twilio.close();
});

/** A Twilio of plenty: every list is longer than a page, every Get finds something. */
const plenty = ({ method, path: at, query }: Seen) => {
  const own = /\/(\w\w[0-9a-f]{32})\.json$/.exec(at)?.[1];
  if (method === 'DELETE') return [204] as [number];
  if (own?.startsWith('CA')) return call(Number.parseInt(own.slice(2), 16));
  if (own) return { sid: own, account_sid: ACCOUNT };
  const size = Number(query.get('PageSize') ?? 50);
  const from = Number(query.get('PageToken') ?? 0);
  const next = new URLSearchParams(query);
  next.set('PageToken', String(from + size));
  const rows = Array.from({ length: size }, (_, i) => from + i + 1);
  const more = from + size < 3000 ? `${at}?${next}` : null;
  if (at.endsWith('/Calls.json'))
    return page(
      'calls',
      rows.map((n) =>
        call(n, { parent_call_sid: query.get('ParentCallSid') ?? sid('CA', n + 5000), phone_number_sid: sid('PN', n) }),
      ),
      more,
    );
  if (at.endsWith('/Recordings.json'))
    return page(
      'recordings',
      rows.map((n) => recording(n, { call_sid: query.get('CallSid') ?? sid('CA', n + 9000) })),
      more,
    );
  if (query.has('PhoneNumber')) return page('incoming_phone_numbers', []);
  if (at.endsWith('/IncomingPhoneNumbers.json'))
    return page(
      'incoming_phone_numbers',
      rows.map((n) => ({ sid: sid('PN', n) })),
      more,
    );
  if (at.endsWith('/Conferences.json'))
    return page(
      'conferences',
      rows.map((n) => ({ sid: sid('CF', n) })),
      more,
    );
  return page(
    'participants',
    rows.map((n) => ({ call_sid: sid('CA', n + 20_000), date_created: 'Fri, 20 Nov 2026 10:00:00 +0000' })),
    more,
  );
};

interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly extensions: {
    cost: {
      predictedQueryCost: number;
      requestedQueryCost: number;
      actualQueryCost: number;
      throttleStatus: Record<string, number>;
    };
  };
}
const ask = async (query: string, variables = {}, on = server): Promise<Answer> =>
  JSON.parse((await on.ask(query, variables)).text);

describe('what is predicted', () => {
  const rows: [string, number][] = [
    [`{ call(sid: "${sid('CA')}") { sid } }`, 2],
    [`{ a: call(sid: "${sid('CA', 1)}") { sid } b: call(sid: "${sid('CA', 2)}") { sid } }`, 3],
    ['{ calls(first: 20) { nodes { account { sid } } } }', 2],
    ['{ calls(first: 20) { nodes { sid } } }', 1],
    ['{ calls(first: 20) { nodes { recordings(first: 5) { nodes { sid } } } } }', 22],
    ['{ calls(first: 20) { nodes { a: parentCall { sid } b: parentCall { sid } } } }', 42],
    ['{ calls(first: 20) { nodes { recordings { edges { node { call { sid } } } } } } }', 22],
    [
      '{ conferences(first: 3) { nodes { participants(first: 2) { nodes { conference { sid } call { sid } } } } } }',
      13,
    ],
    ['{ calls(first: 20) { totalCount } }', 11],
    ['{ calls(first: 20, filter: { duration: { gt: 5 } }) { nodes { sid } } }', 11],
    [
      'query { ...F } fragment F on Query { calls(first: 3) { ...G } } fragment G on CallConnection { edges { node { parentCall { sid } } } }',
      5,
    ],
    [`mutation { callDelete(sid: "${sid('CA')}") { deletedSid } }`, 1],
    ['{ __schema { types { name } } }', 0],
  ];
  test.each(rows)('%s', async (query, most) => {
    twilio.play(plenty);
    const { extensions } = await ask(query);
    expect(extensions.cost.predictedQueryCost).toBe(most);
    expect(extensions.cost.actualQueryCost).toBe(twilio.seen.length);
    expect(twilio.seen.length).toBeLessThanOrEqual(most);
  });
  test('variables, and what is left out, count', async () => {
    twilio.play(plenty);
    const query =
      'query($n: Int!, $deep: Boolean!) { calls(first: $n) { nodes { sid recordings(first: 1) @include(if: $deep) { nodes { sid } } } } }';
    expect((await ask(query, { n: 7, deep: false })).extensions.cost.requestedQueryCost).toBe(1);
    expect((await ask(query, { n: 7, deep: true })).extensions.cost.requestedQueryCost).toBe(9);
  });
});

/** A random operation over calls, their recordings and conferences. */
const operation = (random: Chance): string => {
  const first = () => 1 + random.below(4);
  const filter = () =>
    random.pick([
      '',
      ', filter: { status: { eq: COMPLETED } }',
      ', filter: { duration: { gt: 3 } }',
      ', filter: { startTime: { gte: "2026-11-01T00:00:00Z" } }',
      ', orderBy: [{ field: DURATION }]',
    ]);
  const callFields = (depth: number): string => {
    const fields = ['sid', 'duration'];
    if (depth > 0) {
      if (random.below(2)) fields.push(`parentCall { ${callFields(depth - 1)} }`);
      if (random.below(2))
        fields.push(`recordings(first: ${first()}) { nodes { sid call { ${callFields(depth - 1)} } } }`);
      if (random.below(3) === 0)
        fields.push(`childCalls(first: ${first()}${filter()}) { nodes { ${callFields(depth - 1)} } }`);
      if (random.below(3) === 0) fields.push('phoneNumber { __typename } fromNumber { sid }');
    }
    return fields.join(' ');
  };
  const roots = [
    () => `calls(first: ${first()}${filter()}) { ${random.below(4) ? '' : 'totalCount '}nodes { ${callFields(2)} } }`,
    () => `call(sid: "${sid('CA', random.below(50))}") { ${callFields(2)} }`,
    () =>
      `conferences(first: ${first()}) { nodes { participants(first: ${first()}) { nodes { call { ${callFields(1)} } } } } }`,
    () => `recordings(first: ${first()}) { nodes { call { ${callFields(1)} } } }`,
  ];
  const changes = [
    () => `callsDelete(filter: { duration: { gt: ${random.below(99)} } }, limit: ${1 + random.below(9)}) { matched }`,
    () =>
      `callsUpdate(filter: { status: { eq: COMPLETED } }, limit: ${1000 - random.below(9)}, input: { status: CANCELED }, dryRun: ${random.below(2) === 0}) { results { call { ${callFields(0)} } } }`,
    () => `callDelete(sid: "${sid('CA', random.below(50))}") { deletedSid }`,
  ];
  const isChange = random.below(4) === 0;
  const parts = Array.from({ length: 1 + random.below(3) }, (_, i) => {
    const part = random.pick(isChange ? changes : roots);
    return `r${i}: ${part()}`;
  });
  return `${isChange ? 'mutation ' : ''}{ ${parts.join(' ')} }`;
};

test('predicted is never below actual', async () => {
  const random = chance(31);
  twilio.play(plenty);
  for (let round = 0; round < 40; round++) {
    const query = operation(random);
    twilio.seen.length = 0;
    const { extensions } = await ask(query);
    expect(extensions.cost.actualQueryCost, query).toBe(twilio.seen.length);
    expect(extensions.cost.predictedQueryCost, query).toBeGreaterThanOrEqual(twilio.seen.length);
  }
});

test('a cursor of small pages is priced by its pages', async () => {
  twilio.play(plenty);
  const { data } = await ask('{ calls(first: 3) { pageInfo { endCursor } } }');
  const { pageInfo } = (data?.calls ?? {}) as { pageInfo?: { endCursor: string } };
  const after = pageInfo?.endCursor;
  twilio.seen.length = 0;
  const { extensions } = await ask(`{ calls(first: 30, after: "${after}") { nodes { sid } } }`);
  expect(twilio.seen).toHaveLength(10);
  expect(extensions.cost.predictedQueryCost).toBeGreaterThanOrEqual(10);
});

describe('the ceiling', () => {
  test('names the part that costs most, and the setting that would allow it', async () => {
    const strict = await startAgainst(twilio.url, { TWILIO_MAX_PREDICTED_COST: '2000' });
    twilio.play(plenty);
    const { errors } = await strict.ask(
      '{ conferences { nodes { participants(first: 50) { nodes { call { sid } } } } } }',
    );
    await strict.close();
    expect(errors[0]?.message).toContain('`conferences.nodes.participants.nodes.call: 2,500; set first`');
    expect(errors[0]?.message).toContain('TWILIO_MAX_PREDICTED_COST');
    expect(errors[0]?.extensions).toEqual({ code: 'MAX_COST_EXCEEDED', predicted: 2554, allowed: 2000 });
    expect(twilio.seen).toHaveLength(0);
  });
  test.each([
    // One for each status: Twilio lists one at a time.
    ['{ conferences { nodes { participants { nodes { call { sid } } } } } }', 3],
    [
      '{ sipDomains { nodes { credentialListMappings { nodes { sipCredentialList { credentials { nodes { sid } } } } } } } }',
      1,
    ],
  ] as const)('does not refuse an ordinary question for its worst case: %s', async (query, calls) => {
    const usual = await startAgainst(twilio.url);
    twilio.play(({ path: at }) => page(at.endsWith('/Conferences.json') ? 'conferences' : 'domains', []));
    const { errors } = await usual.ask(query);
    await usual.close();
    expect(errors).toEqual([]);
    expect(twilio.seen).toHaveLength(calls);
  });

  test('refuses before anything is sent, saying both figures', async () => {
    const strict = await startAgainst(twilio.url, { TWILIO_MAX_PREDICTED_COST: '250' });
    twilio.play(plenty);
    const { data, errors } = await strict.ask('{ calls(first: 300) { nodes { parentCall { sid } } } }');
    expect(data).toBeUndefined();
    expect(errors[0]?.extensions).toEqual({ code: 'MAX_COST_EXCEEDED', predicted: 302, allowed: 250 });
    expect(errors[0]?.message).toContain('302');
    expect(twilio.seen).toHaveLength(0);
    const spent = await strict.ask(
      `mutation { ${Array.from({ length: 251 }, (_, n) => `d${n}: callDelete(sid: "${sid('CA', n)}") { deletedSid }`).join(' ')} }`,
    );
    expect(spent.errors[0]?.extensions.code).toBe('MAX_COST_EXCEEDED');
    expect(twilio.seen).toHaveLength(0);
    await strict.close();
  });

  test.each<[what: string, query: string, variables?: Record<string, unknown>]>([
    [
      'lists in lists in lists',
      '{ calls(first: 1000) { nodes { childCalls(first: 1000) { nodes { recordings(first: 1000) { nodes { sid } } } } } } }',
    ],
    [
      'many names for one field',
      `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: calls(filter: { duration: { gt: ${i} } }) { nodes { sid } }`).join(' ')} }`,
    ],
    [
      'a fragment many times',
      `{ calls(first: 2) { nodes { ${Array.from({ length: 130 }, (_, i) => `a${i}: parentCall { ...F }`).join(' ')} } } } fragment F on Call { recordings { nodes { sid } } }`,
    ],
    ['variables', 'query($n: Int = 3) { calls(first: $n) { nodes { parentCall { sid } } } }', { n: 300 }],
    ['defaults of variables', 'query($n: Int = 300) { calls(first: $n) { nodes { parentCall { sid } } } }'],
    [
      'a part that is below nothing, which lowers no price',
      '{ a: calls(first: -1000) { nodes { parentCall { sid } } } b: calls(first: 300) { nodes { parentCall { sid } } } }',
    ],
    [
      'changes below nothing',
      'mutation { a: callsDelete(filter: { duration: { gt: 1 } }, limit: -1000) { matched } b: callsUpdate(filter: { duration: { gt: 1 } }, limit: 300, input: { status: CANCELED }) { results { call { parentCall { sid } } } } }',
    ],
  ])('%s', async (_, query, variables) => {
    const usual = await startAgainst(twilio.url, { TWILIO_MAX_PREDICTED_COST: '250' });
    twilio.play(plenty);
    const { errors } = await usual.ask(query, variables);
    expect(errors[0]?.extensions).toMatchObject({ code: 'MAX_COST_EXCEEDED', allowed: 250 });
    expect(twilio.seen).toHaveLength(0);
    await usual.close();
  });

  describe('of changes by filter', () => {
    /** So many calls, of which each can be deleted. */
    const calls = (count: number) => (seen: Seen) =>
      seen.method === 'DELETE'
        ? plenty(seen)
        : page(
            'calls',
            Array.from({ length: count }, (_, i) => call(i + 1)),
          );
    const DELETE = 'callsDelete(filter: { duration: { gt: 1 } }, limit: 1000)';
    const RESULT = '{ matched results { outcome } userErrors { code message } }';
    const deletions = () => twilio.seen.filter(({ method }) => method === 'DELETE').length;

    test('is held to once they are known: few may begin, whatever the limit', async () => {
      const usual = await startAgainst(twilio.url);
      twilio.play(calls(100));
      const { data, text } = await usual.ask(`mutation { ${DELETE} ${RESULT} }`);
      expect(data.callsDelete).toMatchObject({ matched: 100, userErrors: [] });
      expect(JSON.parse(text).extensions.cost).toMatchObject({ requestedQueryCost: 1010, actualQueryCost: 101 });
      expect(deletions()).toBe(100);
      await usual.close();
    });

    test('many change nothing, and say both figures', async () => {
      const usual = await startAgainst(twilio.url);
      twilio.play(calls(241));
      const { data } = await usual.ask(`mutation { ${DELETE} ${RESULT} }`);
      expect(data.callsDelete).toMatchObject({
        matched: 241,
        results: [],
        userErrors: [{ code: 'MAX_COST_EXCEEDED', message: expect.stringMatching(/may cost 251 .+ at most 250 /) }],
      });
      expect(twilio.seen).toHaveLength(1);
      const dry = await usual.ask(`mutation { ${DELETE.replace(')', ', dryRun: true)')} ${RESULT} }`);
      expect(dry.data.callsDelete).toMatchObject({ matched: 241, userErrors: [] });
      await usual.close();
    });

    test('several add up', async () => {
      const usual = await startAgainst(twilio.url);
      twilio.play(calls(120));
      const { data } = await usual.ask(`mutation { a: ${DELETE} ${RESULT} b: ${DELETE} ${RESULT} }`);
      expect(data.a).toMatchObject({ matched: 120, userErrors: [] });
      expect(data.b).toMatchObject({ matched: 120, results: [], userErrors: [{ code: 'MAX_COST_EXCEEDED' }] });
      expect(deletions()).toBe(120);
      await usual.close();
    });
  });
});

describe('rateLimit', () => {
  test('prices an operation and runs nothing else of it', async () => {
    twilio.play(plenty);
    const list = 'calls(first: 500) { nodes { parentCall { sid } } }';
    for (const query of [
      `{ rateLimit(dryRun: true) { cost limit remaining resetAt } ${list} }`,
      `{ ...F } fragment F on Query { rateLimit(dryRun: true) { cost limit remaining resetAt } ${list} }`,
    ]) {
      const { data } = await ask(query);
      expect(data).toEqual({
        rateLimit: { cost: 502, limit: 1000, remaining: expect.any(Number), resetAt: expect.stringMatching(/Z$/) },
      });
    }
    expect(twilio.seen).toHaveLength(0);
  });
  test('is reported beside the rest', async () => {
    twilio.play(plenty);
    const statusNow = async () => {
      const { data, extensions } = await ask(`{ rateLimit { cost } call(sid: "${sid('CA')}") { sid } }`);
      expect(data).toEqual({ rateLimit: { cost: 2 }, call: { sid: sid('CA') } });
      return extensions.cost.throttleStatus;
    };
    expect(await statusNow()).toMatchObject({ maximumAvailable: 1000, restoreRate: 1000 });
    // It is full again a second later.
    await expect.poll(async () => (await statusNow()).currentlyAvailable).toBeLessThan(1000);
  });
});
