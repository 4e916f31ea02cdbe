/** Arguments that identify a row and its parents, and reading SIDs from them. */
import type { Context } from '../context.ts';
import {
  ancestors,
  checkKey,
  checkText,
  type Entity,
  keyArgument,
  keyField,
  ownArguments,
  type Sids,
  type Step,
  typeName,
  valuesOf,
} from '../model/index.ts';
import { checkPhone } from '../twilio/filtering/index.ts';
import { describeValue } from './descriptions.ts';
import type { Argument, Arguments, Parts } from './types.ts';

const isAccount = (step: Step): boolean => step.name === 'Account';

const keyWords = (step: Step): string => (keyField(step) === 'sid' ? 'SID' : `\`${keyField(step)}\``);

/**
 * One argument for each ancestor. The account defaults to the connection's own; a subaccount's SID reaches the
 * resources of the subaccount.
 */
export const parentArguments = (entity: Entity): Record<string, Argument> =>
  Object.fromEntries(
    ancestors(entity).map((parent) => {
      const description = isAccount(parent)
        ? "SID of the account or subaccount. Default: the connection's account."
        : `${keyWords(parent)} of the ${parent.name}.`;
      return [keyArgument(parent), { type: 'ID', description, required: !isAccount(parent) }];
    }),
  );

/** The arguments with the keys of a row; none for a singleton. */
export const ownArgument = (entity: Entity): Record<string, Argument> =>
  Object.fromEntries(
    ownArguments(entity).map((name) => {
      const description = isAccount(entity)
        ? "SID of the account. Default: the connection's account."
        : `${name === 'sid' ? 'SID' : `\`${name}\``} of the ${typeName(entity)}.`;
      return [name, { type: 'ID', description, required: !isAccount(entity) }];
    }),
  );

/** The arguments of a fetch or a remove, beside those that name the row. */
export const valueArguments = (parts: Parts, entity: Entity, operation: 'fetch' | 'remove'): Record<string, Argument> =>
  Object.fromEntries(
    Object.entries(valuesOf(entity, operation) ?? {})
      .filter(([, value]) => !value.isPackages)
      .map(([name, value]) => {
        const type = parts.kinds.input(entity, name, value);
        const about = describeValue(entity, name, value);
        return [name, { type: value.many ? [type] : type, ...about, required: value.must === true }];
      }),
  );

/** What these arguments say. Throws bad input for what cannot be sent, and for a phone number in another form than E.164. */
export const readValues = (entity: Entity, operation: 'fetch' | 'remove', args: Arguments): Arguments =>
  Object.fromEntries(
    Object.entries(valuesOf(entity, operation) ?? {}).map(([name, { phone }]) => {
      const value = args[name] ?? undefined;
      checkText(value, name);
      if (phone && typeof value === 'string') checkPhone(value, name);
      return [name, value];
    }),
  );

/** The keys of a row itself. Throws bad input for what cannot be one. */
export const readOwn = (entity: Entity, args: Arguments): Sids =>
  ownArguments(entity).map((name) => checkKey(entity, String(args[name]), name));

export const readParents = (context: Context, entity: Entity, args: Arguments): Sids =>
  ancestors(entity).map((parent) => readKey(context, parent, keyArgument(parent), args));

/** SIDs of the parents and the row's own key: together they identify a row. */
export const readSids = (context: Context, entity: Entity, args: Arguments): Sids => {
  const keys = ownArguments(entity).map((name) => readKey(context, entity, name, args));
  return [...readParents(context, entity, args), ...keys];
};

/** Throws bad input for a value that cannot be a key of the step. */
const readKey = (context: Context, step: Step, name: string, args: Arguments): string => {
  const given = args[name] ?? undefined;
  if (given === undefined && isAccount(step)) return context.connection.accountSid;
  return checkKey(step, String(given), name);
};
