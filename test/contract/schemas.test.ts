/** Documents are answered by the schema of the products that they name: none of a single product needs the whole. */
import {
  type DocumentNode,
  executeSync,
  type GraphQLNamedType,
  GraphQLSchema,
  introspectionFromSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  parse,
  printSchema,
  validate,
  validateSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { createRegistry, GlobalIds, memoize, productFamily } from '../../src/model/index.ts';
import { runAtOnce, runInSlices } from '../../src/pause/index.ts';
import { assemble } from '../../src/schema/assemble.ts';
import { describeEntities, Introspection, introspectionLines, Schemas } from '../../src/schema/index.ts';
import { builderSteps } from '../../src/schema/schema.ts';
import { sid } from '../support/rows.ts';
import { countTurns } from '../support/turns.ts';

const registry = createRegistry(entities);
const { whole } = new Schemas(registry);

/** The first schema by which a document is valid. */
const validBy = async (schemas: Schemas, document: DocumentNode): Promise<GraphQLSchema | undefined> => {
  for await (const schema of schemas.candidates(document)) if (validate(schema, document).length === 0) return schema;
  return undefined;
};

const candidatesOf = async (schemas: Schemas, document: DocumentNode): Promise<readonly GraphQLSchema[]> => {
  const all: GraphQLSchema[] = [];
  for await (const schema of schemas.candidates(document)) all.push(schema);
  return all;
};
const firstOf = async (schemas: Schemas, text: string): Promise<GraphQLSchema | undefined> => {
  for await (const schema of schemas.candidates(parse(text))) return schema;
  return undefined;
};

/** As the build writes them. */
const facts = {
  introspection: memoize(() => new Introspection(Buffer.from(introspectionLines(whole)))),
  entities: memoize(() => describeEntities(whole, registry)),
};

describe('what needs more', () => {
  const schemas = new Schemas(registry);
  const described = new Schemas(registry, entities, facts);

  test('ids in variables and in the document bring their products', async () => {
    const core = await firstOf(schemas, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }');
    const worker = registry.get('Worker');
    const id = new GlobalIds('secret').write(worker, [sid('WS'), sid('WK')]);
    expect(core?.getType('Worker')).toBeUndefined();
    for (const [text, variables] of [
      ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['x', id] }],
      [`{ node(id: "${id}") { id } }`, {}],
    ] as const) {
      const schema = core && (await schemas.withNodes(core, parse(text), variables));
      expect(schema?.getType('Worker')).toBeDefined();
    }
    expect(core && schemas.withNodes(core, parse('{ calls { nodes { sid } } }'), { id })).toBe(core);
  });

  test('the entities are read from the whole, unless the build has described them', async () =>
    expect((await firstOf(schemas, '{ entities { name } }'))?.getType('Worker')).toBeDefined());

  test('the core returns the entities that the build has described as the whole does', async () => {
    const text =
      '{ entities { name product description type operations fields { name type readable filterable pushedDown writable personalData } relations { name types list } } }';
    const document = parse(text);
    const first = await firstOf(described, text);
    expect(first?.getType('Worker')).toBeUndefined();
    const answered = first && executeSync({ schema: first, document });
    expect(answered?.errors).toBeUndefined();
    expect(answered?.data).toEqual(executeSync({ schema: whole, document }).data);
  });

  test.each([
    '{ __schema { types { name } } }',
    '{ __type(name: "Worker") { name } a: __typename calls { totalCount } }',
  ])('%s needs no more than the core, unless the build has not written what it shows', async (text) => {
    expect((await firstOf(described, text))?.getType('Worker')).toBeUndefined();
    expect((await firstOf(schemas, text))?.getType('Worker')).toBeDefined();
  });

  test.each([
    ['{ verfy { services { nodes { sid } } } }', /Did you mean "verify"/],
    ['{ mesages { nodes { sid } } }', /Did you mean "messages"/],
    ['{ verify { servces { nodes { sid } } } }', /Did you mean "services"/],
    ['{ calls { nodes { ... on Worker { sid } summry { callSid } } } }', /summry/],
    ['query ($a: Strng) { calls { totalCount } }', /Unknown type "Strng"/],
  ])('the mistakes of %s are those of the whole, which is not built for them', async (text, message) => {
    const document = parse(text);
    const last = (await candidatesOf(described, document)).at(-1);
    const errors = (last && validate(last, document)) ?? [];
    expect(errors.map((error) => error.message).join()).toMatch(message);
    expect(errors.map(({ locations }) => locations)).toEqual(
      validate(whole, document).map(({ locations }) => locations),
    );
    expect(Object.keys(last?.getTypeMap() ?? {}).length).toBeLessThan(Object.keys(whole.getTypeMap()).length);
  });

  test('what only the whole has is answered by the whole', async () => {
    // From the core to a product, and from there to others.
    const document = parse('{ calls { nodes { conversation { messages { nodes { __typename } } } } } }');
    const valid = await validBy(described, document);
    expect(valid === undefined).toBe(validate(whole, document).length > 0);
  });

  test('a schema is built once, for all that wait for it', async () => {
    const shared = new Schemas(registry);
    const texts = ['{ verify { __typename } }', '{ video { __typename } }', '{ verify { services { totalCount } } }'];
    const [verify, video, again] = await Promise.all(texts.map((text) => firstOf(shared, text)));
    expect(again).toBe(verify);
    expect(video).not.toBe(verify);
    expect([verify, video].map((each) => each && shared.isCurrent(each))).toEqual([true, true]);
  });

  test('other work goes on while a schema is built', async () => {
    const sliced = new Schemas(registry);
    const { turns } = await countTurns(() => firstOf(sliced, '{ taskrouter { __typename } }'));
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});

test('the types are those that Pothos makes at once', async () => {
  const some = createRegistry(
    entities.filter((entity) => ['api', 'verify', 'conversations'].includes(productFamily(entity))),
    entities,
  );
  const atOnce = runAtOnce(builderSteps(some)).toSchema({ sortSchema: false });
  const { query, mutation, types } = await runInSlices(assemble(await runInSlices(builderSteps(some))));
  const sliced = new GraphQLSchema({ query, mutation, types });
  const shown = (schema: GraphQLSchema) => JSON.stringify(introspectionFromSchema(schema));
  expect(shown(sliced)).toBe(shown(atOnce));
  // Pothos' notes to itself are left out.
  const ownOf = (extensions: object) => Object.keys(extensions).filter((name) => !name.startsWith('pothos'));
  const fieldsOf = (schema: GraphQLSchema) =>
    Object.values(schema.getTypeMap()).flatMap((type) => {
      const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
      return fields.map(({ name, resolve, extensions }) => [`${type}.${name}`, typeof resolve, ownOf(extensions)]);
    });
  expect(fieldsOf(sliced)).toEqual(fieldsOf(atOnce));
});

test('a schema of known types answers as one whose types graphql-js has found', () => {
  const found = new GraphQLSchema(whole.toConfig());
  expect(Object.keys(whole.getTypeMap())).toEqual(Object.keys(found.getTypeMap()));
  expect(printSchema(whole)).toBe(printSchema(found));
  expect(validateSchema(found)).toEqual([]);
  const named = (types: readonly GraphQLNamedType[]) => types.map(({ name }) => name);
  for (const type of Object.values(whole.getTypeMap()).filter(isAbstractType)) {
    const possible = whole.getPossibleTypes(type);
    expect(named(possible), type.name).toEqual(named(found.getPossibleTypes(type)));
    for (const each of possible) expect(whole.isSubType(type, each), `${each} of ${type}`).toBe(true);
    if (isInterfaceType(type)) expect(whole.getImplementations(type)).toEqual(found.getImplementations(type));
  }
});
