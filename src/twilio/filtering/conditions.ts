/** A filter as a tree of conditions, read and checked once. */
import { badInput } from '../../errors.ts';
import { type Compared, checkSid, checkText, type Entity, type Scalar, type Value } from '../../model/index.ts';
import { comparable, compare, UNRECOGNIZED } from '../rows/index.ts';
import { checkPartOfPhone, checkPhone } from './phone.ts';

/** Comparisons, as GraphQL names them. */
export type Operator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'notIn'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'contains'
  | 'startsWith'
  | 'endsWith'
  | 'isNull';
/** What comes in from GraphQL: comparators by field, `and`, `or`, `not`, and values for what only Twilio knows. */
export type Filter = Readonly<Record<string, unknown>>;

export interface Comparison {
  readonly field: string;
  readonly scalar: Scalar;
  readonly operator: Operator;
  readonly operand: unknown;
}
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison;

/** How deep filters may be nested: far beyond any question, far below the depth of a stack. */
const MAX_DEPTH = 30;

/** Whether a list's filter has this name for an argument of Twilio's that is no field of the rows. */
export const isOwnArgument = (entity: Entity, name: string): boolean => {
  const rule: Value | Compared | undefined = entity.filters?.[name];
  return rule !== undefined && !('compares' in rule);
};

const isPhoneArgument = (entity: Entity, name: string): boolean =>
  (entity.filters?.[name] as Value | undefined)?.phone === true;

/** Reads the comparisons of a client's filter. Twilio's own arguments may stand at the top; the caller reads them. */
export const readCondition = (entity: Entity, filter: Filter, place = 'filter', depth = 1): Condition => {
  if (depth > MAX_DEPTH) throw badInput('filter', `is nested more than ${MAX_DEPTH} levels deep`);
  const all: Condition[] = [];
  for (const [name, given] of Object.entries(filter)) {
    if (given === undefined) continue;
    const here = `${place}.${name}`;
    if (given === null) throw badInput(here, 'must not be null; leave it out to accept every value');
    if (isOwnArgument(entity, name)) {
      if (place !== 'filter') throw badInput(here, "is an argument of Twilio's and must be at the top of the filter");
      checkText(given, here);
      if (isPhoneArgument(entity, name) && typeof given === 'string') checkPhone(given, here);
    } else if (name === 'and' || name === 'or') all.push(readBranches(entity, name, given as Filter[], here, depth));
    else if (name === 'not') all.push({ not: readPart(entity, given as Filter, here, depth) });
    else all.push(...readComparator(entity, name, given as Partial<Record<Operator, unknown>>, here));
  }
  return all.length === 1 && all[0] ? all[0] : { all };
};

/** The condition that these fields have these values, which come from rows and need no check. */
export const equalTo = (entity: Entity, values: Readonly<Record<string, unknown>>): Condition => {
  const all = Object.entries(values).map(
    ([field, operand]): Comparison => ({ field, scalar: scalarOf(entity, field), operator: 'eq', operand }),
  );
  return all.length === 1 && all[0] ? all[0] : { all };
};

const readBranches = (
  entity: Entity,
  name: 'and' | 'or',
  filters: readonly Filter[],
  place: string,
  depth: number,
): Condition => {
  if (filters.length === 0) throw badInput(place, 'is empty; give it at least one filter');
  const parts = filters.map((filter, i) => readPart(entity, filter, `${place}.${i}`, depth));
  if (parts.length === 1 && parts[0]) return parts[0];
  return name === 'and' ? { all: parts } : { any: parts };
};

const readPart = (entity: Entity, filter: Filter, place: string, depth: number): Condition => {
  if (isEmpty(filter)) throw badInput(place, 'is empty; it would mean every row');
  return readCondition(entity, filter, place, depth + 1);
};

/** Whether a filter has no conditions at all. */
const isEmpty = (filter: Filter): boolean => Object.values(filter).every((value) => value === undefined);

const scalarOf = (entity: Entity, field: string): Scalar => entity.fields[field]?.scalar ?? 'String';

const readComparator = (
  entity: Entity,
  field: string,
  comparator: Partial<Record<Operator, unknown>>,
  place: string,
): Comparison[] => {
  const given = Object.entries(comparator).filter(([, operand]) => operand !== undefined);
  if (given.length === 0) throw badInput(place, 'needs a comparison, such as eq');
  const comparisons = given.map(([name, operand]) => {
    const operator = name as Operator;
    for (const each of [operand].flat()) checkOperand(entity.fields[field], operator, each, `${place}.${operator}`);
    return { field, scalar: scalarOf(entity, field), operator, operand };
  });
  checkBounds(comparisons, place);
  return comparisons;
};

const checkOperand = (value: Value | undefined, operator: Operator, operand: unknown, place: string): void => {
  if (operand === null) throw badInput(place, 'must not be null; ask for null with isNull');
  if (operand === UNRECOGNIZED) throw badInput(place, `${UNRECOGNIZED} is not a value that rows can be filtered by`);
  if (typeof operand !== 'string') return;
  checkText(operand, place);
  if (value?.scalar === 'Decimal' && operand.length > MAX_DIGITS)
    throw badInput(place, `must have at most ${MAX_DIGITS} characters`);
  if (value?.scalar === 'ID') checkSid(operand, place);
  if (!value?.phone) return;
  if (EQUALITY.has(operator)) checkPhone(operand, place);
  else checkPartOfPhone(operand, place);
};
const EQUALITY: ReadonlySet<Operator> = new Set<Operator>(['eq', 'ne', 'in', 'notIn']);
const MAX_DIGITS = 60;

const checkBounds = (comparisons: readonly Comparison[], place: string): void => {
  const bound = (operators: readonly Operator[]) => comparisons.find(({ operator }) => operators.includes(operator));
  const lower = bound(['gt', 'gte']);
  const upper = bound(['lt', 'lte']);
  if (!lower || !upper) return;
  const from = comparable(lower.scalar, lower.operand);
  const to = comparable(upper.scalar, upper.operand);
  if (from !== null && to !== null && compare(from, to) > 0)
    throw badInput(
      place,
      `has its bounds crossed: ${lower.operator} lies beyond ${upper.operator}, so nothing can match`,
    );
};

/** Throws bad input where an argument of Twilio's named `start…` lies behind the one named `end…`. */
export const checkOwnBounds = (entity: Entity, filter: Filter): void => {
  for (const [name, rule] of Object.entries(entity.filters ?? {})) {
    const other = name.replace(/^start/, 'end');
    if ('compares' in rule || rule.scalar !== 'Date' || other === name) continue;
    const [start, end] = [filter[name], filter[other]];
    if (typeof start === 'string' && typeof end === 'string' && start > end)
      throw badInput(`filter.${name}`, `lies after ${other}, so nothing can match`);
  }
};
