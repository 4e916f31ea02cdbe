/** What happens while the server works, told to whoever observes it: names, codes and durations, never anybody's data. */
import type { Code } from './errors.ts';

export type Action = 'fetch' | 'list' | 'create' | 'update' | 'replace' | 'remove' | 'file';

/** What a transaction is about, in the words of the descriptors. */
export interface Work {
  readonly entity: string;
  readonly operation: Action;
}

/** One attempt at an upstream transaction. */
export interface TransactionEvent extends Work {
  readonly method: string;
  readonly outcome: 'OK' | Code;
  /** Of Twilio's answer, where there was one. */
  readonly status: number | undefined;
  /** Whether it went on the wire; otherwise the outcome says why it did not. */
  readonly sent: boolean;
  /** From its turn to the end of its answer. */
  readonly durationMs: number;
  /** Before its turn. */
  readonly waitedMs: number;
  /** The first one is 1. */
  readonly attempt: number;
  /** The same object for all transactions of a GraphQL request, and for its operation. */
  readonly request: object | undefined;
  /** It fetches rows that somebody asked the loaders for. */
  readonly forGets: boolean;
}

/** One GraphQL operation, whatever became of it. */
export interface OperationEvent {
  readonly request: object | undefined;
  /** Its name as its client chose it. */
  readonly name: string | undefined;
  /** The program that asked, as it names itself. */
  readonly caller: string;
  /** `none`: what could not be read, or names no operation. */
  readonly type: 'query' | 'mutation' | 'subscription' | 'none';
  /** Of its errors and `userErrors`, each once and in order. */
  readonly codes: readonly string[];
  readonly predicted: number;
  /** Upstream transactions that it caused. */
  readonly actual: number;
  readonly durationMs: number;
}

/** Handed to engine and HTTP face only through {@link together}, so that it may fail. */
export interface Observer {
  transaction?(event: TransactionEvent): void;
  operation?(event: OperationEvent): void;
  /** A read joined the same one that was in flight. */
  joined?(work: Work): void;
  /** The loaders were asked for a row. */
  asked?(entity: string): void;
  /** A paid write was given up without an outcome. */
  unresolved?(event: { readonly operationId: string; readonly entity: string }): void;
  /** Whether an introspection was answered from what is kept. */
  introspected?(fromCache: boolean): void;
  /** A request was refused because its page is not of an allowed origin. */
  refusedOrigin?(origin: string): void;
}

/** One observer that tells several. What fails in one of them must not fail what is observed: a write that was sent, say. */
export const together = (...observers: readonly Observer[]): Observer => {
  const each = (tell: (observer: Observer) => void) => {
    for (const observer of observers)
      try {
        tell(observer);
      } catch {}
  };
  return {
    transaction: (event) => each((observer) => observer.transaction?.(event)),
    operation: (event) => each((observer) => observer.operation?.(event)),
    joined: (work) => each((observer) => observer.joined?.(work)),
    asked: (entity) => each((observer) => observer.asked?.(entity)),
    unresolved: (event) => each((observer) => observer.unresolved?.(event)),
    introspected: (fromCache) => each((observer) => observer.introspected?.(fromCache)),
    refusedOrigin: (origin) => each((observer) => observer.refusedOrigin?.(origin)),
  };
};
