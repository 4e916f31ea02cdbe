/** Fields that lead to rows of other entities: what SIDs name, and what descriptors relate by value or by key. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { ApiError } from '../errors.ts';
import {
  ancestors,
  type Entity,
  isByKey,
  isKeyOf,
  leadingKeys,
  lineage,
  lowerFirst,
  type OwnValue,
  productName,
  productOf,
  type Relation,
  type Sids,
  type Source,
  singular,
  type Target,
  typeName,
  upperFirst,
} from '../model/index.ts';
import { isOwnArgument } from '../twilio/filtering/index.ts';
import type { ChildList } from '../twilio/loading/index.ts';
import { type Row, read, rowByKey } from '../twilio/rows/index.ts';
import { listsIn } from './children.ts';
import { costOfGet, listField, withCost } from './lists.ts';
import { accountOf } from './needs.ts';
import { needsOnlyKey, packagesIn } from './packages.ts';
import type { AnyOutput, CostOf, Field, Fields, Parts } from './types.ts';

/**
 * `callSid` and `callId` add `call`, `callSidToCoach` adds `callToCoach`; a `sid` that names another entity adds that
 * entity.
 */
export const referenceName = (field: string, [target]: readonly Entity[]): string =>
  field === 'sid' && target ? singular(target) : lowerFirst(field.replace(/[sS]id(?=[A-Z]|$)|Id$/, ''));

export const referenceFields = (parts: Parts, entity: Entity): Fields<Row> => {
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
      resolve: (row, _args, context, info) => follow(parts, row, { name, target, info }, context),
    };
  }
  return fields;
};

export const isAccount = (entity: Entity | undefined): boolean => entity?.name === 'Account';

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
  readonly info: GraphQLResolveInfo;
}
/** The row that a SID names. `null` without a SID, or if its entity is not known. */
const follow = (parts: Parts, row: Row, { name, target, info }: Reference, context: Context): unknown => {
  const sid = read(row, name);
  if (typeof sid !== 'string') return null;
  const to = entityNameOf(target, sid, row);
  const found = to === undefined ? undefined : parts.registry.find(to);
  const reached = found && parts.registry.follow(sourceOf(row, found, context), found, sid);
  if (!reached) return null;
  const { entity, sids } = reached;
  if ('to' in target && needsOnlyKey(entity, listsIn(parts.registry, entity), info)) return rowByKey(entity, sids);
  return context.loaders.get(entity, sids, { path: info.path, near: momentOf(row) });
};

/** When the row came into being: rows that belong to it are of about that time. */
const momentOf = (row: Row): Date | undefined => {
  const created = row.entity.fields.dateCreated && read(row, 'dateCreated');
  return created instanceof Date ? created : undefined;
};

const entityNameOf = (target: Target, sid: string, row: Row): string | undefined => {
  if ('to' in target) return target.to;
  return 'by' in target ? target.cases[String(read(row, target.by))] : target.prefixes[sid.slice(0, 2)];
};

/**
 * A row as the start of a path to `to`. Products beyond the core API are reached with the account of the connection
 * alone: what they know of another account's row cannot be asked, and is not answered as if it did not exist.
 */
const sourceOf = (row: Row, to: Entity, { connection }: Context): Source => {
  const { entity, sids } = row;
  const own = connection.accountSid;
  if (productOf(to).account === 'credentials' && accountOf(entity, sids, own) !== own)
    throw new ApiError(
      'FORBIDDEN',
      `${productName(to)} can be asked for the account of this connection only, and this row belongs to another one. ` +
        'Use a connection of that account.',
    );
  return { entity, sids, read: (field) => read(row, field), account: own };
};

export const relationFields = (parts: Parts, entity: Entity): Fields<Row> =>
  Object.fromEntries(
    Object.entries(entity.relations ?? {}).flatMap(([name, relation]): [string, Field<Row>][] => {
      const target = parts.registry.find(relation.list);
      return target ? [[name, fieldOf(parts, target, relation)]] : [];
    }),
  );

const fieldOf = (parts: Parts, target: Entity, relation: Relation): Field<Row> => {
  if (isByKey(relation)) return rowField(parts, target, relation);
  return relation.only ? lookupField(parts, target, relation) : manyField(parts, target, relation);
};

const ownValue = (row: Row, own: OwnValue): unknown => {
  if (typeof own !== 'string') return own.derive(...own.from.map((field) => read(row, field))) ?? null;
  const [field = '', ...path] = own.split('.');
  return path.reduce(propertyOf, read(row, field)) ?? null;
};
/** Some of Twilio's properties hold JSON as text. */
const propertyOf = (value: unknown, name: string): unknown => {
  const json = typeof value === 'string' ? parsed(value) : value;
  return typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>)[name] : undefined;
};
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The keys of a relation's row, or of what its list lies in; `undefined` if the row does not have them. */
const keysOfRelation = (
  parts: Parts,
  row: Row,
  target: Entity,
  relation: Relation,
  context: Context,
): Sids | undefined => {
  const steps = isByKey(relation) ? lineage(target) : ancestors(target);
  const given = (relation.keys ?? []).map((key) => ownValue(row, key));
  const isText = (key: unknown): key is string | number => typeof key === 'string' || typeof key === 'number';
  if (!given.every(isText)) return undefined;
  const leading = parts.registry.leading(sourceOf(row, target, context), target, leadingKeys(relation, target));
  const keys = leading && [...leading, ...given.map(String)];
  // Some come from texts that are the client's own: only what can be a key goes into a path.
  return keys?.every((key, i) => isKeyOf(steps[Math.min(i, steps.length - 1)] ?? target, key)) ? keys : undefined;
};

/** The one row with these keys. */
const rowField = (parts: Parts, target: Entity, relation: Relation): Field<Row> => ({
  type: parts.object(target),
  description: relation.words,
  deprecationReason: target.deprecated,
  cost: costOfGet(target),
  resolve: (row, _args, context, info) => {
    const keys = keysOfRelation(parts, row, target, relation, context);
    if (!keys) return null;
    const { path } = info;
    return context.loaders.get(target, keys, { path, near: momentOf(row), packages: packagesIn(target, info) });
  },
});

const manyField = (parts: Parts, target: Entity, relation: Relation): Field<Row> => {
  const { where, words, since } = relation;
  const isArgument = ([theirs]: readonly [string, unknown]) => isOwnArgument(target, theirs);
  const field = listField(parts, target, words, (row: Row, _args, context) => {
    const parents = keysOfRelation(parts, row, target, relation, context);
    const values = Object.entries(where).map(([theirs, ours]) => [theirs, ownValue(row, ours)] as const);
    if (!parents || values.some(([, value]) => value === null)) return { parents: parents ?? [], isEmpty: true };
    const compared = values.filter((each) => !isArgument(each));
    return {
      parents,
      where: Object.fromEntries(compared),
      params: Object.fromEntries(values.filter(isArgument)),
      child: childList(row, target, parents, compared, since),
    };
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

/** The one row with this value. Several of them share a page of the list, unless only Twilio can tell which row it is. */
const lookupField = (parts: Parts, target: Entity, relation: Relation): Field<Row> => {
  const [[theirs, ours] = ['', '']] = Object.entries(relation.where);
  const pages = isOwnArgument(target, theirs) ? {} : { pages: [`${target.name} by ${theirs}`] };
  return {
    type: parts.object(target),
    description: relation.words,
    deprecationReason: target.deprecated,
    cost: () => ({ each: 1, ...pages }),
    resolve: (row, _args, context) => {
      const value = ownValue(row, ours);
      if (typeof value !== 'string') return null;
      const parents = keysOfRelation(parts, row, target, relation, context);
      return parents ? context.loaders.find(target, parents, theirs, value) : null;
    },
  };
};
