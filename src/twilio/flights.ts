/** Reads in flight, shared by all who ask for the same at the same moment; a write ends the sharing of what began before. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '../errors.ts';
import { type Signal, Stop } from '../signal.ts';
import { type Caller, Company } from './caller.ts';

/**
 * Who comes in a crowd may have been sent at the same moment, and be read later only because the others are dealt with:
 * an answer that other requests have come for is held back for as long as more of them come, a turn after the other.
 */
const TURN_MS = 2;
const LAST_TURN = 10;

interface Flight<T> {
  answer: Promise<T>;
  readonly request: Caller['request'];
  readonly stop: Stop;
  readonly company: Company;
  /** Other requests than the one that began it. */
  joined: number;
  /** Those who still wait for it. */
  waiting: number;
}

const gone = () => new ApiError('CANCELLED', 'The client went away.');

export class Flights {
  /**
   * No Map: where entries come and go, the tables that a Map has outgrown keep each other, and so every answer that was
   * in one of them, until the next full garbage collection.
   */
  #flights: Record<string, Flight<unknown> | undefined> = Object.create(null);
  readonly #onJoin: (caller: Caller) => void;

  constructor(onJoin: (caller: Caller) => void = () => {}) {
    this.#onJoin = onJoin;
  }

  /** Joins the read of this name that is in flight, or starts it. It ends early only when nobody waits any more. */
  share<T>(name: string, caller: Caller, start: (caller: Caller) => Promise<T>): Promise<T> {
    if (caller.signal?.aborted) return Promise.reject(gone());
    const known = this.#flights[name] as Flight<T> | undefined;
    if (known) {
      known.company.join(caller);
      if (caller.request !== known.request) known.joined++;
      this.#onJoin(caller);
    }
    const flight = known ?? this.#start(name, caller, start);
    return wait(flight, caller.signal, () => this.#end(name, flight));
  }

  /** What is in flight answers those who wait for it, and nobody else: from now on it may be out of date. */
  seal(): void {
    this.#flights = Object.create(null);
  }

  #start<T>(name: string, caller: Caller, start: (caller: Caller) => Promise<T>): Flight<T> {
    const stop = new Stop();
    const company = new Company();
    const { request } = caller;
    const begun = start({ ...caller, signal: stop, company });
    const flight: Flight<T> = { answer: begun, request, stop, company, joined: 0, waiting: 0 };
    this.#flights[name] = flight;
    const end = () => this.#end(name, flight);
    flight.answer = begun.finally(() => (flight.joined > 0 ? calm(flight).then(end) : end()));
    return flight;
  }

  #end(name: string, flight: unknown): void {
    if (this.#flights[name] === flight) delete this.#flights[name];
  }
}

const calm = async (flight: Pick<Flight<unknown>, 'joined'>): Promise<void> => {
  let joined = 0;
  for (let turn = 1; flight.joined > joined && turn <= LAST_TURN; turn++) {
    joined = flight.joined;
    await sleep(TURN_MS);
  }
};

const wait = <T>(flight: Flight<T>, signal: Signal | undefined, abandon: () => void): Promise<T> =>
  new Promise((resolve, reject) => {
    flight.waiting++;
    const leave = () => {
      reject(gone());
      flight.waiting--;
      if (flight.waiting > 0) return;
      abandon();
      flight.stop.abort();
    };
    signal?.addEventListener('abort', leave, { once: true });
    const settle = () => signal?.removeEventListener('abort', leave);
    flight.answer.finally(settle).then(resolve, reject);
  });
