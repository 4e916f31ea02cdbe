/** Twilio's own limits on single operations: a request that would exceed one waits before it queues for the connection. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Signal } from '../../cancellation.ts';
import { ApiError } from '../../errors.ts';
import { abortError, deadlineOf } from './abort.ts';
import type { ResourceLimit } from './caller.ts';
import { Window } from './window.ts';

interface Entry {
  readonly window: Window;
  /** Requests wait one behind the other. */
  last: Promise<void>;
  waiting: number;
}
/** A request that may start. */
export interface Turn {
  /** It is on the wire. */
  sent(): void;
  /** It has ended, whether it was sent or not. */
  end(): void;
}

/** Two starts this much further apart than a window arrive in different windows. */
const JITTER_MS = 6;
/** The longest wait before a caller that has left is noticed. */
const LONGEST_SLEEP_MS = 100;
/** Limits by row are forgotten when there are this many and nobody uses them. */
const MAX_ENTRIES = 10_000;

export class ResourceLimits {
  readonly #entries = new Map<string, Entry>();
  readonly #maxWaitMs: number;

  constructor(maxWaitMs: number) {
    this.#maxWaitMs = maxWaitMs;
  }

  /** Throws THROTTLED at once if the turn would come too late, and CANCELLED if the caller leaves before. */
  async turn({ key, requests, seconds }: ResourceLimit, signal?: Signal): Promise<Turn> {
    const windowMs = seconds * 1000 + JITTER_MS;
    const entry = this.#entryOf(key, windowMs);
    const expectedMs = Math.floor(entry.waiting / requests) * windowMs + entry.window.waitMs(requests, windowMs);
    const longestMs = Math.min(this.#maxWaitMs, (deadlineOf({ signal }) - performance.now()) / 2);
    if (expectedMs > longestMs) throw throttled(expectedMs - longestMs);
    entry.waiting++;
    const turn = entry.last.then(() => waitFor(entry.window, requests, windowMs, signal));
    entry.last = turn.catch(() => undefined);
    try {
      await turn;
    } finally {
      entry.waiting--;
    }
    return turnOf(entry.window);
  }

  #entryOf(key: string, windowMs: number): Entry {
    const known = this.#entries.get(key);
    if (known) return known;
    if (this.#entries.size >= MAX_ENTRIES)
      for (const [each, { waiting, window }] of this.#entries)
        if (waiting === 0 && window.count(windowMs) === 0) this.#entries.delete(each);
    const entry = { window: new Window(), last: Promise.resolve(), waiting: 0 };
    this.#entries.set(key, entry);
    return entry;
  }
}

const waitFor = async (window: Window, requests: number, windowMs: number, signal?: Signal): Promise<void> => {
  for (;;) {
    if (signal?.aborted) throw abortError(signal);
    const waitMs = window.waitMs(requests, windowMs);
    if (waitMs === 0) return window.starting();
    await sleep(Math.min(waitMs, LONGEST_SLEEP_MS));
  }
};

const turnOf = (window: Window): Turn => {
  let isOver = false;
  const once = (act: () => unknown) => () => {
    if (!isOver) act();
    isOver = true;
  };
  return { sent: once(() => window.stamp()), end: once(() => window.cancelled()) };
};

const throttled = (surplusMs: number): ApiError => {
  const retryAfter = Math.max(1, Math.ceil(surplusMs / 1000));
  const message = `Nothing was sent: Twilio's own limit on this operation would make it wait too long. Try again in ${retryAfter} s.`;
  return new ApiError('THROTTLED', message, { retryAfter });
};
