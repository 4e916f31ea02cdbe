/** A field that reads a list: its arguments, its cost, and the reading of it. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { fieldNames } from '../events.ts';
import { type Entity, onceFor, type Sids, upperFirst } from '../model/index.ts';
import { type Filter, type Order, splitFilter } from '../twilio/filtering/index.ts';
import { ListQuery, MAX_PAGE, maxPageOf, pagesOf, predictPages, type Reader, sizeOf } from '../twilio/lists/index.ts';
import type { ChildList } from '../twilio/loading/index.ts';
import type { Input, Row } from '../twilio/rows/index.ts';
import { comparableFields } from './filters.ts';
import type { AnyInput, AnyOutput, Argument, Arguments, Cost, CostOf, Field, Parts } from './types.ts';

const DEFAULT_FIRST = 50;
/** Of a list below other rows: there may be one for each of them. */
const DEFAULT_FIRST_NESTED = 10;

/** Where a list lies: the SIDs above it, values that all its rows have, and which of many such lists it is. */
interface ListLocation {
  readonly parents: Sids;
  /** The entity whose list it is, where rows of one type lie in several. */
  readonly entity?: Entity;
  readonly where?: Readonly<Record<string, unknown>>;
  /** Values of Twilio's own arguments, which take precedence over the client's. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** What the rows must match beside the client's filter. */
  readonly and?: Filter | undefined;
  readonly child?: Omit<ChildList, 'onPage'> | undefined;
  /** The parent's row says that the list has no rows: nothing is sent. */
  readonly isEmpty?: boolean;
}
export type Within<Parent> = (parent: Parent, args: Arguments, context: Context) => ListLocation;

const costOfRows = (entity: Entity): string => {
  const rows = maxPageOf(entity);
  return rows < MAX_PAGE
    ? `One upstream call for every ${rows} rows, or more if a filter or order needs them.`
    : 'One upstream call, or more if a filter or order needs them.';
};

const listArguments = (parts: Parts, entity: Entity, defaultFirst: number): Record<string, Argument> => ({
  first: {
    type: 'Int',
    defaultValue: defaultFirst,
    description: `Number of rows, from 1 to ${MAX_PAGE}. ${costOfRows(entity)}`,
  },
  after: {
    type: 'String',
    description: entity.sample
      ? 'Not available: the rows are a sample, and each call returns others.'
      : 'Cursor after which to continue: `pageInfo.endCursor` of the previous page.',
  },
  ...(comparableFields(entity).length > 0 && comparingArguments(parts, entity)),
});

const comparingArguments = (parts: Parts, entity: Entity): Record<string, Argument> => ({
  filter: {
    type: parts.filter(entity) as AnyInput,
    description: 'Conditions that rows must match. Default: all rows.',
  },
  orderBy: {
    type: [parts.order(entity) as AnyInput],
    description: entity.sample ? 'Not available: the rows are a sample.' : orderDescription(entity),
  },
});

const orderDescription = ({ sortedBy = [] }: Entity): string => {
  const whole = "Sort order. Default: Twilio's order, usually newest first. Any other order reads the whole list";
  if (sortedBy.length === 0) return `${whole}.`;
  const names = sortedBy.map((name) => `\`${name}\``).join(' or ');
  return (
    `${whole}, except by ${names} descending if the filter excludes rows where that field is null: ` +
    'such rows come first, so all of them have to be found.'
  );
};

/** A field that reads a list. */
export const listField = <Parent>(
  parts: Parts,
  entity: Entity,
  description: string,
  within: Within<Parent>,
  args?: Readonly<Record<string, Argument>>,
): Field<Parent> => ({
  type: parts.connection(entity) as AnyOutput,
  description,
  deprecationReason: entity.deprecated,
  args: { ...args, ...listArguments(parts, entity, args ? DEFAULT_FIRST : DEFAULT_FIRST_NESTED) },
  cost: costOfList(entity),
  list: entity,
  resolve: (parent, given, context, info) => {
    const first = readFirst(given.first);
    const place = within(parent, given, context);
    const split = splitFilter(entity, filterAt(given.filter as Filter | null, place), place.where);
    const filter = place.isEmpty ? { ...split, lists: [], wider: undefined } : split;
    const list = { entity: place.entity ?? entity, parents: place.parents, filter, orderBy: readOrder(given.orderBy) };
    const { cursors } = context;
    const { child } = place;
    const isPlain = !given.filter && !given.after && list.orderBy.length === 0;
    const own = readerOf(context, info);
    const onPage = (rows: readonly Row[], params: Input) => {
      own.onKept(rows);
      own.onPage(rows, params, 0);
    };
    const shared = child && isPlain ? () => context.loaders.children({ ...child, onPage }) : undefined;
    const make = () => new ListQuery({ ...own, shared }, cursors, list, first, given.after as string | null);
    const key = keyOfList(list.entity, place, given);
    return key === undefined ? make() : context.loaders.list(key, make);
  },
});

/** Filters of thousands of conditions are not worth comparing. */
const MAX_FILTER_KEY = 1000;
const filterKey = onceFor((filter: object) => JSON.stringify(filter));

/** The same for the same rows of the same list; `undefined` for what is too long to compare. */
const keyOfList = (
  { name }: Entity,
  { parents, where, params, and, isEmpty }: ListLocation,
  { filter, orderBy, first, after }: Arguments,
): string | undefined => {
  const filtered = [filter, and].map((each) => (each ? filterKey(each) : ''));
  if (filtered.some(({ length }) => length > MAX_FILTER_KEY)) return undefined;
  return JSON.stringify([name, parents, where, params, isEmpty, filtered, orderBy, first, after]);
};

/** The client's filter, with what the list's location adds to it. */
const filterAt = (given: Filter | null, { params, and }: ListLocation): Filter | null => {
  if (!params && !and) return given;
  const own = given?.and ? [{ and: given.and }] : [];
  return { ...given, ...params, ...(and && { and: [...own, and] }) };
};

/** The cost of a field with some of its parts replaced. */
export const withCost = <Parent>({ cost }: Field<Parent>, more: Cost): { cost: CostOf } => ({
  cost: (args, scanPages) => ({ ...cost?.(args, scanPages), ...more }),
});

/** One Get; many may be tried as a page of their list first. */
export const costOfGet = (entity: Entity): CostOf => {
  const isPaid = entity.paid?.includes('fetch');
  const cost = { each: 1, ...(entity.batch && { pages: [entity.name] }), ...(isPaid && { paid: [entity.name] }) };
  return () => cost;
};

const NO_FILTER: Filter = {};

/** The pages that a list may need: one where Twilio does the work, a whole scan where it does not. */
const costOfList = (entity: Entity): CostOf => {
  // Thousands of aliases may share one filter of thousands of conditions: it is read once, also if it is invalid.
  const splitOf = onceFor((filter: Filter) => {
    try {
      return splitFilter(entity, filter);
    } catch {
      return undefined;
    }
  });
  return ({ first, after, filter, orderBy }, scanPages) => {
    const rows = readFirst(first);
    const split = splitOf((filter ?? NO_FILTER) as Filter);
    if (!split) return {};
    const isOrdered = readOrder(orderBy).length > 0;
    const maxPage = maxPageOf(entity);
    const size = typeof after === 'string' ? sizeOf(after) : undefined;
    return {
      each: entity.sample
        ? 1
        : predictPages(split, { first: rows, isOrdered, size, maxPage }, pagesOf(entity, scanPages)),
      rows,
    };
  };
};

/** Reads for one request: what is read primes its loaders and is listed in its report. */
export const readerOf = (context: Context, info: GraphQLResolveInfo): Reader => {
  const { gateway, scanLimit } = context.connection;
  const list = fieldNames(info.path).join('.');
  return {
    gateway,
    scanLimit,
    caller: { ...context.caller, reading: { path: info.path } },
    track: () => context.loaders.track(),
    onPage: (rows, params, rejected) => {
      context.report.page(list, Object.keys(params).map(parameterName), rows.length, rejected);
    },
    onKept: (rows) => context.loaders.learn(rows),
  };
};

/** `startTimeAfter` → `StartTime>`, as Twilio has it. */
const parameterName = (name: string): string =>
  upperFirst(name)
    .replace(/After$/, '>')
    .replace(/Before$/, '<');

export const readFirst = (given: unknown): number => {
  const first = given ?? DEFAULT_FIRST;
  if (typeof first === 'number' && first >= 1 && first <= MAX_PAGE) return first;
  throw badInput('first', `must be from 1 to ${MAX_PAGE}`);
};

export const readOrder = (given: unknown): readonly Order[] => {
  const orders = (given ?? []) as readonly Order[];
  const twice = orders.find(({ field }, i) => orders.findIndex((other) => other.field === field) !== i);
  if (twice) throw badInput('orderBy', `names ${twice.field} twice`);
  return orders;
};
