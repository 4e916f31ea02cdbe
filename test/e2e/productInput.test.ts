/** Bad input for what only products have: keys that are no SIDs, nested inputs, packages and versions of rows. */
import { describe, expect, test } from 'vitest';
import type { Entity, Step } from '../../src/model/index.ts';
import {
  ancestors,
  keyArgument,
  keysOf,
  ownArguments,
  productName,
  productOf,
  singular,
} from '../../src/model/index.ts';
import { servedProducts } from '../../src/server/products.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import { sid } from '../support/rows.ts';

const { twilio, server } = await serverWithStandIn();
const { registry } = servedProducts(undefined);
const BAD = ['', '.', '..', 'a/b', 'a\\b', '%2f', 'a%2e%2e', 'a?b', 'a#b', 'a\nb', `${sid('VA')}/..`, 'x'.repeat(513)];

const SAMPLES = ['a', '1', '+14155550100', '2026-11-20', 'US', 'calls', '415', 'aa', 'a'.repeat(32)];
const goodFor = (step: Step): string => {
  const [prefix] = [step.sid ?? []].flat();
  return prefix ? sid(prefix) : (SAMPLES.find((each) => step.keyPattern?.[0].test(each)) ?? 'a');
};
const argumentsOf = (entity: Entity): readonly (readonly [string, Step])[] => [
  ...ancestors(entity)
    .filter(({ name }) => name !== 'Account')
    .map((step) => [keyArgument(step), step] as const),
  ...ownArguments(entity).map((name) => [name, entity] as const),
];
const read = registry.entities.filter(
  (entity) => entity.fetch && keysOf(entity).length > 0 && productName(entity) !== 'api.v2010',
);
/** Arguments of a fetch that Twilio insists on. */
const demanded = ({ fetch }: Entity): boolean =>
  typeof fetch === 'object' && Object.values(fetch).some(({ must }) => must === true);

test.each([...new Set(read.map((entity) => productName(entity)))])('keys of %s', async (product) => {
  twilio.play(() => [500, {}]);
  for (const entity of read.filter((each) => productName(each) === product && !demanded(each))) {
    const all = argumentsOf(entity);
    for (const [argument, step] of all) {
      const bad = BAD.filter((value) => !step.keyPattern?.[0].test(value) || value === '..' || value === '.');
      const field = (value: string, i: number) =>
        `a${i}: ${singular(entity)}(${all
          .map(([name, of]) => `${name}: ${JSON.stringify(name === argument ? value : goodFor(of))}`)
          .join(', ')}) { __typename }`;
      const { errors } = await server.ask(`{ it: ${productOf(entity).entry} { ${bad.map(field).join(' ')} } }`);
      const said = errors.map(({ extensions, message }) => [extensions.code, extensions.argument, message]);
      expect(said, `${entity.name} ${argument}`).toHaveLength(bad.length);
      for (const [code, about, message] of said)
        expect([entity.name, code, about, message]).toEqual([
          entity.name,
          'BAD_USER_INPUT',
          argument,
          expect.stringMatching(new RegExp(`^${argument}: (is empty; it )?must be `)),
        ]);
    }
  }
  expect(twilio.seen).toEqual([]);
});

test.each([
  ['an unknown package', '{ lookup { phoneNumber(phoneNumber: "+14155550100") { crystalBall } } }', {}, /crystalBall/],
  [
    'an unknown member of a nested input',
    'mutation($input: ConversationsV2ConversationCreateInput!) { conversationsV2ConversationCreate(input: $input) { userErrors { code } } }',
    { input: { configurationId: 'a', configuration: { memoryStore: 'b' } } },
    /memoryStore/,
  ],
  [
    'a nested input of another kind',
    'mutation($input: ConversationsV2ConversationCreateInput!) { conversationsV2ConversationCreate(input: $input) { userErrors { code } } }',
    { input: { configurationId: 'a', participants: [{ addresses: 'b' }] } },
    /addresses/,
  ],
])('%s is refused with its name, and nothing is sent', async (_, query, variables, words) => {
  twilio.play(() => [500, {}]);
  const { errors } = await server.ask(query, variables);
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.map(({ message }) => message).join()).toMatch(words);
  expect(twilio.seen).toEqual([]);
});

describe('a version that a row no longer has', () => {
  const stale: [number, object] = [412, { code: 20412, message: 'Precondition Failed', status: 412 }];
  const service = sid('IS');
  const [list, map] = [sid('ES'), sid('MP')];
  const IN = 'input: { ifMatch: "7", data: { a: 1 } }';
  const writes: readonly (readonly [string, string, readonly string[]])[] = [
    ['syncDocumentUpdate', `serviceSid: "${service}", sid: "${sid('ET')}", ${IN}`, ['input', 'ifMatch']],
    ['syncListItemUpdate', `serviceSid: "${service}", listSid: "${list}", index: "0", ${IN}`, ['input', 'ifMatch']],
    ['syncMapItemUpdate', `serviceSid: "${service}", mapSid: "${map}", key: "a", ${IN}`, ['input', 'ifMatch']],
    ['syncMapItemDelete', `serviceSid: "${service}", mapSid: "${map}", key: "a", ifMatch: "7"`, ['ifMatch']],
    [
      'workerUpdate',
      `workspaceSid: "${sid('WS')}", sid: "${sid('WK')}", input: { ifMatch: "7", friendlyName: "a" }`,
      ['input', 'ifMatch'],
    ],
    ['workerDelete', `workspaceSid: "${sid('WS')}", sid: "${sid('WK')}", ifMatch: "7"`, ['ifMatch']],
    ['memoryStoreUpdate', 'storeId: "a", input: { ifMatch: "7", displayName: "b" }', ['input', 'ifMatch']],
  ];
  test.each(writes)('%s', async (name, args, field) => {
    twilio.play(() => stale);
    const { data, errors } = await server.ask(`mutation { ${name}(${args}) { userErrors { code field } } }`);
    expect(errors).toEqual([]);
    expect(data[name].userErrors).toEqual([{ code: 'CONFLICT', field }]);
    expect(twilio.seen.map(({ headers }) => headers['if-match'])).toEqual(['7']);
  });

  const unconditional: readonly (readonly [string, string])[] = [
    ...writes.map(
      ([name, args]) =>
        [name, args.replace(/(, )?ifMatch: "7"(, )?/, (_all, before, after) => (before && after) ?? '')] as const,
    ),
    ['queueCreate', 'input: { friendlyName: "x" }'],
    ['messageCreate', 'input: { to: "+15550100002", from: "+15550100001", body: "x" }'],
    ['queueDelete', `sid: "${sid('QU')}"`],
  ];
  test.each(unconditional)('412 for a change that names none is another refusal: %s', async (name, args) => {
    twilio.play(() => stale);
    const { data, errors } = await server.ask(`mutation { ${name}(${args}) { userErrors { code field } } }`);
    expect(errors).toEqual([]);
    expect(data[name].userErrors).toEqual([{ code: 'REJECTED', field: null }]);
  });
});

test('a create that Twilio only accepts answers the row by the key that it was given', async () => {
  twilio.play(() => [202, { message: 'accepted', statusUrl: 'https://example.com/status' }]);
  const { data, errors } = await server.ask(`mutation { memoryTraitGroupCreate(
    storeId: "mem_store_0", input: { displayName: "Contact" }) {
      traitGroup { message } userErrors { code message } } }`);
  expect([data?.memoryTraitGroupCreate, errors]).toEqual([{ traitGroup: { message: 'accepted' }, userErrors: [] }, []]);
  expect(twilio.seen).toHaveLength(1);
});
