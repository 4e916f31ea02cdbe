/** Arguments that identify a row and its parents, and reading SIDs from them. */
import type { Context } from '../context.ts';
import { ancestors, checkKey, type Entity, keyArgument, keyField, type Sids, typeName } from '../model/index.ts';
import type { Argument, Arguments } from './types.ts';

const isAccount = (entity: Entity): boolean => entity.name === 'Account';

/**
 * One argument for each ancestor. The account defaults to the connection's own; a subaccount's SID reaches the
 * resources of the subaccount.
 */
export const parentArguments = (entity: Entity): Record<string, Argument> =>
  Object.fromEntries(
    ancestors(entity).map((parent) => {
      const description = isAccount(parent)
        ? "SID of the account or subaccount. Default: the connection's account."
        : `${keyField(parent) === 'sid' ? 'SID' : `\`${keyField(parent)}\``} of the ${parent.name}.`;
      return [keyArgument(parent), { type: 'ID', description, required: !isAccount(parent) }];
    }),
  );

/** The argument with the key of a row; none for a singleton. */
export const ownArgument = (entity: Entity): Record<string, Argument> => {
  const key = keyField(entity);
  if (!key) return {};
  const description = isAccount(entity)
    ? "SID of the account. Default: the connection's account."
    : `${key === 'sid' ? 'SID' : `\`${key}\``} of the ${typeName(entity)}.`;
  return { [key]: { type: 'ID', description, required: !isAccount(entity) } };
};

export const readParents = (context: Context, entity: Entity, args: Arguments): Sids =>
  ancestors(entity).map((parent) => readKey(context, parent, keyArgument(parent), args));

/** SIDs of the parents and the row's own key: together they identify a row. */
export const readSids = (context: Context, entity: Entity, args: Arguments): Sids => {
  const key = keyField(entity);
  const parents = readParents(context, entity, args);
  return key ? [...parents, readKey(context, entity, key, args)] : parents;
};

/** Throws bad input for a value that cannot be a key of the entity. */
const readKey = (context: Context, entity: Entity, name: string, args: Arguments): string => {
  const given = args[name] ?? undefined;
  if (given === undefined && isAccount(entity)) return context.connection.accountSid;
  return checkKey(entity, String(given), name);
};
