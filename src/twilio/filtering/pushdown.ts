/**
 * What of a condition Twilio can evaluate: for each field that it filters by, what every matching row must have.
 *
 * Bounds are sent a second wider, or a day wider where Twilio compares days, because Twilio's bounds are inclusive in
 * some lists and exclusive in others. Every row is then checked against the whole filter.
 */
import { type Compared, onceByName, onceFor } from '../../model/index.ts';
import type { Input } from '../rows/index.ts';
import { identityOf, isoSeconds } from '../rows/index.ts';
import type { Comparison, Condition } from './conditions.ts';

const SECOND = 1000;
const DAY = 86_400_000;

/** Values that a field may have in a matching row; `undefined`: any. */
type Allowed = ReadonlyMap<unknown, unknown> | undefined;

const allowedBy = ({ scalar, operator, operand }: Comparison): Allowed =>
  operator === 'eq' || operator === 'in'
    ? new Map([operand].flat().map((value) => [identityOf(scalar, value), value]))
    : undefined;

/** Read once for each condition of parts: the lists of a relation share the client's, each with a part of its own. */
const perField = <T>(readField: (condition: Condition, field: string) => T) => {
  const known = onceFor((condition: Condition) =>
    onceByName(
      (field: string) => field,
      (field) => readField(condition, field),
    ),
  );
  return (condition: Condition, field: string): T =>
    'field' in condition ? readField(condition, field) : known(condition)(field);
};

const readAllowed = (condition: Condition, field: string): Allowed => {
  if ('not' in condition) return undefined;
  if ('all' in condition) {
    const parts = condition.all.map((part) => allowed(part, field)).filter((part) => part !== undefined);
    const [first, ...others] = parts;
    return first && new Map([...first].filter(([identity]) => others.every((other) => other.has(identity))));
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => allowed(part, field));
    return parts.includes(undefined) ? undefined : new Map(parts.flatMap((part) => [...(part ?? [])]));
  }
  return condition.field === field ? allowedBy(condition) : undefined;
};
const allowed: typeof readAllowed = perField(readAllowed);

/** The moments between which a field must lie, in milliseconds. */
interface Span {
  readonly from: number;
  readonly to: number;
}
const ALWAYS: Span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

const spanBy = ({ operator, operand }: Comparison): Span => {
  const moments = [operand].flat().map((value) => new Date(value as Date | string).getTime());
  const from = Math.min(...moments);
  const to = Math.max(...moments);
  if (operator === 'eq' || operator === 'in') return { from, to };
  if (operator === 'gt' || operator === 'gte') return { ...ALWAYS, from };
  return operator === 'lt' || operator === 'lte' ? { ...ALWAYS, to } : ALWAYS;
};

const readSpan = (condition: Condition, field: string): Span => {
  if ('not' in condition) return ALWAYS;
  if ('all' in condition) {
    const parts = condition.all.map((part) => span(part, field));
    return {
      from: Math.max(ALWAYS.from, ...parts.map(({ from }) => from)),
      to: Math.min(ALWAYS.to, ...parts.map(({ to }) => to)),
    };
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => span(part, field)).filter(({ from, to }) => from <= to);
    return { from: Math.min(...parts.map(({ from }) => from)), to: Math.max(...parts.map(({ to }) => to)) };
  }
  return condition.field === field ? spanBy(condition) : ALWAYS;
};
const span: typeof readSpan = perField(readSpan);

/** Beyond these years, a moment is not written in the form that Twilio takes; no row lies there. */
const FIRST = new Date(0).setUTCFullYear(0, 0, 1);
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59);
const hasForm = (moment: number): boolean => moment >= FIRST && moment <= LAST;

/** Parameters of the SDK's `page`; `undefined` where the condition can match nothing, so that nothing need be asked. */
export const pushDown = (field: string, rule: Compared, condition: Condition): Input | undefined => {
  if (rule.compares === 'equal') {
    const values = allowed(condition, field);
    if (!values) return {};
    if (values.size === 0) return undefined;
    const name = rule.sdkName ?? field;
    const operands = [...values.values()];
    if (rule.takesMany) return { [name]: operands };
    return operands.length === 1 ? { [name]: operands[0] } : {};
  }
  const { from, to } = span(condition, field);
  if (from > to) return undefined;
  // Twilio's bounds are inclusive in some lists and exclusive in others: they go out one unit wider.
  const unit = rule.compares === 'days' ? DAY : SECOND;
  const form = (moment: number) =>
    rule.compares === 'days' ? new Date(moment).toISOString().slice(0, 10) : isoSeconds(new Date(moment));
  const name = rule.sdkName ?? field;
  const [lower, upper] = rule.bounds ?? [`${name}After`, `${name}Before`];
  return {
    ...(lower !== undefined && hasForm(from - unit) && { [lower]: form(from - unit) }),
    ...(upper !== undefined && hasForm(to + unit) && { [upper]: form(to + unit) }),
  };
};
