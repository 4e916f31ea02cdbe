/** What an operation of a descriptor is on the wire. */
import type { Entity, Operation } from './descriptor.ts';
import { onceFor } from './once.ts';

/** `path` names its variables as Twilio does: `/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json`. */
export interface Route {
  readonly entity: Entity;
  readonly operation: Operation;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly host: string;
  readonly path: string;
}

/** The operations that Twilio has for a resource. */
export const operationsOf = (entity: Entity): readonly Operation[] =>
  [
    entity.filters && ('list' as const),
    entity.create && ('create' as const),
    entity.fetch && ('fetch' as const),
    entity.update && ('update' as const),
    entity.replace && ('replace' as const),
    entity.remove && ('remove' as const),
  ].filter((operation) => operation !== undefined && operation !== false);

/** The values that an operation takes. */
export const valuesOf = (entity: Entity, operation: Exclude<Operation, 'list'>): Entity['create'] => {
  const values = entity[operation];
  return typeof values === 'object' ? values : undefined;
};

/** The parameters of a paid fetch that it is charged for; if there are none, it always is. */
export const chargedIn = onceFor((entity: Entity): readonly string[] => {
  const values = valuesOf(entity, 'fetch') ?? {};
  return Object.keys(values).filter((name) => values[name]?.isCharged);
});

/** Whether Twilio charges for a fetch with these parameters. */
export const isPaidFetch = (entity: Entity, params: Readonly<Record<string, unknown>>): boolean => {
  if (!entity.paid?.includes('fetch')) return false;
  const charged = chargedIn(entity);
  return charged.length === 0 || charged.some((name) => [params[name] ?? []].flat().length > 0);
};
