/** The rows that a change by filter is about to change: those that match, at most its limit. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { ApiError, badInput } from '../errors.ts';
import type { Entity, Sids } from '../model/index.ts';
import { type Filter, isOwnArgument, sorterOf, splitFilter } from '../twilio/filtering/index.ts';
import { type List, ListQuery, MAX_PAGE, Scan } from '../twilio/lists/index.ts';
import { type Row, withoutDefects } from '../twilio/rows/index.ts';
import { readerOf, readOrder } from './lists.ts';
import type { Arguments, OnTooMany, Parts } from './types.ts';

export interface Matching {
  readonly rows: readonly Row[];
  /** How many match, as far as they were counted. */
  readonly matched: number;
  /** How many more match than the limit; `undefined` if they were not all counted. */
  readonly remaining: number | undefined;
}

const tooMany: Record<OnTooMany, string> = {
  REFUSE: 'Nothing is changed.',
  FIRST:
    'The first `limit` rows are changed, in the order of `orderBy`, and `remaining` says how many are left. ' +
    'Send the same mutation until that is 0.',
};

export const makeOnTooMany = (parts: Pick<Parts, 'builder'>) =>
  parts.builder.enumType('OnTooMany', {
    description: 'What an update or delete by filter does if more rows match than its `limit`.',
    values: Object.fromEntries(
      Object.entries(tooMany).map(([name, description]) => [name, { value: name as OnTooMany, description }]),
    ),
  });

export const isLimit = (given: unknown): given is number =>
  typeof given === 'number' && given >= 1 && given <= MAX_PAGE;

export const readLimit = (given: unknown): number => {
  if (isLimit(given)) return given;
  throw badInput('limit', `must be from 1 to ${MAX_PAGE}`);
};

/** Reads the matching rows; with REFUSE no more than shows that there are too many. */
export const matchingRows = async (
  entity: Entity,
  parents: Sids,
  args: Arguments,
  limit: number,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Matching> => {
  const filter = splitFilter(entity, args.filter as Filter);
  if (!filter.constrains())
    throw badInput('filter', `${whyEverything(entity, args.filter as Filter)}; every row would match`);
  const list = { entity, parents, filter, orderBy: readOrder(args.orderBy) };
  return args.onTooMany === 'FIRST' ? first(list, limit, context, info) : all(list, limit, context, info);
};

const all = async (list: List, limit: number, context: Context, info: GraphQLResolveInfo): Promise<Matching> => {
  const scan = new Scan(readerOf(context, info), { ...list, orderBy: [] }, MAX_PAGE);
  await scan.until(limit + 1);
  const rows = [...withoutDefects(scan.found.slice(0, limit + 1).map(({ row }) => row))];
  if (rows.length > limit) return { rows: [], matched: rows.length, remaining: undefined };
  return { rows: inOrder(list, rows), matched: rows.length, remaining: 0 };
};

const inOrder = ({ entity, orderBy }: List, rows: Row[]): readonly Row[] =>
  orderBy.length === 0 ? rows : rows.sort(sorterOf(entity, orderBy));

/** Of more rows than one scan may read, those that come first are taken if Twilio lists them first. */
const first = async (list: List, limit: number, context: Context, info: GraphQLResolveInfo): Promise<Matching> => {
  const query = () => new ListQuery(readerOf(context, info), context.cursors, list, limit);
  try {
    const matching = await query().all();
    const rows = matching.slice(0, limit);
    return { rows, matched: matching.length, remaining: matching.length - rows.length };
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'SCAN_LIMIT') throw error;
    const { edges } = await query().slice();
    return { rows: withoutDefects(edges.map(({ node }) => node)), matched: edges.length, remaining: undefined };
  }
};

const whyEverything = (entity: Entity, filter: Filter): string => {
  const names = Object.keys(filter).filter((name) => filter[name] !== undefined);
  if (names.length === 0) return 'is empty';
  return names.every((name) => isOwnArgument(entity, name)) ? 'compares no field' : 'excludes no row';
};
