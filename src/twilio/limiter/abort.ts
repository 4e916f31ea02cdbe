/** What becomes of work whose signal is aborted: its client has gone, or the time of its operation is over. */
import type { Signal } from '../../cancellation.ts';
import { ApiError } from '../../errors.ts';

/** The error for a caller whose signal was aborted. */
export const abortError = ({ reason }: Signal): ApiError =>
  reason instanceof ApiError ? reason : new ApiError('CANCELLED', 'The client disconnected.');

/** When the time of an operation is over, in milliseconds of `performance.now()`. */
export const deadlineOf = ({ signal }: { readonly signal?: Signal | undefined }): number =>
  signal?.deadline ?? Number.POSITIVE_INFINITY;

/**
 * Settles as the promise does, or fails with `late` if the time of the operation is over before. What ends by itself
 * when the signal is aborted says why: it has a turn of the event loop for that.
 */
export const untilDeadline = <T>(promise: Promise<T>, signal: Signal | undefined, late: () => ApiError): Promise<T> => {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const end = () => {
      if (abortError(signal).code === 'OPERATION_TIMEOUT') setImmediate(() => reject(late()));
    };
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    promise.finally(() => signal.removeEventListener('abort', end)).then(resolve, reject);
  });
};
