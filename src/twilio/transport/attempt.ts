/** Times one attempt at a transaction, and tells what became of it. */
import { ApiError } from '../../errors.ts';
import type { Observer, Work } from '../../events.ts';
import type { Caller } from '../limiter/index.ts';

/** An answer of Twilio's, as read from it. */
export interface Answered {
  readonly status?: number;
  readonly statusCode?: number;
}
/** Moments in the life of an attempt. */
export interface Marks {
  /** Its turn has come. */
  begin(): void;
  /** It goes on the wire. */
  send(): void;
}
interface Attempt {
  readonly method: string;
  readonly caller: Caller;
  readonly attempt: number;
}

const UNNAMED: Work = { entity: 'Unnamed', operation: 'fetch' };

export const watched = async <T extends Answered>(
  observer: Observer,
  { method, caller, attempt }: Attempt,
  run: (marks: Marks) => Promise<T>,
): Promise<T> => {
  const askedAt = performance.now();
  let begunAt: number | undefined;
  let sent = false;
  const tell = (outcome: 'OK' | ApiError['code'], status: number | undefined) => {
    const now = performance.now();
    const turn = begunAt ?? now;
    observer.transaction?.({
      ...(caller.work ?? UNNAMED),
      method: method.toUpperCase(),
      outcome,
      status,
      sent,
      durationMs: now - turn,
      waitedMs: turn - askedAt,
      attempt,
      request: caller.request,
      forGets: caller.forGets === true,
    });
  };
  const marks: Marks = {
    begin: () => {
      begunAt = performance.now();
    },
    send: () => {
      sent = true;
    },
  };
  const answer = await run(marks).catch((error: unknown) => {
    if (error instanceof ApiError) tell(error.code, error.details.status);
    else tell('INTERNAL_SERVER_ERROR', undefined);
    throw error;
  });
  tell('OK', answer.status ?? answer.statusCode);
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
