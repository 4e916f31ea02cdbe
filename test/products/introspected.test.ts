/** Introspection from what the build has written is that of the whole schema, which is the witness: graphql-js shows it. */
import {
  type DocumentNode,
  executeSync,
  GraphQLObjectType,
  GraphQLSchema,
  getIntrospectionQuery,
  NoUnusedVariablesRule,
  parse,
  SchemaMetaFieldDef,
  specifiedRules,
  TypeMetaFieldDef,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { execute } from '../../src/execution/index.ts';
import { createRegistry } from '../../src/model/index.ts';
import { buildSchema, Introspection, introspectionLines, Schemas } from '../../src/schema/index.ts';
import { chance } from '../support/chance.ts';
import { randomDocument } from '../unit/execution/randomDocuments.ts';

const registry = createRegistry(entities);
const whole = buildSchema(registry);
const introspection = new Introspection(Buffer.from(introspectionLines(whole)));
const schemas = new Schemas(registry, entities, { introspection: () => introspection, entities: () => undefined });
const { core } = schemas;

const variableValues = { yes: true, text: 'Message', number: 3 };
/** The answer of the whole, and that of the core with what the build has written. */
const both = async (document: DocumentNode, rootValue?: unknown): Promise<readonly [string, string]> => {
  const args = { document, rootValue, variableValues };
  const ours = await execute({ schema: core, ...args }, () => schemas.introspected());
  return [JSON.stringify(executeSync({ schema: whole, ...args })), JSON.stringify(ours)];
};

test('the core is a part of the whole, and it is enough for introspection', async () => {
  expect(core.getType('Worker')).toBeUndefined();
  expect([...introspection.names]).toEqual(Object.keys(whole.getTypeMap()));
  for (const text of ['{ __schema { types { name } } }', '{ __type(name: "Worker") { name } calls { totalCount } }'])
    for await (const schema of schemas.candidates(parse(text))) expect(schema).toBe(core);
});

test.each([
  getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  }),
  '{ __type(name: "Query") { fields(includeDeprecated: true) { name isDeprecated deprecationReason args { defaultValue } } } }',
  '{ __typename a: __type(name: "Worker") { ...T } b: __type(name: "Gone") { ...T } __schema { directives { name } } } fragment T on __Type { name possibleTypes { name } }',
])('%s', async (text) => {
  const [theirs, ours] = await both(parse(text));
  expect(ours === theirs).toBe(true);
});

/** Random documents declare variables that they do not use. */
const RULES = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

/** A schema whose only fields are those of introspection, for documents that select nothing else. */
const fieldOf = ({ type, args }: typeof TypeMetaFieldDef) => ({
  type,
  args: Object.fromEntries(args.map((arg) => [arg.name, arg])),
});
const shapes = (...fields: (typeof TypeMetaFieldDef)[]): GraphQLSchema =>
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: Object.fromEntries(fields.map((field) => [field.name, fieldOf(field)])),
    }),
    assumeValid: true,
  });
const names = Object.keys(whole.getTypeMap());

describe.each([
  ['__schema', shapes(SchemaMetaFieldDef), 3, 20],
  ['__type', shapes(TypeMetaFieldDef), 5, 200],
])('random documents of %s', (_field, shape, depth, documents) => {
  test('are answered alike', async () => {
    const random = chance(documents);
    let compared = 0;
    for (let i = 0; i < documents; i++) {
      const text = randomDocument(random, shape, depth);
      const document = parse(text.replace(/name: "text"/g, () => `name: "${random.pick(names)}"`));
      const faults = validate(core, document, RULES).map(({ message }) => message);
      expect(validate(whole, document, RULES).map(({ message }) => message)).toEqual(faults);
      const [theirs, ours] = await both(document);
      if (ours !== theirs) expect.fail(`${text}\n${ours.slice(0, 500)}\n${theirs.slice(0, 500)}`);
      compared += faults.length === 0 ? 1 : 0;
    }
    expect(compared).toBeGreaterThan(documents / 6);
  }, 120_000);
});
