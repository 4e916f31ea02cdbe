/** How values of each kind compare: one order, one equality, exact for money, and null apart from every value. */
import { Decimal } from 'decimal.js';
import type { Scalar, Value } from '../../model/index.ts';

/** Enough digits that sums and averages of money never round where anybody would look. */
export const Exact = Decimal.clone({ precision: 60, toExpNeg: -40, toExpPos: 40 });

/** A value in the form in which it is compared. */
export type Comparable = string | number | boolean | Decimal;

/** Kinds by which rows can be filtered, ordered and counted. */
export const isComparable = ({ scalar, hidden, many }: Value): boolean =>
  !hidden && !many && scalar !== 'JSON' && scalar !== 'Object';
const numbers: readonly Scalar[] = ['Int', 'Float', 'Decimal', 'Long'];
/** Kinds that can be summed. */
export const isNumeric = (value: Value): boolean => isComparable(value) && numbers.includes(value.scalar);

/** `null` for null; otherwise what {@link compare} takes. */
export const comparable = (scalar: Scalar, value: unknown): Comparable | null => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.getTime();
  if (scalar === 'Decimal' || scalar === 'Long') return new Exact(String(value));
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
};

type Identity = string | number | boolean | null;
/** Equal values have equal identities. */
export const identify = (form: Comparable | null): Identity => (form instanceof Decimal ? form.toString() : form);
export const identityOf = (scalar: Scalar, value: unknown): Identity => identify(comparable(scalar, value));

/** Negative, zero or positive, as in sorting. Texts compare by code unit, as they are. */
export const compare = (left: Comparable, right: Comparable): number => {
  if (left instanceof Decimal) return left.cmp(right as Decimal);
  return left < right ? -1 : left > right ? 1 : 0;
};
