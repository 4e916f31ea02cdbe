/** What the log says of operations and transactions: nothing is made of an event whose level is off. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Observer } from '../events.ts';
import { anonymous } from './anonymous.ts';

const LONGEST_NAME = 64;
/** Fewer digits than a phone number has. */
const MOST_DIGITS = 4;

/** Names of operations and clients are clients' texts: what could be a number, an address or a credential is blotted. */
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
/** Names a request in its lines, and nobody behind it. */
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
  unresolved: (event) => {
    logger.error(event, 'paid write without an outcome');
  },
  unknownOutcome: ({ request, correlationId, entity, operation, code, status, cause }) => {
    const error = cause === undefined ? {} : anonymous(cause);
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
