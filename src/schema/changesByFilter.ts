/**
 * Descriptor → thingsUpdate and thingsDelete: change every row that matches a filter, within a limit.
 *
 * What a change will cost is only known once the matching rows are: it is checked against the budget before the first
 * row changes.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { ApiError } from '../errors.ts';
import type { RowAgain } from '../journal/index.ts';
import { bulkMutationName, type Entity, keysOf, parentsOf, type Sids, typeName, upperFirst } from '../model/index.ts';
import { type Filter, splitFilter } from '../twilio/filtering/index.ts';
import type { Overrun } from '../twilio/limiter/index.ts';
import { MAX_PAGE, maxPageOf, pagesOf, predictPages, predictScan } from '../twilio/lists/index.ts';
import type { Input, Row } from '../twilio/rows/index.ts';
import { parentArguments, readParents } from './arguments.ts';
import { comparableFields } from './filters.ts';
import { checkInput } from './inputs.ts';
import { bulkKeyArgument, checkRules, isPaid, readKey, sendRow, shownRow } from './journalled.ts';
import { makeFields } from './makeFields.ts';
import { isLimit, type Matching, matchingRows, readLimit } from './matchingRows.ts';
import { idOf, inputArgument, rowName } from './mutations.ts';
import { shownKey } from './personal.ts';
import type { AnyInput, Arguments, Fields, Parts, UserError } from './types.ts';
import { mistake, userErrorsField } from './userErrors.ts';
import { asPayload, noteOutcome, write } from './writes.ts';

type Outcome = 'DONE' | 'WOULD_CHANGE' | 'FAILED' | 'UNKNOWN';
interface Result extends RowAgain {
  readonly sid: string | null;
  readonly deletedId?: string | null;
  readonly outcome: Outcome;
  readonly userErrors: readonly UserError[];
  readonly operationId?: string | undefined;
  readonly replayed?: boolean;
}
interface Payload {
  readonly matched: number;
  readonly remaining: number | null;
  readonly results: readonly Result[];
  readonly userErrors: readonly UserError[];
}
type Kind = 'update' | 'delete';

const outcomes: Record<Outcome, string> = {
  DONE: 'The row was updated or deleted.',
  WOULD_CHANGE: 'The row matches; nothing was changed because of `dryRun`.',
  FAILED: 'The row was not changed; see `userErrors`.',
  UNKNOWN: 'The row may or may not have been changed. Check it before trying again.',
};

export const makeOutcome = (parts: Pick<Parts, 'builder'>) =>
  parts.builder.enumType('Outcome', {
    description: 'Result of an update or delete by filter for one row.',
    values: Object.fromEntries(Object.entries(outcomes).map(([name, description]) => [name, { description }])),
  });

/** The mutations by filter of an entity whose list Twilio can filter. */
export const bulkMutationsOf = (parts: Parts, entity: Entity): Fields =>
  entity.filters && comparableFields(entity).length > 0 && keysOf(parts.registry.identity(entity)).length > 0
    ? {
        ...(entity.update && { [`${bulkMutationName(entity)}Update`]: byFilter(parts, entity, 'update') }),
        ...(entity.remove &&
          !takesMore(entity) && { [`${bulkMutationName(entity)}Delete`]: byFilter(parts, entity, 'delete') }),
      }
    : {};

/** Whether a delete requires inputs besides the key. */
const takesMore = ({ remove }: Entity): boolean =>
  typeof remove === 'object' && Object.values(remove).some(({ must }) => must);

const byFilter = (parts: Parts, entity: Entity, kind: Kind): Fields[string] => ({
  type: payloadType(parts, entity, kind),
  description:
    `${kind === 'update' ? 'Updates' : 'Deletes'} every ${typeName(entity)} that matches the filter. ` +
    'Nothing is changed if more than `limit` rows match (unless `onTooMany` is FIRST), or more than TWILIO_MAX_COST allows. If one row fails, the others are still changed.',
  deprecationReason: entity.deprecated,
  args: {
    ...parentArguments(entity),
    filter: {
      type: parts.filter(entity) as AnyInput,
      required: true,
      description: 'Rows to change. An empty filter is refused.',
    },
    ...(kind === 'update' && { ...inputArgument(parts, entity, 'update'), ...bulkKeyArgument(entity) }),
    limit: {
      type: 'Int',
      required: true,
      description: `Maximum number of rows to change, from 1 to ${MAX_PAGE}.`,
    },
    onTooMany: { type: parts.onTooMany, defaultValue: 'REFUSE', description: 'What happens if more rows match.' },
    orderBy: {
      type: [parts.order(entity) as AnyInput],
      description: 'Which rows are the first ones. Default: the order of Twilio, usually newest first.',
    },
    dryRun: { type: 'Boolean', defaultValue: false, description: 'Returns the matching rows without changing them.' },
  },
  rootField: { operation: kind === 'update' ? 'UPDATE_BY_FILTER' : 'DELETE_BY_FILTER', entity },
  cost: ({ limit, dryRun, onTooMany, filter: given }, scanPages) => {
    const rows = isLimit(limit) ? limit : 0;
    const split = splitFilter(entity, given as Filter);
    // A list that is too long to be counted is read again up to the limit.
    const again =
      onTooMany === 'FIRST'
        ? predictPages(split, { first: rows, isOrdered: false, size: undefined, maxPage: maxPageOf(entity) }, 0)
        : 0;
    const each = predictScan(split, pagesOf(entity, scanPages)) + again;
    return { each, changes: dryRun === true ? 0 : rows, rows };
  },
  resolve: (_parent, args, context, info) =>
    asPayload<Payload>(
      () => changeMatching(parts, entity, kind, args, context, info),
      (userErrors) => ({ matched: 0, remaining: null, results: [], userErrors }),
    ),
});

const changeMatching = async (
  parts: Parts,
  entity: Entity,
  kind: Kind,
  args: Arguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Payload> => {
  const input = kind === 'update' ? checkInput(entity, 'update', (args.input ?? {}) as Input) : {};
  const key = kind === 'update' ? readKey(entity, 'update', args.idempotencyKey, context, info) : undefined;
  if (kind === 'update') checkRules({ entity, change: 'update', target: [], input, key }, context);
  const limit = readLimit(args.limit);
  const parents = readParents(context, entity, args);
  const matching = await matchingRows(entity, parents, args, limit, context, info);
  const { rows } = matching;
  if (rows.length < matching.matched && args.onTooMany !== 'FIRST') return unchanged(matching, tooMany(limit));
  const overrun = args.dryRun === true ? undefined : context.budget.claim(rows.length);
  if (overrun) return unchanged(matching, overBudget(overrun));
  const run =
    args.dryRun === true
      ? (row: Row) => wouldChange(row, context)
      : (row: Row) => changeOne(parts, entity, parents, row, kind, input, key, context);
  const results = await Promise.all(rows.map(run));
  if (key !== undefined && args.dryRun !== true)
    context.idempotency.push({ key, replayed: rows.length > 0 && results.every(({ replayed }) => replayed === true) });
  const outcome = (['UNKNOWN', 'DONE'] as const).find((one) => results.some((result) => result.outcome === one));
  if (outcome) noteOutcome(context, info, outcome);
  return { matched: matching.matched, remaining: matching.remaining ?? null, results, userErrors: [] };
};

const unchanged = ({ matched }: Matching, userError: UserError): Payload => ({
  matched,
  remaining: null,
  results: [],
  userErrors: [userError],
});

const tooMany = (limit: number): UserError =>
  mistake(
    `More than ${limit} rows match; nothing was changed. Raise the limit, narrow the filter, or change the first ones with onTooMany: FIRST.`,
    ['limit'],
    'TOO_MANY_MATCHES',
  );

const overBudget = ({ predicted, allowed }: Overrun): UserError =>
  mistake(
    `With these changes the operation may cost ${predicted} upstream calls; at most ${allowed} are allowed. ` +
      'Nothing was changed. Narrow the filter, or raise TWILIO_MAX_COST.',
    ['filter'],
    'MAX_COST_EXCEEDED',
  );

const wouldChange = async (row: Row, context: Context): Promise<Result> => ({
  sid: shownKey(row, context),
  row,
  outcome: 'WOULD_CHANGE',
  userErrors: [],
});

/** Changes the row where the list has it: the row's own entity may be another one of the same type. */
const changeOne = (
  parts: Parts,
  entity: Entity,
  parents: Sids,
  row: Row,
  kind: Kind,
  input: Input,
  key: string | undefined,
  context: Context,
): Promise<Result> => {
  const sids = [...parents, ...row.sids.slice(parentsOf(row.entity, row.sids).length)];
  const { gateway } = context.connection;
  const result = (outcome: Outcome, more: Partial<Result>): Result => ({
    ...{ sid: shownKey(row, context), row: null, outcome, userErrors: [] },
    ...more,
  });
  return asPayload(
    async () => {
      if (kind === 'delete') {
        await write(context, () => gateway.remove(entity, sids, context.caller));
        return result('DONE', { deletedId: idOf(parts, entity, sids, context) });
      }
      const outgoing = { entity, change: 'update', target: sids, input, key, part: JSON.stringify(sids) } as const;
      const changed = await write(context, () => sendRow(outgoing, context), entity.update);
      if (changed.row) context.loaders.replace(changed.row);
      return result('DONE', changed);
    },
    (userErrors) => result('FAILED', { userErrors }),
  ).catch((error: unknown) => {
    const { code, message, details } = error instanceof ApiError ? error : FAILED_HERE;
    const { correlationId, twilioCode = null } = details;
    const reported = correlationId ? `${message} The log has it under ${correlationId}.` : message;
    const userErrors = [{ code, message: reported, field: null, twilioCode, moreInfo: null }];
    return result(details.outcome ?? 'FAILED', { userErrors, operationId: details.operationId });
  });
};

/** Whatever fails after the request was sent has an outcome of its own: here nothing was. */
const FAILED_HERE = new ApiError('INTERNAL_SERVER_ERROR', 'This server failed before it sent the request.');

const payloadType = (parts: Parts, entity: Entity, kind: Kind) => {
  const name = `${upperFirst(bulkMutationName(entity))}${upperFirst(kind)}`;
  const result = parts.builder.objectRef<Result>(`${name}Result`).implement({
    description: `Result for one ${typeName(entity)}.`,
    fields: (t) =>
      makeFields<Result>(t, {
        sid: { type: 'ID', description: 'SID of the row.', resolve: ({ sid }) => sid },
        outcome: {
          type: parts.outcome,
          nullable: false,
          description: 'Whether the row was changed.',
          resolve: ({ outcome }) => outcome,
        },
        ...(kind === 'update' && {
          [rowName(entity)]: {
            type: parts.object(entity),
            description: 'The updated row; null if the update failed.',
            resolve: (changed: Result, _args, _context, info) => shownRow(changed, info),
          },
        }),
        ...(kind === 'update' &&
          isPaid(entity, 'update') && {
            operationId: {
              type: 'ID',
              description: 'If the outcome is UNKNOWN: pass it to `operation(id:)` to see the result of the update.',
              resolve: ({ operationId }: Result) => operationId ?? null,
            },
          }),
        ...(kind === 'delete' && {
          deletedId: {
            type: 'ID',
            description: 'Global `id` of the deleted object, for client caches; null if it had none or is not deleted.',
            resolve: ({ deletedId }: Result) => deletedId ?? null,
          },
        }),
        userErrors: userErrorsField(parts),
      }),
  });
  return parts.builder.objectRef<Payload>(`${name}Payload`).implement({
    description: `Payload of \`${bulkMutationName(entity)}${upperFirst(kind)}\`.`,
    fields: (t) =>
      makeFields<Payload>(t, {
        matched: {
          type: 'Int',
          nullable: false,
          description: 'Number of matching rows that were found; `limit` + 1 if there are too many.',
          resolve: ({ matched }) => matched,
        },
        remaining: {
          type: 'Int',
          description:
            'Number of matching rows beyond `limit`, which were left as they are. Null if nothing was changed, or if there are more than TWILIO_SCAN_LIMIT rows to count.',
          resolve: ({ remaining }) => remaining,
        },
        results: {
          type: [result],
          nullable: false,
          description: 'Result for each matching row.',
          cost: () => ({ showsRows: true }),
          resolve: ({ results }) => results,
        },
        userErrors: userErrorsField(parts),
      }),
  });
};
