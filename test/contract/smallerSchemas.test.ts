/** Schemas of some products: what leads to products that are left out is not there, and everything else is. */
import { expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { productFamily } from '../../src/model/index.ts';
import { servedProducts } from '../../src/server/products.ts';
import { fieldsOf } from '../support/fields.ts';
import { closedAfterTest } from '../support/hooks.ts';
import { startTestServer } from '../support/server.ts';

const families = [...new Set(entities.map(productFamily))];

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
