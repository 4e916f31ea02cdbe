/** Conditions compiled to one test of a row: equal values by sets, each field of a row read once for all its comparisons. */
import { badInput } from '../../errors.ts';
import { onceFor, type Scalar } from '../../model/index.ts';
import { type Comparable, comparable, compare, identify, identityOf, type Row, read } from '../rows/index.ts';
import type { Comparison, Condition, Operator } from './conditions.ts';

/** Tests that one row may take, after equal values have been merged: it bounds the work of a scan. */
const MAX_TESTS = 300;

/** A value of a field and the form in which it is compared. */
type ValueTest = (value: unknown, comparable: Comparable | null) => boolean;
export type RowTest = (row: Row) => boolean;

/** Throws bad input for a condition that takes too many tests. */
export const compile = (condition: Condition): RowTest => {
  const counter = { tests: 0 };
  const test = compileNode(condition, counter);
  if (counter.tests > MAX_TESTS)
    throw badInput(
      'filter',
      `takes ${counter.tests} tests of each row; at most ${MAX_TESTS} are allowed. Use in and notIn for lists of values`,
    );
  return test;
};

interface Counter {
  tests: number;
}

const compileNode = (condition: Condition, counter: Counter): RowTest => {
  if ('not' in condition) {
    const test = compileNode(condition.not, counter);
    return (row) => !test(row);
  }
  if ('all' in condition) return compileGroup(condition.all, 'all', counter);
  if ('any' in condition) return compileGroup(condition.any, 'any', counter);
  return compileGroup([condition], 'all', counter);
};

/** Comparisons of one field, read once; then what is nested. */
const compileGroup = (parts: readonly Condition[], join: 'all' | 'any', counter: Counter): RowTest => {
  const byField = new Map<string, Comparison[]>();
  const tests: RowTest[] = [];
  for (const part of parts) {
    if (!('field' in part)) {
      tests.push(compileNode(part, counter));
      continue;
    }
    const group = byField.get(part.field);
    if (group) group.push(part);
    else byField.set(part.field, [part]);
  }
  for (const [field, comparisons] of byField) {
    const values = mergeSets(comparisons, join).map(compileComparison);
    counter.tests += values.length;
    const scalar = comparisons[0]?.scalar ?? 'String';
    const holds = join === 'all' ? everyOf(values) : someOf(values);
    tests.unshift((row) => {
      const value = read(row, field);
      return holds(value, comparable(scalar, value));
    });
  }
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return join === 'all' ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row));
};

const everyOf =
  (tests: readonly ValueTest[]): ValueTest =>
  (value, comparable) =>
    tests.every((test) => test(value, comparable));
const someOf =
  (tests: readonly ValueTest[]): ValueTest =>
  (value, comparable) =>
    tests.some((test) => test(value, comparable));

/** `or` of equal values is one set, and so is `and` of unequal ones. */
const mergeSets = (comparisons: readonly Comparison[], join: 'all' | 'any'): readonly Comparison[] => {
  const [one, several] = join === 'any' ? (['eq', 'in'] as const) : (['ne', 'notIn'] as const);
  const isSet = ({ operator }: Comparison) => operator === one || operator === several;
  const sets = comparisons.filter(isSet);
  const [first] = sets;
  if (!first || sets.length === 1) return comparisons;
  const merged = { ...first, operator: several, operand: sets.flatMap(({ operand }) => operand) };
  return [merged, ...comparisons.filter((comparison) => !isSet(comparison))];
};

/** Null is equal to no value and beyond none: `ne` and `notIn` accept it, since they are what `eq` and `in` refuse. */
const compileComparison = onceFor(({ scalar, operator, operand }: Comparison): ValueTest => {
  switch (operator) {
    case 'isNull':
      return (value) => (value === null) === operand;
    case 'eq':
    case 'in':
      return isOneOf(scalar, operand);
    case 'ne':
    case 'notIn': {
      const test = isOneOf(scalar, operand);
      return (value, form) => !test(value, form);
    }
    case 'contains':
      return onText((text) => text.includes(String(operand)));
    case 'startsWith':
      return onText((text) => text.startsWith(String(operand)));
    case 'endsWith':
      return onText((text) => text.endsWith(String(operand)));
    default: {
      const accept = orders[operator];
      const right = comparable(scalar, operand);
      return (_value, left) => left !== null && right !== null && accept(compare(left, right));
    }
  }
});

const isOneOf = (scalar: Scalar, operand: unknown): ValueTest => {
  const wanted = new Set([operand].flat().map((each) => identityOf(scalar, each)));
  return (value, form) => value !== null && wanted.has(identify(form));
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

type Truth = 'always' | 'never' | 'sometimes';

/** What holds of every row, as far as it can be known without one; `known` decides single comparisons. */
const truthOf = (condition: Condition, known: (comparison: Comparison) => Truth): Truth => {
  if ('not' in condition) return opposite[truthOf(condition.not, known)];
  if ('all' in condition) {
    const parts = condition.all.map((part) => truthOf(part, known));
    return parts.includes('never') ? 'never' : parts.every((part) => part === 'always') ? 'always' : 'sometimes';
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => truthOf(part, known));
    return parts.includes('always') ? 'always' : parts.every((part) => part === 'never') ? 'never' : 'sometimes';
  }
  return known(condition);
};
const opposite: Record<Truth, Truth> = { always: 'never', never: 'always', sometimes: 'sometimes' };

/** Whether a row whose field has this value could match. */
export const couldMatch = (condition: Condition, field: string, value: unknown): boolean =>
  truthOf(condition, knowing(field, value)) !== 'never';

/** Whether every row whose field has this value matches, whatever else it holds. */
export const alwaysMatches = (condition: Condition, field: string, value: unknown): boolean =>
  truthOf(condition, knowing(field, value)) === 'always';

const knowing =
  (field: string, value: unknown) =>
  (comparison: Comparison): Truth => {
    if (comparison.field !== field) return 'sometimes';
    return compileComparison(comparison)(value, comparable(comparison.scalar, value)) ? 'always' : 'never';
  };

export const mentions = (condition: Condition, field: string): boolean => {
  if ('not' in condition) return mentions(condition.not, field);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  return parts ? parts.some((part) => mentions(part, field)) : (condition as Comparison).field === field;
};

/** Whether a condition leaves every row: by an empty list or text, or by a condition and its opposite. */
export const isEverything = (condition: Condition): boolean =>
  truthOf(withoutTautologies(condition), emptyComparison) === 'always';

const emptyComparison = ({ operator, operand }: Comparison): Truth => {
  if (operand === '' && (operator === 'contains' || operator === 'startsWith' || operator === 'endsWith'))
    return 'always';
  if (!Array.isArray(operand) || operand.length > 0) return 'sometimes';
  return operator === 'notIn' ? 'always' : operator === 'in' ? 'never' : 'sometimes';
};

/** `or` of a condition and its opposite is every row. */
const withoutTautologies = (condition: Condition): Condition => {
  if ('not' in condition) return { not: withoutTautologies(condition.not) };
  if ('all' in condition) return { all: condition.all.map(withoutTautologies) };
  if (!('any' in condition)) return condition;
  const parts = condition.any.map(withoutTautologies);
  const texts = new Set(parts.map(textOf));
  const isWhole = parts.some((part) => texts.has(textOf(oppositeOf(part))));
  return isWhole ? { all: [] } : { any: parts };
};

const opposites: Partial<Record<Operator, Operator>> = { eq: 'ne', ne: 'eq', in: 'notIn', notIn: 'in' };
const oppositeOf = (condition: Condition): Condition => {
  if ('not' in condition) return condition.not;
  if (!('field' in condition)) return { not: condition };
  if (condition.operator === 'isNull') return { ...condition, operand: !condition.operand };
  const operator = opposites[condition.operator];
  return operator ? { ...condition, operator } : { not: condition };
};
const textOf = (condition: Condition): string => JSON.stringify(condition);
