/** What an operation of a descriptor is on the wire. */
import type { Entity } from './entity.ts';

export type Operation = 'list' | 'create' | 'fetch' | 'update' | 'remove';

/** `path` names its variables as Twilio does: `/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json`. */
export interface Route {
  readonly entity: Entity;
  readonly operation: Operation;
  readonly method: 'GET' | 'POST' | 'DELETE';
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
    entity.remove && ('remove' as const),
  ].filter((operation) => operation !== undefined && operation !== false);
