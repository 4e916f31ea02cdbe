/** The time that one operation may take: the server's setting, or less if the client has less. */
import type { IncomingHttpHeaders } from 'node:http';
import { Cancellation, type Signal } from '../cancellation.ts';
import { ApiError } from '../errors.ts';
import { Rejection } from './rejection.ts';

const HEADER = 'X-Request-Timeout-Ms';

/** Milliseconds that the operation of a request may take. */
export const timeoutOf = (headers: IncomingHttpHeaders, mostMs: number): number => {
  const given = [headers['x-request-timeout-ms']].flat()[0];
  if (given === undefined) return mostMs;
  const asked = Number(given);
  if (!/^\d+$/.test(given) || asked === 0)
    throw new Rejection(400, `${HEADER}: must be a whole number of milliseconds, from 1.`);
  return Math.min(asked, mostMs);
};

/** A signal that is aborted with `gone`, or when the time is over; to be ended with the operation. */
export const startDeadline = (gone: Signal, timeoutMs: number): { readonly signal: Signal; end(): void } => {
  const stop = new Cancellation();
  stop.deadline = performance.now() + timeoutMs;
  const leave = () => stop.abort();
  const timer = setTimeout(() => stop.abort(tooLate(timeoutMs)), timeoutMs).unref();
  gone.addEventListener('abort', leave, { once: true });
  if (gone.aborted) leave();
  return {
    signal: stop,
    end: () => {
      clearTimeout(timer);
      gone.removeEventListener('abort', leave);
    },
  };
};

const tooLate = (timeoutMs: number) =>
  new ApiError('OPERATION_TIMEOUT', `The operation was not completed within ${timeoutMs} ms.`);
