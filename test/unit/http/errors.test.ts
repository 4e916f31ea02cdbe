/** What of an error reaches the client and the log. */
import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { maskError, type Report } from '../../../src/http/errors.ts';
import { createLogs } from '../../../src/observe/log.ts';
import { redactedError } from '../../../src/observe/redactedError.ts';
import { get, type Harness, post, startHarness } from './harness.ts';

/** For which a refused request is no 200. */
const NEW = 'application/graphql-response+json';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
beforeEach(() => {
  harness.reports.length = 0;
});
afterAll(() => harness.close());

it('passes on what is meant for the client', async () => {
  const { json } = await harness.send(post('{ refused }'));
  expect(json.errors).toEqual([
    {
      message: 'There is no such thing.',
      path: ['refused'],
      locations: [{ line: 1, column: 3 }],
      extensions: { code: 'NOT_FOUND', twilioCode: 20404 },
    },
  ]);
});

it.each(['broken', 'bare', 'unserializable'])('masks what is not: %s', async (field) => {
  const { json, text } = await harness.send(post(`{ ${field} }`));
  const [{ extensions, path }] = json.errors;
  expect([extensions.code, path]).toEqual(['INTERNAL_SERVER_ERROR', [field]]);
  expect(text).not.toMatch(/15005550006|secret| at /);
  expect(harness.reports.map(({ correlationId }) => correlationId)).toEqual([extensions.correlationId]);
});

it.each([
  ['{', 'GRAPHQL_PARSE_FAILED'],
  ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ['query A { hello } query B { hello }', 'OPERATION_RESOLUTION_FAILURE'],
])('gives GraphQL its own codes: %s', async (query, code) => {
  const answer = await harness.send(post(query, { accept: NEW }));
  expect([answer.status, answer.code]).toEqual([400, code]);
  expect((await harness.send(post(query))).code).toBe(code);
});

it('calls a variable that does not fit bad input', async () => {
  const query = 'query ($n: Int, $t: String) { hello(number: $n, text: $t) }';
  const answer = await harness.send(post(query, { accept: NEW }, { n: 'x', t: 1 }));
  expect(answer.status).toBe(400);
  expect(answer.json.errors.map((error: { extensions: object }) => error.extensions)).toEqual([
    { code: 'BAD_USER_INPUT' },
    { code: 'BAD_USER_INPUT' },
  ]);
  expect(harness.reports).toEqual([]);
});

it('reports a failure before the resolvers as well', async () => {
  const answer = await harness.send(get('{ hello }', { accept: 'image/png' }));
  expect([answer.status, answer.code]).toEqual([406, 'BAD_REQUEST']);
});

it('logs class and frames on one line, never a message', () => {
  const lines: string[] = [];
  const secret = new Error('token\n    at nowhere', { cause: new RangeError('number') });
  const { log } = createLogs({ write: (line) => lines.push(line) });
  log('error', redactedError(secret));
  log('error', redactedError('text'));
  expect(lines.join('')).not.toMatch(/token|number|text|nowhere/);
  expect(lines.map((line) => line.split('\n').length)).toEqual([2, 2]);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    event: 'error',
    error: 'Error',
    stack: expect.arrayContaining([expect.stringContaining('errors.test.ts')]),
    cause: { error: 'RangeError' },
  });
});

it.each<[what: string, error: unknown, report: Report]>([
  [
    'a log that fails',
    new Error('secret'),
    () => {
      throw new Error('disk full');
    },
  ],
  [
    'extensions that cannot be read',
    Object.defineProperty(new GraphQLError('secret'), 'extensions', {
      get: () => {
        throw new Error('no');
      },
    }),
    () => {},
  ],
])('masking never throws: %s', (_what, error, report) => {
  const { message, extensions } = maskError(report)(error);
  expect(message).not.toContain('secret');
  expect(extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', correlationId: expect.any(String) });
});
