/** Relations to lists that Twilio filters by time alone: they are read between two moments, and priced as a scan. */
import { badInput } from '../errors.ts';
import type { Entity, Relation } from '../model/index.ts';
import type { Filter } from '../twilio/filtering/index.ts';
import { pagesOf } from '../twilio/lists/index.ts';
import { type Row, read } from '../twilio/rows/index.ts';
import type { Argument, Arguments, CostOf, Field } from './types.ts';

/** What a row causes can be recorded so long after its end. */
const AFTER_MS = 3_600_000;
/** Clocks of Twilio's products differ, and some round to seconds. */
const BEFORE_MS = 60_000;

export const isScanned = ({ until, window }: Relation): boolean => until !== undefined || window !== undefined;

/** Between which moments the rows of a list can lie that belong to a row of ours, as far as it says. */
export const momentsOf = (row: Row, { since = {}, until }: Relation): { readonly from?: Date; readonly to?: Date } => {
  const [ours = ''] = Object.values(since);
  const [start, end] = [ours, until ?? ''].map((name) => (name === '' ? undefined : read(row, name)));
  const before = until === undefined ? 0 : BEFORE_MS;
  return {
    ...(start instanceof Date && { from: new Date(start.getTime() - before) }),
    ...(end instanceof Date && { to: new Date(end.getTime() + AFTER_MS) }),
  };
};

/** The condition that a row of a scanned list lies between these moments. */
export const conditionOf = (row: Row, relation: Relation, args: Arguments): Filter | undefined => {
  if (relation.window !== undefined) return { [relation.window]: boundsIn(args) };
  const [field = ''] = Object.keys(relation.since ?? {});
  const { from, to } = momentsOf(row, relation);
  if (relation.until === undefined || !(from || to)) return undefined;
  return { [field]: { ...(from && { gte: from }), ...(to && (!from || from <= to) && { lte: to }) } };
};

const boundsIn = ({ since, until }: Arguments): Readonly<Record<string, Date>> => {
  if (until instanceof Date && until < (since as Date))
    throw badInput('since', 'lies after `until`, so nothing can match');
  return { gte: since as Date, ...(until instanceof Date && { lte: until }) };
};

export const windowArguments = (field: string): Record<string, Argument> => ({
  since: { type: 'DateTime', required: true, description: `The list is read from this \`${field}\` on.` },
  until: { type: 'DateTime', description: `The list is read up to this \`${field}\`. Default: its newest row.` },
});

/** Every page between the two moments may have to be read. */
export const costOfScan = (target: Entity, { cost }: Pick<Field<Row>, 'cost'>): { cost: CostOf } => ({
  cost: (args, scanPages) => {
    const price = cost?.(args, scanPages);
    return { ...price, each: Math.max(price?.each ?? 0, pagesOf(target, scanPages) + 1) };
  },
});
