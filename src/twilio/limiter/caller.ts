/** Who a transaction is for: one GraphQL request, which queues, pays for and may abandon its transactions together. */
import type { Signal } from '../../cancellation.ts';
import type { ApiError } from '../../errors.ts';
import type { Reading, Work } from '../../events.ts';
import type { Entity } from '../../model/index.ts';
import type { Budget } from './budget.ts';
import type { OperationMemory, ScanMemory } from './memory.ts';

/**
 * `paid`: a write that costs money or reaches a person. `scan`: a further page of a list that is read to its end.
 * `usual`: everything else.
 */
export type Priority = 'paid' | 'usual' | 'scan';

/** So many requests may start within so many seconds, of all that share the key. */
export interface ResourceLimit {
  readonly key: string;
  readonly requests: number;
  readonly seconds: number;
}

/** What was reserved for a request that costs money. */
export interface Reserved {
  /** The request was not charged. */
  release(): Promise<void>;
}

export interface Caller {
  /** Aborted when nobody waits for the result any more. */
  readonly signal?: Signal | undefined;
  /** Pays for every attempt, retries included, before it is sent. */
  readonly budget?: Pick<Budget, 'draw' | 'refund' | 'isSpent'> | undefined;
  /** Holds the rows of the pages that it reads. */
  readonly memory?: OperationMemory | undefined;
  /** The same for pages of a list that may be long. */
  readonly scan?: ScanMemory | undefined;
  /** Called when a page is read: a long one waits for its turn while memory is short. */
  readonly onTurn?: (() => void) | undefined;
  /** Called each time a request is written to its socket. */
  readonly onSent?: (() => void) | undefined;
  /** The same object for all transactions of one GraphQL request. */
  readonly request?: object | undefined;
  /** Under which a write is reported whose outcome is unknown; it gets one of its own if this is left out. */
  readonly correlationId?: string | undefined;
  readonly priority?: Priority | undefined;
  /** The operation, for observers. */
  readonly work?: Work | undefined;
  /** What it reads for, for observers. */
  readonly reading?: Reading | undefined;
  /** The transaction fetches rows that the loaders were asked for. */
  readonly forGets?: boolean | undefined;
  /** Whether it may not see personal data of an account, by default of the connection's; absent: it sees all. */
  readonly hides?: ((account: string | undefined) => boolean) | undefined;
  /** Takes personal data out of what a failure says. */
  readonly redact?: ((error: unknown) => unknown) | undefined;
  /** A failure is not retried, because there is another way to the same result. */
  readonly noRetry?: boolean | undefined;
  /** A read that Twilio charges: it is repeated only if it certainly did not happen. */
  readonly isCharged?: boolean | undefined;
  /** Reserves what a write may cost, right before it is sent. Throws what forbids it. */
  readonly reserve?: (() => Promise<Reserved>) | undefined;
  /** Reserves what such a read may cost, right before it is sent. Throws what forbids it. */
  readonly reserveRead?: ((entity: Entity, params: Readonly<Record<string, unknown>>) => Promise<Reserved>) | undefined;
  /** A redirect is the answer: the address, and not what is there. */
  readonly takesRedirect?: boolean | undefined;
  /** The answer has a version in its ETag header, which is read as its property `etag`. */
  readonly takesEtag?: boolean | undefined;
  /** Twilio's own limit on the operation, besides the limit of the connection. */
  readonly resourceLimit?: ResourceLimit | undefined;
  /** Asked when the transaction is queued and when its turn has come: the reason why it must not start, if any. */
  readonly objection?: (() => ApiError | undefined) | undefined;
  /** The caller that started the write waits for its outcome even when the time of the operation is over. */
  readonly outlivesOperation?: boolean | undefined;
  /** A read that looks for the outcome of a write. */
  readonly afterWrite?: boolean | undefined;
  /** Runs before each attempt, when its turn has come. Nothing is sent if it throws. */
  readonly beforeSend?: (() => Promise<void>) | undefined;
  /** Runs when an attempt at a write certainly did nothing, before it waits for another one. There is none if it throws. */
  readonly beforeRetry?: (() => Promise<void>) | undefined;
  /** Other callers who wait for the same transaction. */
  readonly subscribers?: Subscribers | undefined;
}

/** Callers who wait for a transaction that another caller started. It starts when the first of them has a turn. */
export class Subscribers {
  readonly members: Caller[] = [];
  /** Called for every caller that joins while the transaction is queued. */
  onJoin: ((caller: Caller) => void) | undefined;

  join(caller: Caller): void {
    this.members.push(caller);
    this.onJoin?.(caller);
  }
}
