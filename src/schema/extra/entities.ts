/** `entities`: what this API has, read off the finished schema itself, so that it cannot say anything else. */
import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Entity } from '../../model/entity.ts';
import { plural, singular, typeName } from '../../model/names.ts';
import { productName } from '../../model/path.ts';
import type { Registry } from '../../model/registry.ts';
import type { Builder } from '../builder.ts';

const operations = ['LIST', 'GET', 'CREATE', 'UPDATE', 'DELETE', 'UPDATE_BY_FILTER', 'DELETE_BY_FILTER'] as const;
type Operation = (typeof operations)[number];

interface DescribedField {
  readonly name: string;
  readonly type: string;
  readonly readable: boolean;
  readonly filterable: boolean;
  readonly pushedDown: boolean;
  readonly writable: boolean;
  readonly personalData: boolean;
}
interface DescribedRelation {
  readonly name: string;
  readonly types: readonly string[];
  readonly list: boolean;
}
interface Described {
  readonly name: string;
  readonly product: string;
  readonly description: string;
  readonly type: string;
  readonly operations: readonly Operation[];
  readonly fields: readonly DescribedField[];
  readonly relations: readonly DescribedRelation[];
}

export const addEntities = (builder: Builder, registry: Registry): void => {
  const operation = builder.enumType('EntityOperation', {
    description: 'What can be done with an entity.',
    values: {
      LIST: { description: 'Read a list of its rows.' },
      GET: { description: 'Read one row.' },
      CREATE: { description: 'Make a row.' },
      UPDATE: { description: 'Change one row.' },
      DELETE: { description: 'Delete one row.' },
      UPDATE_BY_FILTER: { description: 'Change all rows that match a filter.' },
      DELETE_BY_FILTER: { description: 'Delete all rows that match a filter.' },
    } satisfies Record<Operation, object>,
  });
  const field = builder.objectRef<DescribedField>('EntityField').implement({
    description: 'A field of an entity, or an argument that it is created, changed or filtered by.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'Its name in this API.' }),
      type: t.exposeString('type', { nullable: false, description: 'Its GraphQL type.' }),
      readable: t.exposeBoolean('readable', { nullable: false, description: 'Whether rows have it.' }),
      filterable: t.exposeBoolean('filterable', {
        nullable: false,
        description: "Whether a list's `filter` knows it.",
      }),
      pushedDown: t.exposeBoolean('pushedDown', {
        nullable: false,
        description: 'Whether Twilio itself can filter by it; all else is compared here, row by row.',
      }),
      writable: t.exposeBoolean('writable', {
        nullable: false,
        description: 'Whether a create or an update can set it.',
      }),
      personalData: t.exposeBoolean('personalData', {
        nullable: false,
        description: 'Whether it can hold what is personal: numbers, names, texts. Logs never do.',
      }),
    }),
  });
  const relation = builder.objectRef<DescribedRelation>('EntityRelation').implement({
    description: 'A field of an entity that leads to others.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'The field of its type.' }),
      types: t.exposeStringList('types', { nullable: false, description: 'The GraphQL types that it can lead to.' }),
      list: t.exposeBoolean('list', { nullable: false, description: 'Whether it leads to a list.' }),
    }),
  });
  const type = builder.objectRef<Described>('Entity').implement({
    description: 'One kind of thing that Twilio keeps, and what can be done with it here.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'Its name; root fields are called by it.' }),
      product: t.exposeString('product', {
        nullable: false,
        description: "Twilio's API and version that it belongs to, such as api.v2010.",
      }),
      description: t.exposeString('description', { nullable: false, description: 'What it is.' }),
      type: t.exposeString('type', { nullable: false, description: 'The GraphQL type of its rows.' }),
      operations: t.expose('operations', {
        type: [operation],
        nullable: false,
        description: 'What Twilio, and so this API, can do with it.',
      }),
      fields: t.expose('fields', { type: [field], nullable: false, description: 'Its fields and arguments.' }),
      relations: t.expose('relations', { type: [relation], nullable: false, description: 'Where it leads.' }),
    }),
  });

  let all: readonly Described[] | undefined;
  builder.queryField('entities', (t) =>
    t.field({
      type: [type],
      nullable: false,
      description: 'What this API has: every entity, its operations, its fields and its relations. Costs nothing.',
      args: {
        name: t.arg.string({ description: 'Only the entity of this name.' }),
        product: t.arg.string({ description: 'Only entities of this product.' }),
      },
      resolve: (_parent, { name, product }, _context, { schema }) => {
        all ??= registry.entities.map((entity) => describe(schema, registry, entity));
        const isAsked = (each: Described) =>
          (name ?? each.name) === each.name && (product ?? each.product) === each.product;
        return all.filter(isAsked);
      },
    }),
  );
};

const describe = (schema: GraphQLSchema, registry: Registry, entity: Entity): Described => ({
  name: entity.name,
  product: productName(entity),
  description: entity.about,
  type: typeName(entity),
  operations: operationsOf(schema, entity),
  fields: fieldsOf(schema, entity),
  relations: relationsOf(schema, registry, entity),
});

/** The root fields by which each operation is done. */
const rootFields = (entity: Entity): Readonly<Record<Operation, string>> => ({
  LIST: plural(entity),
  GET: singular(entity),
  CREATE: `${singular(entity)}Create`,
  UPDATE: `${singular(entity)}Update`,
  DELETE: `${singular(entity)}Delete`,
  UPDATE_BY_FILTER: `${plural(entity)}Update`,
  DELETE_BY_FILTER: `${plural(entity)}Delete`,
});

const operationsOf = (schema: GraphQLSchema, entity: Entity): Operation[] => {
  const roots = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
  const names = rootFields(entity);
  return operations.filter((each) => names[each] in roots);
};

/** Names an object of whatever entity. */
const RELAY_ID = 'id';

const fieldsOf = (schema: GraphQLSchema, entity: Entity): DescribedField[] => {
  const inputs = (name: string) => {
    const type = schema.getType(`${entity.name}${name}`);
    return isInputObjectType(type) ? type.getFields() : {};
  };
  const [filters, creates, updates] = [inputs('Filter'), inputs('CreateInput'), inputs('UpdateInput')];
  const outputs = outputsOf(schema, entity);
  const isData = (name: string) => {
    const type = name === RELAY_ID ? undefined : outputs[name]?.type;
    return type !== undefined && isLeafType(getNamedType(type));
  };
  const given = [creates, updates, entity.filters ?? {}].flatMap(Object.keys);
  // In the descriptor's order.
  const names = new Set([...[entity.fields, outputs].flatMap(Object.keys).filter(isData), ...given]);
  return [...names].map((name) => {
    const place = [outputs, creates, updates, filters].find((fields) => name in fields);
    const said = [entity.fields[name], entity.create?.[name], entity.update?.[name], entity.filters?.[name]];
    return {
      name,
      type: String(place?.[name]?.type),
      readable: isData(name),
      filterable: name in filters,
      pushedDown: entity.filters !== undefined && name in entity.filters,
      writable: name in creates || name in updates,
      personalData: said.some((value) => value && 'personal' in value && value.personal === true),
    };
  });
};

const outputsOf = (schema: GraphQLSchema, entity: Entity) => {
  const type = schema.getType(typeName(entity));
  return isObjectType(type) ? type.getFields() : {};
};

const relationsOf = (schema: GraphQLSchema, registry: Registry, entity: Entity): DescribedRelation[] => {
  const known = new Set(registry.entities.map(typeName));
  return Object.entries(outputsOf(schema, entity)).flatMap(([name, { type }]) => {
    const { list, types } = targetsOf(type);
    return types.length > 0 && types.every((each) => known.has(each)) ? [{ name, types, list }] : [];
  });
};

/** The types of the rows that a field leads to: directly, in a union, or in a connection. */
const targetsOf = (type: GraphQLOutputType): Pick<DescribedRelation, 'types' | 'list'> => {
  const named = getNamedType(type);
  if (isUnionType(named)) return { types: named.getTypes().map(({ name }) => name), list: false };
  const nodes = isObjectType(named) ? named.getFields().nodes : undefined;
  return nodes ? { types: [getNamedType(nodes.type).name], list: true } : { types: [named.name], list: false };
};
