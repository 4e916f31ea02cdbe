/** Documents are answered by the schema of the products that they name: none of a single product needs the whole. */
import { type DocumentNode, executeSync, type GraphQLSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { createRegistry, memoize, toGlobalId } from '../../src/model/index.ts';
import { describeEntities, Introspection, introspectionLines, Schemas } from '../../src/schema/index.ts';
import { sid } from '../support/rows.ts';

const registry = createRegistry(entities);
const { whole } = new Schemas(registry);

/** The first schema by which a document is valid. */
const validBy = (schemas: Schemas, document: DocumentNode): GraphQLSchema | undefined => {
  for (const schema of schemas.candidates(document)) if (validate(schema, document).length === 0) return schema;
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
  const smallest = (text: string) => [...schemas.candidates(parse(text))][0];

  test('ids in variables and in the document bring their products', () => {
    const document = parse('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }');
    const [core] = schemas.candidates(document);
    const worker = registry.get('Worker');
    const id = toGlobalId(worker, [sid('WS'), sid('WK')]);
    expect(core?.getType('Worker')).toBeUndefined();
    for (const [text, variables] of [
      ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['x', id] }],
      [`{ node(id: "${id}") { id } }`, {}],
    ] as const) {
      const schema = core && schemas.withNodes(core, parse(text), variables);
      expect(schema?.getType('Worker')).toBeDefined();
    }
    expect(core && schemas.withNodes(core, parse('{ calls { nodes { sid } } }'), { id })).toBe(core);
  });

  test('the entities are read from the whole, unless the build has described them', () =>
    expect(smallest('{ entities { name } }')?.getType('Worker')).toBeDefined());

  test('the core returns the entities that the build has described as the whole does', () => {
    const document = parse(
      '{ entities { name product description type operations fields { name type readable filterable pushedDown writable personalData } relations { name types list } } }',
    );
    const [first] = described.candidates(document);
    expect(first?.getType('Worker')).toBeUndefined();
    const answered = first && executeSync({ schema: first, document });
    expect(answered?.errors).toBeUndefined();
    expect(answered?.data).toEqual(executeSync({ schema: whole, document }).data);
  });

  test.each([
    '{ __schema { types { name } } }',
    '{ __type(name: "Worker") { name } a: __typename calls { totalCount } }',
  ])('%s needs no more than the core', (text) => {
    const [first] = new Schemas(registry).candidates(parse(text));
    expect(first?.getType('Worker') === undefined).toBe(true);
  });

  test.each([
    ['{ verfy { services { nodes { sid } } } }', /Did you mean "verify"/],
    ['{ mesages { nodes { sid } } }', /Did you mean "messages"/],
    ['{ verify { servces { nodes { sid } } } }', /Did you mean "services"/],
    ['{ calls { nodes { ... on Worker { sid } summry { callSid } } } }', /summry/],
    ['query ($a: Strng) { calls { totalCount } }', /Unknown type "Strng"/],
  ])('the mistakes of %s are those of the whole, which is not built for them', (text, message) => {
    const document = parse(text);
    const [last] = [...described.candidates(document)].reverse();
    const errors = (last && validate(last, document)) ?? [];
    expect(errors.map((error) => error.message).join()).toMatch(message);
    expect(errors.map(({ locations }) => locations)).toEqual(
      validate(whole, document).map(({ locations }) => locations),
    );
    expect(Object.keys(last?.getTypeMap() ?? {}).length).toBeLessThan(Object.keys(whole.getTypeMap()).length);
  });

  test('what only the whole has is answered by the whole', () => {
    // From the core to a product, and from there to others.
    const document = parse('{ calls { nodes { conversation { messages { nodes { __typename } } } } } }');
    const valid = validBy(described, document);
    expect(valid === undefined).toBe(validate(whole, document).length > 0);
  });
});
