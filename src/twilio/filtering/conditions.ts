/** A filter as a tree of conditions: read and checked once, then asked of every row. */
import { badInput } from '../../errors.ts';
import { type Compared, checkSid, type Entity, type Scalar, type Value } from '../../model/index.ts';
import { comparable, compare, identityOf, type Row, read, UNRECOGNIZED } from '../rows/index.ts';

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

export const EVERYTHING: Condition = { all: [] };

/** Whether a list's filter has this name for an argument that only Twilio knows. */
export const isTwiliosOwn = (entity: Entity, name: string): boolean => {
  const rule: Value | Compared | undefined = entity.filters?.[name];
  return rule !== undefined && !('compares' in rule);
};

/** Reads the comparisons of a filter; what only Twilio knows may stand at the top and is left to the caller. */
export const readCondition = (entity: Entity, filter: Filter, place = 'filter'): Condition => {
  const all: Condition[] = [];
  for (const [name, given] of Object.entries(filter)) {
    if (given === undefined) continue;
    const here = `${place}.${name}`;
    if (given === null) throw badInput(here, 'must not be null; leave it out to accept every value');
    if (isTwiliosOwn(entity, name)) {
      if (place !== 'filter') throw badInput(here, "is Twilio's own and can only stand at the top of a filter");
    } else if (name === 'and' || name === 'or') all.push(readBranches(entity, name, given as Filter[], here));
    else if (name === 'not') all.push({ not: readPart(entity, given as Filter, here) });
    else all.push(...readComparator(entity, name, given as Partial<Record<Operator, unknown>>, here));
  }
  return all.length === 1 && all[0] ? all[0] : { all };
};

const readBranches = (entity: Entity, name: 'and' | 'or', filters: readonly Filter[], place: string): Condition => {
  if (filters.length === 0) throw badInput(place, 'is empty; give it at least one filter');
  const parts = filters.map((filter, i) => readPart(entity, filter, `${place}.${i}`));
  return name === 'and' ? { all: parts } : { any: parts };
};

const readPart = (entity: Entity, filter: Filter, place: string): Condition => {
  if (isEmpty(filter)) throw badInput(place, 'is empty; it would mean every row');
  return readCondition(entity, filter, place);
};

/** Whether a filter says nothing. */
export const isEmpty = (filter: Filter): boolean => Object.values(filter).every((value) => value === undefined);

const readComparator = (
  entity: Entity,
  field: string,
  comparator: Partial<Record<Operator, unknown>>,
  place: string,
): Comparison[] => {
  const { scalar } = entity.fields[field] ?? { scalar: 'String' };
  const said = Object.entries(comparator).filter(([, operand]) => operand !== undefined);
  if (said.length === 0) throw badInput(place, 'needs a comparison, such as eq');
  const comparisons = said.map(([name, operand]) => {
    const operator = name as Operator;
    for (const each of [operand].flat()) checkOperand(scalar, each, `${place}.${operator}`);
    return { field, scalar, operator, operand };
  });
  checkBounds(comparisons, place);
  return comparisons;
};

const checkOperand = (scalar: Scalar, operand: unknown, place: string): void => {
  if (operand === null) throw badInput(place, 'must not be null; ask for null with isNull');
  if (operand === UNRECOGNIZED) throw badInput(place, `${UNRECOGNIZED} is no value that rows can be asked for`);
  if (scalar === 'ID' && typeof operand === 'string') checkSid(operand, place);
};

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

/** Makes the test that a condition is. */
export const testOf = (condition: Condition): ((row: Row) => boolean) => {
  if ('all' in condition) {
    const tests = condition.all.map(testOf);
    return (row) => tests.every((test) => test(row));
  }
  if ('any' in condition) {
    const tests = condition.any.map(testOf);
    return (row) => tests.some((test) => test(row));
  }
  if ('not' in condition) {
    const test = testOf(condition.not);
    return (row) => !test(row);
  }
  const test = comparisonOf(condition);
  return (row) => test(read(row, condition.field));
};

type ValueTest = (value: unknown) => boolean;

/** Null is equal to no value and beyond none: `ne` and `notIn` accept it, since they are what `eq` and `in` refuse. */
const comparisonOf = (comparison: Comparison): ValueTest => {
  const { operator, operand } = comparison;
  switch (operator) {
    case 'isNull':
      return (value) => (value === null) === operand;
    case 'eq':
    case 'in':
      return isOneOf(comparison);
    case 'ne':
    case 'notIn': {
      const test = isOneOf(comparison);
      return (value) => !test(value);
    }
    case 'contains':
      return onText((text) => text.includes(String(operand)));
    case 'startsWith':
      return onText((text) => text.startsWith(String(operand)));
    case 'endsWith':
      return onText((text) => text.endsWith(String(operand)));
    default:
      return inOrder(comparison, orders[operator]);
  }
};

const isOneOf = ({ scalar, operand }: Comparison): ValueTest => {
  const wanted = new Set([operand].flat().map((each) => identityOf(scalar, each)));
  return (value) => value !== null && wanted.has(identityOf(scalar, value));
};
const onText =
  (test: (text: string) => boolean): ValueTest =>
  (value) =>
    typeof value === 'string' && test(value);

const orders: Record<'lt' | 'lte' | 'gt' | 'gte', (order: number) => boolean> = {
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
};
const inOrder = ({ scalar, operand }: Comparison, accept: (order: number) => boolean): ValueTest => {
  const right = comparable(scalar, operand);
  return (value) => {
    const left = comparable(scalar, value);
    return left !== null && right !== null && accept(compare(left, right));
  };
};
