/** Descriptor → the connection type of its rows: a part of the list, and figures over all of it. */
import { type Entity, typeName } from '../model/index.ts';
import type { Edge, ListQuery } from '../twilio/lists/index.ts';
import { makeAggregate } from './aggregates.ts';
import { makeFields } from './makeFields.ts';
import type { AnyOutput, ConnectionRef, Fields, Parts } from './types.ts';

const SHOWS_ROWS = { showsRows: true } as const;

export const makeConnection = (parts: Parts, entity: Entity): ConnectionRef => {
  const { builder } = parts;
  const type = typeName(entity);
  const row = parts.object(entity);
  const edge = builder.objectRef<Edge>(`${type}Edge`).implement({
    description: `One ${type} of a list, with its place in it.`,
    fields: (t) => ({
      node: t.field({ type: row, nullable: false, description: 'The row.', resolve: ({ node }) => node }),
      cursor: t.string({
        nullable: false,
        description: 'Give it as `after` to go on behind this row.',
        resolve: ({ cursor }) => cursor(),
      }),
    }),
  });
  const fields: Fields<ListQuery> = {
    nodes: {
      type: [row as AnyOutput],
      nullable: false,
      description: 'The rows.',
      cost: () => SHOWS_ROWS,
      resolve: async (reading) => (await reading.slice()).edges.map(({ node }) => node),
    },
    edges: {
      type: [edge as AnyOutput],
      nullable: false,
      description: 'The rows with their cursors.',
      cost: () => SHOWS_ROWS,
      resolve: async (reading) => (await reading.slice()).edges,
    },
    pageInfo: {
      type: builder.pageInfoRef() as AnyOutput,
      nullable: false,
      description: 'Whether there is more, and where it begins.',
      resolve: async (reading) => (await reading.slice()).pageInfo,
    },
    totalCount: {
      type: 'Int',
      nullable: false,
      description: 'How many rows match in all. Asking for it reads the whole list, 1000 rows a transaction.',
      cost: (_args, scanPages) => ({ whole: scanPages }),
      resolve: async (reading) => (await reading.all()).length,
    },
    aggregate: {
      type: makeAggregate(parts, entity) as AnyOutput,
      nullable: false,
      description: 'Figures over all rows that match. Asking for them reads the whole list, 1000 rows a transaction.',
      cost: (_args, scanPages) => ({ whole: scanPages }),
      resolve: (reading) => reading.all(),
    },
  };
  return builder.objectRef<ListQuery>(`${type}Connection`).implement({
    description: `A list of ${type}: a part of it, and figures over all of it.`,
    fields: (t) => makeFields<ListQuery>(t, fields),
  });
};
