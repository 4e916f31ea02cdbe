/** Sums, averages, extremes and counts over rows: exact, and without the rows that have no value. */
import type { Entity } from '../../model/index.ts';
import { comparable, compare, Exact, identityOf } from './compare.ts';
import { type Row, read } from './row.ts';

/** Values of a field in these rows, nulls left out. */
const valuesOf = (rows: readonly Row[], field: string): unknown[] =>
  rows.map((row) => read(row, field)).filter((value) => value !== null);

/** An exact decimal as text; 0 of no values. */
export const sum = (rows: readonly Row[], field: string): string =>
  valuesOf(rows, field)
    .reduce<InstanceType<typeof Exact>>((total, value) => total.plus(String(value)), new Exact(0))
    .toFixed();

const AVERAGE_DIGITS = 20;

/** To 20 significant digits; `null` of no values. */
export const average = (rows: readonly Row[], field: string): string | null => {
  const { length } = valuesOf(rows, field);
  if (length === 0) return null;
  return new Exact(sum(rows, field)).div(length).toSignificantDigits(AVERAGE_DIGITS).toFixed();
};

/** The least (`sign` 1) or greatest (-1) value; `null` of no values. */
export const extreme = (entity: Entity, rows: readonly Row[], field: string, sign: 1 | -1): unknown => {
  const scalar = entity.fields[field]?.scalar ?? 'String';
  let best: unknown = null;
  for (const value of valuesOf(rows, field)) {
    const left = comparable(scalar, value);
    const right = comparable(scalar, best);
    if (left !== null && (right === null || sign * compare(left, right) < 0)) best = value;
  }
  return best;
};

export interface Group {
  readonly value: unknown;
  readonly count: number;
}

/** How many rows have each value, null included; the most frequent first. */
export const countBy = (entity: Entity, rows: readonly Row[], field: string): readonly Group[] => {
  const scalar = entity.fields[field]?.scalar ?? 'String';
  const groups = new Map<unknown, { value: unknown; count: number }>();
  for (const row of rows) {
    const value = read(row, field);
    const identity = identityOf(scalar, value);
    const group = groups.get(identity) ?? { value, count: 0 };
    group.count++;
    groups.set(identity, group);
  }
  return [...groups.values()].sort((left, right) => right.count - left.count);
};
