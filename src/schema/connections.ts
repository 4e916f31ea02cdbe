/** Lists: connection types with their totals, and the field that reads one. */
import type { EnumRef, InputRef, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import type { Entity } from '../model/entity.ts';
import { enumName, typeName, upperFirst } from '../model/names.ts';
import type { Sids } from '../model/path.ts';
import { average, countBy, extreme, type Group, sum } from '../twilio/aggregate.ts';
import type { ChildList } from '../twilio/batches.ts';
import { isNumeric } from '../twilio/compare.ts';
import type { Filter } from '../twilio/conditions.ts';
import { splitFilter } from '../twilio/filters.ts';
import type { Page, Row } from '../twilio/gateway.ts';
import type { Order } from '../twilio/order.ts';
import { type Edge, Reading, sizeOf } from '../twilio/pages.ts';
import { MAX_PAGE } from '../twilio/scan.ts';
import { isoSeconds } from '../twilio/values.ts';
import type { CostOf } from './cost.ts';
import { comparableFields } from './filters.ts';
import type { AnyInput, AnyOutput } from './kinds.ts';
import {
  type Argument,
  type Arguments,
  type Field,
  type Fields,
  makeFields,
  type Parts,
  type PothosTypes,
} from './parts.ts';

export const DEFAULT_FIRST = 50;

const SHOWS_ROWS = { showsRows: true } as const;

export type ConnectionRef = ObjectRef<PothosTypes, Reading>;

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
  const fields: Fields<Reading> = {
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
      cost: (_args, scanPages) => ({ each: scanPages }),
      resolve: async (reading) => (await reading.all()).length,
    },
    aggregate: {
      type: makeAggregate(parts, entity) as AnyOutput,
      nullable: false,
      description: 'Figures over all rows that match. Asking for them reads the whole list, 1000 rows a transaction.',
      cost: (_args, scanPages) => ({ each: scanPages }),
      resolve: (reading) => reading.all(),
    },
  };
  return builder.objectRef<Reading>(`${type}Connection`).implement({
    description: `A list of ${type}: a part of it, and figures over all of it.`,
    fields: (t) => makeFields<Reading>(t, fields),
  });
};

/** The fields of a type as an enum: those by which its rows can be ordered, or those that can be summed. */
const fieldEnum = (parts: Parts, entity: Entity, name: string, description: string, names: readonly string[]) =>
  parts.builder.enumType(`${typeName(entity)}${name}`, {
    description,
    values: Object.fromEntries(names.map((field) => [enumName(field), { value: field, description: `\`${field}\`.` }])),
  });

/** Made once for each type: the fields that can be counted and ordered by. */
export const makeFieldEnum = (parts: Parts, entity: Entity): EnumRef<PothosTypes, string> =>
  fieldEnum(
    parts,
    entity,
    'Field',
    `Fields of ${typeName(entity)}.`,
    comparableFields({ ...entity, filters: {} }).map(([name]) => name),
  );

const makeAggregate = (parts: Parts, entity: Entity) => {
  const type = typeName(entity);
  const numeric = Object.entries(entity.fields).flatMap(([name, value]) => (isNumeric(value) ? [name] : []));
  const fieldArgument = (ref: AnyInput): Record<string, Argument> => ({
    field: { type: ref, required: true, description: 'Which field.' },
  });
  const count: Fields<readonly Row[]> = {
    count: { type: 'Int', nullable: false, description: 'How many rows match.', resolve: (rows) => rows.length },
  };
  const anyField = () => fieldArgument(parts.fieldEnum(entity) as AnyInput);
  const compared = (): Fields<readonly Row[]> => ({
    min: {
      type: 'JSON',
      args: anyField(),
      description: 'The least value; null of no values.',
      resolve: (rows, { field }) => plain(extreme(entity, rows, String(field), 1)),
    },
    max: {
      type: 'JSON',
      args: anyField(),
      description: 'The greatest value; null of no values.',
      resolve: (rows, { field }) => plain(extreme(entity, rows, String(field), -1)),
    },
    countBy: {
      type: [parts.group as AnyOutput],
      nullable: false,
      args: anyField(),
      description: 'How many rows have each value, the most frequent first.',
      resolve: (rows, { field }) => countBy(entity, rows, String(field)),
    },
  });
  const figures = comparableFields(entity).length > 0 ? { ...count, ...compared() } : count;
  if (numeric.length > 0) {
    const args = fieldArgument(
      fieldEnum(parts, entity, 'NumberField', `Fields of ${type} that can be summed.`, numeric) as AnyInput,
    );
    figures.sum = {
      type: 'Decimal',
      nullable: false,
      args,
      description: 'The exact sum; rows without a value add nothing.',
      resolve: (rows, { field }) => sum(rows, String(field)),
    };
    figures.avg = {
      type: 'Decimal',
      args,
      description: 'The average of the values there are, to 20 digits; null of none.',
      resolve: (rows, { field }) => average(rows, String(field)),
    };
  }
  return parts.builder.objectRef<readonly Row[]>(`${type}Aggregate`).implement({
    description: `Figures over a list of ${type}.`,
    fields: (t) => makeFields<readonly Row[]>(t, figures),
  });
};

/** Moments as other fields show them. */
const plain = (value: unknown): unknown => (value instanceof Date ? isoSeconds(value) : value);

export const makeGroup = (builder: Parts['builder']): ObjectRef<PothosTypes, Group> =>
  builder.objectRef<Group>('CountByGroup').implement({
    description: 'One value of a field, and how many rows have it.',
    fields: (t) => ({
      value: t.field({
        type: 'JSON',
        nullable: true,
        description: "The value, in Twilio's words; null for none.",
        resolve: ({ value }) => plain(value),
      }),
      count: t.exposeInt('count', { nullable: false, description: 'How many rows have it.' }),
    }),
  });

export const makeOrder = (parts: Parts, entity: Entity): InputRef<unknown> =>
  parts.builder.inputType(`${typeName(entity)}Order`, {
    description: `An order of ${typeName(entity)}.`,
    fields: (t) => ({
      field: t.field({ type: parts.fieldEnum(entity), required: true, description: 'By which field.' }),
      direction: t.field({
        type: parts.direction,
        required: true,
        defaultValue: 'ASC',
        description: 'From which end. Null stands after every value.',
      }),
    }),
  });

/** Where a list stands: the SIDs that it lies in, what the place itself filters by, and what it is one of many of. */
interface Standing {
  readonly parents: Sids;
  readonly where?: Filter;
  readonly child?: ChildList | undefined;
}
/** `null`: there is no such list. */
export type Within<Parent> = (parent: Parent, args: Arguments, context: Context) => Standing | null;

export const listArguments = (parts: Parts, entity: Entity): Record<string, Argument> => ({
  first: {
    type: 'Int',
    defaultValue: DEFAULT_FIRST,
    description: `How many rows, from 1 to ${MAX_PAGE}: up to that many cost one transaction.`,
  },
  after: {
    type: 'String',
    description: 'The cursor after which to begin: `pageInfo.endCursor` of the part before.',
  },
  ...(comparableFields(entity).length > 0 && comparingArguments(parts, entity)),
});

const comparingArguments = (parts: Parts, entity: Entity): Record<string, Argument> => ({
  filter: { type: parts.filter(entity) as AnyInput, description: 'Which rows; all if left out.' },
  orderBy: {
    type: [parts.order(entity) as AnyInput],
    description:
      "In which order; Twilio's own, mostly the newest first, if left out. Another order reads the whole list.",
  },
});

/** A field that reads a list. */
export const listField = <Parent>(
  parts: Parts,
  entity: Entity,
  description: string,
  within: Within<Parent>,
  args: Readonly<Record<string, Argument>> = {},
): Field<Parent> => ({
  type: parts.connection(entity) as AnyOutput,
  description,
  deprecationReason: entity.deprecated,
  args: { ...args, ...listArguments(parts, entity) },
  cost: costOfList(entity),
  resolve: (parent, given, context, info) => {
    const first = readFirst(given.first);
    const place = within(parent, given, context);
    if (!place) return null;
    const filter = splitFilter(entity, place.where, given.filter as Filter | null);
    const list = { entity, parents: place.parents, filter, orderBy: readOrder(given.orderBy) };
    const { cursors } = context.connection;
    const { child } = place;
    const isPlain = !given.filter && !given.after && list.orderBy.length === 0;
    const shared = child && isPlain ? () => context.loaders.children(child) : undefined;
    const reader = { ...readerOf(context, filter.params, info), shared };
    return new Reading(reader, cursors, list, first, given.after as string | null);
  },
});

/** One Get; many may be tried as a page of their list first. */
export const costOfGet = (entity: Entity): CostOf => {
  const cost = { each: 1, ...(entity.batch && { page: entity.name }) };
  return () => cost;
};

/** The pages that a list may need: one where Twilio does the work, a whole scan where it does not. */
const costOfList =
  (entity: Entity): CostOf =>
  ({ first, after, filter, orderBy }, scanPages) => {
    const rows = Number(first ?? DEFAULT_FIRST);
    const { surplus } = splitFilter(entity, filter as Filter | null);
    const isScan = surplus === 'any' || readOrder(orderBy).length > 0;
    const size = typeof after === 'string' ? sizeOf(after) : undefined;
    const pages = size === undefined ? 1 : Math.ceil(rows / size) + 1;
    const edges = surplus === 'edges' ? 1 : 0;
    return { each: isScan ? Math.max(pages, scanPages) + 1 : pages + edges, rows };
  };

/** Reads for one request: what is read primes its loaders and stands in its report. */
export const readerOf = (
  context: Context,
  params: Readonly<Record<string, unknown>> | undefined,
  info: GraphQLResolveInfo,
) => {
  const { gateway, scanLimit } = context.connection;
  const list = namesIn(info.path).join('.');
  const pushedDown = Object.keys(params ?? {}).map(parameterName);
  return {
    gateway,
    scanLimit,
    caller: context.caller,
    track: (page: Promise<Page>) => context.loaders.track(page),
    onPage: (rows: readonly Row[]) => {
      context.report.page(list, pushedDown, rows.length);
      context.loaders.learn(rows);
    },
  };
};

type Path = GraphQLResolveInfo['path'];
const namesIn = (path: Path | undefined): string[] =>
  path ? [...namesIn(path.prev), ...(typeof path.key === 'string' ? [path.key] : [])] : [];

/** `startTimeAfter` → `StartTime>`, as Twilio has it. */
const parameterName = (name: string): string =>
  upperFirst(name)
    .replace(/After$/, '>')
    .replace(/Before$/, '<');

const readFirst = (given: unknown): number => {
  const first = given ?? DEFAULT_FIRST;
  if (typeof first === 'number' && first >= 1 && first <= MAX_PAGE) return first;
  throw badInput('first', `must be from 1 to ${MAX_PAGE}`);
};

const readOrder = (given: unknown): readonly Order[] => {
  const orders = (given ?? []) as readonly Order[];
  const twice = orders.find(({ field }, i) => orders.findIndex((other) => other.field === field) !== i);
  if (twice) throw badInput('orderBy', `names ${twice.field} twice`);
  return orders;
};

export const makeDirection = (builder: Parts['builder']): EnumRef<PothosTypes, 'ASC' | 'DESC'> =>
  builder.enumType('Direction', {
    description: 'From which end an order begins.',
    values: {
      ASC: { description: 'The least or oldest first.' },
      DESC: { description: 'The greatest or newest first.' },
    } as const,
  });
