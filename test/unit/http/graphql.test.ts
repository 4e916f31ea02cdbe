/** An ordinary request is answered as yoga answers it: the same through both, to the status, the headers and the bytes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Harness, post, type Sent, startHarness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const body = (text: string | Buffer, headers: Record<string, string> = {}): Sent => ({
  ...post(''),
  headers,
  body: text,
});
const json = { 'content-type': 'application/json' };
const HELLO = '{ hello }';

const requests: Record<string, Sent> = {
  'a query': post(HELLO),
  'variables and operationName': body(
    JSON.stringify({
      query: 'query A($t: String) { hello(text: $t) } query B { self { hello } }',
      variables: { t: 'é✓' },
      operationName: 'A',
    }),
    json,
  ),
  'a mutation': post('mutation { change }'),
  'an error of a field': post('{ hello refused }'),
  'an error of a field without a code': post('{ hello bare }'),
  'a value of the wrong type': post('{ hello(number: "x") }'),
  'a variable of the wrong type': post('query($n: Int) { hello(number: $n) }', {}, { n: 'x' }),
  'an operation that is not there': body(JSON.stringify({ query: HELLO, operationName: 'Other' }), json),
  'two operations and no name': post('query A { hello } query B { hello }'),
  'a document that cannot be read': post('{ hello'),
  'a document of another schema': post('{ nothing }'),
  'a document that is too deep': post('{ self '.repeat(250) + '}'.repeat(250)),
  'no document': body('{}', json),
  'a document that is no text': body('{"query":1}', json),
  'variables that are no object': body('{"query":"{ hello }","variables":1}', json),
  'extensions that are no object': body('{"query":"{ hello }","extensions":[]}', json),
  'a parameter that is not known': body('{"query":"{ hello }","other":1}', json),
  'nulls for what is left out': body(
    '{"query":"{ hello }","variables":null,"operationName":null,"extensions":null}',
    json,
  ),
  'an array': body('[{"query":"{ hello }"}]', json),
  'no object': body('7', json),
  'no JSON': body('{', json),
  'an empty body': body('', json),
  'bytes that are no text': body(Buffer.from([0x7b, 0xff, 0x7d]), json),
  'a byte order mark': body(`\ufeff${JSON.stringify({ query: HELLO })}`, json),
  'a charset': post(HELLO, { 'content-type': 'application/json; charset=utf-8' }),
  'another content type': post(HELLO, { 'content-type': 'text/plain' }),
  'a foreign origin': post(HELLO, { origin: 'http://evil.example' }),
  'another host': post(HELLO, { host: 'evil.example' }),
  'its own origin': post(HELLO, { host: 'localhost:4000', origin: 'http://localhost:4000' }),
  'another path': { ...post(HELLO), path: '/other' },
  'a query in the address': { ...post(HELLO), path: '/graphql?x=1' },
  introspection: post('{ __schema { queryType { name } } }', { 'accept-encoding': 'gzip' }),
};
const accepted = [
  '*/*',
  'application/json',
  'application/*',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  'application/json, application/graphql-response+json',
  'APPLICATION/JSON ; q=0.5',
  'application/json; charset=utf-8',
  'application/json; charset=latin1',
  'text/event-stream, application/json',
  'text/event-stream',
  'multipart/mixed, */*',
  'text/html',
  'text/html, */*;q=0.1',
  '',
];
for (const accept of accepted) {
  requests[`accept: ${accept}`] = post(HELLO, { accept });
  requests[`accept: ${accept}, and the document cannot be read`] = post('{ hello', { accept });
}

/** What a client can tell answers apart by; when, and in how many pieces, is not part of it. */
const told = ({ status, headers, text }: Answer) => {
  const { date: _, connection, 'keep-alive': __, 'transfer-encoding': ___, 'content-length': ____, ...rest } = headers;
  return {
    status,
    headers: rest,
    text: text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID'),
    closes: connection === 'close',
  };
};

describe('answered as by yoga', () => {
  test.each(Object.entries(requests))('%s', async (_name, sent) => {
    // Yoga answers what comes without a length.
    const byYoga = await harness.send({ ...sent, streamed: true });
    harness.ran.length = 0;
    const direct = await harness.send(sent);
    const again = await harness.send(sent);
    expect(told(direct)).toEqual(told(byYoga));
    expect(told(again)).toEqual(told(byYoga));
  });
});

test('what is unexpected is told to nobody but the log, with the same id', async () => {
  harness.reports.length = 0;
  const { status, json, text } = await harness.send(post('{ broken }'));
  expect(status).toBe(200);
  expect(text).not.toContain('+15005550006');
  const [error] = json.errors;
  expect(error.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', correlationId: harness.reports[0]?.correlationId });
  expect(harness.reports).toHaveLength(1);
});

test('a body that is longer than it may be is refused before it is read', async () => {
  const { status, code } = await harness.send(post(`{ hello } #${'x'.repeat(300 * 1024)}`));
  expect([status, code]).toEqual([413, 'REQUEST_ENTITY_TOO_LARGE']);
});
