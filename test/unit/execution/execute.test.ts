/** Queries are executed as graphql-js executes them, which is the witness: random schemas, documents and values. */
import {
  buildSchema,
  type DocumentNode,
  defaultFieldResolver,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  execute as graphqlExecute,
  isAbstractType,
  isObjectType,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { entities } from '../../../src/entities/index.ts';
import { execute } from '../../../src/execution/index.ts';
import { createRegistry } from '../../../src/model/index.ts';
import { Schemas } from '../../../src/schema/index.ts';
import { chance } from '../../support/chance.ts';
import { randomDocument } from './randomDocuments.ts';
import { type Source, type Valued, valuesFor } from './randomValues.ts';

/** Without the values that graphql-js has in some of its messages. */
const plainWords = (message: string): string =>
  message
    .replace(/^(Abstract type "\w+"|Expected value of type "\w+").*/s, '$1')
    .replace(/^Expected (?!Iterable).* serializ.*|^Expected .*\.serialize\(.*/s, 'Expected to serialize');
type Path = readonly (string | number)[];
/** The part of an error's path that leads to null in the data. */
const nulledBy = ({ path = [] }: GraphQLError, data: unknown): Path => {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth);
    value = (value as Record<string | number, unknown>)[key];
  }
  return path;
};
/**
 * As a client sees it, the order of keys included. Errors are listed as promises settle, in no order that is specified.
 * Where several errors make null of the same place above them, it is not specified which are listed: one is enough.
 */
const seen = ({ data, errors = [] }: ExecutionResult) => {
  const texts = errors.map((error) => {
    const place = nulledBy(error, data);
    const isAbove = place.length < (error.path?.length ?? 0);
    return JSON.stringify(isAbove ? { above: place } : { ...error.toJSON(), message: plainWords(error.message) });
  });
  const above = (text: string) => text.startsWith('{"above"');
  return {
    data: JSON.stringify(data),
    errors: [...texts.filter((text) => !above(text)), ...new Set(texts.filter(above))].sort(),
  };
};
type Seen = ReturnType<typeof seen>;

const variableValues = { yes: true, text: 'given', number: 3 };
const both = async (args: ExecutionArgs): Promise<[ours: Seen, theirs: Seen]> => {
  const [ours, theirs] = [await execute(args), await graphqlExecute(args)];
  // Errors of what is late count, too.
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
  return [seen(ours), seen(theirs)];
};

let values: Valued;
/** Has every field of a schema read its value from {@link values}, through a resolver or as a property. */
const withValues = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) type.resolveType = ({ typename }: Source) => typename;
    if (!isObjectType(type)) continue;
    type.isTypeOf = (source: Source) =>
      source.place.length % 5 ? source.typename === type.name : Promise.resolve(true);
    for (const [name, field] of Object.entries(type.getFields())) {
      const read = (source: Source) => values(source, name, field.type);
      field.extensions = { isProperty: () => name.length % 3 === 0, mayWait: name.length % 2 === 0 };
      if (name.length % 3) field.resolve = (source, args) => (args.text === 'broken' ? name : read(source));
      else {
        properties.add(name);
        // Another function than the default one: only its extension says that it reads a property.
        if (name.length % 4 === 0) field.resolve = (...given) => defaultFieldResolver(...given);
        else if (name.length % 2) field.resolve = defaultFieldResolver;
        else delete field.resolve;
      }
    }
  }
  return schema;
};
const properties = new Set<string>();
/** Objects whose properties are values, as rows are: some are methods. */
const asProperties = (schema: GraphQLSchema, source: Source): Source =>
  new Proxy(source, {
    get: (target, name) => {
      if (name in target || typeof name === 'symbol' || !properties.has(name)) return Reflect.get(target, name);
      const type = schema.getType(target.typename);
      const field = isObjectType(type) ? type.getFields()[name] : undefined;
      const read = () => values(target, name, field?.type as never);
      return target.place.length % 7 ? read() : read;
    },
  });
const valuesIn = (schema: GraphQLSchema, seed: number, faults: number): Valued => {
  const plain = valuesFor(schema, seed, faults);
  const wrap = (value: unknown): unknown => {
    if (value instanceof Promise) return value.then(wrap);
    if (Array.isArray(value)) return value.map(wrap);
    if (value instanceof Set) return new Set([...value].map(wrap));
    return value && typeof value === 'object' && 'place' in value ? asProperties(schema, value as Source) : value;
  };
  return (source, name, type) => wrap(plain(source, name, type));
};

/** All declare the same variables. */
const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

const compare = async (schema: GraphQLSchema, documents: number, depth: number): Promise<number> => {
  let compared = 0;
  for (let seed = 0; seed < documents; seed++) {
    const text = randomDocument(chance(seed), schema, depth);
    const document = parse(text);
    if (validate(schema, document, rules).length > 0) continue;
    compared++;
    values = valuesIn(schema, seed, [1_000_000, 30, 6][seed % 3] as number);
    const rootValue = asProperties(schema, { place: '', typename: 'Query' });
    const [ours, theirs] = await both({ schema, document, rootValue, variableValues });
    expect(ours, `seed ${seed}: ${text}`).toEqual(theirs);
  }
  return compared;
};

const types = ['String', 'Int', 'Kind', 'A', 'B', 'Named', 'Any'];
const shapes = ['T', 'T!', '[T]', '[T!]', '[T!]!', '[[T]]', '[[T!]!]!'];
const named = shapes.flatMap((shape, n) =>
  types.map(
    (type) => `${type.toLowerCase()}${'x'.repeat(n)}(text: String = "d", number: Int): ${shape.replace('T', type)}`,
  ),
);
const all = named.join('\n');
const schema = withValues(
  buildSchema(`
    enum Kind { ONE TWO }
    interface Named { string(text: String = "d", number: Int): String }
    union Any = A | B
    type A implements Named { ${all} }
    type B implements Named { ${all} }
    type Query { ${all} required(number: Int!): Int }
  `),
);

test('a schema with every shape of type', async () => {
  expect(await compare(schema, 600, 4)).toBeGreaterThan(150);
});

test('the schema of all products', async () => {
  const { whole } = new Schemas(createRegistry(entities));
  expect(await compare(withValues(whole), 160, 5)).toBeGreaterThan(50);
});

const given: readonly [string, Record<string, unknown>?][] = [
  ['{ __schema { queryType { name } types { name } } __type(name: "A") { name fields { name } } __typename }'],
  ['query A { string } query B { int }'],
  ['query ($n: Int!) { required(number: $n) }'],
  ['query ($n: Int!) { required(number: $n) }', { n: 'x' }],
  ['query ($n: Int) { required(number: $n) string }', {}],
  ['query ($n: Int = 1) { required(number: $n) string }', { n: null }],
  ['{ unknown string }'],
  ['{ a { ...Gone string } }'],
  ['mutation { string }'],
  ['subscription { string }'],
  ['fragment A on Query { string }'],
];
test.each(given)('%s', async (text, variables = variableValues) => {
  values = valuesIn(schema, 1, 1_000_000);
  const rootValue = asProperties(schema, { place: '', typename: 'Query' });
  const document: DocumentNode = parse(text);
  const [ours, theirs] = await both({ schema, document, rootValue, variableValues: variables });
  expect(ours).toEqual(theirs);
});

test.each(['{ a { stringx } }', '{ stringxxx }', '{ stringx }', '{ ax { string } }', '{ axxx { string } }'])(
  'null where it is not allowed, alone: %s',
  async (text) => {
    values = (_source, name) => (name === 'a' ? { place: 'a', typename: 'A' } : name.endsWith('xxx') ? [null] : null);
    const args = { schema, document: parse(text), rootValue: asProperties(schema, { place: '', typename: 'Query' }) };
    const [ours, theirs] = [await execute(args), await graphqlExecute(args)];
    expect(ours.errors).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(ours))).toEqual(JSON.parse(JSON.stringify(theirs)));
  },
);

test('an item that fails at once beside one that is rejected later leaves no rejection unhandled', async () => {
  values = () => [Promise.reject(new Error('later')), null];
  const rootValue = asProperties(schema, { place: '', typename: 'Query' });
  const { errors } = await execute({ schema, document: parse('{ stringxxx }'), rootValue });
  await new Promise((resolve) => setImmediate(resolve));
  expect(errors?.map(({ path }) => path)).toEqual([['stringxxx', 1]]);
});
