/** What becomes of a transaction that failed: its error, and whether and when it is tried again. */
import { ApiError } from '../../errors.ts';
import type { Signal } from '../../signal.ts';
import { ProxyRefusal } from './proxy/index.ts';

const MAX_ATTEMPTS = 4;
/** Of many requests at once, each may find that others have used up what the proxy gave. */
const MAX_ATTEMPTS_AT_A_PROXY = 20;
const MAX_READ_ATTEMPTS_AFTER_FAILURE = 3;
const MAX_ATTEMPTS_AFTER_TIMEOUT = 2;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/** Milliseconds until another attempt, or `undefined` where there must be none. */
export const pauseBefore = (attempt: number, error: ApiError, write: boolean): number | undefined => {
  const { code, details } = error;
  if (error instanceof ProxyRefusal && error.retry !== 'later')
    return error.retry === 'now' && attempt < MAX_ATTEMPTS_AT_A_PROXY ? 0 : undefined;
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

/** Says what became of a request that got no answer. Never passes the original error on: it holds the request. */
export const fromNetwork = (
  error: unknown,
  late: boolean,
  onWire: boolean,
  outcome: 'UNKNOWN' | undefined,
): ApiError => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (late || /TIMEOUT|ETIMEDOUT/.test(code)) {
    if (!onWire) return new ApiError('UPSTREAM_UNREACHABLE', 'Twilio took no connection in time.');
    return new ApiError('UPSTREAM_TIMEOUT', 'Twilio did not answer in time.', { outcome });
  }
  if (!onWire) return new ApiError('UPSTREAM_UNREACHABLE', `No connection to Twilio (${code || 'refused'}).`);
  return new ApiError('UPSTREAM_INTERRUPTED', `The connection to Twilio broke (${code || 'reset'}).`, { outcome });
};
