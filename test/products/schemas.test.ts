/** The schema of each product alone: all that the whole has of it, and no more than is needed. */
import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { createRegistry, productFamily, typeName } from '../../src/model/index.ts';
import { CORE, Schemas } from '../../src/schema/index.ts';

const registry = createRegistry(entities);
const { whole } = new Schemas(registry);
const families = [...new Set(entities.map(productFamily))];

type AnyField = GraphQLField<unknown, unknown>;
/** The entity that a root field is about, in the marks that the field has. */
const familyOf = (field: AnyField): string | undefined => {
  const entity = (field.extensions as { rootField?: { entity: (typeof entities)[number] } }).rootField?.entity;
  return entity && productFamily(entity);
};
/** The root fields of a product, each with the fields that lead to it. */
const rootsOf = (type: GraphQLObjectType | null | undefined, family: string): string[] => {
  const selected: string[] = [];
  const variables: string[] = [];
  const select = (field: AnyField): string => {
    // Optional filters and orders too: their types have names of their own.
    const given = field.args.filter((arg) => isRequiredArgument(arg) || isInputObjectType(getNamedType(arg.type)));
    const named = given.map((arg) => {
      variables.push(`$v${variables.length}: ${arg.type}`);
      return `${arg.name}: $v${variables.length - 1}`;
    });
    const inside = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
    return `${field.name}${named.length > 0 ? `(${named.join(', ')})` : ''}${inside}`;
  };
  for (const field of Object.values(type?.getFields() ?? {})) {
    if (familyOf(field) === family) selected.push(select(field));
    const entered = getNamedType(field.type);
    if (field.extensions.entry !== true || !isObjectType(entered)) continue;
    const inside = Object.values(entered.getFields()).filter((each) => familyOf(each) === family);
    if (inside.length > 0) selected.push(`${field.name} { ${inside.map(select).join(' ')} }`);
  }
  const kind = type === whole.getMutationType() ? 'mutation' : 'query';
  return selected.length === 0
    ? []
    : [`${kind}${variables.length > 0 ? `(${variables.join(', ')})` : ''} { ${selected.join(' ')} }`];
};

const typesOf = (family: string): readonly string[] => [
  ...new Set(entities.filter((each) => productFamily(each) === family).map(typeName)),
];

const smallestFor = async (schemas: Schemas, document: DocumentNode): Promise<GraphQLSchema | undefined> => {
  for await (const schema of schemas.candidates(document)) return schema;
  return undefined;
};

describe.each(families)('%s', (family) => {
  const schemas = new Schemas(registry);

  test('its root fields are in the smallest schema that they suggest', async () => {
    for (const type of [whole.getQueryType(), whole.getMutationType()])
      for (const text of rootsOf(type, family)) {
        const document = parse(text);
        const smallest = await smallestFor(schemas, document);
        expect(smallest && validate(smallest, document).map(({ message }) => message)).toEqual([]);
        if (family === CORE) expect(smallest).toBe(schemas.core);
      }
  });

  test('what it has is what the whole has: only references to other products are missing', async () => {
    const smallest = await smallestFor(
      schemas,
      parse(
        `{ node(id: "x") { ${typesOf(family)
          .map((name) => `... on ${name} { id }`)
          .join(' ')} } }`,
      ),
    );
    const described = (type: GraphQLNamedType | undefined) => {
      if (isObjectType(type) || isInputObjectType(type) || isInterfaceType(type))
        return Object.values(type.getFields()).map((field) => {
          const args =
            'args' in field ? field.args.map((arg: GraphQLArgument) => `${arg.name}: ${arg.type}`).join() : '';
          return `${type} ${field.name}(${args}): ${field.type}`;
        });
      if (isUnionType(type)) return [`${type} = ${type.getTypes().join()}`];
      return isEnumType(type) ? [`${type} = ${type.getValues().map(({ name }) => name)}`] : [];
    };
    for (const type of Object.values(smallest?.getTypeMap() ?? {})) {
      const same = new Set(described(whole.getType(type.name)));
      expect(described(type).filter((each) => !same.has(each))).toEqual([]);
    }
  });
});

/** The products that lead to others the most. */
const JOINED = ['api', 'conversations', 'flexApi', 'insights', 'messaging', 'monitor', 'taskrouter', 'verify'];
test.each(JOINED)('all fields of the types of %s are in the smallest schema that they suggest', async (family) => {
  const schemas = new Schemas(registry);
  const all = typesOf(family).flatMap((name) => {
    const type = whole.getType(name);
    if (!isObjectType(type) || !type.getInterfaces().some((each) => each.name === 'Node')) return [];
    const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
    const selected = fields.map((field, i) => {
      const inside = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
      return `${name}${i}: ${field.name}${inside}`;
    });
    return [`... on ${name} { ${selected.join(' ')} }`];
  });
  if (all.length === 0) return;
  const document = parse(`query ($id: ID!) { node(id: $id) { ${all.join(' ')} } }`);
  const smallest = await smallestFor(schemas, document);
  expect(smallest && validate(smallest, document).map(({ message }) => message)).toEqual([]);
  expect(Object.keys(smallest?.getTypeMap() ?? {}).length).toBeLessThan(Object.keys(whole.getTypeMap()).length);
});

test('many products in turn end with the whole, which is then used for all', async () => {
  const many = new Schemas(registry);
  const { core } = many;
  const part = await smallestFor(many, parse('{ verify { __typename } node(id: "x") { id } }'));
  for (const family of families) await smallestFor(many, parse(`{ ${family} { __typename } }`));
  expect(many.core.getType('Worker')).toBeDefined();
  expect(many.core).toBe(many.whole);
  expect([many.isCurrent(core), many.isCurrent(many.whole)]).toEqual([false, true]);
  // A document that a part has found valid, whose IDs are looked up now.
  expect(part && (await many.withNodes(part, parse('{ node(id: "x") { id } }'), {}))).toBe(many.whole);
});
