/** Schemas of some products: what leads to products that are left out is not there, and everything else is. */
import { type GraphQLSchema, getNamedType, isObjectType, validateSchema } from 'graphql';
import { expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { productName, typeName } from '../../src/model/index.ts';
import { servedProducts } from '../../src/server/products.ts';
import { closedAfterTest } from '../support/hooks.ts';
import { startTestServer } from '../support/server.ts';

const families = [...new Set(entities.map((entity) => productName(entity).split('.')[0] ?? ''))];
const whole = servedProducts(undefined).schemas.whole;
const fieldsOf = (schema: GraphQLSchema, type: string): ReadonlyMap<string, string> => {
  const found = schema.getType(type);
  const fields = isObjectType(found) ? Object.values(found.getFields()) : [];
  return new Map(fields.map(({ name, type: of }) => [name, getNamedType(of).name]));
};

const alone = families.filter((family) => family !== 'api');
test.each(alone.map((family) => [family]))('api,%s', (family) => {
  const {
    registry,
    schemas: { whole: schema },
  } = servedProducts(['api', family]);
  for (const entity of registry.entities) {
    const type = typeName(entity);
    const here = fieldsOf(schema, type);
    // A union of several products has fewer members; a type that is not there at all leads to no field.
    for (const [name, of] of fieldsOf(whole, type))
      if (!here.has(name)) expect([type, name, schema.getType(of)?.name]).toEqual([type, name, undefined]);
  }
  expect(validateSchema(schema)).toEqual([]);
  // The API's description names the products that there are.
  for (const entry of schema.description?.match(/`(\w+)(?= \{)/g) ?? [])
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toContain(entry.slice(1));
});

test.each([
  ['verify', '{ verify { services { nodes { friendlyName } } } }'],
  ['insights', '{ calls(first: 1) { nodes { summary { callState } } } }'],
  ['video', '{ video { compositions { nodes { room { uniqueName } } } } }'],
])('a sandbox of %s alone has its rows', async (TWILIO_PRODUCTS, query) => {
  const server = closedAfterTest(await startTestServer({ TWILIO_PRODUCTS }));
  const { data, errors } = await server.ask(query);
  expect(errors).toEqual([]);
  expect(JSON.stringify(data)).not.toMatch(/null|\[\]/);
});

test('relations lead from the core API to the products that are there, and to no others', () => {
  const relations = {
    summary: ['insights'],
    annotation: ['insights'],
    metrics: ['insights'],
    insightsEvents: ['insights'],
    trunk: ['trunking'],
    conversation: ['conversations'],
  };
  for (const products of [['api'], ['api', 'insights'], ['api', 'trunking', 'conversations'], [...families]]) {
    const call = fieldsOf(servedProducts(products).schemas.whole, 'Call');
    for (const [name, [product = '']] of Object.entries(relations))
      expect([products, name, call.has(name)]).toEqual([products, name, products.includes(product)]);
    expect(call.has('events') && call.has('trunkSid')).toBe(true);
  }
});
