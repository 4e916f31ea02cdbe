/** Classifies failed transactions: the error that the caller gets, and whether and when another attempt is made. */
import { ApiError } from '../../errors.ts';
import type { Signal } from '../../signal.ts';
import { ProxyRefusal } from './proxy/index.ts';

const MAX_ATTEMPTS = 4;
/** When many requests start at once, each may find that others have used the nonces that the proxy gave. */
const MAX_ATTEMPTS_AT_A_PROXY = 20;
const MAX_READ_ATTEMPTS_AFTER_FAILURE = 3;
const MAX_ATTEMPTS_AFTER_TIMEOUT = 2;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/** A failure that the next attempt would meet again, such as a host name that does not exist. */
export class PermanentFailure extends ApiError {}

/** Milliseconds until the next attempt; `undefined` if there must be none. */
export const pauseBefore = (attempt: number, error: ApiError, write: boolean): number | undefined => {
  if (error instanceof ProxyRefusal && error.retry !== 'later')
    return error.retry === 'now' && attempt < MAX_ATTEMPTS_AT_A_PROXY ? 0 : undefined;
  if (attempt >= maxAttempts(error, write)) return undefined;
  const backOff = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
  const pause = Math.max(backOff, (error.details.retryAfter ?? 0) * 1000);
  return pause <= LONGEST_PAUSE_MS ? pause : undefined;
};

/** A write is repeated only if it certainly did not happen. */
const maxAttempts = (error: ApiError, write: boolean): number => {
  const { code, details } = error;
  if (error instanceof PermanentFailure || details.outcome === 'UNKNOWN') return 0;
  if (code === 'RATE_LIMITED' || code === 'UPSTREAM_UNREACHABLE') return MAX_ATTEMPTS;
  if (write) return 0;
  if (code === 'UPSTREAM_ERROR' || code === 'UPSTREAM_INTERRUPTED' || code === 'UPSTREAM_UNREADABLE')
    return MAX_READ_ATTEMPTS_AFTER_FAILURE;
  return code === 'UPSTREAM_TIMEOUT' ? MAX_ATTEMPTS_AFTER_TIMEOUT : 0;
};

/** Throws as soon as the client has disconnected. */
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

export const cancelled = () => new ApiError('CANCELLED', 'The client disconnected.');

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
