/**
 * `entities`: what this API has, read off the finished schema itself, so that it cannot say anything else.
 *
 * It reads the schema rather than the descriptors, and each root field states its own operation, so that nothing is
 * guessed from names.
 */
import {
  type GraphQLField,
  type GraphQLInputFieldMap,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { type Entity, onceFor, productName, type Registry, typeName } from '../../model/index.ts';
import type { Builder, CostOf, EntityOperation, RootField } from '../types.ts';

const operations = {
  LIST: { description: 'Read a list.' },
  GET: { description: 'Read one row.' },
  CREATE: { description: 'Create a row.' },
  UPDATE: { description: 'Update one row.' },
  REPLACE: { description: 'Replace one row.' },
  DELETE: { description: 'Delete one row.' },
  UPDATE_BY_FILTER: { description: 'Update all rows that match a filter.' },
  DELETE_BY_FILTER: { description: 'Delete all rows that match a filter.' },
} satisfies Record<EntityOperation, object>;

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
export interface DescribedEntity {
  readonly name: string;
  readonly product: string;
  readonly description: string;
  readonly type: string;
  readonly operations: readonly EntityOperation[];
  readonly fields: readonly DescribedField[];
  readonly relations: readonly DescribedRelation[];
}

/** Of one entity, and its relations: more than any has. */
export const MOST_FIELDS = 100;
/** Costs nothing upstream; the answer may be long all the same. */
const listOf =
  (objects: number): CostOf =>
  () => ({ objects });

/** `known`: what the build has read off the whole schema, for a schema that is a part of it. */
export const addEntities = (
  builder: Builder,
  registry: Registry,
  known: () => readonly DescribedEntity[] | undefined,
): void => {
  const operation = builder.enumType('ApiEntityOperation', {
    description: 'An operation of this API.',
    values: operations,
  });
  const field = builder.objectRef<DescribedField>('ApiEntityField').implement({
    description: 'A field, input field or filter argument of an entity.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'Name in this API.' }),
      type: t.exposeString('type', { nullable: false, description: 'GraphQL type.' }),
      readable: t.exposeBoolean('readable', { nullable: false, description: 'Whether rows have the field.' }),
      filterable: t.exposeBoolean('filterable', {
        nullable: false,
        description: 'Whether lists can be filtered by it.',
      }),
      pushedDown: t.exposeBoolean('pushedDown', {
        nullable: false,
        description: 'Whether Twilio filters by it. Otherwise this server filters the rows that it reads.',
      }),
      writable: t.exposeBoolean('writable', {
        nullable: false,
        description: 'Whether it can be set by a create or update.',
      }),
      personalData: t.exposeBoolean('personalData', {
        nullable: false,
        description:
          'Whether it can contain personal data, such as phone numbers, names and texts. Personal data is never logged.',
      }),
    }),
  });
  const relation = builder.objectRef<DescribedRelation>('ApiEntityRelation').implement({
    description: 'A field that leads to other objects.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'Name of the field.' }),
      types: t.exposeStringList('types', { nullable: false, description: 'GraphQL types of the objects.' }),
      list: t.exposeBoolean('list', { nullable: false, description: 'Whether the field is a list.' }),
    }),
  });
  const type = builder.objectRef<DescribedEntity>('ApiEntity').implement({
    description: 'A Twilio resource and what this API can do with it.',
    fields: (t) => ({
      name: t.exposeString('name', {
        nullable: false,
        description: 'Name of the entity, from which names of root fields are derived.',
      }),
      product: t.exposeString('product', {
        nullable: false,
        description: 'API and version of Twilio, such as api.v2010.',
      }),
      description: t.exposeString('description', { nullable: false, description: 'What the entity is.' }),
      type: t.exposeString('type', { nullable: false, description: 'GraphQL type of the rows.' }),
      operations: t.expose('operations', {
        type: [operation],
        nullable: false,
        description: 'Supported operations.',
      }),
      fields: t.expose('fields', {
        type: [field],
        nullable: false,
        description: 'Fields, input fields and filter arguments.',
        extensions: { cost: listOf(MOST_FIELDS) },
      }),
      relations: t.expose('relations', {
        type: [relation],
        nullable: false,
        description: 'Fields that lead to other objects.',
        extensions: { cost: listOf(MOST_FIELDS) },
      }),
    }),
  });

  let all: readonly DescribedEntity[] | undefined;
  const costOfAll: CostOf = () => ({ objects: known()?.length ?? registry.entities.length });
  builder.queryField('entities', (t) =>
    t.field({
      type: [type],
      nullable: false,
      description: 'All entities of this API with their operations, fields and relations. Costs no upstream call.',
      extensions: { cost: costOfAll },
      args: {
        name: t.arg.string({ description: 'Only the entity with this name.' }),
        product: t.arg.string({
          description:
            'Only entities of this product, such as messaging, or of one version of it, such as messaging.v1.',
        }),
      },
      resolve: (_parent, { name, product }, _context, { schema }) => {
        all ??= known() ?? describeEntities(schema, registry);
        const isAsked = (each: DescribedEntity) =>
          (name ?? each.name) === each.name &&
          (!product || product === each.product || product === each.product.split('.')[0]);
        return all.filter(isAsked);
      },
    }),
  );
};

export const describeEntities = (schema: GraphQLSchema, registry: Registry): readonly DescribedEntity[] =>
  registry.entities.map((entity) => describe(schema, registry, entity));

const describe = (schema: GraphQLSchema, registry: Registry, entity: Entity): DescribedEntity => {
  const roots = rootsOf(schema, entity);
  return {
    name: entity.name,
    product: productName(entity),
    description: entity.aboutList ?? entity.about,
    type: typeName(entity),
    operations: (Object.keys(operations) as EntityOperation[]).filter((each) => roots.has(each)),
    fields: fieldsOf(schema, roots, entity),
    relations: relationsOf(schema, registry, entity),
  };
};

type Roots = ReadonlyMap<EntityOperation, GraphQLField<unknown, unknown>>;

/** The root fields of each entity, also behind the entry of a product. Names would not tell what a field does. */
const rootsIn = onceFor((schema: GraphQLSchema): ReadonlyMap<Entity, Roots> => {
  const roots = new Map<Entity, Map<EntityOperation, GraphQLField<unknown, unknown>>>();
  const collect = (type: GraphQLNamedType | null | undefined): void => {
    for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
      const { rootField, entry } = field.extensions as { readonly rootField?: RootField; readonly entry?: true };
      if (entry) collect(getNamedType(field.type));
      if (!rootField) continue;
      const known = roots.get(rootField.entity) ?? new Map();
      roots.set(rootField.entity, known.set(rootField.operation, field));
    }
  };
  collect(schema.getQueryType());
  collect(schema.getMutationType());
  return roots;
});

const rootsOf = (schema: GraphQLSchema, entity: Entity): Roots => rootsIn(schema).get(entity) ?? new Map();

/** The fields of the input that a root field takes. */
const inputsOf = (roots: Roots, operation: EntityOperation, argument: 'filter' | 'input'): GraphQLInputFieldMap => {
  const given = roots.get(operation)?.args.find(({ name }) => name === argument);
  const type = given && getNamedType(given.type);
  return isInputObjectType(type) ? type.getFields() : {};
};

/** Names an object of whatever entity. */
const RELAY_ID = 'id';

const fieldsOf = (schema: GraphQLSchema, roots: Roots, entity: Entity): DescribedField[] => {
  const filters = inputsOf(roots, 'LIST', 'filter');
  const creates = inputsOf(roots, 'CREATE', 'input');
  const updates = inputsOf(roots, 'UPDATE', 'input');
  const data = dataOf(schema, entity);
  // In the descriptor's order.
  const own = Object.keys(entity.fields).filter((name) => name in data);
  const names = new Set([...own, ...[data, creates, updates, entity.filters ?? {}].flatMap(Object.keys)]);
  return [...names].map((name) => {
    const place = [data, creates, updates, filters].find((fields) => name in fields);
    const said = [entity.fields[name], entity.create?.[name], entity.update?.[name], entity.filters?.[name]];
    return {
      name,
      type: String(place?.[name]?.type),
      readable: name in data,
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

/** The fields of its rows that are values, and lead nowhere. */
const dataOf = (schema: GraphQLSchema, entity: Entity) =>
  Object.fromEntries(
    Object.entries(outputsOf(schema, entity)).filter(
      ([name, { type }]) => name !== RELAY_ID && isLeafType(getNamedType(type)),
    ),
  );

const typesIn = onceFor(({ entities }: Registry): ReadonlySet<string> => new Set(entities.map(typeName)));

const relationsOf = (schema: GraphQLSchema, registry: Registry, entity: Entity): DescribedRelation[] => {
  const known = typesIn(registry);
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
