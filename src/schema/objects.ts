/** Builds an entity's GraphQL type from its descriptor: its fields, the objects that its SIDs name, and its child lists. */
import type { Context } from '../context.ts';
import {
  ancestors,
  type Entity,
  isEntity,
  jsonName,
  keysOf,
  parentsOf,
  singular,
  typeName,
  type Value,
} from '../model/index.ts';
import { type Row, read, rowByKey } from '../twilio/rows/index.ts';
import { isAccountOwned } from './accountOwned.ts';
import { childFields, listsIn } from './children.ts';
import { describeField } from './descriptions.ts';
import { costOfGet } from './lists.ts';
import { makeFields } from './makeFields.ts';
import { accountOf, readNeed } from './needs.ts';
import { needsOnlyKey } from './packages.ts';
import { masked, showsPersonalData } from './personal.ts';
import { isAccount, referenceFields } from './references.ts';
import { relationFields } from './relations.ts';
import type { Field, Fields, Parts } from './types.ts';

/** Gives the type of an entity's rows its fields. Entities that can be fetched by SID are nodes. */
export const implementObject = (parts: Parts, entity: Entity): void => {
  const name = typeName(entity);
  const ref = parts.object(entity);
  const options = {
    description: entity.about,
    extensions: { entity },
    interfaces: isAccountOwned(entity) ? [parts.accountOwned()] : [],
    isTypeOf: (row: unknown) => typeName((row as Row).entity) === name,
    fields: (t: Parameters<typeof makeFields>[0]) =>
      makeFields<Row>(t, {
        // What rows have only where they lie in something is null for the others.
        ...Object.assign({}, ...parts.registry.scoped(entity).map((each) => ownFields(parts, each))),
        ...parentField(parts, entity),
        ...ownFields(parts, entity),
        ...childFields(parts, entity),
      }),
  };
  if (entity.fetch)
    parts.builder.node(ref, {
      ...options,
      id: {
        description: 'Globally unique ID; see `node`.',
        resolve: ({ entity, sids }, _args, { connection }) => connection.globalIds.write(entity, sids),
      },
      loadOne: (id, context) => {
        const { client, connection } = context;
        const { entity, sids } = connection.globalIds.read(id, parts.registry.find);
        // A row of another account is answered as one that does not exist.
        const need = readNeed(parts.registry.canonical(entity), accountOf(entity, sids, connection.accountSid));
        return client.rights.allows(need) ? context.loaders.get(entity, sids) : null;
      },
    });
  else ref.implement(options);
};

const ownFields = (parts: Parts, entity: Entity): Fields<Row> => ({
  ...dataFields(parts, entity),
  ...referenceFields(parts, entity),
  ...relationFields(parts, entity),
});

const dataFields = (parts: Parts, entity: Entity): Fields<Row> => {
  const fields: Fields<Row> = {};
  for (const [name, value] of Object.entries(entity.fields)) {
    if (value.hidden) continue;
    fields[name] = {
      type: parts.kinds.output(entity, name, value),
      nullable: !isNonNull(entity, name, value),
      description: describeField(entity, name, value),
      deprecationReason: value.reason,
      ...readingOf(entity, name, value),
    };
  }
  return entity.etag ? { ...fields, etag: versionField(entity) } : fields;
};

const isNonNull = (entity: Entity, name: string, { nonNull }: Value): boolean =>
  nonNull === true || keysOf(entity).includes(name);

/** Twilio tells the version of a row in a header of the answer that has the row alone. */
const versionField = (entity: Entity): Field<Row> => ({
  type: 'String',
  description: 'Version of the row. Pass it as `ifMatch` to change the row only if nobody has changed it since.',
  cost: costOfGet(entity),
  resolve: async ({ entity, sids, json }, _args, { loaders }) =>
    json.etag ?? (await loaders.get(entity, sids, { alone: true }))?.json.etag ?? null,
});

/** Rows that something else than a query for them has loaded, such as `node`, come without packages. */
const packagedField = (entity: Entity, name: string, pack: string): Pick<Field<Row>, 'cost' | 'resolve'> => ({
  cost: () => ({ paid: [`${entity.name}.${name}`] }),
  resolve: async (row, _args, { loaders }) => {
    const { entity, sids } = row;
    const whole = loaders.hasPackage(row, pack) ? row : await loaders.get(entity, sids, { packages: [pack] });
    return whole && read(whole, name);
  },
});

/** Most fields are properties of the row. */
const readingOf = (entity: Entity, name: string, value: Value): Pick<Field<Row>, 'cost' | 'resolve' | 'isProperty'> => {
  const reading: Pick<Field<Row>, 'cost' | 'resolve'> = value.package
    ? packagedField(entity, name, value.package)
    : isUnlisted(entity, name)
      ? {
          cost: costOfGet(entity),
          resolve: (row, _args, context) => readDetail(row, name, context),
        }
      : {};
  // A secret that Twilio returns once is for the caller who has just created it.
  if (!value.personal || value.shownOnce) return reading;
  const { resolve = (row: Row) => (row as unknown as Record<string, unknown>)[name] } = reading;
  const hide = (found: unknown) => masked(name, value, found, isNonNull(entity, name, value));
  return {
    ...reading,
    ...(!reading.resolve && { isProperty: ({ client }: Context) => client.rights.isUnlimited }),
    resolve: (row, args, context, info) => {
      const found = resolve(row, args, context, info);
      if (showsPersonalData(row, context)) return found;
      return found instanceof Promise ? found.then(hide) : hide(found);
    },
  };
};

const isUnlisted = (entity: Entity, name: string): boolean =>
  entity.fields[name]?.unlisted === true || (entity.rows === 'key' && !keysOf(entity).includes(name));

/** Reads a field that Twilio's lists leave out, by fetching the row. */
const readDetail = async (row: Row, name: string, { loaders }: Context): Promise<unknown> => {
  if (jsonName(row.entity, name, row.entity.fields[name] ?? { scalar: 'JSON' }) in row.json) return read(row, name);
  const whole = await loaders.get(row.entity, row.sids);
  return whole && read(whole, name);
};

/** `in: Conference` adds a field `conference`, unless a SID field adds it already. */
const parentField = (parts: Parts, entity: Entity): Fields<Row> => {
  const parent = ancestors(entity).at(-1);
  if (!parent || !isEntity(parent) || !parent.fetch) return {};
  return {
    [singular(parent)]: {
      type: parts.object(parent),
      description: `The ${typeName(parent)} to which this ${typeName(entity)} belongs.`,
      cost: isAccount(parent) ? () => ({ perAccount: 1 }) : costOfGet(parent),
      resolve: (row, _args, { loaders }, info) => {
        const own = parts.registry.near(row.entity, parent);
        const above = parentsOf(row.entity, row.sids);
        if (needsOnlyKey(parent, listsIn(parts.registry, parent), info)) return rowByKey(own, above);
        return loaders.get(own, above, { path: info.path });
      },
    },
  };
};
