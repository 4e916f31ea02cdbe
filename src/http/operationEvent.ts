/** What an observer learns about a GraphQL operation: its kind, its codes, its cost and its duration, and nobody's data. */
import type { IncomingMessage } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { codes, requestCodes } from '../errors.ts';
import type { OperationEvent } from '../events.ts';
import type { Charged } from './cost.ts';
import type { Rejection } from './rejection.ts';

export type Finished = OperationEvent;

interface Facts {
  readonly request: IncomingMessage;
  readonly result: ExecutionResult;
  readonly name: string | undefined;
  readonly type: OperationEvent['type'];
  readonly budget: Charged['budget'] | undefined;
  /** In milliseconds of `performance.now()`. */
  readonly since: number;
}

export const operationEvent = ({ request, result, name, type, budget, since }: Facts): OperationEvent => {
  const endedAt = performance.now();
  return {
    request: budget,
    name,
    caller: callerOf(request),
    type,
    codes: codesOf(result),
    predicted: budget?.predicted ?? 0,
    actual: budget?.spent ?? 0,
    durationMs: endedAt - since,
    endedAt,
    trace: traceOf(request),
  };
};

/** Of a request that asks nothing that can be read. */
export const unreadEvent = (request: IncomingMessage, { code }: Rejection): OperationEvent => ({
  request: undefined,
  name: undefined,
  caller: callerOf(request),
  type: 'none',
  codes: [code],
  predicted: 0,
  actual: 0,
  durationMs: 0,
  endedAt: performance.now(),
  trace: traceOf(request),
});

const traceOf = ({ headers: { traceparent, tracestate } }: IncomingMessage): OperationEvent['trace'] => ({
  ...(typeof traceparent === 'string' && { traceparent }),
  ...(typeof tracestate === 'string' && { tracestate }),
});

/** As a client names itself: by the header that GraphQL clients have for it, or else by its program's name. */
const callerOf = ({ headers }: IncomingMessage): string => {
  const name = headers['apollographql-client-name'];
  return (typeof name === 'string' && name) || /^[\w.-]+/.exec(headers['user-agent'] ?? '')?.[0] || 'unknown';
};

/** A closed list, since codes are labels of metrics, and by an alias a client can put anything where a code should be. */
const KNOWN: ReadonlySet<unknown> = new Set([...Object.keys(codes), ...Object.keys(requestCodes)]);

const codesOf = ({ errors = [], data }: ExecutionResult): readonly string[] => {
  const found = new Set<string>();
  for (const { extensions } of errors) {
    const code = extensions?.code;
    found.add(typeof code === 'string' && KNOWN.has(code) ? code : 'OTHER');
  }
  for (const payload of Object.values(data ?? {})) {
    const refusals = (payload as { userErrors?: unknown } | null)?.userErrors;
    if (!Array.isArray(refusals)) continue;
    for (const refusal of refusals as readonly ({ code?: unknown } | null)[])
      found.add(typeof refusal?.code === 'string' && KNOWN.has(refusal.code) ? refusal.code : 'OTHER');
  }
  return [...found];
};
