/** Times one attempt at a transaction and reports its outcome to the observer. */
import { ApiError } from '../../errors.ts';
import type { Observer, Work } from '../../events.ts';
import type { Caller } from '../limiter/index.ts';

/** An answer of Twilio, as it was read. */
export interface Answered {
  readonly status?: number;
  readonly statusCode?: number;
}
/** Called as the attempt proceeds. */
export interface Progress {
  /** The limiter has let it start. */
  start(): void;
  /** It was written to its socket. */
  send(): void;
}
interface Attempt {
  readonly method: string;
  readonly caller: Caller;
  /** The first one is 1. */
  readonly number: number;
  /** Its address names the account of the connection, or none. */
  readonly ownAccount: boolean;
}

const UNNAMED: Work = { entity: 'Unnamed', operation: 'fetch' };

export const observed = async <T extends Answered>(
  observer: Observer,
  { method, caller, number, ownAccount }: Attempt,
  run: (progress: Progress) => Promise<T>,
): Promise<T> => {
  const queuedAt = performance.now();
  let startedAt: number | undefined;
  let sent = false;
  const report = (outcome: 'OK' | ApiError['code'], status: number | undefined) => {
    const endedAt = performance.now();
    const started = startedAt ?? endedAt;
    const { entity, operation } = caller.work ?? UNNAMED;
    observer.transaction?.({
      entity,
      operation,
      method: method.toUpperCase(),
      outcome,
      status,
      sent,
      durationMs: endedAt - started,
      endedAt,
      waitedMs: started - queuedAt,
      attempt: number,
      request: caller.request,
      forGets: caller.forGets === true,
      ownAccount,
      reading: caller.reading,
      coalesced: caller.subscribers?.members.length ?? 0,
    });
  };
  const progress: Progress = {
    start: () => {
      startedAt = performance.now();
    },
    send: () => {
      sent = true;
    },
  };
  const answer = await run(progress).catch((error: unknown) => {
    if (error instanceof ApiError) report(error.code, error.details.status);
    else report('INTERNAL_SERVER_ERROR', undefined);
    throw error;
  });
  report('OK', answer.status ?? answer.statusCode);
  return answer;
};

/** Draws one attempt on the caller's budget, and takes it back if nothing was sent. */
export const paid = async <T>({ budget }: Caller, run: (pay: () => void) => Promise<T>): Promise<T> => {
  budget?.draw();
  let isSent = false;
  const pay = () => {
    isSent = true;
  };
  try {
    return await run(pay);
  } finally {
    if (!isSent) budget?.refund();
  }
};
