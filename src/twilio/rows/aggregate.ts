/** Sums, averages, extremes and counts over rows: exact, without the rows that have no value, and giving way in between. */
import type { Entity, Value } from '../../model/index.ts';
import { enumName } from '../../model/index.ts';
import { forEachInSlices, sortInSlices } from '../../pause/index.ts';
import { type Comparable, comparable, compare, Exact, identityOf } from './compare.ts';
import { type Row, read, readRaw } from './row.ts';

/** Calls back for each value of a field, nulls left out. */
const forEachValue = (rows: readonly Row[], field: string, visit: (value: unknown) => void): Promise<void> =>
  forEachInSlices(rows, (row) => {
    const value = wordOf(row, field, row.entity.fields[field]);
    if (value !== null) visit(value);
  });

const total = async (rows: readonly Row[], field: string) => {
  let sum = new Exact(0);
  let count = 0;
  await forEachValue(rows, field, (value) => {
    sum = sum.plus(String(value));
    count++;
  });
  return { sum, count };
};

/** An exact decimal as text; 0 of no values. */
export const sum = async (rows: readonly Row[], field: string): Promise<string> =>
  (await total(rows, field)).sum.toFixed();

const AVERAGE_DIGITS = 20;

/** To 20 significant digits; `null` of no values. */
export const average = async (rows: readonly Row[], field: string): Promise<string | null> => {
  const { sum, count } = await total(rows, field);
  return count === 0 ? null : sum.div(count).toSignificantDigits(AVERAGE_DIGITS).toFixed();
};

/** The smallest (`sign` 1) or largest (-1) value; `null` of no values. */
export const extreme = async (entity: Entity, rows: readonly Row[], field: string, sign: 1 | -1): Promise<unknown> => {
  const scalar = entity.fields[field]?.scalar ?? 'String';
  let best: { readonly value: unknown; readonly form: Comparable } | undefined;
  await forEachValue(rows, field, (value) => {
    const form = comparable(scalar, value);
    if (form !== null && (!best || sign * compare(form, best.form) < 0)) best = { value, form };
  });
  return best?.value ?? null;
};

export interface Group {
  /** In Twilio's words; `null` for none. */
  readonly value: unknown;
  /** The name of an enum's value, as filters take it; `null` for other kinds, and for words that the enum does not have. */
  readonly name: string | null;
  readonly count: number;
}

/** How many rows have each value, null included; the most frequent first. */
export const countBy = async (entity: Entity, rows: readonly Row[], field: string): Promise<readonly Group[]> => {
  const kind = entity.fields[field];
  const groups = new Map<unknown, { value: unknown; name: string | null; count: number }>();
  await forEachInSlices(rows, (row) => {
    const value = wordOf(row, field, kind);
    const identity = identityOf(kind?.scalar ?? 'String', value);
    const group = groups.get(identity) ?? { value, name: nameOf(value, kind), count: 0 };
    group.count++;
    groups.set(identity, group);
  });
  return sortInSlices([...groups.values()], (left, right) => right.count - left.count);
};

/** A value of a field; of an enum Twilio's own word, so that words that Twilio added later are kept apart. */
export const wordOf = (row: Row, field: string, kind: Value | undefined): unknown =>
  kind?.scalar === 'Enum' ? readRaw(row, field) : read(row, field);

/** An enum's own name of a word of Twilio's. */
export const nameOf = (word: unknown, kind: Value | undefined): string | null =>
  kind?.scalar === 'Enum' && kind.values?.includes(String(word)) ? enumName(String(word)) : null;
