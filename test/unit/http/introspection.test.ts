/** Introspection is answered from memory and compressed, with the same content every time. */
import { brotliDecompressSync, gunzipSync, inflateRawSync } from 'node:zlib';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { get, type Harness, post, startHarness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const QUERY = getIntrospectionQuery();

/** As browsers and curl read it: one member and no more, after a header of ten bytes. */
const firstMember = (bytes: Buffer): Buffer => inflateRawSync(bytes.subarray(10));

it('is the same the first and every other time, in every form', async () => {
  const plain = await harness.send(post(QUERY));
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.json.data.__schema.queryType).toEqual({ name: 'Query', kind: 'OBJECT' });
  expect(plain.json.extensions.cost.actualQueryCost).toBe(0);
  for (const [accepted, decode] of [
    ['gzip', gunzipSync],
    ['gzip, br', gunzipSync],
    ['gzip', firstMember],
    ['br', brotliDecompressSync],
  ] as const)
    for (const sent of [post(QUERY, { 'accept-encoding': accepted }), get(QUERY, { 'accept-encoding': accepted })]) {
      const { status, headers, bytes } = await harness.send(sent);
      expect([status, headers.vary, headers['x-content-type-options']]).toEqual([
        200,
        'Origin, Accept-Encoding',
        'nosniff',
      ]);
      expect(headers['content-type']).toMatch(/json/);
      expect(bytes.length).toBeLessThan(plain.bytes.length / 2);
      expect(JSON.parse(decode(bytes).toString())).toEqual(plain.json);
    }
});

it('depends on variables and on the operation', async () => {
  const query = `query A($with: Boolean!) { __schema { queryType { name } mutationType @include(if: $with) { name } } }
    query B { __schema { types { name } } }`;
  const ask = async (operationName: string, variables: object) => {
    const body = JSON.stringify({ query, variables, operationName });
    const headers = { 'content-type': 'application/json' };
    return (await harness.send({ method: 'POST', headers, body })).json.data.__schema;
  };
  for (const _again of [1, 2]) {
    expect(Object.keys(await ask('A', { with: true }))).toEqual(['queryType', 'mutationType']);
    expect(Object.keys(await ask('A', { with: false }))).toEqual(['queryType']);
    expect(Object.keys(await ask('B', {}))).toEqual(['types']);
  }
});

it('does not hold back what is asked beside it', async () => {
  const query = '{ hello __schema { queryType { name } } }';
  const before = harness.ran.length;
  for (const _again of [1, 2]) expect((await harness.send(post(query))).json.data.hello).toBe('world');
  expect(harness.ran.length).toBe(before + 2);
});
