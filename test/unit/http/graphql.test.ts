/** Well-formed requests are answered as yoga's own HTTP handling answers them: status, content type and content. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANONYMOUS } from '../../../src/access/index.ts';
import { Cancellation } from '../../../src/cancellation.ts';
import { maskError } from '../../../src/http/errors.ts';
import { createExecute } from '../../../src/http/execute.ts';
import { type Answer, get, type Harness, post, type Sent, sender, startHarness } from './harness.ts';

let harness: Harness;
let yoga: Server;
let sendToYoga: Harness['send'];
beforeAll(async () => {
  harness = await startHarness();
  const { schemas, context, pricing, authorize, report } = harness.parts;
  const run = createExecute({ authorize, pricing, run: execute });
  const listener = createYoga({
    schema: schemas.core,
    context: () =>
      context({ signal: new Cancellation(), origin: 'http://localhost', headers: {}, principal: ANONYMOUS }),
    cors: false,
    graphiql: false,
    landingPage: false,
    logging: false,
    maskedErrors: { maskError: maskError(report) },
    plugins: [{ onExecute: ({ setExecuteFn }) => setExecuteFn(run) }] as Plugin[],
  });
  yoga = createServer(listener);
  await once(yoga.listen(0, '127.0.0.1'), 'listening');
  sendToYoga = sender((yoga.address() as AddressInfo).port);
});
afterAll(() => {
  harness.close();
  yoga.close();
  yoga.closeAllConnections();
});

const documents: readonly string[] = [
  '{ hello }',
  '{ __typename self { __typename again: __typename } }',
  'query Named { a: hello b: hello self { hello } }',
  '{ ...A self { ...A ... on Query { hello } ... { hello } } } fragment A on Query { hello slow: hello }',
  '{ hello @skip(if: true) self @include(if: true) { hello } }',
  '{ rows { name } }',
  '{ rows { name must } }',
  '{ rows { name count } hello }',
  '{ row { must } hello }',
  '{ row { count name } rows { count must } }',
  '{ hello refused }',
  '{ hello broken }',
  '{ hello bare self { bare } }',
  '{ unserializable }',
  '{ hello(number: 1, text: null) }',
  '{ hello(number: "x") }',
  '{ nothing }',
  '{ hello',
  'query A { hello } query B { hello }',
  '{ hello __schema { queryType { name } } }',
  `{ ${Array.from({ length: 300 }, (_, i) => `a${i}: hello`).join(' ')} }`,
];
const withVariables: readonly [query: string, variables: object][] = [
  ['query($t: String) { hello(text: $t) }', { t: 'é✓\u2028' }],
  ['query($t: String = "x", $n: Int) { hello(text: $t, number: $n) }', {}],
  ['query($n: Int) { hello(number: $n) }', { n: 'x' }],
  ['query($n: Int!) { hello(number: $n) }', {}],
  ['query($n: Int!) { hello(number: $n) }', { n: null }],
  ['query($y: Boolean!) { hello @include(if: $y) self { hello @skip(if: $y) } }', { y: false }],
];
const requests: readonly [name: string, sent: Sent][] = [
  ...documents.flatMap((query): [string, Sent][] => [
    [`POST ${query.slice(0, 80)}`, post(query)],
    [`GET ${query.slice(0, 80)}`, get(query)],
  ]),
  ...withVariables.map(([query, variables]): [string, Sent] => [
    `${query} ${JSON.stringify(variables)}`,
    post(query, {}, variables),
  ]),
  ['POST mutation', post('mutation { change }')],
  ...['A', 'B', 'C', ''].map((operationName): [string, Sent] => [
    `operationName ${operationName}`,
    { ...post(''), body: JSON.stringify({ query: 'query A { hello } query B { self { hello } }', operationName }) },
  ]),
];

const NULLS = '{"query":"{ hello }","variables":null,"operationName":null,"extensions":null}';
const accepted = [
  '*/*',
  'application/json',
  'application/*',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  'application/json, application/graphql-response+json',
  'APPLICATION/JSON ; q=0.5',
  'application/json; charset=utf-8',
  'text/html, */*;q=0.1',
  'application/graphql+json, application/json, text/plain;q=0.5',
  '',
];

/** What a client can tell answers apart by. */
const shown = ({ status, headers, json }: Answer) => ({
  status,
  type: headers['content-type'],
  allow: headers.allow,
  json: JSON.parse(JSON.stringify(json).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')),
});
/** Refusals before anything runs have words of our own. */
const coded = (answer: Answer) => {
  const { json, ...rest } = shown(answer);
  const isRefusal = json.errors && !('data' in json) && json.errors[0].locations === undefined;
  return { ...rest, json: isRefusal ? json.errors.map((each: { extensions: unknown }) => each.extensions) : json };
};

describe('answered as by yoga', () => {
  test.each(requests)('%s', async (_name, sent) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const asked = { ...sent, headers: { ...sent.headers, accept } };
      const expected = coded(await sendToYoga(asked));
      // The second time the document comes from the cache.
      for (const _time of [1, 2]) expect(coded(await harness.send(asked))).toEqual(expected);
    }
  });

  test.each(accepted)('accept: %s', async (accept) => {
    for (const sent of [
      post('{ hello }', { accept }),
      post('{ hello', { accept }),
      { ...post('', { accept }), body: NULLS },
    ])
      expect(shown(await harness.send(sent))).toEqual(shown(await sendToYoga(sent)));
  });
});

test.each(['image/png', 'text/event-stream', 'application/json; charset=latin1'])(
  'an answer that cannot be %s is a 406',
  async (accept) => {
    const { status, code } = await harness.send(post('{ hello }', { accept }));
    expect([status, code]).toEqual([406, 'BAD_REQUEST']);
  },
);

test('the correlation ID of an unexpected error is the one in the log', async () => {
  harness.reports.length = 0;
  const { status, json, text } = await harness.send(post('{ broken }'));
  expect(status).toBe(200);
  expect(text).not.toContain('+15005550006');
  const [error] = json.errors;
  expect(error.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', correlationId: harness.reports[0]?.correlationId });
  expect(harness.reports).toHaveLength(1);
});
