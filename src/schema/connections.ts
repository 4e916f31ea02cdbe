/** Descriptor → the connection type of its rows: a part of the list, and aggregates over all of it. */
import { type Entity, typeName } from '../model/index.ts';
import { type Edge, type ListQuery, maxPageOf, pagesOf } from '../twilio/lists/index.ts';
import type { Row } from '../twilio/rows/index.ts';
import { groupByField, makeAggregate } from './aggregates.ts';
import { comparableFields } from './filters.ts';
import { makeFields } from './makeFields.ts';
import { inSlicesOf } from './slices.ts';
import type { AnyOutput, ConnectionRef, CostOf, Fields, Parts } from './types.ts';

/** A cursor is as long as some values. */
const CURSOR = { values: 5 } as const;
const SHOWS_ROWS = { showsRows: true } as const;
/** Items are nullable so that an error in a non-null field takes its own row away, and never the whole page. */
const BROKEN_ROW =
  'A row is null only if it cannot be read, or if a field that is never null has no valid value; `errors` says why.';

/** An error in the place of a row fails that row only. */
const orDefect = (row: Row): Row => (row.defect as unknown as Row | undefined) ?? row;

export const makeConnection = (parts: Parts, entity: Entity): ConnectionRef => {
  const { builder } = parts;
  const type = typeName(entity);
  const row = parts.object(entity);
  const edge = builder.objectRef<Edge>(`${type}Edge`).implement({
    description: `A row of type ${type} and its cursor.`,
    fields: (t) => ({
      node: t.field({ type: row, nullable: true, description: BROKEN_ROW, resolve: ({ node }) => orDefect(node) }),
      cursor: t.string({
        nullable: false,
        description: 'Pass as `after` to continue after this row.',
        extensions: { cost: () => CURSOR },
        resolve: ({ cursor }) => cursor(),
      }),
    }),
  });
  const { sample } = entity;
  const wholeWords = sample
    ? 'Null with an error: the rows are a sample, and each call returns others.'
    : `Reads the whole list: one upstream call for every ${maxPageOf(entity)} rows. Null with an error if that fails; the rows remain.`;
  const costOfWhole: CostOf = (_args, scanPages) => (sample ? {} : { whole: pagesOf(entity, scanPages) });
  const fields: Fields<ListQuery> = {
    nodes: {
      type: [row as AnyOutput],
      nullable: { list: false, items: true },
      description: `The rows of this page. ${BROKEN_ROW}`,
      cost: () => SHOWS_ROWS,
      resolve: async (query, _args, _context, info) =>
        inSlicesOf(
          info,
          (await query.slice()).edges.map(({ node }) => orDefect(node)),
        ),
    },
    edges: {
      type: [edge as AnyOutput],
      nullable: false,
      description: 'The rows of this page with their cursors.',
      cost: () => SHOWS_ROWS,
      resolve: async (query, _args, _context, info) => inSlicesOf(info, (await query.slice()).edges),
    },
    pageInfo: {
      type: builder.pageInfoRef() as AnyOutput,
      nullable: false,
      description: 'Information about the next page.',
      resolve: async (query) => (await query.slice()).pageInfo,
    },
    totalCount: {
      type: 'Int',
      description: `Number of matching rows. ${wholeWords}`,
      cost: costOfWhole,
      resolve: (query) => query.count(),
    },
    aggregate: {
      type: makeAggregate(parts, entity) as AnyOutput,
      description: `Aggregates over all matching rows. ${wholeWords}`,
      cost: costOfWhole,
      resolve: (query) => query.all(),
    },
    ...(comparableFields(entity).length > 0 && { groupBy: groupByField(parts, entity, wholeWords, costOfWhole) }),
  };
  return builder.objectRef<ListQuery>(`${type}Connection`).implement({
    description: `A page of a list of type ${type}, and aggregates over all matching rows.`,
    extensions: { entity },
    fields: (t) => makeFields<ListQuery>(t, fields),
  });
};
