/** Pricing a document costs little itself, and names the field that costs most. */
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { entities } from '../../../src/entities/index.ts';
import { createRegistry } from '../../../src/model/index.ts';
import { predictCost } from '../../../src/schema/cost.ts';
import { buildSchema } from '../../../src/schema/index.ts';
import { ACCOUNT } from '../../support/server.ts';

const registry = createRegistry(entities);
let lookups = 0;
const schema = buildSchema({
  ...registry,
  find: (name) => {
    lookups++;
    return registry.find(name);
  },
});
const price = (query: string, variableValues = {}) =>
  predictCost({ schema, document: parse(query), variableValues }, 10);
const times = (count: number, field: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => field(i)).join(' ');

test.each([
  [
    '{ conferences { nodes { participants(first: 50) { nodes { call { sid } } } } } }',
    { path: 'conferences.nodes.participants.nodes.call', cost: 2500, isInList: true },
  ],
  ['{ a: calls { totalCount } b: call(sid: "x") { sid } }', { path: 'a.totalCount', cost: 10, isInList: false }],
  [
    `{ calls(first: 3) { edges { node { ...F } } } } fragment F on Call { p: parentCall { sid } }`,
    { path: 'calls.edges.node.p', cost: 3, isInList: true },
  ],
  ['{ __typename }', undefined],
])('%s', (query, mostExpensive) => {
  expect(price(query).mostExpensive).toEqual(mostExpensive);
});

test.each([
  ['valid', ''],
  ['not valid', '!'],
])('IDs that are %s are read once for all aliases', (_, suffix) => {
  const ids = Array.from({ length: 100 }, (_, i) =>
    Buffer.from(`Queue:${ACCOUNT}/QU${i.toString(16).padStart(32, '0')}`).toString('base64url'),
  );
  const last = ids.pop() ?? '';
  lookups = 0;
  price(`query($ids: [ID!]!) { ${times(300, (i) => `a${i}: nodes(ids: $ids) { id }`)} }`, {
    ids: [...ids, `${suffix}${last}`],
  });
  expect(lookups).toBeGreaterThan(0);
  expect(lookups).toBeLessThan(1000);
});
