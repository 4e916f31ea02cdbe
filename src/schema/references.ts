/** Fields that lead from a SID of a row to the rows that it names. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { ApiError } from '../errors.ts';
import {
  type Entity,
  lowerFirst,
  productName,
  productOf,
  type Source,
  singular,
  type Target,
  typeName,
  upperFirst,
  type Value,
} from '../model/index.ts';
import { MAX_PAGE } from '../twilio/lists/index.ts';
import { type Row, read, rowByKey } from '../twilio/rows/index.ts';
import { listsIn } from './children.ts';
import { withArticle } from './descriptions.ts';
import { readFirst } from './lists.ts';
import { accountOf } from './needs.ts';
import { needsOnlyKey } from './packages.ts';
import type { AnyOutput, CostOf, Field, Fields, Parts } from './types.ts';

/**
 * `callSid` and `callId` add `call`, `callSids` adds `calls`, `callSidToCoach` adds `callToCoach`; a `sid` that names
 * another entity adds that entity.
 */
export const referenceName = (field: string, value: Value | undefined, [target]: readonly Entity[]): string =>
  value?.leadsAs ??
  (field === 'sid' && target
    ? singular(target)
    : lowerFirst(field.replace(/[sS]ids$|Ids$/, 's').replace(/[sS]id(?=[A-Z]|$)|Id$/, '')));

export const referenceFields = (parts: Parts, entity: Entity): Fields<Row> => {
  const fields: Fields<Row> = {};
  for (const [name, value] of Object.entries(entity.fields)) {
    if (!value.target) continue;
    const { target } = value;
    const targets = parts.registry.targets(target).filter(({ fetch }) => fetch);
    if (targets.length === 0) continue;
    const names = [referenceName(name, value, targets), ...targets.map(singular)];
    const reference = names.find((each) => !(each in entity.fields));
    if (reference === undefined) continue;
    const type = targetType(parts, `${typeName(entity)}${upperFirst(reference)}`, targets);
    const which = oneOf(targets);
    const cost = costOfReference(entity, name, targets);
    if (value.many) {
      const sidsOf = (row: Row) => read(row, name);
      const words = `One ${which} for each ID in \`${name}\``;
      fields[reference] = rowsField({ type, words, cost }, sidsOf, (row, sid, context, info) =>
        follow(parts, row, sid, { target, info }, context),
      );
      continue;
    }
    fields[reference] = {
      type,
      description: `The ${which} with the SID in \`${name}\`; null if there is none.`,
      cost,
      resolve: (row, _args, context, info) => follow(parts, row, read(row, name), { target, info }, context),
    };
  }
  return fields;
};

/** `Call, Message or Conversation`. */
const oneOf = (targets: readonly Entity[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(targets.map(typeName));

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
  const description = `${upperFirst(withArticle(oneOf(targets)))}.`;
  return parts.builder.unionType(name, { types, description, resolveType: (row) => typeName((row as Row).entity) });
};

const DEFAULT_ROWS = 20;

/** Rows that the items of a list name, in its order; null where there is no such row. */
export const rowsField = (
  { type, words, cost }: { readonly type: AnyOutput; readonly words: string; readonly cost: CostOf },
  itemsOf: (row: Row) => unknown,
  rowOf: (row: Row, item: unknown, context: Context, info: GraphQLResolveInfo) => unknown,
): Field<Row> => ({
  type: [type],
  nullable: { list: true, items: true },
  description: `${words}, in the same order; null where there is none.`,
  args: { first: { type: 'Int', defaultValue: DEFAULT_ROWS, description: `Number of rows, from 1 to ${MAX_PAGE}.` } },
  cost: ({ first }, scanPages) => ({
    ...cost({}, scanPages),
    each: readFirst(first),
    objects: readFirst(first),
    values: readFirst(first),
  }),
  resolve: (row, { first }, context, info) => {
    const count = readFirst(first);
    const items = itemsOf(row);
    return Array.isArray(items) ? items.slice(0, count).map((item) => rowOf(row, item, context, info)) : null;
  },
});

interface Reference {
  readonly target: Target;
  readonly info: GraphQLResolveInfo;
}
/** The row that a SID names. `null` without a SID, or if its entity is not known. */
const follow = (parts: Parts, row: Row, sid: unknown, { target, info }: Reference, context: Context): unknown => {
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
export const momentOf = (row: Row): Date | undefined => {
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
export const sourceOf = (row: Row, to: Entity, { connection }: Context): Source => {
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
