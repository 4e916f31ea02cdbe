/** `entities` over HTTP against the schema that is written down: it says all that there is, and nothing else. */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import type { Entity } from '../../src/model/descriptor.ts';
import { bulkMutationName, mutationName, plural, singular, typeName } from '../../src/model/names.ts';
import { productName, productOf } from '../../src/model/path.ts';
import { createRegistry } from '../../src/model/registry.ts';
import { MOST_FIELDS } from '../../src/schema/extra/entities.ts';
import { isOwnArgument } from '../../src/twilio/filtering/conditions.ts';
import { splitFilter } from '../../src/twilio/filtering/split.ts';
import { serverWithStandIn } from '../support/hooks.ts';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const queries = schema.getQueryType()?.getFields() ?? {};
const mutations = schema.getMutationType()?.getFields() ?? {};
const registry = createRegistry(entities);
const core = entities.filter((entity) => productName(entity) === 'api.v2010');

interface Said {
  name: string;
  product: string;
  type: string;
  operations: string[];
  fields: {
    name: string;
    type: string;
    readable: boolean;
    filterable: boolean;
    pushedDown: boolean;
    writable: boolean;
    personalData: boolean;
  }[];
  relations: { name: string; types: string[]; list: boolean }[];
}

const EVERYTHING = `{ entities {
  name product description type operations
  fields { name type readable filterable pushedDown writable personalData }
  relations { name types list }
} }`;
const { twilio, server } = await serverWithStandIn();
const { data: told } = await server.ask(EVERYTHING);
const said: ReadonlyMap<string, Said> = new Map(told.entities.map((each: Said) => [each.name, each]));

const fieldsOf = (type: GraphQLNamedType | undefined) =>
  (type as GraphQLObjectType | GraphQLInputObjectType | undefined)?.getFields() ?? {};

test('every entity is there, once and in order', () => {
  expect([...said.keys()]).toEqual(registry.entities.map(({ name }) => name));
});

test('one, or those of a product', async () => {
  expect((await server.ask('{ entities(name: "Call") { name product } }')).data).toEqual({
    entities: [{ name: 'Call', product: 'api.v2010' }],
  });
  expect((await server.ask('{ entities(product: "api.v2010") { name } }')).data.entities).toHaveLength(core.length);
  expect((await server.ask('{ entities(product: "messaging.v1", name: "Call") { name } }')).data.entities).toEqual([]);
});

test.each([EVERYTHING, '{ entities { name } }', '{ entities(name: "Message") { fields { pushedDown } } }'])(
  'asks Twilio nothing and answers the same, however often it comes: %s',
  async (query) => {
    const { data, errors } = await server.ask(query);
    expect(errors).toEqual([]);
    // It comes from the cache of documents after its first time.
    for (let times = 0; times < 10; times++) {
      const again = await server.ask(query);
      expect(again.data).toEqual(data);
      expect(JSON.parse(again.text).extensions.cost).toMatchObject({ requestedQueryCost: 0, actualQueryCost: 0 });
    }
    expect(twilio.seen).toEqual([]);
  },
);

/** What a root field, or a field of the product's entry, is called that does this. */
const rootName = (entity: Entity, operation: string): string => {
  const { entry } = productOf(entity);
  const inEntry = (name: string) => (entry ? `${entry}.${name}` : name);
  const one = mutationName(entity);
  const many = bulkMutationName(entity);
  const names: Readonly<Record<string, string>> = {
    LIST: inEntry(plural(entity)),
    GET: inEntry(singular(entity)),
    CREATE: `${one}Create`,
    UPDATE: `${one}Update`,
    REPLACE: `${one}Replace`,
    DELETE: `${one}Delete`,
    UPDATE_BY_FILTER: `${many}Update`,
    DELETE_BY_FILTER: `${many}Delete`,
  };
  return names[operation] ?? operation;
};

test('every root field is one operation of one entity, or enters a product', () => {
  const claimed = registry.entities.flatMap((entity) =>
    (said.get(entity.name)?.operations ?? []).map((operation) => rootName(entity, operation)),
  );
  const entries = new Set(registry.entities.flatMap((entity) => productOf(entity).entry ?? []));
  const offered = Object.entries(queries).flatMap(([name, { type }]) =>
    entries.has(name) ? Object.keys(fieldsOf(getNamedType(type))).map((each) => `${name}.${each}`) : [name],
  );
  const others = ['entities', 'node', 'nodes', 'operation', 'rateLimit'];
  expect([...claimed, ...others].sort()).toEqual([...offered, ...Object.keys(mutations)].sort());
});

test('no entity has more fields and relations than an answer is measured by', () => {
  for (const { name, fields, relations } of said.values()) {
    expect(fields.length, name).toBeLessThanOrEqual(MOST_FIELDS);
    expect(relations.length, name).toBeLessThanOrEqual(MOST_FIELDS);
  }
});

describe.each(core.map((entity) => [entity.name, entity] as const))('%s', (name, entity) => {
  const all = () => said.get(name) as Said;
  const output = fieldsOf(schema.getType(typeName(entity)));
  const create = fieldsOf(schema.getType(`${name}CreateInput`));
  const update = fieldsOf(schema.getType(`${name}UpdateInput`));
  const { and: _and, or: _or, not: _not, ...filter } = fieldsOf(schema.getType(`${name}Filter`));

  test('operations are root fields that do so', () => {
    for (const operation of all().operations) {
      const field = { ...queries, ...mutations }[rootName(entity, operation)];
      const rows = operation === 'LIST' ? `${typeName(entity)}Connection` : typeName(entity);
      const isByFilter = operation.endsWith('_BY_FILTER');
      const type = getNamedType(field?.type)?.name;
      expect(type).toMatch(['LIST', 'GET'].includes(operation) ? new RegExp(`^${rows}$`) : /Payload$/);
      expect([operation, field?.args.some((arg) => arg.name === 'limit')]).toEqual([operation, isByFilter]);
    }
    expect(all().operations.length).toBeGreaterThan(0);
  });
  test('fields are those of its type, its filter and its inputs', () => {
    const data = Object.keys(output).filter((field) => field !== 'id' && isLeafType(getNamedType(output[field]?.type)));
    const { fields } = all();
    expect(fields.map((each) => each.name).sort()).toEqual(
      [...new Set([...data, ...Object.keys(create), ...Object.keys(update), ...Object.keys(filter)])].sort(),
    );
    for (const field of fields) {
      const place = data.includes(field.name) ? output : undefined;
      const type = place?.[field.name] ?? create[field.name] ?? update[field.name] ?? filter[field.name];
      expect(field).toMatchObject({
        type: String(type?.type),
        readable: data.includes(field.name),
        filterable: field.name in filter,
        writable: field.name in create || field.name in update,
      });
    }
  });

  test('what is pushed down reaches Twilio, and nothing else does', () => {
    for (const { name: field, filterable, pushedDown } of all().fields) {
      const value = entity.fields[field] ?? entity.filters?.[field];
      const known = value && 'scalar' in value ? value : undefined;
      const sample = known && (known.values?.[0] ?? SAMPLES[known.scalar]);
      const condition = isOwnArgument(entity, field) ? sample : { eq: sample };
      const { params } = filterable ? (splitFilter(entity, { [field]: condition }).lists[0] ?? {}) : { params: {} };
      expect([field, Object.keys(params ?? {}).some((name) => name.startsWith(field))]).toEqual([field, pushedDown]);
    }
  });

  test('relations are the fields that lead to rows', () => {
    const { relations } = all();
    const objects = Object.keys(output).filter(
      (field) => !isLeafType(getNamedType(output[field]?.type)) && !entity.fields[field]?.object,
    );
    expect(relations.map((each) => each.name).sort()).toEqual(objects.sort());
    for (const { name: field, types, list } of relations) {
      const type = getNamedType(output[field]?.type);
      expect(isInterfaceType(type)).toBe(false);
      expect(list).toBe(type?.name.endsWith('Connection'));
      if (list) expect(type?.name).toBe(`${types[0]}Connection`);
      else expect(types.length === 1 ? types : [type?.name]).toEqual([type?.name]);
    }
  });

  test('personal data is what the descriptor marks as such', () => {
    const marked = [entity.fields, entity.create, entity.update, entity.filters].flatMap((values) =>
      Object.entries(values ?? {}).flatMap(([field, value]) => ('personal' in value && value.personal ? [field] : [])),
    );
    const told = all().fields.flatMap((each) => (each.personalData ? [each.name] : []));
    expect(new Set(told)).toEqual(new Set(marked.filter((field) => all().fields.some((each) => each.name === field))));
  });
});

const SAMPLES: Readonly<Record<string, unknown>> = {
  ID: `CA${'1'.repeat(32)}`,
  String: 'text',
  Enum: 'text',
  URL: 'https://example.com',
  Boolean: true,
  Int: 1,
  Float: 1,
  Decimal: '1',
  DateTime: new Date(0),
  Date: '2026-01-01',
};
