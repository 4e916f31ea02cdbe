/** Fields that lead to rows of other entities by value or by key, as descriptors relate them. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import {
  ancestors,
  type Entity,
  isByKey,
  isKeyOf,
  leadingKeys,
  lineage,
  type OwnValue,
  type Relation,
  type Sids,
} from '../model/index.ts';
import { isOwnArgument } from '../twilio/filtering/index.ts';
import type { ChildList } from '../twilio/loading/index.ts';
import { type Row, read } from '../twilio/rows/index.ts';
import { parentArguments, readParents } from './arguments.ts';
import { costOfGet, listField, withCost } from './lists.ts';
import { packagesIn } from './packages.ts';
import { momentOf, referenceName, rowsField, sourceOf } from './references.ts';
import { conditionOf, costOfScan, isScanned, momentsOf, windowArguments } from './timeWindows.ts';
import type { AnyOutput, Argument, Arguments, Field, Fields, Parts } from './types.ts';

export const relationFields = (parts: Parts, entity: Entity): Fields<Row> =>
  Object.fromEntries(
    Object.entries(entity.relations ?? {}).flatMap(([name, relation]): [string, Field<Row>][] => {
      const target = parts.registry.find(relation.list);
      return target ? [[name, fieldOf(parts, target, relation)]] : [];
    }),
  );

const fieldOf = (parts: Parts, target: Entity, relation: Relation): Field<Row> => {
  const { each, words } = relation;
  if (each !== undefined) {
    const type = parts.object(target) as AnyOutput;
    const itemsOf = (row: Row) => ownValue(row, each);
    return rowsField({ type, words, cost: costOfGet(target) }, itemsOf, (row, item, context, info) =>
      rowWith(parts, row, target, relation, { context, info, item }),
    );
  }
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
  if (Array.isArray(value)) return value.flatMap((each) => propertyOf(each, name) ?? []);
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

/** What a relation is followed with, beside the row that it starts from. */
interface Following {
  readonly context: Context;
  readonly args?: Arguments;
  /** The item of `each` that names the row. */
  readonly item?: unknown;
}

/** The keys of a relation's row, or of what its list lies in; `undefined` if the row does not have them. */
const keysOfRelation = (
  parts: Parts,
  row: Row,
  target: Entity,
  relation: Relation,
  { context, args = {}, item }: Following,
): Sids | undefined => {
  const steps = isByKey(relation) ? lineage(target) : ancestors(target);
  const leading = parts.registry.leading(sourceOf(row, target, context), target, leadingKeys(relation, target));
  if (relation.keys === 'arguments') return readParents(context, target, args);
  const keyOf = (key: OwnValue) =>
    relation.each === undefined || typeof key !== 'string'
      ? ownValue(row, key)
      : key === ''
        ? item
        : propertyOf(item, key);
  const given = (relation.keys ?? []).map(keyOf);
  const isText = (key: unknown): key is string | number => typeof key === 'string' || typeof key === 'number';
  if (!given.every(isText)) return undefined;
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
  resolve: (row, _args, context, info) => rowWith(parts, row, target, relation, { context, info }),
});

const rowWith = (
  parts: Parts,
  row: Row,
  target: Entity,
  relation: Relation,
  { context, info, item }: Following & { readonly info: GraphQLResolveInfo },
): unknown => {
  const to = parts.registry.near(row.entity, target);
  const keys = keysOfRelation(parts, row, to, relation, { context, item });
  if (!keys) return null;
  const { path } = info;
  return context.loaders.get(to, keys, { path, near: momentOf(row), packages: packagesIn(to, info) });
};

/** The keys of what the list lies in, where the rows that the relation starts from do not have them. */
const keyArguments = (target: Entity, { keys }: Relation): Record<string, Argument> =>
  keys === 'arguments' ? parentArguments(target) : {};

const manyField = (parts: Parts, target: Entity, relation: Relation): Field<Row> => {
  const { where, words, since, window } = relation;
  const isArgument = ([theirs]: readonly [string, unknown]) => isOwnArgument(target, theirs);
  const field = listField(parts, target, words, (row: Row, args, context) => {
    const entity = parts.registry.near(row.entity, target);
    const parents = keysOfRelation(parts, row, entity, relation, { context, args });
    const values = Object.entries(where).map(([theirs, ours]) => [theirs, ownValue(row, ours)] as const);
    if (!parents || values.some(([, value]) => value === null)) return { parents: parents ?? [], isEmpty: true };
    const compared = values.filter((each) => !isArgument(each));
    return {
      entity,
      parents,
      where: Object.fromEntries(compared),
      params: Object.fromEntries(values.filter(isArgument)),
      and: conditionOf(row, relation, args),
      child: childList(row, entity, parents, compared, relation),
    };
  });
  const knownFields = Object.keys(where).map((theirs) => referenceName(theirs, target.fields[theirs], []));
  const pages = since && { pages: [`${target.name} of ${knownFields.join()}`] };
  const cost = isScanned(relation) ? costOfScan(target, field) : field;
  return {
    ...field,
    args: { ...keyArguments(target, relation), ...(window !== undefined && windowArguments(window)), ...field.args },
    ...withCost({ ...field, ...cost }, { knownFields, ...pages }),
  };
};

/** What is needed to read this list together with those of other rows, if the relation says since when its rows exist. */
const childList = (
  row: Row,
  entity: Entity,
  parents: Sids,
  [[field, value] = ['', null]]: readonly (readonly [string, unknown])[],
  relation: Relation,
): Omit<ChildList, 'onPage'> | undefined => {
  const [sinceField] = Object.keys(relation.since ?? {});
  const { from, to } = momentsOf(row, relation);
  if (sinceField === undefined || !from) return undefined;
  return { entity, parents, field, value: String(value), sinceField, since: from, until: to };
};

/** The one row with this value. Several of them share a page of the list, unless only Twilio can tell which row it is. */
const lookupField = (parts: Parts, target: Entity, relation: Relation): Field<Row> => {
  const [[theirs, ours] = ['', '']] = Object.entries(relation.where);
  const pages = isOwnArgument(target, theirs) ? {} : { pages: [`${target.name} by ${theirs}`] };
  return {
    type: parts.object(target),
    description: relation.words,
    deprecationReason: target.deprecated,
    args: keyArguments(target, relation),
    cost: () => ({ each: 1, ...pages }),
    resolve: (row, args, context) => {
      const to = parts.registry.near(row.entity, target);
      const parents = keysOfRelation(parts, row, to, relation, { context, args });
      const value = ownValue(row, ours);
      if (typeof value !== 'string') return null;
      return parents ? context.loaders.find(to, parents, theirs, value) : null;
    },
  };
};
