/** Rows in groups by the value of a field, or by the hour, day or month of a moment in a time zone. */
import { badInput } from '../../errors.ts';
import type { Entity } from '../../model/index.ts';
import { forEachInSlices, sortInSlices } from '../../pause/index.ts';
import { nameOf, wordOf } from './aggregate.ts';
import { identityOf } from './compare.ts';
import { type Row, read } from './row.ts';

export type Bucket = 'HOUR' | 'DAY' | 'MONTH';
export interface RowGroup {
  /** An enum's own name, the beginning of a bucket, or the value itself; `null` for rows without one. */
  readonly key: unknown;
  readonly rows: readonly Row[];
}
export interface Grouping {
  readonly field: string;
  readonly bucket: Bucket | undefined;
  readonly timeZone: string;
}

/** Buckets in the order of time, values the most frequent first; rows without a value come last. */
export const groupBy = async (
  entity: Entity,
  rows: readonly Row[],
  grouping: Grouping,
): Promise<readonly RowGroup[]> => {
  const keyOf = keyReader(entity, grouping);
  const groups = new Map<unknown, { key: unknown; rows: Row[] }>();
  const scalar = grouping.bucket ? 'String' : (entity.fields[grouping.field]?.scalar ?? 'String');
  await forEachInSlices(rows, (row) => {
    const key = keyOf(row);
    const identity = identityOf(scalar, key);
    const group = groups.get(identity);
    if (group) group.rows.push(row);
    else groups.set(identity, { key, rows: [row] });
  });
  const order = grouping.bucket ? byTime : byCount;
  return sortInSlices([...groups.values()], (left, right) => nullsLast(left, right) || order(left, right));
};

type Comparator = (left: RowGroup, right: RowGroup) => number;
const nullsLast: Comparator = (left, right) => Number(left.key === null) - Number(right.key === null);
/** Keys are moments or days; the hour that a clock repeats in autumn has two offsets. */
const byTime: Comparator = (left, right) => Date.parse(String(left.key)) - Date.parse(String(right.key));
const byCount: Comparator = (left, right) => right.rows.length - left.rows.length;

/** Throws bad input for a bucket that the field does not have, and for an unknown time zone. */
export const checkGrouping = (entity: Entity, { field, bucket, timeZone }: Grouping): void => {
  const scalar = entity.fields[field]?.scalar;
  if (bucket && scalar !== 'DateTime' && scalar !== 'Date')
    throw badInput('bucket', `needs a field that is a moment or a day, which ${field} is not`);
  if (bucket === 'HOUR' && scalar === 'Date') throw badInput('bucket', `cannot be HOUR: ${field} is a day`);
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw badInput('timeZone', 'must be a time zone of the IANA database, such as Europe/Berlin');
  }
};

const keyReader = (entity: Entity, { field, bucket, timeZone }: Grouping): ((row: Row) => unknown) => {
  const kind = entity.fields[field];
  if (!bucket)
    return (row) => {
      const word = wordOf(row, field, kind);
      return nameOf(word, kind) ?? word;
    };
  const keyOfMoment = bucketReader(bucket, timeZone);
  return (row) => {
    const value = read(row, field);
    if (value instanceof Date) return keyOfMoment(value);
    return typeof value === 'string' ? value.slice(0, bucket === 'MONTH' ? MONTH_LENGTH : undefined) : null;
  };
};
const MONTH_LENGTH = '2026-11'.length;

/** Offsets of time zones change at whole quarters of an hour, so that few moments have to be formatted. */
const QUARTER_MS = 900_000;

const bucketReader = (bucket: Bucket, timeZone: string): ((moment: Date) => string) => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    timeZoneName: 'longOffset',
  });
  const known = new Map<number, string>();
  return (moment) => {
    const quarter = Math.floor(moment.getTime() / QUARTER_MS);
    const key = known.get(quarter) ?? keyOf(format.formatToParts(quarter * QUARTER_MS), bucket);
    known.set(quarter, key);
    return key;
  };
};

const keyOf = (parts: readonly Intl.DateTimeFormatPart[], bucket: Bucket): string => {
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const month = `${part('year').padStart(4, '0')}-${part('month')}`;
  if (bucket === 'MONTH') return month;
  const day = `${month}-${part('day')}`;
  return bucket === 'DAY'
    ? day
    : `${day}T${part('hour')}:00:00${part('timeZoneName')
        .replace(/^GMT(\+00:00)?$/, 'Z')
        .replace('GMT', '')}`;
};
