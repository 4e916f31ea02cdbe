/** Who a transaction is for: one GraphQL request. Whoever sends for it can tell it apart, charge it and see it leave. */
import type { Work } from '../../events.ts';
import type { Signal } from '../../signal.ts';
import type { Budget } from './budget.ts';

/** What a transaction is: a write that costs money or reaches a person, a page of a list that is read on and on, or any other. */
export type Kind = 'paid' | 'usual' | 'scan';

export interface Caller {
  /** Aborted when nobody waits any more. */
  readonly signal?: Signal | undefined;
  /** Pays for every attempt, retries included, before it is sent. */
  readonly budget?: Pick<Budget, 'draw' | 'refund' | 'isSpent'> | undefined;
  /** The same for all transactions of a request: they queue together. */
  readonly request?: object | undefined;
  readonly kind?: Kind | undefined;
  /** What is being done, for those who observe. */
  readonly work?: Work | undefined;
  /** It is done for rows that the loaders were asked for. */
  readonly forGets?: boolean | undefined;
  /** A failure is not tried again: there is another way to the same. */
  readonly noRetry?: boolean | undefined;
  /** Runs before each attempt, when its turn has come; nothing is sent if it throws. */
  readonly beforeSend?: (() => Promise<void>) | undefined;
  /** Those who came to wait for the same. */
  readonly subscribers?: Subscribers | undefined;
}

/** Callers who wait for a transaction that another has begun: it has its turn with whoever of them has one first. */
export class Subscribers {
  readonly members: Caller[] = [];
  /** Told of everyone who comes while the transaction waits. */
  onJoin: ((caller: Caller) => void) | undefined;

  join(caller: Caller): void {
    this.members.push(caller);
    this.onJoin?.(caller);
  }
}
