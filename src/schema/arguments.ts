/** The arguments that say where something lies and which one is meant, and the SIDs that are read from them. */
import type { Context } from '../context.ts';
import { ancestors, checkKey, type Entity, keyArgument, keyField, type Sids } from '../model/index.ts';
import type { Argument, Arguments } from './types.ts';

const isAccount = (entity: Entity): boolean => entity.name === 'Account';

/**
 * One argument for each ancestor. The account is the connection's own unless it is named: a subaccount's resources
 * are reached with its SID.
 */
export const parentArguments = (entity: Entity): Record<string, Argument> =>
  Object.fromEntries(
    ancestors(entity).map((parent) => {
      const description = isAccount(parent)
        ? "The account it belongs to: a subaccount's SID, or nothing for the connection's own account."
        : `The ${parent.name} it belongs to.`;
      return [keyArgument(parent), { type: 'ID', description, required: !isAccount(parent) }];
    }),
  );

/** The argument that names a row itself; none for a singleton. */
export const ownArgument = (entity: Entity): Record<string, Argument> => {
  const key = keyField(entity);
  if (!key) return {};
  const by = key === 'sid' ? 'its SID' : `its \`${key}\``;
  const description = isAccount(entity)
    ? "The account's SID; the connection's own if left out."
    : `Which one, by ${by}.`;
  return { [key]: { type: 'ID', description, required: !isAccount(entity) } };
};

export const readParents = (context: Context, entity: Entity, args: Arguments): Sids =>
  ancestors(entity).map((parent) => readKey(context, parent, keyArgument(parent), args));

/** Parents and own key: all that names a row. */
export const readSids = (context: Context, entity: Entity, args: Arguments): Sids => {
  const key = keyField(entity);
  const parents = readParents(context, entity, args);
  return key ? [...parents, readKey(context, entity, key, args)] : parents;
};

/** Throws bad input for what cannot be a SID. */
const readKey = (context: Context, entity: Entity, name: string, args: Arguments): string => {
  const given = args[name] ?? undefined;
  if (given === undefined && isAccount(entity)) return context.connection.accountSid;
  return checkKey(entity, String(given), name);
};
