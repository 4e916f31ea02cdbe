/** Finds arguments that could find out what a masked field holds: filters, orders and aggregates by personal data. */
import type { Entity } from '../model/index.ts';
import type { Arguments } from './types.ts';

/** Whether arguments filter, order, count or compare by personal data. */
export const isByPersonalData = (args: Arguments, listed: Entity | undefined, above: Entity | undefined): boolean => {
  const { filter, orderBy, field } = args;
  const orders = (Array.isArray(orderBy) ? orderBy : []) as readonly { field?: unknown }[];
  return (
    isPersonalFilter(filter, listed) ||
    orders.some((order) => isPersonalName(order?.field, listed)) ||
    isPersonalName(field, above)
  );
};

const isPersonalName = (name: unknown, entity: Entity | undefined): boolean => {
  if (typeof name !== 'string' || !entity) return false;
  const rule = entity.filters?.[name];
  return entity.fields[name]?.personal === true || (rule !== undefined && 'personal' in rule && rule.personal === true);
};

const isPersonalFilter = (filter: unknown, entity: Entity | undefined): boolean => {
  if (typeof filter !== 'object' || filter === null) return false;
  return Object.entries(filter).some(([name, condition]) =>
    name === 'and' || name === 'or' || name === 'not'
      ? [condition].flat().some((each) => isPersonalFilter(each, entity))
      : isPersonalName(name, entity),
  );
};
