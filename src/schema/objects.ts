/** Builds an entity's GraphQL type from its descriptor: its fields, the objects that its SIDs name, and its child lists. */
import type { Context } from '../context.ts';
import type { FieldPath } from '../events.ts';
import {
  ancestors,
  type Entity,
  fromGlobalId,
  isEntity,
  jsonName,
  keysOf,
  lowerFirst,
  type Relation,
  rowKey,
  type Sids,
  singular,
  type Target,
  typeName,
  upperFirst,
  type Value,
  wordsOf,
} from '../model/index.ts';
import type { ChildList } from '../twilio/loading/index.ts';
import { type Row, read } from '../twilio/rows/index.ts';
import { isAccountOwned } from './accountOwned.ts';
import { childFields } from './children.ts';
import { costOfGet, listField, withCost } from './lists.ts';
import { makeFields } from './makeFields.ts';
import { accountOf, readNeed } from './needs.ts';
import { masked, showsPersonalData } from './personal.ts';
import type { AnyOutput, CostOf, Field, Fields, Parts } from './types.ts';

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
        ...dataFields(parts, entity),
        ...parentField(parts, entity),
        ...referenceFields(parts, entity),
        ...relationFields(parts, entity),
        ...childFields(parts, entity),
      }),
  };
  if (entity.fetch)
    parts.builder.node(ref, {
      ...options,
      id: {
        description: 'Globally unique ID; see `node`.',
        resolve: (row) => rowKey(row.entity, row.sids),
      },
      loadOne: (id, context) => {
        const { entity, sids } = fromGlobalId(Buffer.from(id).toString('base64url'), parts.registry.find);
        const { client, connection } = context;
        // A row of another account is answered as one that does not exist.
        const need = readNeed(parts.registry.canonical(entity), accountOf(entity, sids, connection.accountSid));
        return client.rights.allows(need) ? context.loaders.get(entity, sids) : null;
      },
    });
  else ref.implement(options);
};

const dataFields = (parts: Parts, entity: Entity): Fields<Row> => {
  const fields: Fields<Row> = {};
  for (const [name, value] of Object.entries(entity.fields)) {
    if (value.hidden) continue;
    fields[name] = {
      type: parts.kinds.output(entity, name, value),
      nullable: !keysOf(entity).includes(name) && !value.nonNull,
      description: wordsOf(entity, name, value),
      deprecationReason: value.reason,
      ...readingOf(entity, name, value),
    };
  }
  return entity.etag ? { ...fields, etag: versionField(entity) } : fields;
};

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
const readingOf = (entity: Entity, name: string, value: Value): Pick<Field<Row>, 'cost' | 'resolve'> => {
  const reading = value.package
    ? packagedField(entity, name, value.package)
    : isUnlisted(entity, name)
      ? {
          cost: costOfGet(entity),
          resolve: (row: Row, _args: unknown, context: Context) => readDetail(row, name, context),
        }
      : {};
  // A secret that Twilio returns once is for the caller who has just created it.
  if (!value.personal || value.shownOnce) return reading;
  const { resolve = (row: Row) => (row as unknown as Record<string, unknown>)[name] } = reading;
  return {
    ...reading,
    resolve: (row, args, context, info) => {
      const found = resolve(row, args, context, info);
      if (showsPersonalData(row, context)) return found;
      return found instanceof Promise ? found.then((later) => masked(name, value, later)) : masked(name, value, found);
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
  const line = ancestors(entity);
  const parent = line.at(-1);
  if (!parent || !isEntity(parent) || !parent.fetch) return {};
  return {
    [singular(parent)]: {
      type: parts.object(parent),
      description: `The ${typeName(parent)} to which this ${typeName(entity)} belongs.`,
      cost: isAccount(parent) ? () => ({ perAccount: 1 }) : costOfGet(parent),
      resolve: ({ sids }, _args, { loaders }, { path }) => loaders.get(parent, sids.slice(0, line.length), { path }),
    },
  };
};

/**
 * `callSid` and `callId` add `call`, `callSidToCoach` adds `callToCoach`; a `sid` that names another entity adds that
 * entity.
 */
const referenceName = (field: string, [target]: readonly Entity[]): string =>
  field === 'sid' && target ? singular(target) : lowerFirst(field.replace(/[sS]id(?=[A-Z]|$)|Id$/, ''));

const referenceFields = (parts: Parts, entity: Entity): Fields<Row> => {
  const fields: Fields<Row> = {};
  for (const [name, value] of Object.entries(entity.fields)) {
    if (!value.target) continue;
    const { target } = value;
    const targets = parts.registry.targets(target).filter(({ fetch }) => fetch);
    if (targets.length === 0) continue;
    const reference = [referenceName(name, targets), ...targets.map(singular)].find((each) => !(each in entity.fields));
    if (reference === undefined) continue;
    fields[reference] = {
      type: targetType(parts, `${typeName(entity)}${upperFirst(reference)}`, targets),
      description: `The ${targets.map(typeName).join(' or ')} with the SID in \`${name}\`; null if there is none.`,
      cost: costOfReference(entity, name, targets),
      resolve: (row, _args, context, { path }) => follow(parts, row, { name, target, path }, context),
    };
  }
  return fields;
};

const isAccount = (entity: Entity | undefined): boolean => entity?.name === 'Account';

/** The account costs one call for all rows that belong to it. */
const costOfReference = (entity: Entity, name: string, targets: readonly Entity[]): CostOf => {
  if (name === 'accountSid' && isAccount(targets[0]) && !isAccount(entity)) return () => ({ perAccount: 1 });
  const paged = targets.filter(({ batch }) => batch);
  return () => ({ each: 1, pages: paged.map((target) => target.name) });
};

const targetType = (parts: Parts, name: string, targets: readonly Entity[]): AnyOutput => {
  const types = targets.map(parts.object);
  const [only] = types;
  if (only && types.length === 1) return only;
  const description = `One of ${targets.map(typeName).join(' or ')}.`;
  return parts.builder.unionType(name, { types, description, resolveType: (row) => typeName((row as Row).entity) });
};

interface Reference {
  readonly name: string;
  readonly target: Target;
  readonly path: FieldPath;
}
/** The row that a SID names. `null` without a SID, or if its entity is not known. */
const follow = (parts: Parts, row: Row, { name, target, path }: Reference, context: Context): unknown => {
  const sid = read(row, name);
  const to = 'to' in target ? target.to : target.cases[String(read(row, target.by))];
  const found = to === undefined ? undefined : parts.registry.find(to);
  if (typeof sid !== 'string' || !found) return null;
  const { entity, sids } = row;
  const { accountSid } = context.connection;
  const source = { entity, sids, read: (field: string) => read(row, field), account: accountSid };
  const reached = parts.registry.follow(source, found, sid);
  const created = row.entity.fields.dateCreated && read(row, 'dateCreated');
  if (!reached) return null;
  return context.loaders.get(reached.entity, reached.sids, {
    path,
    near: created instanceof Date ? created : undefined,
  });
};

const relationFields = (parts: Parts, entity: Entity): Fields<Row> =>
  Object.fromEntries(
    Object.entries(entity.relations ?? {}).flatMap(([name, relation]): [string, Field<Row>][] => {
      const target = parts.registry.find(relation.list);
      if (!target) return [];
      const field = relation.only ? lookupField(parts, target, relation) : manyField(parts, target, relation);
      return [[name, field]];
    }),
  );

const manyField = (parts: Parts, target: Entity, { where, words, since }: Relation): Field<Row> => {
  const field = listField(parts, target, words, (row: Row) => {
    const parents = row.sids.slice(0, ancestors(target).length);
    const values = Object.entries(where).map(([theirs, ours]) => [theirs, read(row, ours)] as const);
    if (values.some(([, value]) => value === null)) return { parents, isEmpty: true };
    return { parents, where: Object.fromEntries(values), child: childList(row, target, parents, values, since) };
  });
  const knownFields = Object.keys(where).map((theirs) => referenceName(theirs, []));
  return {
    ...field,
    ...withCost(field, { knownFields, ...(since && { pages: [`${target.name} of ${knownFields.join()}`] }) }),
  };
};

/** What is needed to read this list together with those of other rows, if the relation says since when its rows exist. */
const childList = (
  row: Row,
  entity: Entity,
  parents: Sids,
  [[field, value] = ['', null]]: readonly (readonly [string, unknown])[],
  since: Relation['since'],
): Omit<ChildList, 'onPage'> | undefined => {
  const [[sinceField, ours] = ['', '']] = Object.entries(since ?? {});
  const start = ours && read(row, ours);
  if (!(start instanceof Date)) return undefined;
  return { entity, parents, field, value: String(value), sinceField, since: start };
};

/** The one row with this value. Several of them share a page of the list. */
const lookupField = (parts: Parts, target: Entity, { where, words }: Relation): Field<Row> => ({
  type: parts.object(target),
  description: words,
  cost: () => ({ each: 1, pages: [`${target.name} by ${Object.keys(where).join()}`] }),
  resolve: (row, _args, { loaders }) => {
    const [[theirs, ours] = ['', '']] = Object.entries(where);
    const value = read(row, ours);
    if (typeof value !== 'string') return null;
    return loaders.find(target, row.sids.slice(0, ancestors(target).length), theirs, value);
  },
});
