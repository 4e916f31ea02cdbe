/** Whether, and when, a request that failed is sent again: what may have been done is not, what was not done is. */
import { ApiError } from '../errors.ts';
import type { Signal } from '../signal.ts';

const MAX_ATTEMPTS = 4;
const MAX_READ_ATTEMPTS_AFTER_FAILURE = 3;
const MAX_ATTEMPTS_AFTER_TIMEOUT = 2;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/** Milliseconds until another attempt, or `undefined` where there must be none. */
export const pauseBefore = (attempt: number, error: ApiError, write: boolean): number | undefined => {
  const { code, details } = error;
  const notDone = code === 'RATE_LIMITED' || code === 'UPSTREAM_UNREACHABLE';
  const passing = code === 'UPSTREAM_ERROR' || code === 'UPSTREAM_INTERRUPTED' || code === 'UPSTREAM_UNREADABLE';
  const attempts = notDone
    ? MAX_ATTEMPTS
    : write
      ? 0
      : passing
        ? MAX_READ_ATTEMPTS_AFTER_FAILURE
        : code === 'UPSTREAM_TIMEOUT'
          ? MAX_ATTEMPTS_AFTER_TIMEOUT
          : 0;
  if (attempt >= attempts) return undefined;
  const backOff = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
  const pause = Math.max(backOff, (details.retryAfter ?? 0) * 1000);
  return pause <= LONGEST_PAUSE_MS ? pause : undefined;
};

/** Throws as soon as the client has gone. */
export const sleep = (ms: number, signal: Signal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(cancelled());
    const leave = () => {
      clearTimeout(timer);
      reject(cancelled());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave);
      resolve();
    }, ms);
    signal?.addEventListener('abort', leave, { once: true });
  });

export const cancelled = () => new ApiError('CANCELLED', 'The client went away.');
