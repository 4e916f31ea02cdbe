/** Reads in read, shared by all who ask for the same at the same moment; a write ends the sharing of what began before. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '../../errors.ts';
import { type Signal, Stop } from '../../signal.ts';
import { type Caller, Subscribers } from '../limiter/index.ts';

/**
 * Who comes in a crowd may have been sent at the same moment, and be read later only because the others are dealt with:
 * an answer that other requests have come for is held back for as long as more of them come, a turn after the other.
 */
const TURN_MS = 2;
const LAST_TURN = 10;

interface SharedRead<T> {
  answer: Promise<T>;
  readonly request: Caller['request'];
  readonly stop: Stop;
  readonly subscribers: Subscribers;
  /** Other requests than the one that began it. */
  joined: number;
  /** Those who still wait for it. */
  waiting: number;
}

const gone = () => new ApiError('CANCELLED', 'The client went away.');

export class RequestCoalescer {
  /**
   * No Map: where entries come and go, the tables that a Map has outgrown keep each other, and so every answer that was
   * in one of them, until the next full garbage collection.
   */
  #reads: Record<string, SharedRead<unknown> | undefined> = Object.create(null);
  readonly #onJoin: (caller: Caller) => void;

  constructor(onJoin: (caller: Caller) => void = () => {}) {
    this.#onJoin = onJoin;
  }

  /** Joins the read of this name that is in read, or starts it. It ends early only when nobody waits any more. */
  share<T>(name: string, caller: Caller, start: (caller: Caller) => Promise<T>): Promise<T> {
    if (caller.signal?.aborted) return Promise.reject(gone());
    const known = this.#reads[name] as SharedRead<T> | undefined;
    if (known) {
      known.subscribers.join(caller);
      if (caller.request !== known.request) known.joined++;
      this.#onJoin(caller);
    }
    const read = known ?? this.#start(name, caller, start);
    return wait(read, caller.signal, () => this.#end(name, read));
  }

  /** What is in read answers those who wait for it, and nobody else: from now on it may be out of date. */
  invalidate(): void {
    this.#reads = Object.create(null);
  }

  #start<T>(name: string, caller: Caller, start: (caller: Caller) => Promise<T>): SharedRead<T> {
    const stop = new Stop();
    const subscribers = new Subscribers();
    const { request } = caller;
    const begun = start({ ...caller, signal: stop, subscribers });
    const read: SharedRead<T> = { answer: begun, request, stop, subscribers, joined: 0, waiting: 0 };
    this.#reads[name] = read;
    const end = () => this.#end(name, read);
    read.answer = begun.finally(() => (read.joined > 0 ? calm(read).then(end) : end()));
    return read;
  }

  #end(name: string, read: unknown): void {
    if (this.#reads[name] === read) delete this.#reads[name];
  }
}

const calm = async (read: Pick<SharedRead<unknown>, 'joined'>): Promise<void> => {
  let joined = 0;
  for (let turn = 1; read.joined > joined && turn <= LAST_TURN; turn++) {
    joined = read.joined;
    await sleep(TURN_MS);
  }
};

const wait = <T>(read: SharedRead<T>, signal: Signal | undefined, abandon: () => void): Promise<T> =>
  new Promise((resolve, reject) => {
    read.waiting++;
    const leave = () => {
      reject(gone());
      read.waiting--;
      if (read.waiting > 0) return;
      abandon();
      read.stop.abort();
    };
    signal?.addEventListener('abort', leave, { once: true });
    const settle = () => signal?.removeEventListener('abort', leave);
    read.answer.finally(settle).then(resolve, reject);
  });
