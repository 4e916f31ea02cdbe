/** A filter split in two: what Twilio can evaluate goes out as parameters, and every comparison is re-checked here. */
import { badInput } from '../errors.ts';
import type { Entity } from '../model/entity.ts';
import type { Compared, Value } from '../model/kinds.ts';
import { checkSid } from '../model/path.ts';
import { type Input, type Row, read } from './gateway.ts';
import { encode, isoSeconds, UNRECOGNIZED } from './values.ts';

/** Comparisons by which a field can be filtered, as GraphQL names them. */
export type Operator = 'eq' | 'lt' | 'lte' | 'gt' | 'gte';
/** What comes in from GraphQL: comparators by field, and plain values for what only Twilio knows. */
export type Filter = Readonly<Record<string, unknown>>;

export interface Split {
  /** Parameters of the SDK's `page`. */
  readonly params: Input;
  readonly accepts: (row: Row) => boolean;
  /** Whether any field of the rows is compared, and not only an argument of Twilio's given. */
  readonly compares: boolean;
  /** Whether Twilio was asked for a little more than the filter says. */
  readonly widened: boolean;
  /** Equal for equal filters. */
  readonly identity: unknown;
}

const SECOND = 1000;
const DAY = 86_400_000;

type Comparator = Partial<Record<Operator, unknown>>;
type Check = (row: Row) => boolean;

/** Reads a filter. Throws bad input for a comparator without comparison and for a null. */
export const splitFilter = (entity: Entity, ...filters: (Filter | null | undefined)[]): Split => {
  const params: Record<string, unknown> = {};
  const checks: Check[] = [];
  let widened = false;
  for (const [name, given] of filters.flatMap((filter) => Object.entries(filter ?? {}))) {
    const rule = entity.filters?.[name];
    if (!rule || given === undefined) continue;
    if (given === null) throw badInput(`filter.${name}`, 'must not be null; leave it out to accept every value');
    if (!compares(rule)) {
      params[name] = encode(rule, given);
      continue;
    }
    const comparator = operations(name, given as Comparator, entity.fields[name]?.scalar === 'ID');
    Object.assign(params, pushed(name, rule, comparator, params));
    widened ||= rule.compares !== 'equal';
    for (const [operator, operand] of comparator) checks.push(check(name, operator, operand));
  }
  return {
    params,
    accepts: (row) => checks.every((accept) => accept(row)),
    compares: checks.length > 0,
    widened,
    identity: filters.map((filter) => filter ?? null),
  };
};

/** Whether a filter says anything: one that does not would mean every row. */
export const isEmpty = (filter: Filter): boolean => Object.values(filter).every((value) => value === undefined);

const compares = (rule: Value | Compared): rule is Compared => 'compares' in rule;

const operations = (name: string, comparator: Comparator, isSid: boolean): [Operator, unknown][] => {
  const said = Object.entries(comparator).filter(([, operand]) => operand !== undefined) as [Operator, unknown][];
  if (said.length === 0) throw badInput(`filter.${name}`, 'needs a comparison, such as eq');
  for (const [operator, operand] of said) {
    const argument = `filter.${name}.${operator}`;
    if (operand === null) throw badInput(argument, 'must not be null; null is never equal to a value');
    if (operand === UNRECOGNIZED) throw badInput(argument, `${UNRECOGNIZED} is no value that Twilio can be asked for`);
    if (isSid) checkSid(String(operand), argument);
  }
  return said;
};

/**
 * What Twilio is asked for. Its bounds are inclusive in some lists and exclusive in others, so they go out one unit
 * wider: a second, or a day where it compares whole days. A parameter that is already set stays: the check decides.
 */
const pushed = (name: string, rule: Compared, comparator: [Operator, unknown][], set: Input): Input => {
  const params: Record<string, unknown> = {};
  const put = (parameter: string, value: unknown) => {
    if (!(parameter in set)) params[parameter] = value;
  };
  const unit = rule.compares === 'days' ? DAY : SECOND;
  const form = rule.compares === 'days' ? (moment: Date) => moment.toISOString().slice(0, 10) : isoSeconds;
  for (const [operator, operand] of comparator) {
    if (rule.compares === 'equal') {
      put(name, operand);
      continue;
    }
    const moment = (operand as Date).getTime();
    if (operator !== 'lt' && operator !== 'lte') put(`${name}After`, form(new Date(moment - unit)));
    if (operator !== 'gt' && operator !== 'gte') put(`${name}Before`, form(new Date(moment + unit)));
  }
  return params;
};

/** A value in an order in which its kind compares. */
const comparable = (value: unknown): string | number | boolean | null => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.getTime();
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
};

const check = (name: string, operator: Operator, operand: unknown): Check => {
  const right = comparable(operand);
  const test: Record<Operator, (left: string | number | boolean) => boolean> = {
    eq: (left) => left === right,
    lt: (left) => right !== null && left < right,
    lte: (left) => right !== null && left <= right,
    gt: (left) => right !== null && left > right,
    gte: (left) => right !== null && left >= right,
  };
  return (row) => {
    const left = comparable(read(row, name));
    return left !== null && test[operator](left);
  };
};
