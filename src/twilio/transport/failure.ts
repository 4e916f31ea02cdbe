/** Classifies failed transactions: the error that the caller gets, and whether and when another attempt is made. */
import type { Signal } from '../../cancellation.ts';
import { ApiError } from '../../errors.ts';
import { abortError } from '../limiter/index.ts';
import { ProxyRefusal } from './proxy/index.ts';

const MAX_WRITE_ATTEMPTS = 4;
const MAX_READ_ATTEMPTS = 3;
/** When many requests start at once, each may find that others have used the nonces that the proxy gave. */
const MAX_ATTEMPTS_AT_A_PROXY = 20;
const MAX_ATTEMPTS_AFTER_TIMEOUT = 2;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/** A failure that the next attempt would meet again, such as a host name that does not exist. */
class PermanentFailure extends ApiError {}

interface Failed {
  /** The number of the attempt that failed; the first one is 1. */
  readonly attempt: number;
  readonly isWrite: boolean;
  /** Until the time of the operation is over. */
  readonly leftMs: number;
}

/** Milliseconds until the next attempt; `undefined` if there must be none. */
export const pauseBefore = (error: ApiError, { attempt, isWrite, leftMs }: Failed): number | undefined => {
  if (error instanceof ProxyRefusal && error.retry !== 'later')
    return error.retry === 'now' && attempt < MAX_ATTEMPTS_AT_A_PROXY ? 0 : undefined;
  if (attempt >= maxAttempts(error, isWrite)) return undefined;
  const pause = pauseAfter(attempt, (error.details.retryAfter ?? 0) * 1000, isWrite);
  return pause <= LONGEST_PAUSE_MS && pause < leftMs ? pause : undefined;
};

/**
 * Reads that failed together come back spread over the whole back-off (full jitter). A write waits for most of it, since
 * it may be refused only so often.
 */
const pauseAfter = (attempt: number, retryAfterMs: number, isWrite: boolean): number => {
  const backOff = FIRST_PAUSE_MS * 2 ** (attempt - 1);
  return isWrite
    ? Math.max(backOff * (0.75 + Math.random() / 2), retryAfterMs)
    : retryAfterMs + backOff * Math.random();
};

/** A caller that gave up earlier says nothing about the host. */
const SLOW_MS = 5000;

/** What an error says about the host. A refusal by Twilio, such as 401 or 404, says that it is alive. */
export const verdictOn = (error: unknown, durationMs = 0): 'alive' | 'failed' | 'none' => {
  // What a person has to mend, and a challenge that is answered at once, are no outages.
  if (!(error instanceof ApiError) || (error instanceof ProxyRefusal && error.retry !== 'later')) return 'none';
  const { code, details } = error;
  if (details.status !== undefined) return details.status >= 500 ? 'failed' : 'alive';
  if (code === 'UPSTREAM_TIMEOUT' || code === 'UPSTREAM_UNREACHABLE' || code === 'UPSTREAM_INTERRUPTED')
    return 'failed';
  return code === 'OPERATION_TIMEOUT' && durationMs >= SLOW_MS ? 'failed' : 'none';
};

/** A write is repeated only if it certainly did not happen. */
const maxAttempts = (error: ApiError, isWrite: boolean): number => {
  const { code, details } = error;
  if (error instanceof PermanentFailure || details.outcome === 'UNKNOWN') return 0;
  if (code === 'RATE_LIMITED' || code === 'UPSTREAM_UNREACHABLE')
    return isWrite ? MAX_WRITE_ATTEMPTS : MAX_READ_ATTEMPTS;
  if (isWrite) return 0;
  if (code === 'UPSTREAM_ERROR' || code === 'UPSTREAM_INTERRUPTED' || code === 'UPSTREAM_UNREADABLE')
    return MAX_READ_ATTEMPTS;
  return code === 'UPSTREAM_TIMEOUT' ? MAX_ATTEMPTS_AFTER_TIMEOUT : 0;
};

/** Throws as soon as the signal is aborted. */
export const sleep = (ms: number, signal: Signal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortError(signal));
    const leave = () => {
      clearTimeout(timer);
      reject(abortError(signal as Signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave);
      resolve();
    }, ms);
    signal?.addEventListener('abort', leave, { once: true });
  });

/** The host has no address, or its certificate is not accepted: trying again changes nothing. */
const PERMANENT = /^(ENOTFOUND|ERR_TLS_|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;

interface Sent {
  /** The time limit of the attempt has passed. */
  readonly late: boolean;
  readonly onWire: boolean;
  readonly outcome: 'UNKNOWN' | undefined;
}

/** The error for a request without an answer. The original error is never passed on: it contains the request. */
export const fromNetwork = (error: unknown, { late, onWire, outcome }: Sent): ApiError => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (late || /TIMEOUT|ETIMEDOUT/.test(code)) {
    if (!onWire) return new ApiError('UPSTREAM_UNREACHABLE', 'Twilio accepted no connection in time.');
    return new ApiError('UPSTREAM_TIMEOUT', 'Twilio did not answer in time.', { outcome });
  }
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return new PermanentFailure('UPSTREAM_UNREADABLE', 'The answer of Twilio is too large to be read.', { outcome });
  if (onWire)
    return new ApiError('UPSTREAM_INTERRUPTED', `The connection to Twilio broke (${code || 'reset'}).`, { outcome });
  const Unreachable = PERMANENT.test(code) ? PermanentFailure : ApiError;
  return new Unreachable('UPSTREAM_UNREACHABLE', `No connection to Twilio (${code || 'refused'}).`);
};
