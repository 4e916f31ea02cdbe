/** Descriptor → the connection type of its rows: a part of the list, and figures over all of it. */
import { type Entity, typeName } from '../model/index.ts';
import type { Edge, ListQuery } from '../twilio/lists/index.ts';
import { makeAggregate } from './aggregates.ts';
import { makeFields } from './makeFields.ts';
import type { AnyOutput, ConnectionRef, Fields, Parts } from './types.ts';

const SHOWS_ROWS = { showsRows: true } as const;
/** Items are nullable so that an error in a non-null field takes its own row away, and never the whole page. */
const BROKEN_ROW = 'A row is null only if a field that is never null has no valid value; `errors` names it.';

export const makeConnection = (parts: Parts, entity: Entity): ConnectionRef => {
  const { builder } = parts;
  const type = typeName(entity);
  const row = parts.object(entity);
  const edge = builder.objectRef<Edge>(`${type}Edge`).implement({
    description: `A row of type ${type} and its cursor.`,
    fields: (t) => ({
      node: t.field({ type: row, nullable: true, description: BROKEN_ROW, resolve: ({ node }) => node }),
      cursor: t.string({
        nullable: false,
        description: 'Pass as `after` to continue after this row.',
        resolve: ({ cursor }) => cursor(),
      }),
    }),
  });
  const fields: Fields<ListQuery> = {
    nodes: {
      type: [row as AnyOutput],
      nullable: { list: false, items: true },
      description: `The rows of this page. ${BROKEN_ROW}`,
      cost: () => SHOWS_ROWS,
      resolve: async (reading) => (await reading.slice()).edges.map(({ node }) => node),
    },
    edges: {
      type: [edge as AnyOutput],
      nullable: false,
      description: 'The rows of this page with their cursors.',
      cost: () => SHOWS_ROWS,
      resolve: async (reading) => (await reading.slice()).edges,
    },
    pageInfo: {
      type: builder.pageInfoRef() as AnyOutput,
      nullable: false,
      description: 'Information about the next page.',
      resolve: async (reading) => (await reading.slice()).pageInfo,
    },
    totalCount: {
      type: 'Int',
      nullable: false,
      description: 'Number of matching rows. Reads the whole list: one upstream call for every 1000 rows.',
      cost: (_args, scanPages) => ({ whole: scanPages }),
      resolve: async (reading) => (await reading.all()).length,
    },
    aggregate: {
      type: makeAggregate(parts, entity) as AnyOutput,
      nullable: false,
      description: 'Aggregates over all matching rows. Reads the whole list: one upstream call for every 1000 rows.',
      cost: (_args, scanPages) => ({ whole: scanPages }),
      resolve: (reading) => reading.all(),
    },
  };
  return builder.objectRef<ListQuery>(`${type}Connection`).implement({
    description: `A page of a list of type ${type}, and aggregates over all matching rows.`,
    fields: (t) => makeFields<ListQuery>(t, fields),
  });
};
