/** Request coalescing: equal reads at the same time are one transaction; a write ends the sharing of earlier reads. */
import { Cancellation, type Signal } from '../../cancellation.ts';
import { ApiError } from '../../errors.ts';
import { abortError, type Caller, deadlineOf, Subscribers } from '../limiter/index.ts';

interface SharedRead<T> {
  answer: Promise<T>;
  readonly stop: Cancellation;
  readonly subscribers: Subscribers;
  /** Callers that still wait for the answer. */
  waiting: number;
}

export interface CoalescerOptions {
  readonly onJoin?: (caller: Caller) => void;
  /**
   * Other processes write to the same account. A read that was sent may then be older than a write that one of them
   * has acknowledged, so a read is joined only until it is sent.
   */
  readonly untilSent?: boolean;
  /** The coalescers of all connections of this process. A write of one invalidates the reads of all. */
  readonly ofProcess?: Set<RequestCoalescer>;
}

export class RequestCoalescer {
  /**
   * An object and not a Map: the tables that a Map has outgrown refer to each other, so a Map whose entries come and go
   * keeps the answers that were in it until the next full garbage collection.
   */
  #reads: Record<string, SharedRead<unknown> | undefined> = Object.create(null);
  readonly #options: CoalescerOptions;

  constructor(options: CoalescerOptions = {}) {
    this.#options = options;
    options.ofProcess?.add(this);
  }

  /** Joins the read of this name, or starts it. The read is aborted only when no caller waits for it any more. */
  share<T>(name: string, caller: Caller, start: (caller: Caller) => Promise<T>): Promise<T> {
    const known = this.#reads[name] as SharedRead<T> | undefined;
    if (!known || caller.signal?.aborted) return this.#wait(name, this.#start(name, caller, start), caller);
    known.subscribers.join(caller);
    known.stop.deadline = Math.max(known.stop.deadline, deadlineOf(caller));
    this.#options.onJoin?.(caller);
    return this.#wait(name, known, caller).catch((error: unknown) => {
      // The read ran out of the time of the caller that started it. This one came later and has time left.
      if (!isLate(error) || caller.signal?.aborted) throw error;
      const other = this.#reads[name] as SharedRead<T> | undefined;
      return this.#wait(name, other ?? this.#start(name, caller, start), caller);
    });
  }

  /**
   * Reads in progress answer the callers that have joined, and nobody else: they may be out of date from now on. Those of
   * other connections too: the credentials of a parent account reach the rows of its subaccounts.
   */
  invalidate(): void {
    for (const each of this.#options.ofProcess ?? [this]) each.#reads = Object.create(null);
  }

  #start<T>(name: string, caller: Caller, start: (caller: Caller) => Promise<T>): SharedRead<T> {
    if (caller.signal?.aborted)
      return {
        answer: Promise.reject(abortError(caller.signal)),
        stop: new Cancellation(),
        subscribers: new Subscribers(),
        waiting: 0,
      };
    const stop = new Cancellation();
    stop.deadline = deadlineOf(caller);
    const subscribers = new Subscribers();
    const end = () => this.#end(name, read);
    const onSent = this.#options.untilSent ? end : caller.onSent;
    const begun = start({ ...caller, signal: stop, subscribers, onSent });
    const read: SharedRead<T> = { answer: begun, stop, subscribers, waiting: 0 };
    this.#reads[name] = read;
    read.answer = begun.finally(end);
    return read;
  }

  #end(name: string, read: unknown): void {
    if (this.#reads[name] === read) delete this.#reads[name];
  }

  #wait<T>(name: string, read: SharedRead<T>, { signal }: Caller): Promise<T> {
    return new Promise((resolve, reject) => {
      read.waiting++;
      const leave = () => {
        reject(abortError(signal as Signal));
        read.waiting--;
        if (read.waiting > 0) return;
        this.#end(name, read);
        read.stop.abort();
      };
      signal?.addEventListener('abort', leave, { once: true });
      const settle = () => signal?.removeEventListener('abort', leave);
      read.answer.finally(settle).then(resolve, reject);
    });
  }
}

/** Failures of a deadline, which is the starting caller's own. */
const isLate = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'UPSTREAM_TIMEOUT' || error.code === 'THROTTLED');
