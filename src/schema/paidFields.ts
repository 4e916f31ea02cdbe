/** How many fields of an operation cost money or reach a person: one by default, so that aliases cannot multiply a send. */
import { GraphQLError, getOperationAST, isObjectType, Kind, type SelectionSetNode } from 'graphql';
import { argumentsOf } from '../execution/index.ts';
import { contextOf, type ExecutableOperation, isIncluded, type OperationContext } from './executableOperation.ts';
import { isPaid } from './journalled.ts';
import type { Change, EntityOperation, RootField } from './types.ts';

const CHANGES: Readonly<Partial<Record<EntityOperation, Change>>> = {
  CREATE: 'create',
  UPDATE: 'update',
  REPLACE: 'replace',
  UPDATE_BY_FILTER: 'update',
};

/** Why the operation may not run, if it has more paid fields than `most`. */
export const tooManyPaidFields = (given: ExecutableOperation, most: number): readonly GraphQLError[] => {
  const operation = getOperationAST(given.document, given.operationName);
  if (operation?.operation !== 'mutation') return [];
  const count = paidKeys(contextOf(given, operation), operation.selectionSet, new Set()).size;
  if (count <= most) return [];
  const message =
    `The operation has ${count} fields that cost money or reach a person; at most ${most === 1 ? '1 is' : `${most} are`} allowed. ` +
    'Nothing was sent. Send each in a request of its own, or raise TWILIO_MAX_PAID_FIELDS.';
  return [new GraphQLError(message, { extensions: { code: 'TOO_MANY_PAID_FIELDS', allowed: most } })];
};

/** Response keys: a field that fragments repeat runs once. */
const paidKeys = (context: OperationContext, set: SelectionSetNode, keys: Set<string>): Set<string> => {
  const mutation = context.schema.getMutationType();
  for (const selection of set.selections) {
    if (!isIncluded(context, selection)) continue;
    if (selection.kind !== Kind.FIELD) {
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
      if (fragment) paidKeys(context, fragment.selectionSet, keys);
      continue;
    }
    const field = isObjectType(mutation) ? mutation.getFields()[selection.name.value] : undefined;
    const root = field?.extensions.rootField as RootField | undefined;
    const change = root && CHANGES[root.operation];
    if (!field || !root || !change || !isPaid(root.entity, change)) continue;
    if (!isDryRun(() => argumentsOf(field, selection, context.variables)))
      keys.add((selection.alias ?? selection.name).value);
  }
  return keys;
};

const isDryRun = (read: () => Readonly<Record<string, unknown>>): boolean => {
  try {
    return read().dryRun === true;
  } catch {
    // The field fails by itself, and sends nothing.
    return true;
  }
};
