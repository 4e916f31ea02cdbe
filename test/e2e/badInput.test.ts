/** Bad input for every root field: a clear error that names the argument and the rule, and no upstream request. */
import {
  buildClientSchema,
  type GraphQLField,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isNonNullType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import type { Entity, Step } from '../../src/model/descriptor.ts';
import { bulkMutationName, keyArgument, mutationName, ownArguments, plural, singular } from '../../src/model/names.ts';
import { ancestors, productName } from '../../src/model/path.ts';
import { operationsOf } from '../../src/model/route.ts';
import { comparableFields } from '../../src/schema/filters.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import { sid } from '../support/rows.ts';

const { twilio, server } = await serverWithStandIn();
const { data: introspected } = await server.ask(getIntrospectionQuery());
const schema = buildClientSchema(introspected as IntrospectionQuery);
const fields: Record<'query' | 'mutation', Record<string, GraphQLField<unknown, unknown>>> = {
  query: schema.getQueryType()?.getFields() ?? {},
  mutation: schema.getMutationType()?.getFields() ?? {},
};

const isAccount = (entity: Step) => entity.name === 'Account';
/** The root field of each operation and what it must be given, as the descriptors say. */
const core = entities.filter((entity) => productName(entity) === 'api.v2010');
const roots = core.flatMap((entity) =>
  operationsOf(entity).map((operation) => {
    const names = {
      fetch: singular(entity),
      list: plural(entity),
      create: `${singular(entity)}Create`,
      update: `${singular(entity)}Update`,
      replace: `${singular(entity)}Replace`,
      remove: `${singular(entity)}Delete`,
    };
    const keys = [
      ...ancestors(entity).map((parent) => [keyArgument(parent), parent] as const),
      ...(operation === 'list' || operation === 'create' ? [] : ownArguments(entity)).map(
        (own) => [own, entity] as const,
      ),
    ];
    const kind = operation === 'fetch' || operation === 'list' ? ('query' as const) : ('mutation' as const);
    return { name: names[operation], kind, operation, entity, keys };
  }),
);
const good = (entity: Step) => (entity.sid ? sid([entity.sid].flat()[0] ?? '') : 'US');

const BAD = [
  '',
  'CA123',
  '../../Messages/SM0',
  'CA%2f..%2f',
  'CA?x=1',
  'CA#x',
  `${sid('CA')}/Recordings`,
  `${sid('AC')}\\n`,
];

describe.each(roots.filter(({ keys }) => keys.length > 0))('$name', ({ name, kind, operation, entity, keys }) => {
  /** One field for each, in one request. */
  const call = (all: readonly Record<string, string>[]) => {
    const input = operation === 'create' || operation === 'update' ? ['input: $input'] : [];
    const type = fields[kind][name]?.args.find((arg) => arg.name === 'input')?.type;
    const selected = kind === 'mutation' ? 'userErrors { code message field }' : '__typename';
    const asked = all.map((values, i) => {
      const args = [...Object.entries(values).map(([key, value]) => `${key}: "${value}"`), ...input];
      return `a${i}: ${name}(${args.join(', ')}) { ${selected} }`;
    });
    return server.ask(
      `${type ? `${kind}($input: ${type})` : kind} { ${asked.join(' ')} }`,
      type ? { input: inputOf(entity, operation) } : {},
    );
  };
  test.each(keys.map(([argument]) => argument))('%s', async (argument) => {
    twilio.seen.length = 0;
    const like = keys.find(([key]) => key === argument)?.[1].keyPattern?.[0];
    const bad = BAD.filter((each) => !like?.test(each));
    const { errors, data } = await call(
      bad.map((value) => Object.fromEntries(keys.map(([key, of]) => [key, key === argument ? value : good(of)]))),
    );
    if (kind === 'mutation') expect(errors).toEqual([]);
    for (const [i, value] of bad.entries()) {
      const alias = `a${i}`;
      const mistakes = kind === 'mutation' ? data[alias].userErrors : errors.filter(({ path }) => path?.[0] === alias);
      expect(mistakes, value).toHaveLength(1);
      if (kind === 'mutation') expect(mistakes[0]).toMatchObject({ code: 'BAD_USER_INPUT', field: [argument] });
      else expect(mistakes[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
      expect(mistakes[0].message).toMatch(new RegExp(`^${argument}: (is empty; it )?must be `));
    }
    expect(twilio.seen).toHaveLength(0);
  });
  test('what names a row is demanded, but for the account', () => {
    for (const arg of fields[kind][name]?.args ?? [])
      if (keys.some(([key, of]) => key === arg.name && !isAccount(of)))
        expect(isNonNullType(arg.type), arg.name).toBe(true);
  });
});

/** Something of the right type for every input that is demanded. */
const inputOf = (entity: Entity, operation: string): Record<string, unknown> => {
  const values = (operation === 'create' ? entity.create : entity.update) ?? {};
  const some = operation === 'update' ? Object.entries(values).slice(0, 1) : [];
  const samples: Record<string, unknown> = {
    ID: sid('CA'),
    Int: 1,
    Boolean: true,
    URL: 'https://a.example/',
    Date: '2026-01-01',
    Decimal: '1',
  };
  return Object.fromEntries(
    [...Object.entries(values).filter(([, value]) => value.must), ...some].map(([name, value]) => {
      const one =
        value.scalar === 'Enum'
          ? value.values?.[0]?.toUpperCase().replaceAll('-', '_')
          : (value.allowed?.[0] ?? samples[value.scalar] ?? 'x');
      return [name, value.many ? [one] : one];
    }),
  );
};

/** An input that is right but for one field, which breaks a rule that every value of its kind has. */
const mistakesOf = (entity: Entity, operation: string): [path: string[], input: Record<string, unknown>][] => {
  const values = Object.entries((operation === 'create' ? entity.create : entity.update) ?? {});
  const right = inputOf(entity, operation);
  const isUpdate = operation === 'update';
  return [
    ...(isUpdate && !values.some(([, { must }]) => must)
      ? [[['input'], {}] as [string[], Record<string, unknown>]]
      : []),
    ...values.flatMap(([name, value]): [string[], Record<string, unknown>][] => {
      const wrong = (given: unknown): [string[], Record<string, unknown>] => [
        ['input', name],
        { ...right, [name]: given },
      ];
      const listed = (given: unknown) => (value.many ? [given] : given);
      return [
        ...(isUpdate && !value.must ? [wrong(null)] : []),
        ...(isUpdate && value.many ? [wrong([])] : []),
        ...(value.phone ? [wrong(listed('+1 (415) 555-0100'))] : []),
        ...(value.scalar === 'ID' ? [wrong(listed('../x'))] : []),
        ...(value.scalar === 'String' ? [wrong(listed('a\u0000b')), wrong(listed('a\ud800'))] : []),
      ];
    }),
  ];
};

test.each(roots.filter(({ operation }) => operation === 'create' || operation === 'update'))(
  '$name: mistakes in its input are userErrors with their field',
  async ({ name, operation, entity, keys }) => {
    twilio.seen.length = 0;
    const type = fields.mutation[name]?.args.find((arg) => arg.name === 'input')?.type;
    const args = keys.map(([key, of]) => `${key}: "${good(of)}"`);
    const mistakes = mistakesOf(entity, operation);
    if (mistakes.length === 0) return;
    const variables = Object.fromEntries(mistakes.map(([, input], i) => [`i${i}`, input]));
    const declared = Object.keys(variables).map((variable) => `$${variable}: ${type}`);
    const asked = Object.keys(variables).map(
      (variable, i) => `a${i}: ${name}(${[...args, `input: $${variable}`].join(', ')}) { userErrors { code field } }`,
    );
    const { data, errors } = await server.ask(`mutation(${declared.join(', ')}) { ${asked.join(' ')} }`, variables);
    expect(errors).toEqual([]);
    for (const [i, [field, input]] of mistakes.entries())
      expect(data[`a${i}`].userErrors, JSON.stringify(input)).toEqual([{ code: 'BAD_USER_INPUT', field }]);
    expect(twilio.seen).toHaveLength(0);
  },
);

test('a mutation is offered for what Twilio can do, and for nothing else', () => {
  const offered = Object.keys(fields.mutation).filter((name) => /(Create|Update|Delete)$/.test(name));
  const one = entities.flatMap((entity) => {
    const name = mutationName(entity);
    const isCreated = entity.create && !entity.asks;
    return [isCreated && `${name}Create`, entity.update && `${name}Update`, entity.remove && `${name}Delete`];
  });
  const byFilter = entities.flatMap((entity) => {
    const name = bulkMutationName(entity);
    return entity.filters && comparableFields(entity).length > 0
      ? [entity.update && `${name}Update`, entity.remove && `${name}Delete`]
      : [];
  });
  expect(offered.sort()).toEqual([...one, ...byFilter].filter(Boolean).sort());
});

const SEND = (input: string) =>
  `mutation { messageCreate(input: { ${input} }) { message { sid } userErrors { code message } } }`;
test.each([
  [
    'an unknown enum value',
    '{ calls(filter: { status: { eq: TELEPORTED } }) { nodes { sid } } }',
    /"TELEPORTED" does not exist in "CallStatus" enum/,
  ],
  [
    'a bad moment',
    '{ calls(filter: { startTime: { gte: "yesterday" } }) { nodes { sid } } }',
    /DateTime must be an RFC 3339 time/,
  ],
  [
    'a moment without a zone',
    '{ calls(filter: { startTime: { gte: "2026-11-22T10:00:00" } }) { nodes { sid } } }',
    /DateTime must be an RFC 3339 time/,
  ],
  [
    'a day that does not exist',
    'mutation { callFeedbackSummaryCreate(input: { startDate: "2026-02-30", endDate: "2026-03-01" }) { userErrors { code } } }',
    /Date must be an existing day/,
  ],
  [
    'a moment that does not exist',
    '{ calls(filter: { startTime: { gte: "2026-02-30T10:00:00Z" } }) { nodes { sid } } }',
    /DateTime must be an RFC 3339 time/,
  ],
  ['no address', SEND('to: "+1555", from: "+1555", body: "x", statusCallback: "not a url"'), /URL must be an absolute/],
  [
    'an address of another kind',
    SEND('to: "+1555", from: "+1555", body: "x", statusCallback: "javascript:alert(1)"'),
    /URL must be an absolute/,
  ],
  [
    'a SID that is none',
    SEND('to: "+1555", messagingServiceSid: "../MG", body: "x"'),
    /input.messagingServiceSid: must be a SID/,
  ],
  ['no sender', SEND('to: "+1555", body: "x"'), /input: needs at least one of from, messagingServiceSid/],
  ['no content', SEND('to: "+1555", from: "+1555"'), /input: needs at least one of body, mediaUrl, contentSid/],
  ['no recipient', SEND('from: "+1555", body: "x"'), /"MessageCreateInput.to" of required type "String!"/],
  [
    'an input that is not there',
    SEND('to: "+1555", from: "+1555", body: "x", colour: "red"'),
    /"colour" is not defined by type "MessageCreateInput"/,
  ],
  [
    'an update of nothing',
    `mutation { callUpdate(sid: "${sid('CA')}", input: {}) { call { sid } userErrors { code message } } }`,
    /input: is empty/,
  ],
  [
    'an update to null',
    `mutation { callUpdate(sid: "${sid('CA')}", input: { url: null }) { call { sid } userErrors { code message } } }`,
    /input.url: must not be null/,
  ],
  ['an id of nothing', '{ node(id: "hello") { id } }', /id: is not an id of this API/],
  [
    'an id with a path in it',
    `{ node(id: "${Buffer.from(`Call:${sid('AC')}/../x`).toString('base64url')}") { id } }`,
    /id: /,
  ],
  [
    'an empty filter',
    `mutation { callsDelete(filter: {}, limit: 5) { matched userErrors { code message } } }`,
    /filter: is empty/,
  ],
  [
    'a filter that compares nothing',
    'mutation { recordingsDelete(filter: { includeSoftDeleted: true }, limit: 5) { matched userErrors { code message } } }',
    /filter: compares no field/,
  ],
  [
    'a limit of nothing',
    `mutation { callsDelete(filter: { status: { eq: BUSY } }, limit: 0) { matched userErrors { code message } } }`,
    /limit: must be from 1 to 1000/,
  ],
  [
    'no limit',
    `mutation { callsDelete(filter: { status: { eq: BUSY } }) { matched } }`,
    /"limit" of type "Int!" is required/,
  ],
])('%s', async (_name, query, rule) => {
  twilio.seen.length = 0;
  const { errors, data } = await server.ask(query);
  const [payload] = Object.values(data ?? {}) as ({ userErrors?: { code: string; message: string }[] } | null)[];
  const [mistake] = [
    ...errors.map(({ message, extensions }) => ({ message, code: extensions.code })),
    ...(payload?.userErrors ?? []),
  ];
  expect(mistake?.message).toMatch(rule);
  expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(mistake?.code);
  expect(data?.messageCreate?.message ?? null).toBeNull();
  expect(twilio.seen).toHaveLength(0);
});

test.each([
  [{ to: '+1555', from: '+1555', body: 'x', sendAt: 'soon' }, /DateTime must be/],
  [{ to: '+1555', from: '+1555', body: 'x', mediaUrl: ['nope'] }, /URL must be/],
  [{ to: 5, from: '+1555', body: 'x' }, /String cannot represent/],
])('bad variables are refused as bad input: %o', async (input, rule) => {
  twilio.seen.length = 0;
  const { errors } = await server.ask(
    'mutation($input: MessageCreateInput!) { messageCreate(input: $input) { message { sid } } }',
    { input },
  );
  expect(errors[0]).toMatchObject({ message: expect.stringMatching(rule), extensions: { code: 'BAD_USER_INPUT' } });
  expect(twilio.seen).toHaveLength(0);
});
