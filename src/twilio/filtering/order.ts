/**
 * Orders in which rows can be requested, and whether Twilio's own order is one.
 *
 * Twilio's own order is used where the descriptor names it, and checked: a page that contradicts it makes the scan
 * read on.
 */
import type { Entity } from '../../model/index.ts';
import { comparable, compare, type Row, read, wordOf } from '../rows/index.ts';
import type { Split } from './split.ts';

export interface Order {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}
export type Comparator = (left: Row, right: Row) => number;

/** Null stands after every value, and so comes first where the direction is descending. */
const byOne = (entity: Entity, { field, direction }: Order): Comparator => {
  const kind = entity.fields[field];
  const scalar = kind?.scalar ?? 'String';
  const sign = direction === 'ASC' ? 1 : -1;
  return (left, right) => {
    const a = comparable(scalar, wordOf(left, field, kind));
    const b = comparable(scalar, wordOf(right, field, kind));
    if (a === null || b === null) return sign * (Number(a === null) - Number(b === null));
    return sign * compare(a, b);
  };
};

/** Sorts by the first order, then the second, and so on; equal rows keep Twilio's order. */
export const sorterOf = (entity: Entity, orders: readonly Order[]): Comparator => {
  const comparators = orders.map((order) => byOne(entity, order));
  return (left, right) => {
    for (const comparator of comparators) {
      const order = comparator(left, right);
      if (order !== 0) return order;
    }
    return 0;
  };
};

/** Whether Twilio lists in this order by itself, as far as is known: what is read is checked all the same. */
export const isTwilios = (entity: Entity, [first, second]: readonly Order[]): boolean =>
  first?.direction === 'DESC' && second === undefined && entity.sortedBy?.includes(first.field) === true;

export const isSorted = (rows: readonly Row[], sorter: Comparator): boolean =>
  rows.every((row, i) => i === 0 || sorter(rows[i - 1] as Row, row) <= 0);

/** Moments that every row has from its beginning. */
const NEVER_NULL: ReadonlySet<string> = new Set(['dateCreated', 'dateUpdated']);

/** Whether every row has a value to be sorted by: rows without one come first, wherever Twilio lists them. */
export const hasNoNulls = ([order]: readonly Order[], filter: Split): boolean =>
  order === undefined || NEVER_NULL.has(order.field) || filter.excludesNull(order.field);

/**
 * Whether rows of a list in Twilio's own order are the next ones without regard to the rest of it: there are none without
 * a value, or these have none, which is all that was asked for. `before`: the row in front of them; `null` at the
 * beginning.
 */
export const isSettled = (
  orderBy: readonly Order[],
  filter: Split,
  rows: readonly Row[],
  { first, before }: { readonly first: number; readonly before: Row | null | undefined },
): boolean => {
  if (hasNoNulls(orderBy, filter)) return true;
  if (before === undefined || rows.length < first) return false;
  return [...(before ? [before] : []), ...rows].every((row) => read(row, orderBy[0]?.field ?? '') === null);
};

/** The field by which Twilio sorts a list, which tells where rows of several lists stand to each other. */
export const sortField = (entity: Entity, [order]: readonly Order[]): string | undefined =>
  order && entity.sortedBy?.includes(order.field) ? order.field : entity.sortedBy?.[0];
