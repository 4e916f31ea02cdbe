/** The waiting room before the limiter: who may come in, whose turn it is, and who has to or wants to leave. */
import { ApiError } from '../errors.ts';
import type { Signal } from '../signal.ts';
import type { Caller } from './caller.ts';
import { Chain, type Link } from './chain.ts';
import { type Entry, FairQueue } from './queue.ts';

/** A transaction that waits. */
export interface Job {
  readonly start: (sent: () => void) => void;
  readonly refuse: (why: ApiError) => void;
}
interface Guest extends Job {
  readonly caller: Caller;
  readonly dueAt: number;
  entry: Entry<Guest> | undefined;
  arrival: Link<Guest> | undefined;
}
interface Ceilings {
  readonly limit: number;
  readonly waitMs: number;
  /** How many leave in a millisecond. */
  readonly perMs: () => number;
}

export class Waiting {
  readonly #ceilings: Ceilings;
  readonly #queue = new FairQueue<Guest>();
  readonly #arrivals = new Chain<Guest>();
  /** One listener for each signal, however many wait for it: an event target goes through all of its own each time. */
  readonly #bySignal = new Map<Signal, { readonly guests: Set<Guest>; readonly leave: () => void }>();
  #clock: NodeJS.Timeout | undefined;

  constructor(ceilings: Ceilings) {
    this.#ceilings = ceilings;
  }

  get length(): number {
    return this.#queue.length;
  }

  /** Lets a job in, or refuses it at once; answers which. */
  add(job: Job, caller: Caller): boolean {
    const why = this.#objection(caller);
    if (why) {
      job.refuse(why);
      return false;
    }
    const dueAt = performance.now() + this.#ceilings.waitMs;
    const guest: Guest = { ...job, caller, dueAt, entry: undefined, arrival: undefined };
    const entry = this.#queue.push(guest, keyOf(caller), kindOf(caller));
    guest.entry = entry;
    guest.arrival = this.#arrivals.push(guest);
    const { company, signal } = caller;
    if (company) {
      company.onJoin = (other) => this.#queue.join(entry, keyOf(other), kindOf(other));
      for (const other of company.members) company.onJoin(other);
    }
    if (signal) this.#watch(signal, guest);
    this.#clock ??= this.#wakeAt(dueAt);
    return true;
  }

  /** The job whose turn it is. */
  take(): Job | undefined {
    const guest = this.#queue.take();
    if (guest) this.#forget(guest);
    return guest;
  }

  #objection(caller: Caller): ApiError | undefined {
    if (caller.signal?.aborted) return gone();
    if (this.#queue.length >= this.#ceilings.limit) return this.#tooMany(caller, 'too many are waiting');
    const waitMs = this.#expectedMs(caller);
    return waitMs > this.#ceilings.waitMs ? this.#tooMany(caller, 'its turn would come too late') : undefined;
  }

  #expectedMs(caller: Caller): number {
    const ahead = this.#queue.ahead(keyOf(caller), kindOf(caller));
    return ahead / this.#ceilings.perMs();
  }

  #tooMany(caller: Caller, why: string): ApiError {
    const surplusMs = this.#expectedMs(caller) - this.#ceilings.waitMs;
    const retryAfter = Math.max(1, Math.ceil(surplusMs / 1000));
    return new ApiError('THROTTLED', `Nothing was sent: ${why}. Try again in ${retryAfter} s.`, { retryAfter });
  }

  #watch(signal: Signal, guest: Guest): void {
    const known = this.#bySignal.get(signal);
    if (known) {
      known.guests.add(guest);
      return;
    }
    const guests = new Set([guest]);
    const leave = () => {
      // One for all of them: making an error costs more than all the rest.
      const why = gone();
      for (const each of guests) this.#turnAway(each, why);
    };
    this.#bySignal.set(signal, { guests, leave });
    signal.addEventListener('abort', leave, { once: true });
  }

  #wakeAt(dueAt: number): NodeJS.Timeout {
    return setTimeout(() => this.#turnAwayOverdue(), Math.max(1, dueAt - performance.now())).unref();
  }

  #turnAwayOverdue(): void {
    const now = performance.now();
    let next = this.#arrivals.first;
    const why = next && this.#tooMany(next.caller, 'its turn did not come in time');
    for (; next && why && next.dueAt <= now; next = this.#arrivals.first) this.#turnAway(next, why);
    this.#clock = next && this.#wakeAt(next.dueAt);
  }

  #turnAway(guest: Guest, why: ApiError): void {
    if (guest.entry) this.#queue.remove(guest.entry);
    this.#forget(guest);
    guest.refuse(why);
  }

  #forget(guest: Guest): void {
    const { signal, company } = guest.caller;
    if (guest.arrival) this.#arrivals.remove(guest.arrival);
    if (company) company.onJoin = undefined;
    const watched = signal && this.#bySignal.get(signal);
    if (!watched?.guests.delete(guest) || watched.guests.size > 0) return;
    this.#bySignal.delete(signal as Signal);
    signal?.removeEventListener('abort', watched.leave);
  }
}

const gone = () => new ApiError('CANCELLED', 'The client went away before its turn came.');

/** What the jobs of one caller have in common; who says nothing of itself is a caller of its own. */
const keyOf = (caller: Caller): object => caller.request ?? caller.signal ?? caller;
const kindOf = (caller: Caller) => caller.kind ?? 'usual';
