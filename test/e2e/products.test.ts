/** Which products a connection has: a smaller schema of its own, without what leads to products that are left out. */
import { expect, test } from 'vitest';
import { closedAfterTest } from '../support/hooks.ts';
import { startTestServer } from '../support/server.ts';

const start = async (products: string) => closedAfterTest(await startTestServer({ TWILIO_PRODUCTS: products }));
const TYPES = '{ __schema { types { name } } entities { product } }';

test('the core API is there, and nothing else that was not asked for', async () => {
  const server = await start('api');
  const { data, errors } = await server.ask(TYPES);
  expect(errors).toEqual([]);
  expect(new Set(data.entities.map(({ product }: { product: string }) => product))).toEqual(new Set(['api.v2010']));
  expect((await server.ask('{ messages(first: 1) { nodes { sid } } }')).errors).toEqual([]);
});

test('parts of a smaller set are built without what is left out', async () => {
  const server = await start('api,supersim,verify');
  const { errors, data } = await server.ask(
    '{ verify { services(first: 1) { nodes { sid } } } calls(first: 1) { totalCount } }',
  );
  expect([errors, data.calls.totalCount > 0]).toEqual([[], true]);
  expect((await server.ask('{ supersim { sims(first: 1) { totalCount } } }')).errors).toEqual([]);
  expect((await server.ask('{ taskrouter { __typename } }')).errors[0]?.message).toMatch(
    /Cannot query field "taskrouter"/,
  );
});

test('entities are found by their product, with and without its version', async () => {
  const server = await start('api');
  const of = async (product: string) =>
    (await server.ask(`{ entities(product: "${product}") { name } }`)).data.entities;
  expect(await of('api')).toEqual(await of('api.v2010'));
  expect(await of('ap')).toEqual([]);
});

test.each([
  ['api,mesaging', /TWILIO_PRODUCTS: mesaging is not a product of Twilio; (did you mean messaging|the products are)/],
  ['api;verify', /TWILIO_PRODUCTS: must be the name of a product, such as messaging/],
])('%s is refused at start-up', async (products, message) => {
  await expect(startTestServer({ TWILIO_PRODUCTS: products })).rejects.toThrow(message);
});
