/** Descriptor → thingCreate, thingUpdate and thingDelete: a refusal by Twilio is data, everything else is an error. */
import type { Context } from '../context.ts';
import { ApiError } from '../errors.ts';
import { type Entity, lowerFirst, singular, typeName, upperFirst } from '../model/index.ts';
import type { Input, Row } from '../twilio/rows/index.ts';
import { ownArgument, parentArguments, readParents, readSids } from './arguments.ts';
import { createRow, idempotencyArgument, readKey } from './creates.ts';
import { withArticle } from './descriptions.ts';
import { checkInput } from './inputs.ts';
import { makeFields } from './makeFields.ts';
import type { AnyInput, Argument, Arguments, Change, Fields, Parts, UserError } from './types.ts';
import { userErrorOf, userErrorsField } from './userErrors.ts';

/** What a mutation of one row answers. */
export interface Payload {
  readonly row: Row | null;
  readonly deletedSid?: string | null;
  readonly userErrors: readonly UserError[];
}

/** The mutations of one row that Twilio has for an entity. */
export const mutationsOf = (parts: Parts, entity: Entity): Fields => ({
  ...(entity.create && { [`${singular(entity)}Create`]: change(parts, entity, 'create') }),
  ...(entity.update && { [`${singular(entity)}Update`]: change(parts, entity, 'update') }),
  ...(entity.remove && { [`${singular(entity)}Delete`]: remove(parts, entity) }),
});

/** The argument that carries what is written, of a type that is made once for an entity and a change. */
export const inputArgument = (parts: Parts, entity: Entity, kind: Change): Record<string, Argument> => {
  const description = kind === 'create' ? 'Fields of the new row.' : 'Fields to change.';
  return { input: { type: parts.input(entity, kind) as AnyInput, required: true, description } };
};

const change = (parts: Parts, entity: Entity, kind: Change): Fields[string] => {
  const verb = kind === 'create' ? 'Creates' : 'Updates';
  return {
    type: payloadType(parts, entity, kind === 'create' ? 'Create' : 'Update', rowField(parts, entity)),
    description: `${verb} ${withArticle(typeName(entity))}.${costs(entity, kind)}`,
    deprecationReason: entity.deprecated,
    args: {
      ...parentArguments(entity),
      ...(kind === 'update' && ownArgument(entity)),
      ...inputArgument(parts, entity, kind),
      ...(kind === 'create' && idempotencyArgument),
    },
    cost: () => ({ each: 1 }),
    rootField: { operation: kind === 'create' ? 'CREATE' : 'UPDATE', entity },
    resolve: (_parent, args, context, info) => {
      const place = kind === 'create' ? readParents(context, entity, args) : readSids(context, entity, args);
      const input = checkInput(entity, kind, args.input as Input);
      return attempt(entity, kind, async () => {
        const row =
          kind === 'create'
            ? await createRow(entity, place, input, context, readKey(args.idempotencyKey, context, info))
            : await context.connection.gateway.update(entity, place, input, context.caller);
        if (row) context.loaders.replace(row);
        return { row, userErrors: [] };
      });
    },
  };
};

const remove = (parts: Parts, entity: Entity): Fields[string] => ({
  type: payloadType(parts, entity, 'Delete', {
    deletedSid: {
      type: 'ID',
      description: 'SID of the deleted row; null if nothing was deleted.',
      resolve: ({ deletedSid }) => deletedSid ?? null,
    },
  }),
  description: `Permanently deletes ${withArticle(typeName(entity))}.`,
  deprecationReason: entity.deprecated,
  args: { ...parentArguments(entity), ...ownArgument(entity) },
  cost: () => ({ each: 1 }),
  rootField: { operation: 'DELETE', entity },
  resolve: (_parent: unknown, args: Arguments, context: Context) => {
    const sids = readSids(context, entity, args);
    return attempt(entity, undefined, async () => {
      await context.connection.gateway.remove(entity, sids, context.caller);
      context.loaders.forget(entity, sids);
      return { row: null, deletedSid: sids.at(-1) ?? null, userErrors: [] };
    });
  },
});

/** Runs a write; what Twilio refuses becomes part of the payload. */
export const attempt = async (
  entity: Entity,
  kind: Change | undefined,
  write: () => Promise<Payload>,
): Promise<Payload> => {
  try {
    return await write();
  } catch (error) {
    const refusal = error instanceof ApiError ? userErrorOf(error, kind && entity[kind]) : undefined;
    if (!refusal) throw error;
    return { row: null, userErrors: [refusal] };
  }
};

const costs = (entity: Entity, kind: Change): string =>
  entity.paid?.includes(kind)
    ? ' Costs money or reaches a person. It is sent once and not repeated if the outcome is unknown.'
    : '';

const rowField = (parts: Parts, entity: Entity): Fields<Payload> => ({
  [lowerFirst(typeName(entity))]: {
    type: parts.object(entity),
    description: `The ${typeName(entity)} after the change; null if Twilio refused it.`,
    resolve: ({ row }) => row,
  },
});

const payloadType = (parts: Parts, entity: Entity, operation: string, fields: Fields<Payload>) =>
  parts.builder.objectRef<Payload>(`${entity.name}${operation}Payload`).implement({
    description: `Payload of \`${singular(entity)}${upperFirst(operation)}\`.`,
    fields: (t) => makeFields<Payload>(t, { ...fields, userErrors: userErrorsField(parts) }),
  });
