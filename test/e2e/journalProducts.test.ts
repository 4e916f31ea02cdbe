/** Every write of every product that costs money or reaches a person: once it was sent, it is not sent again. */
import { type GraphQLField, getNamedType, isInputObjectType, isRequiredInputField } from 'graphql';
import { expect, test } from 'vitest';
import { ancestors, type Entity, keyArgument, ownArguments, type Step } from '../../src/model/index.ts';
import type { RootField } from '../../src/schema/types.ts';
import { servedProducts } from '../../src/server/products.ts';
import { literalOf, selectionOf } from '../support/anyField.ts';
import { serverWithStandIn } from '../support/hooks.ts';

const { whole: schema } = servedProducts(undefined).schemas;
const { twilio, server } = await serverWithStandIn({ TWILIO_DESTINATIONS: 'premium,shared-cost,satellite,emergency' });
// One lookup at once; the others are made later.
const HEADERS = { 'x-request-timeout-ms': '1500' };

const CHANGES = { CREATE: 'create', UPDATE: 'update' } as const;
type Change = (typeof CHANGES)[keyof typeof CHANGES];
interface Paid {
  readonly field: GraphQLField<unknown, unknown>;
  readonly entity: Entity;
  readonly change: Change;
}
const paid = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field): Paid[] => {
  const { operation, entity } = (field.extensions.rootField ?? {}) as Partial<RootField>;
  const change = CHANGES[operation as keyof typeof CHANGES];
  return entity && change && entity.paid?.includes(change) ? [{ field, entity, change }] : [];
});

const KEYS = ['a', '1', '+14155550100', '2026-11-20', 'US', 'calls', '415', 'aa', 'a'.repeat(32)];
const keyFor = (step: Step): string => {
  const [prefix] = [step.sid ?? []].flat();
  if (prefix) return `${prefix}${'a'.repeat(32)}`;
  return KEYS.find((each) => step.keyPattern?.[0].test(each)) ?? 'a';
};

/** The least input that passes the checks: what is required, one of each group, and something to change. */
const inputOf = ({ field, entity, change }: Paid): string | undefined => {
  const type = getNamedType(field.args.find(({ name }) => name === 'input')?.type);
  if (!isInputObjectType(type)) return undefined;
  const fields = Object.values(type.getFields());
  const chosen = new Set(fields.filter(isRequiredInputField).map(({ name }) => name));
  if (change === 'create') for (const [name] of entity.requireOneOf ?? []) if (name) chosen.add(name);
  if (change === 'update' && chosen.size === 0)
    for (const { name } of fields) if (!entity.update?.[name]?.header && chosen.size === 0) chosen.add(name);
  const given = fields.filter(({ name }) => chosen.has(name));
  return `{ ${given.map(({ name, type: of }) => `${name}: ${literalOf(of)}`).join(', ')} }`;
};

const textOf = (one: Paid): string => {
  const steps = ancestors(one.entity).filter(({ name }) => name !== 'Account');
  const own = ownArguments(one.entity).map((name) => [name, JSON.stringify(keyFor(one.entity))]);
  const input = inputOf(one);
  const given = Object.fromEntries([
    ...steps.map((step) => [keyArgument(step), JSON.stringify(keyFor(step))]),
    ...own,
    ...(input === undefined ? [] : [['input', input]]),
    ...(one.entity.uniqueBy === undefined ? [] : [['overwrite', 'true']]),
    ['idempotencyKey', '$key'],
  ]);
  return `mutation($key: String) { made: ${selectionOf(one.field, given)} }`;
};

/** An empty page of any product. */
const EMPTY = {
  ...{ rows: [], next_page_uri: null, meta: { key: 'rows', next_page_url: null } },
  ...{ Resources: [], startIndex: 1, itemsPerPage: 0, totalResults: 0 },
};
const AT_ONCE = 64;

test('is posted once when its answer is lost, and repeated by no key', async () => {
  expect(paid.length).toBeGreaterThan(100);
  twilio.play(({ method }) => (method === 'GET' ? EMPTY : (response) => response.destroy()));
  const sent = () =>
    twilio.seen
      .filter(({ method }) => method !== 'GET')
      .map(({ headers: { host }, path, form }) => `${host}${path} ${form}`);
  const send = async (one: Paid) => server.ask(textOf(one), { key: one.field.name }, undefined, HEADERS);
  const check = async (one: Paid): Promise<string | undefined> => {
    const { errors, text } = await send(one);
    const { code, outcome, operationId } = errors[0]?.extensions ?? {};
    const operation = async () =>
      (await server.ask('query($id: ID) { operation(id: $id) { state entity } }', { id: operationId })).data?.operation;
    await expect.poll(async () => (await operation())?.state, { timeout: 20_000 }).toBe('UNKNOWN');
    const { state, entity } = (await operation()) ?? {};
    const again = (await send(one)).errors[0]?.extensions.operationId;
    const said = [code, outcome, state, entity, again];
    const right = ['OUTCOME_UNKNOWN', 'UNKNOWN', 'UNKNOWN', one.entity.name, operationId];
    return said.join() === right.join() ? undefined : `${textOf(one)}: ${said} ${text.slice(0, 300)}`;
  };
  for (let i = 0; i < paid.length; i += AT_ONCE) {
    const some = paid.slice(i, i + AT_ONCE);
    twilio.seen.length = 0;
    const wrong = await Promise.all(some.map(check));
    expect(wrong.filter((each) => each !== undefined)).toEqual([]);
    expect([...new Set(sent())].sort()).toEqual(sent().sort());
    expect(sent()).toHaveLength(some.length);
  }
});
