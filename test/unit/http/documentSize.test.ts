/** The size limits: what people and tools send passes, what is made to exhaust the server does not. */
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_FIELDS, MAX_LINES, MAX_NESTING, MAX_TOKENS, MAX_VARIABLE_VALUES } from '../../../src/http/documentSize.ts';
import { type Harness, post, startHarness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const times = (n: number, text: (i: number) => string) => Array.from({ length: n }, (_, i) => text(i)).join(' ');
/** Fragments, each spread by the one before it. */
const chain = (n: number, use: (next: string) => string) =>
  `{ ...f0 } ${times(n, (i) => `fragment f${i} on Query { ${i < n - 1 ? use(`...f${i + 1}`) : 'hello'} }`)}`;
const twice = (next: string) => `a: self { ${next} } b: self { ${next} }`;
const nested = (depth: number) => `${'{ self '.repeat(depth)}{ hello }${' }'.repeat(depth)}`;

describe('passes', () => {
  it.each([
    ['two hundred aliased Gets', `{ ${times(200, (i) => `a${i}: self(text: "CA${i}") { hello self { hello } }`)} }`],
    [
      'the full introspection',
      getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, specifiedByUrl: true }),
    ],
    [
      'introspection under other names, beside data',
      '{ all: __schema { queryType { name } } a: __type(name: "Query") { name } b: __type(name: "Int") { name } c: hello }',
    ],
  ])('%s', async (_, query) => {
    const { status, json } = await harness.send(post(query));
    expect([status, json.errors]).toEqual([200, undefined]);
  });
});

describe('refuses with a 400, whatever the client accepts', () => {
  it.each([
    ['5,000 levels', nested(5000), `${MAX_NESTING} brackets`],
    ['ten thousand aliases', `{ ${times(10_000, (i) => `a${i}: hello`)} }`, `${MAX_TOKENS} tokens`],
    ['a list of thousands', `{ hello(text: [${'[['.repeat(3000)} }`, `${MAX_NESTING} brackets`],
    ['fragments that double', chain(30, twice), `${MAX_FIELDS} fields`],
    ['hundreds of them', chain(250, twice), `${MAX_FIELDS} fields`],
    ['the schema twice', '{ a: __schema { types { name } } b: __schema { types { name } } }', 'no aliases'],
    ['parts of it twice', `{ __schema { types { ${times(100, (i) => `a${i}: fields { name }`)} } } }`, 'no aliases'],
    ['by fragments', '{ __schema { types { ...T } } } fragment T on __Type { a: name b: name }', 'no aliases'],
    ['of one type', '{ __type(name: "Query") { a: fields { name } b: fields { name } } }', 'no aliases'],
    ['one field 500 times', `{ ${times(500, () => 'hello')} }`, 'too repetitive'],
    ['in objects', `{ ${times(40, () => `self { ${times(12, () => 'hello')} }`)} }`, 'too repetitive'],
    [
      'by fragments',
      `{ ${times(500, (i) => `...f${i}`)} } ${times(500, (i) => `fragment f${i} on Query { hello }`)}`,
      'too repetitive',
    ],
    ['empty lines', `{ hello ${'\n'.repeat(MAX_LINES)} }`, `${MAX_LINES} lines`],
    ['brackets that never close', `query (${'$'.repeat(100)}${'['.repeat(201)}`, `${MAX_NESTING} brackets`],
  ])('%s', async (_, query, limit) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const answer = await harness.send(post(query, { accept }));
      expect([answer.status, answer.code]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
      expect(answer.json.errors[0].message).toContain(limit);
    }
  });
});

it('refuses variables of too many values, and takes as many as are allowed', async () => {
  const ask = async (values: number) => {
    const { json } = await harness.send(post('query ($v: [Int]) { hello }', {}, { v: Array(values).fill(1) }));
    return json.errors?.[0].message ?? '';
  };
  // The object and the list count as two values each.
  expect(await ask(MAX_VARIABLE_VALUES - 3)).toContain(`more than ${MAX_VARIABLE_VALUES} values`);
  expect(await ask(MAX_VARIABLE_VALUES - 4)).not.toContain('more than');
});

describe('stands up to whatever fits', () => {
  const inside = MAX_NESTING - 5;
  it.each([
    ['fields', nested(inside), 200],
    ['lists', `{ hello(text: ${'['.repeat(inside)}${']'.repeat(inside)}) }`, 400],
    ['objects', `{ hello(text: ${'{a:'.repeat(inside)}1${'}'.repeat(inside)}) }`, 400],
    ['types', `query ($a: ${'['.repeat(inside)}Int${']'.repeat(inside)}) { hello }`, 400],
    ['inline fragments', `{ ${'... { '.repeat(inside)} hello ${'}'.repeat(inside)} }`, 200],
    ['equal fields', `{ ${times(MAX_TOKENS - 10, () => 'hello')} }`, 400],
    ['equal objects', `{ ${times(MAX_TOKENS / 4 - 10, () => 'self { hello }')} }`, 400],
    ['aliases', `{ ${times(MAX_TOKENS / 3 - 10, (i) => `a${i}: hello`)} }`, 200],
    ['unknown fields', `{ ${times(MAX_TOKENS - 10, (i) => `x${i}`)} }`, 400],
    ['a chain of fragments', chain(600, (next) => next), 200],
    ['a chain of fragments, each a level', chain(400, (next) => `self { ${next} }`), 200],
    ['fragments that double a few times', chain(11, twice), 200],
    ['fragments in a circle', 'query { ...a } fragment a on Query { ...b } fragment b on Query { ...a }', 400],
  ])('%s', async (_, query, status) => {
    const started = process.cpuUsage();
    const answer = await harness.send(post(query, { accept: 'application/graphql-response+json' }));
    const { user, system } = process.cpuUsage(started);
    const took = (user + system) / 1000;
    expect(answer.status).toBe(status);
    expect(took).toBeLessThan(2500);
  });
});
