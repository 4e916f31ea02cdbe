/** Descriptor → thingCreate, thingUpdate and thingDelete. */

import type { Context } from '../context.ts';
import type { RowAgain } from '../journal/index.ts';
import {
  ancestors,
  type Entity,
  isEntity,
  lowerFirst,
  mutationName,
  parentsOf,
  productOf,
  type Sids,
  singular,
  typeName,
  upperFirst,
} from '../model/index.ts';
import type { Input } from '../twilio/rows/index.ts';
import type { Segments } from '../twilio/sms.ts';
import { ownArgument, parentArguments, readParents, readSids, readValues, valueArguments } from './arguments.ts';
import { withArticle } from './descriptions.ts';
import { estimate, hasSegments } from './estimates.ts';
import { checkInput, operationNames } from './inputs.ts';
import { checkRules, idempotencyArgument, isPaid, priceOf, readKey, shownRow, writeRow } from './journalled.ts';
import { makeFields } from './makeFields.ts';
import { createUnlessOwned, overwriteArgument } from './ownedRows.ts';
import type { AnyInput, AnyOutput, Argument, Arguments, Change, Fields, Parts, UserError } from './types.ts';
import { userErrorsField } from './userErrors.ts';
import { asPayload, noteOutcome, write } from './writes.ts';

/** The answer of a mutation of one row. */
export interface Payload extends RowAgain {
  readonly deletedSid?: string | null;
  readonly deletedId?: string | null;
  readonly estimate?: Segments | null;
  readonly estimatedPrice?: string | null;
  readonly userErrors: readonly UserError[];
}

const rootOperations = { create: 'CREATE', update: 'UPDATE', replace: 'REPLACE' } as const;

/** The mutations of one row that Twilio has for an entity. */
export const mutationsOf = (parts: Parts, entity: Entity): Fields => ({
  ...(entity.create && !entity.asks && { [`${mutationName(entity)}Create`]: change(parts, entity, 'create') }),
  ...(entity.update && { [`${mutationName(entity)}Update`]: change(parts, entity, 'update') }),
  ...(entity.replace && { [`${mutationName(entity)}Replace`]: change(parts, entity, 'replace') }),
  ...(entity.remove && { [`${mutationName(entity)}Delete`]: remove(parts, entity) }),
});

/** The argument with the values to write. */
export const inputArgument = (parts: Parts, entity: Entity, kind: Change): Record<string, Argument> => {
  // Some writes say all by where they go.
  if (Object.keys(entity[kind] ?? {}).length === 0) return {};
  const description = kind === 'update' ? 'Fields to change.' : 'Fields of the new row.';
  return { input: { type: parts.input(entity, kind) as AnyInput, required: true, description } };
};

const change = (parts: Parts, entity: Entity, kind: Change): Fields[string] => {
  const hasRow = entity.answers?.[kind] !== 'nothing';
  const isAtKey = kind !== 'create' || entity.createWith === 'key';
  const isPaidCreate = kind === 'create' && isPaid(entity, kind);
  return {
    type: payloadType(parts, entity, operationNames[kind], {
      ...(hasRow && rowField(parts, entity)),
      ...(isPaidCreate && hasSegments(entity) && { estimate: parts.estimate }),
      ...(isPaidCreate && { estimatedPrice }),
    }),
    description: `${operationNames[kind]}s ${withArticle(typeName(entity))}.${costs(entity, kind)}`,
    deprecationReason: entity.deprecated,
    args: {
      ...parentArguments(entity),
      ...(isAtKey && ownArgument(entity)),
      ...inputArgument(parts, entity, kind),
      ...idempotencyArgument(entity, kind),
      ...(kind === 'create' && overwriteArgument(entity)),
      ...(isPaidCreate && dryRunArgument),
    },
    cost: (args) => ({ each: kind === 'create' ? costOfCreate(entity, args) : 1 }),
    rootField: { operation: rootOperations[kind], entity },
    resolve: (_parent, args, context, info) =>
      asPayload<Payload>(
        async () => {
          const sids = isAtKey ? readSids(context, entity, args) : readParents(context, entity, args);
          const input = checkInput(entity, kind, (args.input ?? {}) as Input);
          const key = readKey(entity, kind, args.idempotencyKey, context, info);
          const outgoing = { entity, change: kind, target: sids, input, key };
          const dryRun = args.dryRun === true;
          const unlessOwned = <T>(run: () => Promise<T>): Promise<T> =>
            kind === 'create' && args.overwrite !== true
              ? createUnlessOwned(parts.registry, { entity, parents: sids, input, key, dryRun }, context, run)
              : run();
          if (dryRun) {
            await unlessOwned(async () => checkRules(outgoing, context));
            const segments = estimate(entity, input);
            const price = priceOf(outgoing, segments, context);
            return { row: null, estimate: segments, estimatedPrice: price, userErrors: [] };
          }
          const again = await unlessOwned(() => write(context, () => writeRow(outgoing, context), entity[kind]));
          noteOutcome(context, info, 'DONE');
          if (again.row && hasRow) context.loaders.replace(again.row);
          return { ...again, userErrors: [] };
        },
        (userErrors) => ({ row: null, userErrors }),
      ),
  };
};

const remove = (parts: Parts, entity: Entity): Fields[string] => ({
  type: parts.deletePayload() as AnyOutput,
  description: `Permanently deletes ${withArticle(typeName(entity))}.`,
  deprecationReason: entity.deprecated,
  args: { ...parentArguments(entity), ...ownArgument(entity), ...valueArguments(parts, entity, 'remove') },
  cost: () => ({ each: 1 }),
  rootField: { operation: 'DELETE', entity },
  resolve: (_parent, args, context, info) =>
    asPayload<Payload>(
      async () => {
        const sids = readSids(context, entity, args);
        const params = readValues(entity, 'remove', args);
        await write(context, () => context.connection.gateway.remove(entity, sids, context.caller, params));
        noteOutcome(context, info, 'DONE');
        return {
          row: null,
          deletedSid: sids.at(-1) ?? null,
          deletedId: idOf(parts, entity, sids, context),
          userErrors: [],
        };
      },
      (userErrors) => ({ row: null, userErrors }),
    ),
});

/** The global ID of a row, if its type is a node. */
export const idOf = ({ registry }: Parts, entity: Entity, sids: Sids, { connection }: Context): string | null => {
  const as = registry.identity(entity);
  const own = sids.slice(parentsOf(entity, sids).length);
  return as.fetch ? connection.globalIds.write(as, [...parentsOf(as, sids), ...own]) : null;
};

/** The lookup for {@link createUnlessOwned}, and the Get that tells a create's 404 from one for a parent that is gone. */
const costOfCreate = (entity: Entity, args: Arguments): number => {
  const [parent, ...others] = [...ancestors(entity)].reverse();
  const isOwnAccount = others.length === 0 && (args.accountSid ?? null) === null;
  return (
    1 +
    (entity.uniqueBy && args.overwrite !== true ? 1 : 0) +
    (parent && isEntity(parent) && parent.fetch && !isOwnAccount ? 1 : 0)
  );
};

const estimatedPrice: Fields<Payload>[string] = {
  type: 'Decimal',
  description:
    'Of a dry run: a rough price in US dollars, rounded up from public list prices for North America and for elsewhere. ' +
    'A call counts as one of ten minutes, a number as one month. It is not your price list. ' +
    'Null after a real create, and where no price is known.',
  resolve: (payload) => payload.estimatedPrice ?? null,
};

const dryRunArgument: Record<string, Argument> = {
  dryRun: {
    type: 'Boolean',
    defaultValue: false,
    description: 'Checks everything that can be checked, and sends nothing. The payload has no row.',
  },
};

const costs = (entity: Entity, kind: Change): string =>
  entity.paid?.includes(kind)
    ? ' Costs money or reaches a person. It is sent once and not repeated if the outcome is unknown.'
    : '';

/** The core API's rows are called after their type, a product's after its field for one. */
export const rowName = (entity: Entity): string =>
  productOf(entity).entry ? singular(entity) : lowerFirst(typeName(entity));

const rowField = (parts: Parts, entity: Entity): Fields<Payload> => ({
  [rowName(entity)]: {
    type: parts.object(entity),
    description: `The ${typeName(entity)} after the change; null if Twilio refused it.`,
    resolve: (payload, _args, _context, info) => shownRow(payload, info),
  },
});

/** The payload of all mutations that delete one row. */
export const makeDeletePayload = (parts: Parts): AnyOutput =>
  parts.builder.objectRef<Payload>('DeletePayload').implement({
    description: 'Payload of a mutation that deletes one row.',
    fields: (t) =>
      makeFields<Payload>(t, {
        deletedId: {
          type: 'ID',
          description:
            'Global `id` of the deleted object, for client caches; null if it had none or nothing was deleted.',
          resolve: ({ deletedId }) => deletedId ?? null,
        },
        deletedSid: {
          type: 'ID',
          description: 'SID of the deleted row; null if nothing was deleted.',
          resolve: ({ deletedSid }) => deletedSid ?? null,
        },
        userErrors: userErrorsField(parts),
      }),
  }) as AnyOutput;

const payloadType = (parts: Parts, entity: Entity, operation: string, fields: Fields<Payload>) =>
  parts.builder.objectRef<Payload>(`${entity.name}${operation}Payload`).implement({
    description: `Payload of \`${mutationName(entity)}${upperFirst(operation)}\`.`,
    fields: (t) => makeFields<Payload>(t, { ...fields, userErrors: userErrorsField(parts) }),
  });
