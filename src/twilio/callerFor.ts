/** What a request to Twilio is for: the caller, with the operation, its priority, its limits and what is hidden of it. */
import { accountIn, type Entity, type Limit, type Operation, parentsOf, rowKey, type Sids } from '../model/index.ts';
import type { Caller } from './limiter/index.ts';
import { type Input, redactorOf } from './rows/index.ts';

/** A write that costs money or reaches a person has priority. */
export const callerFor = (
  entity: Entity,
  operation: Operation,
  caller: Caller,
  sids: Sids,
  params: Input = {},
): Caller => {
  const { name, paid, etag, limits } = entity;
  const found = limits?.[operation];
  const limit = found?.with === undefined || params[found.with] !== undefined ? found : undefined;
  return {
    ...caller,
    ...(paid?.some((each) => each === operation) ? { priority: 'paid' } : {}),
    ...(etag && { takesEtag: true }),
    ...(caller.hides?.(accountIn(entity, sids)) && { redact: redactorOf(entity) }),
    ...(limit && { resourceLimit: { ...limit, key: limitKey(entity, operation, sids, limit.of) } }),
    work: { entity: name, operation },
  };
};

const limitKey = (entity: Entity, operation: Operation, sids: Sids, of: Limit['of']): string => {
  if (of === 'parent') return `${entity.name} in ${parentsOf(entity, sids).join('/')}`;
  return `${operation} ${of === 'row' ? rowKey(entity, sids) : entity.name}`;
};
