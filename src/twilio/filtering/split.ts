/** A filter split in two: what Twilio can evaluate goes out as parameters, and everything is re-checked here. */
import type { Entity } from '../../model/index.ts';
import type { Input } from '../rows/index.ts';
import { encode, type Row } from '../rows/index.ts';
import { type Condition, EVERYTHING, type Filter, isTwiliosOwn, readCondition, testOf } from './conditions.ts';
import { pushDown } from './pushdown.ts';

export interface Split {
  /** Parameters of the SDK's `page`; `undefined` if no row can match. */
  readonly params: Input | undefined;
  readonly accepts: (row: Row) => boolean;
  /** Whether any field of the rows is compared, and not only an argument of Twilio's given. */
  readonly compares: boolean;
  /** How much more than matches Twilio may answer: nothing, a little at the edges, or anything. */
  readonly residual: 'none' | 'edges' | 'any';
  /** Equal for equal filters. */
  readonly identity: unknown;
}

/** Reads filters that hold together. Throws bad input for one that says nothing where it should. */
export const splitFilter = (entity: Entity, ...filters: (Filter | null | undefined)[]): Split => {
  const given = filters.filter((filter) => filter !== null && filter !== undefined);
  const conditions = given.map((filter) => readCondition(entity, filter));
  const condition: Condition = conditions.length === 1 ? (conditions[0] ?? EVERYTHING) : { all: conditions };
  let params: Record<string, unknown> | undefined = {};
  for (const [name, rule] of Object.entries(entity.filters ?? {})) {
    if ('compares' in rule) {
      const pushed = pushDown(name, rule, condition);
      params = params && pushed && { ...params, ...pushed };
    } else {
      const value = given.map((filter) => filter[name]).find((each) => each !== undefined);
      if (value !== undefined && params) params[name] = encode(rule, value);
    }
  }
  return {
    params,
    accepts: testOf(condition),
    compares: given.some((filter) => Object.keys(filter).some((name) => !isTwiliosOwn(entity, name))),
    residual: surplusOf(entity, condition),
    identity: given,
  };
};

const surplusOf = (entity: Entity, condition: Condition): Split['residual'] => {
  if ('all' in condition) {
    const parts = condition.all.map((part) => surplusOf(entity, part));
    return parts.includes('any') ? 'any' : parts.includes('edges') ? 'edges' : 'none';
  }
  if ('any' in condition || 'not' in condition) return 'any';
  const rule = entity.filters?.[condition.field];
  if (!rule || !('compares' in rule)) return 'any';
  if (rule.compares === 'equal') return condition.operator === 'eq' ? 'none' : 'any';
  const bounds = ['eq', 'lt', 'lte', 'gt', 'gte'].includes(condition.operator);
  return bounds && rule.compares === 'range' ? 'edges' : 'any';
};
