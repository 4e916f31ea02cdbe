/** The queue in front of the limiter: refuses what would wait too long, and removes what expires or is cancelled. */
import { Node, Yallist } from 'yallist';
import type { Signal } from '../../cancellation.ts';
import { ApiError } from '../../errors.ts';
import { abortError, deadlineOf } from './abort.ts';
import type { Caller } from './caller.ts';
import { type Entry, FairQueue } from './fairQueue.ts';

/** A transaction that is queued. */
export interface Job {
  readonly start: (sent: () => void) => void;
  readonly refuse: (why: ApiError) => void;
}
interface PendingJob extends Job {
  readonly caller: Caller;
  readonly dueAt: number;
  entry: Entry<PendingJob> | undefined;
  arrival: Node<PendingJob> | undefined;
}
interface Limits {
  readonly limit: number;
  readonly waitMs: number;
  /** How many start per millisecond. */
  readonly perMs: () => number;
}

export class AdmissionQueue {
  readonly #limits: Limits;
  readonly #queue = new FairQueue<PendingJob>();
  readonly #arrivals = new Yallist<PendingJob>();
  /** One listener per signal, however many jobs have it: an event target scans all its listeners to add or remove one. */
  readonly #bySignal = new Map<Signal, { readonly pendings: Set<PendingJob>; readonly leave: () => void }>();
  #clock: NodeJS.Timeout | undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get length(): number {
    return this.#queue.length;
  }

  /** Queues a job, or refuses it at once; returns whether it is queued. */
  add(job: Job, caller: Caller): boolean {
    const why = this.#objection(caller);
    if (why) {
      job.refuse(why);
      return false;
    }
    const dueAt = performance.now() + this.#limits.waitMs;
    const pending: PendingJob = { ...job, caller, dueAt, entry: undefined, arrival: undefined };
    const entry = this.#queue.push(pending, keyOf(caller), priorityOf(caller));
    pending.entry = entry;
    pending.arrival = new Node(pending);
    this.#arrivals.pushNode(pending.arrival);
    const { subscribers, signal } = caller;
    if (subscribers) {
      subscribers.onJoin = (other) => this.#queue.join(entry, keyOf(other), priorityOf(other));
      for (const other of subscribers.members) subscribers.onJoin(other);
    }
    if (signal) this.#watch(signal, pending);
    this.#clock ??= this.#wakeAt(dueAt);
    return true;
  }

  /** The job whose turn it is. */
  take(): Job | undefined {
    for (;;) {
      const pending = this.#queue.take();
      if (!pending) return undefined;
      this.#forget(pending);
      const why = pending.caller.objection?.();
      if (!why) return pending;
      pending.refuse(why);
    }
  }

  #objection(caller: Caller): ApiError | undefined {
    if (caller.signal?.aborted) return abortError(caller.signal);
    const why = caller.objection?.();
    if (why) return why;
    if (this.#queue.length >= this.#limits.limit) return this.#tooMany(caller, 'too many requests are queued');
    return this.#expectedMs(caller) > this.#longestMs(caller)
      ? this.#tooMany(caller, 'the wait would be too long')
      : undefined;
  }

  /** How long a job may wait. Half of the time that its caller has left is for the answer, which would be lost else. */
  #longestMs(caller: Caller): number {
    return Math.min(this.#limits.waitMs, (deadlineOf(caller) - performance.now()) / 2);
  }

  #expectedMs(caller: Caller): number {
    const ahead = this.#queue.ahead(keyOf(caller), priorityOf(caller));
    return ahead / this.#limits.perMs();
  }

  #tooMany(caller: Caller, why: string): ApiError {
    const surplusMs = this.#expectedMs(caller) - this.#longestMs(caller);
    const retryAfter = Math.max(1, Math.ceil(surplusMs / 1000));
    return new ApiError('THROTTLED', `Nothing was sent: ${why}. Try again in ${retryAfter} s.`, { retryAfter });
  }

  #watch(signal: Signal, pending: PendingJob): void {
    const known = this.#bySignal.get(signal);
    if (known) {
      known.pendings.add(pending);
      return;
    }
    const pendings = new Set([pending]);
    const leave = () => {
      // One error for all of them: creating it costs more than the rest.
      const why = abortError(signal);
      for (const each of pendings) this.#refuse(each, why);
    };
    this.#bySignal.set(signal, { pendings, leave });
    signal.addEventListener('abort', leave, { once: true });
  }

  #wakeAt(dueAt: number): NodeJS.Timeout {
    return setTimeout(() => this.#refuseExpired(), Math.max(1, dueAt - performance.now())).unref();
  }

  #refuseExpired(): void {
    const now = performance.now();
    let next = this.#arrivals.head?.value;
    const why = next && this.#tooMany(next.caller, 'it waited too long');
    for (; next && why && next.dueAt <= now; next = this.#arrivals.head?.value) this.#refuse(next, why);
    this.#clock = next && this.#wakeAt(next.dueAt);
  }

  #refuse(pending: PendingJob, why: ApiError): void {
    if (pending.entry) this.#queue.remove(pending.entry);
    this.#forget(pending);
    pending.refuse(why);
  }

  #forget(pending: PendingJob): void {
    const { signal, subscribers } = pending.caller;
    if (pending.arrival?.list) this.#arrivals.removeNode(pending.arrival);
    if (subscribers) subscribers.onJoin = undefined;
    const watched = signal && this.#bySignal.get(signal);
    if (!watched?.pendings.delete(pending) || watched.pendings.size > 0) return;
    this.#bySignal.delete(signal as Signal);
    signal?.removeEventListener('abort', watched.leave);
  }
}

/** What the jobs of one caller have in common. A caller without a request or signal stands for itself. */
const keyOf = (caller: Caller): object => caller.request ?? caller.signal ?? caller;
const priorityOf = (caller: Caller) => caller.priority ?? 'usual';
