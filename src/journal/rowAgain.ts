/**
 * Reads the row of a write that was carried out before. A row that cannot be read is an error that says so: a client that
 * sees nothing but a null would take the write for one that was never sent.
 */
import { ApiError } from '../errors.ts';
import { type Entity, keysOf, type Registry, type Sids, valuesOf } from '../model/index.ts';
import type { Gateway } from '../twilio/gateway.ts';
import type { Caller } from '../twilio/limiter/index.ts';
import { type Row, rowByKey } from '../twilio/rows/index.ts';

/** Why the row of a write that was carried out is not there. */
export interface Unread {
  readonly error: ApiError;
  /** A row with nothing but its key, where Twilio has no request for the whole one. */
  readonly byKey: Row | undefined;
}
export interface RowAgain {
  /** `null` where the write answers none, or where it is `unread`. */
  readonly row: Row | null;
  readonly unread?: Unread;
}

interface Made {
  readonly entity: Entity;
  readonly change: 'create' | 'update';
  /** Of its row, as it is identified. */
  readonly sids: Sids;
}

export const readAgain = async (
  { gateway, registry }: { readonly gateway: Gateway; readonly registry: Registry },
  { entity, change, sids }: Made,
  caller: Caller,
): Promise<RowAgain> => {
  if (entity.answers?.[change] === 'nothing') return { row: null };
  const as = registry.identity(entity);
  const sid = keysOf(as).length > 0 ? sids.at(-1) : undefined;
  const byKey = sid === undefined ? undefined : rowByKey(as, sids);
  if (!canRead(as)) return { row: null, unread: { error: unreadable(NO_GET, sid), byKey } };
  try {
    return { row: await gateway.fetch(as, sids, { ...caller, afterWrite: true }) };
  } catch (error) {
    return {
      row: null,
      unread: { error: unreadable(error instanceof ApiError ? error : FAILED, sid), byKey: undefined },
    };
  }
};

/** Whether Twilio answers the row to its key alone. */
const canRead = (entity: Entity): boolean =>
  entity.fetch !== undefined && !Object.values(valuesOf(entity, 'fetch') ?? {}).some(({ must }) => must);

const NO_GET = new ApiError('NOT_FOUND', 'Twilio has no request that reads one.');
const FAILED = new ApiError('INTERNAL_SERVER_ERROR', 'This server failed.');

const unreadable = ({ code, message, details }: ApiError, sid: string | undefined): ApiError =>
  new ApiError(code, `The write was carried out before; its row cannot be read again: ${message}`, {
    ...details,
    outcome: 'DONE',
    sid,
  });
