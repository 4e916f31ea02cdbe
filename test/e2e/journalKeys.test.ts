/** What an idempotency key means: which inputs it takes for the same one, and of which field of an operation it is. */
import { describe, expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';
import { message, sid } from '../support/rows.ts';

const { twilio, server } = await serverWithStandIn({ TWILIO_MAX_PAID_FIELDS: '5' });
const posts = () => twilio.seen.filter(({ method }) => method === 'POST');
let keys = 0;
const newKey = () => `meaning-${process.pid}-${keys++}`;

/** Makes a row of whatever it is sent. */
const accepting = () => {
  let made = 0;
  twilio.play(({ method, path, form }) =>
    method === 'POST'
      ? [201, { ...message(++made), ...Object.fromEntries(form), sid: sid('SM', made), id: `mem_profile_${made}` }]
      : [404, { code: 20404, message: path, status: 404 }],
  );
};

interface Taker {
  readonly query: string;
  readonly type: string;
}
const takers = {
  executionCreate: {
    type: 'JSON',
    query: `executionCreate(idempotencyKey: $key, flowSid: "${sid('FW')}", input: { to: "+15550100002", from: "+15550100001", parameters: $given })`,
  },
  syncDocumentCreate: {
    type: 'JSON',
    query: `syncDocumentCreate(idempotencyKey: $key, serviceSid: "${sid('IS')}", input: { data: $given })`,
  },
  /** Its inputs are sent as JSON. */
  memoryProfileCreate: {
    type: 'JSON!',
    query: `memoryProfileCreate(idempotencyKey: $key, storeId: "mem_store_1", input: { traits: $given })`,
  },
  mediaUrl: {
    type: '[URL!]',
    query:
      'messageCreate(idempotencyKey: $key, input: { to: "+15550100002", from: "+15550100001", body: "x", mediaUrl: $given })',
  },
  sendAt: {
    type: 'DateTime',
    query: `messageCreate(idempotencyKey: $key, input: { to: "+15550100002", messagingServiceSid: "${sid('MG')}", body: "x", scheduleType: FIXED, sendAt: $given })`,
  },
} satisfies Record<string, Taker>;

type Case = readonly [taker: keyof typeof takers, one: unknown, other: unknown];

/** They take any JSON, and send it in a form and in a JSON body. */
const bodies = ['executionCreate', 'syncDocumentCreate', 'memoryProfileCreate'] as const;

const send = (taker: keyof typeof takers, key: string, given: unknown) => {
  const { query, type } = takers[taker];
  return server.ask(`mutation($key: String, $given: ${type}) { it: ${query} { userErrors { code message } } }`, {
    key,
    given,
  });
};

describe('inputs that send something else to Twilio are other inputs', () => {
  const unlike: readonly (readonly [one: unknown, other: unknown])[] = [
    [{ n: 1 }, { n: '1' }],
    [{ n: true }, { n: 'true' }],
    [{ m: 1 }, { m: 1, n: null }],
    [{ a: 1 }, [['a', 1]]],
    [{ a: [null] }, { a: ['null'] }],
    [{ a: {} }, { a: [] }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: '2026-12-01T10:00:00' }, { a: '2026-12-01T10:00:00Z' }],
    [{}, { a: null }],
  ];
  const cases: readonly Case[] = [
    ...bodies.flatMap((taker) => unlike.map((pair): Case => [taker, ...pair])),
    [
      'mediaUrl',
      ['https://example.com/1', 'https://example.com/2'],
      ['https://example.com/2', 'https://example.com/1'],
    ],
    ['mediaUrl', ['https://example.com/1'], []],
    ['sendAt', '2026-12-01T10:00:00Z', '2026-12-01T10:00:01Z'],
  ];
  test.each(cases)('%s: %j and %j', async (taker, one, other) => {
    accepting();
    const key = newKey();
    const first = await send(taker, key, one);
    expect(first.data?.it?.userErrors ?? first.errors).toEqual([]);
    const second = await send(taker, key, other);
    expect([
      ...(second.data?.it?.userErrors ?? []),
      ...second.errors.map(({ extensions }) => extensions),
    ]).toMatchObject([{ code: 'IDEMPOTENCY_KEY_MISMATCH' }]);
    expect(posts()).toHaveLength(1);
  });
});

describe('inputs that send the same to Twilio are one input', () => {
  const cases: readonly Case[] = [
    ...bodies.map((taker): Case => [taker, { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }]),
    ['mediaUrl', [], null],
    ['mediaUrl', [], undefined],
    ['sendAt', '2026-12-01T10:00:00.000Z', '2026-12-01T11:00:00.500+01:00'],
  ];
  test.each(cases)('%s: %j and %j', async (taker, one, other) => {
    accepting();
    const key = newKey();
    for (const given of [one, other]) expect((await send(taker, key, given)).errors).toEqual([]);
    const { extensions } = await send(taker, key, other);
    expect(extensions.idempotency).toEqual({ key, replayed: true });
    expect(posts()).toHaveLength(1);
  });

  test('a literal and a variable', async () => {
    accepting();
    const key = newKey();
    await send('executionCreate', key, { n: 1, t: 'x', f: 1.5, l: [null, true] });
    const literal = takers.executionCreate.query.replace('$given', '{ f: 1.5, n: 1, t: "x", l: [null, true] }');
    const { extensions } = await server.ask(`mutation($key: String) { it: ${literal} { userErrors { code } } }`, {
      key,
    });
    expect(extensions.idempotency).toEqual({ key, replayed: true });
    expect(posts()).toHaveLength(1);
  });
});

describe('the header is the key of an operation with one field', () => {
  const create = (name: string, text = 'x') =>
    `${name}: queueCreate(input: { friendlyName: "${text}" }) { userErrors { code field } }`;
  const both = `${create('a')} ${create('b')}`;
  const several: readonly (readonly [how: string, document: string])[] = [
    ['flat', `mutation { ${both} }`],
    ['a fragment', `mutation { ...F } fragment F on Mutation { ${both} }`],
    [
      'two fragments',
      `mutation { ...F ...G } fragment F on Mutation { ${create('a')} } fragment G on Mutation { ${create('b')} }`,
    ],
    [
      'a fragment in a fragment',
      `mutation { ...F } fragment F on Mutation { ...G } fragment G on Mutation { ${both} }`,
    ],
    ['an inline fragment', `mutation { ... { ${both} } }`],
    ['@include', `mutation { ... @include(if: true) { ${both} } }`],
    ['@skip', `mutation($not: Boolean = false) { ... on Mutation @skip(if: $not) { ${both} } }`],
  ];
  test.each(several)('several fields are refused: %s', async (_how, document) => {
    accepting();
    const { data } = await server.ask(document, {}, undefined, { 'idempotency-key': newKey() });
    const refused = { userErrors: [{ code: 'BAD_USER_INPUT', field: ['Idempotency-Key'] }] };
    expect(data).toEqual({ a: refused, b: refused });
    expect(posts()).toHaveLength(0);
  });

  const single: readonly (readonly [how: string, document: string])[] = [
    ['flat', `mutation { ${create('a')} }`],
    ['a fragment', `mutation { ...F } fragment F on Mutation { ${create('a')} }`],
    ['the same field twice', `mutation { ${create('a')} ...F } fragment F on Mutation { ${create('a')} }`],
    ['@skip of the other', `mutation { ${create('a')} ... @skip(if: true) { ${create('b')} } }`],
  ];
  test.each(single)('one is sent once: %s', async (_how, document) => {
    accepting();
    const headers = { 'idempotency-key': newKey() };
    await server.ask(document, {}, undefined, headers);
    const { data, extensions } = await server.ask(document, {}, undefined, headers);
    expect(data).toEqual({ a: { userErrors: [] } });
    expect(extensions.idempotency).toMatchObject({ replayed: true });
    expect(posts()).toHaveLength(1);
  });
});
