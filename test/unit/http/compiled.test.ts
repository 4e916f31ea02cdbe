/** A compiled query answers what graphql-js answers, and what cannot be compiled exactly is not compiled. */
import {
  buildSchema,
  defaultFieldResolver,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  isObjectType,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../src/errors.ts';
import { useCompiled } from '../../../src/http/compiled.ts';

const schema = buildSchema(`
  scalar JSON
  scalar Moment
  directive @extra on FIELD
  enum Word { ONE TWO }
  input Filter { and: [Filter!] not: Filter is: Word = TWO at: Moment }
  interface Named { name: String! }
  type Row implements Named { name: String! must: String! later: String! may: String count: Int lazy: String needs(text: String!): String rows: [Row!]! row: Row! }
  type Query {
    row: Row rows(filter: Filter, first: Int = 3, names: [String!]): [Row!] strict: Row! named: Named
    echo(filter: Filter, filters: [Filter], word: Word = ONE, text: String): String
  }
  type Mutation { change: Row }
`);
// As Pothos does: every field has a resolver.
for (const type of Object.values(schema.getTypeMap()))
  if (isObjectType(type) && !type.name.startsWith('__'))
    for (const field of Object.values(type.getFields())) field.resolve = defaultFieldResolver;
const failing = (message: string) => () => {
  throw new ApiError('NOT_FOUND', message, { twilioCode: 1 });
};
const rejecting = (message: string) => () => Promise.reject(new ApiError('UPSTREAM_ERROR', message));
const row = { name: 'a', must: null, may: failing('may'), count: 'x', lazy: () => 'called', later: rejecting('later') };
const sound = { name: 'b', must: 'yes', may: null, count: 1, lazy: Promise.resolve('awaited'), later: 'now' };
const tree = { ...sound, rows: () => [sound, row, sound], row: () => Promise.resolve(row) };
const rootValue = {
  row: () => tree,
  rows: ({ first }: { first: number }) => Promise.resolve(Array.from({ length: first }, () => tree)),
  strict: () => row,
  named: () => ({ __typename: 'Row', ...sound }),
  /** Arguments have no order. */
  echo: (args: object) => JSON.stringify(Object.fromEntries(Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)))),
  change: () => sound,
};

type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;
const walk: Execute = (args) => execute(args);

/** What is run the twentieth time that a document comes; `compiled`: whether that is another function. */
const seasoned = async (text: string, variableValues?: Record<string, unknown>) => {
  const { onExecute } = useCompiled(0);
  const args: ExecutionArgs = { schema, document: parse(text), rootValue, variableValues };
  let run = walk;
  for (let times = 0; times < 20; times++) {
    run = walk;
    const set = (execute: Execute) => {
      run = execute;
    };
    onExecute?.({ args, executeFn: walk, setExecuteFn: set } as unknown as Parameters<typeof onExecute>[0]);
    await new Promise((turn) => setTimeout(turn, times === 10 ? 50 : 0));
  }
  return { compiled: run !== walk, answer: await run(args), expected: await walk(args) };
};
const told = ({ data, errors }: ExecutionResult) => ({
  data,
  errors: errors?.map((error) => ({
    ...error.toJSON(),
    isError: error instanceof GraphQLError,
    original: error.originalError?.message,
    nodes: error.nodes?.length,
  })),
});

const compiled: [text: string, variables?: Record<string, unknown>][] = [
  ['{ row { name count: name __typename lazy } }'],
  ['{ row { name } row { must again: must } ...More } fragment More on Query { row { later rows { name } } }'],
  ['{ rows { name lazy } }'],
  ['query($n: Int) { rows(first: $n) { name } }', { n: 2 }],
  ['query($n: Int) { rows(first: $n) { name } }'],
  ['query($n: Int = 1) { rows(first: $n) { name } }'],
  ['query($n: Int!) { rows(first: $n) { name } }', { n: 'two' }],
  ['query($n: Int!) { rows(first: $n) { name } }'],
  ['query($f: Filter) { echo(filter: $f) }', { f: { and: [{ not: { is: 'ONE' } }, {}], at: null } }],
  ['query($f: [Filter]) { echo(filters: $f) }', { f: { is: 'ONE' } }],
  ['query($f: Filter) { echo(filter: $f) }', { f: { is: 'THREE' } }],
  ['query($w: Word, $t: String) { echo(word: $w, text: $t, filter: { not: { is: $w } }) }', { w: 'TWO', t: '"\\n' }],
  ['query($w: Word, $t: String) { echo(word: $w, text: $t, filter: { not: { is: $w } }) }', { t: null }],
  ['{ echo(text: "`$ {a}\\" \\u2028", filter: { and: [{ at: "x" }] }) }'],
  ['{ row { rows { may } } }'],
  ['{ row { rows { name must } } }'],
  ['{ row { name row { must later } } }'],
  ['{ row { rows { count name } } }'],
  ['{ strict { name } }'],
  ['{ strict { must } row { name } }'],
];
describe('compiled, and answered as ever', () => {
  test.each(compiled)('%s %j', async (...[text, variables]) => {
    const { compiled, answer, expected } = await seasoned(text, variables);
    expect(compiled).toBe(true);
    expect(told(answer)).toEqual(told(expected));
    expect(JSON.stringify(answer.data)).toBe(JSON.stringify(expected.data));
  });
});

const walked: readonly string[] = [
  'fragment A on Row { needs(text: $t) } query($t: String = "x") { row { ...A } }',
  'query($t: String = "x") { row { needs(text: $t) } }',
  'mutation { change { name } }',
  'query($y: Boolean = true) { row { name @include(if: $y) } }',
  'query($y: Boolean = true) { ...A @skip(if: $y) row { name } } fragment A on Query { row { lazy } }',
  '{ row { name @extra } }',
  '{ named { name } }',
  '{ __schema { queryType { name } } }',
  'query A { row { name } } query B { row { lazy } }',
  `{ ${Array.from({ length: 501 }, (_, i) => `a${i}: echo`).join(' ')} }`,
];
test.each(walked)('not compiled: %s', async (text) => {
  expect((await seasoned(text)).compiled).toBe(false);
});
