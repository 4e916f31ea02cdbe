/** Reads in flight, shared by all who ask for the same at the same moment; a write ends the sharing of what began before. */
import { ApiError } from '../errors.ts';
import { type Caller, Company } from './caller.ts';

interface Flight<T> {
  readonly answer: Promise<T>;
  readonly controller: AbortController;
  readonly company: Company;
  /** Those who still wait for it. */
  waiting: number;
}

const gone = () => new ApiError('CANCELLED', 'The client went away.');

export class Flights {
  readonly #flights = new Map<string, Flight<unknown>>();
  readonly #onJoin: (caller: Caller) => void;

  constructor(onJoin: (caller: Caller) => void = () => {}) {
    this.#onJoin = onJoin;
  }

  /** Joins the read of this name that is in flight, or starts it. It ends early only when nobody waits any more. */
  share<T>(name: string, caller: Caller, start: (caller: Caller) => Promise<T>): Promise<T> {
    if (caller.signal?.aborted) return Promise.reject(gone());
    const known = this.#flights.get(name) as Flight<T> | undefined;
    known?.company.join(caller);
    if (known) this.#onJoin(caller);
    const flight = known ?? this.#start(name, caller, start);
    return wait(flight, caller.signal, () => this.#end(name, flight));
  }

  /** What is in flight answers those who wait for it, and nobody else: from now on it may be out of date. */
  seal(): void {
    this.#flights.clear();
  }

  #start<T>(name: string, caller: Caller, start: (caller: Caller) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const company = new Company();
    const answer = start({ ...caller, signal: controller.signal, company });
    const flight: Flight<T> = { answer, controller, company, waiting: 0 };
    this.#flights.set(name, flight);
    const end = () => this.#end(name, flight);
    flight.answer.then(end, end);
    return flight;
  }

  #end(name: string, flight: unknown): void {
    if (this.#flights.get(name) === flight) this.#flights.delete(name);
  }
}

const wait = <T>(flight: Flight<T>, signal: AbortSignal | undefined, abandon: () => void): Promise<T> =>
  new Promise((resolve, reject) => {
    flight.waiting++;
    const leave = () => {
      reject(gone());
      flight.waiting--;
      if (flight.waiting > 0) return;
      abandon();
      flight.controller.abort();
    };
    signal?.addEventListener('abort', leave, { once: true });
    const settle = () => signal?.removeEventListener('abort', leave);
    flight.answer.finally(settle).then(resolve, reject);
  });
