/**
 * Events that the server reports to its observers: names, codes and durations, never anybody's data.
 *
 * Engine and HTTP interface report to an `Observer`; logs and metrics are made of these events only. What they must
 * not contain is not in an event to begin with.
 */
import type { Code } from './errors.ts';

export type Action = 'fetch' | 'list' | 'create' | 'update' | 'replace' | 'remove' | 'file';

/** The operation of a transaction, in the names of the descriptors. */
export interface Work {
  readonly entity: string;
  readonly operation: Action;
}

/** Where a field stands in an operation: GraphQL's own path. */
export interface FieldPath {
  readonly prev: FieldPath | undefined;
  readonly key: string | number;
}

/** The names on a path, without the numbers of rows. */
export const fieldNames = (path: FieldPath | undefined): readonly string[] =>
  path ? [...fieldNames(path.prev), ...(typeof path.key === 'string' ? [path.key] : [])] : [];

/** What a read is for: a field that reads a list, or a batch of a loader. */
export interface Reading {
  /** The field; of a batch, the field that asked first. */
  readonly path: FieldPath | undefined;
  /** Rows that the batch is to get; `undefined` for a list. */
  readonly batchOf?: number;
}

/** One attempt at an upstream call. */
export interface TransactionEvent extends Work {
  readonly method: string;
  readonly outcome: 'OK' | Code;
  /** HTTP status of the answer; `undefined` without an answer. */
  readonly status: number | undefined;
  /** Whether it was sent; otherwise `outcome` says why not. */
  readonly sent: boolean;
  /** From its start to the end of the answer. */
  readonly durationMs: number;
  /** In milliseconds of `performance.now()`. */
  readonly endedAt: number;
  /** In the queue, before its start. */
  readonly waitedMs: number;
  /** The first one is 1. */
  readonly attempt: number;
  /** The same object for all transactions of one GraphQL request, and for its operation. */
  readonly request: object | undefined;
  /** It fetches rows that the loaders were asked for. */
  readonly forGets: boolean;
  /** Its address names the account of the connection, or none: a 401 is about the connection's credentials. */
  readonly ownAccount: boolean;
  /** `undefined` for a write. */
  readonly reading: Reading | undefined;
  /** Other callers that waited for the same answer. */
  readonly coalesced: number;
}

/** A write whose outcome is unknown. */
export interface UnknownOutcomeEvent extends Work {
  readonly request: object | undefined;
  /** Also in the answer to the client. */
  readonly correlationId: string;
  readonly code: Code;
  readonly status: number | undefined;
  /** An error of this server, where one is the cause. */
  readonly cause: unknown;
}

/** One GraphQL operation, with its outcome. */
export interface OperationEvent {
  readonly request: object | undefined;
  /** The name that the client gave it. */
  readonly name: string | undefined;
  /** The client program, as it names itself. */
  readonly caller: string;
  /** `none` for a document that cannot be read or has no operation. */
  readonly type: 'query' | 'mutation' | 'subscription' | 'none';
  /** Codes of its errors and `userErrors`, each once, in order. */
  readonly codes: readonly string[];
  readonly predicted: number;
  /** Upstream transactions that it made. */
  readonly actual: number;
  readonly durationMs: number;
  /** In milliseconds of `performance.now()`. */
  readonly endedAt: number;
  /** W3C headers of the client's trace. */
  readonly trace: Readonly<Partial<Record<'traceparent' | 'tracestate', string>>>;
}

/** A circuit breaker refuses requests while it is open, and sends one at a time to find out whether its host is back. */
export type BreakerState = 'closed' | 'halfOpen' | 'open';

/** Always called through {@link together}, so an observer may throw. */
export interface Observer {
  transaction?(event: TransactionEvent): void;
  operation?(event: OperationEvent): void;
  /** The outcome of a write is unknown. */
  unknownOutcome?(event: UnknownOutcomeEvent): void;
  /** A read joined an equal one in progress. */
  joined?(work: Work): void;
  /** A loader was asked for a row. */
  asked?(entity: string): void;
  /** The circuit breaker of a host of Twilio changed its state. */
  breaker?(host: string, state: BreakerState): void;
  /** A paid write was given up without an outcome. */
  unresolved?(event: { readonly operationId: string; readonly entity: string }): void;
  /** The store of the journal cannot be used, and why; or it can be used again. */
  storeChanged?(event: { readonly reason: string | undefined }): void;
  /** How many paid writes wait for an outcome, and how many were given up without one. */
  openWrites?(counts: { readonly UNKNOWN: number; readonly UNRESOLVED: number }): void;
  /** An introspection was answered, from the cache or not. */
  introspected?(fromCache: boolean): void;
  /** A request was refused because its page is not of an allowed origin. */
  refusedOrigin?(origin: string): void;
}

/** Combines observers. An observer that throws must not fail what it observes, such as a write that was sent. */
export const together = (...observers: readonly Observer[]): Observer => {
  const each = (notify: (observer: Observer) => void) => {
    for (const observer of observers)
      try {
        notify(observer);
      } catch {}
  };
  return {
    transaction: (event) => each((observer) => observer.transaction?.(event)),
    operation: (event) => each((observer) => observer.operation?.(event)),
    unknownOutcome: (event) => each((observer) => observer.unknownOutcome?.(event)),
    joined: (work) => each((observer) => observer.joined?.(work)),
    asked: (entity) => each((observer) => observer.asked?.(entity)),
    breaker: (host, state) => each((observer) => observer.breaker?.(host, state)),
    unresolved: (event) => each((observer) => observer.unresolved?.(event)),
    storeChanged: (event) => each((observer) => observer.storeChanged?.(event)),
    openWrites: (counts) => each((observer) => observer.openWrites?.(counts)),
    introspected: (fromCache) => each((observer) => observer.introspected?.(fromCache)),
    refusedOrigin: (origin) => each((observer) => observer.refusedOrigin?.(origin)),
  };
};
