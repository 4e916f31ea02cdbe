/** Log lines of operations and transactions. Nothing is computed for an event whose level is off. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Observer } from '../events.ts';
import { redactedError } from './redactedError.ts';

const LONGEST_NAME = 64;
/** A phone number has more digits. */
const MOST_DIGITS = 4;

/** Clients choose these names, so whatever could be a phone number, an address or a credential is redacted. */
export const safeName = (name: string): string => {
  const plain = name
    .split(/\s/)
    .map((word) => (word.includes('@') ? '#' : word))
    .join(' ')
    .replace(/\d{1,3}(?:\.\d{1,3}){3}/g, '#')
    .replace(/[0-9a-f]{16,}/gi, '#')
    .replace(/[^\w#.-]/g, '')
    .slice(0, LONGEST_NAME);
  return (plain.match(/\d/g)?.length ?? 0) > MOST_DIGITS ? plain.replace(/\d/g, '#') : plain;
};

const ids = new WeakMap<object, string>();
/** Identifies a request in its lines, without saying who sent it. */
const idOf = (request: object | undefined): string | undefined => {
  if (!request) return undefined;
  const id = ids.get(request) ?? randomUUID();
  ids.set(request, id);
  return id;
};

export const lines = (logger: Logger): Observer => ({
  operation: (event) => {
    if (!logger.isLevelEnabled('info')) return;
    const { name, caller, type, codes, predicted, actual, durationMs } = event;
    logger.info(
      {
        request: idOf(event.request),
        operationName: name === undefined ? undefined : safeName(name),
        caller: safeName(caller) || 'unknown',
        type,
        cost: { predicted, actual },
        durationMs: Math.round(durationMs),
        codes,
      },
      'operation',
    );
  },
  breaker: (host, state) => {
    if (state === 'open') logger.error({ host }, 'circuit breaker opened');
    if (state === 'closed') logger.warn({ host }, 'circuit breaker closed');
  },
  unresolved: (event) => {
    logger.error(event, 'paid write without an outcome');
  },
  storeChanged: ({ reason }) => {
    if (reason === undefined) logger.info('store available');
    else logger.error({ reason }, 'store unavailable: paid writes are refused');
  },
  unknownOutcome: ({ request, correlationId, entity, operation, code, status, cause }) => {
    const error = cause === undefined ? {} : redactedError(cause);
    logger.error(
      { request: idOf(request), correlationId, entity, operation, code, status, ...error },
      'unknown outcome',
    );
  },
  transaction: (event) => {
    if (!logger.isLevelEnabled('debug')) return;
    const { entity, operation, method, outcome, status, sent, durationMs, waitedMs, attempt } = event;
    logger.debug(
      {
        request: idOf(event.request),
        entity,
        operation,
        method,
        outcome,
        status,
        sent,
        durationMs: Math.round(durationMs),
        waitedMs: Math.round(waitedMs),
        attempt,
      },
      'transaction',
    );
  },
});

/** Facts that {@link readableLine} prints; on a terminal they are left out of the object that follows other lines. */
export const readableFacts = [
  ...['request', 'operationName', 'caller', 'type', 'cost', 'durationMs', 'codes'],
  ...['entity', 'operation', 'method', 'outcome', 'status', 'sent', 'waitedMs', 'attempt'],
] as const;

type Facts = Readonly<Record<string, unknown>>;

/** A line on a terminal, such as `query Recent OK 93 ms cost 1/1 curl`; cost is actual/predicted. */
export const readableLine = (facts: Facts): string => {
  if (facts.event === 'operation') {
    const { actual, predicted } = facts.cost as { actual: number; predicted: number };
    const codes = (facts.codes as readonly string[]).join(',') || 'OK';
    return [
      facts.type,
      facts.operationName ?? '(unnamed)',
      codes,
      `${facts.durationMs} ms`,
      `cost ${actual}/${predicted}`,
      facts.caller,
    ].join(' ');
  }
  if (facts.event === 'transaction') {
    const unsent = facts.sent ? [] : ['not sent'];
    const retried = facts.attempt === 1 ? [] : [`attempt ${facts.attempt}`];
    const waited = facts.waitedMs === 0 ? [] : [`waited ${facts.waitedMs} ms`];
    return [
      '  twilio',
      facts.method,
      `${facts.entity}.${facts.operation}`,
      facts.outcome,
      `${facts.durationMs} ms`,
      ...unsent,
      ...waited,
      ...retried,
    ].join(' ');
  }
  return String(facts.event);
};
