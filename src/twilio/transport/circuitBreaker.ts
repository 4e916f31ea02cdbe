/**
 * The circuit breaker of one host of Twilio: while the host fails completely, requests are refused before anything is
 * sent, and one request from time to time probes whether it is back.
 *
 * cockatiel has the states; opossum was looked at too, but it decides by percentages of a window that it keeps with a
 * timer for each breaker, and its states cannot be read before a request is queued. When to open is decided here: reads
 * must have failed in a row, so that a failing route or a fault now and then never closes the host to everyone. Writes,
 * and the lookups after writes, may fail because of what was written: they show only that a host is alive.
 */
import { CircuitState, circuitBreaker, handleWhenResult, type IBreaker } from 'cockatiel';
import { ApiError } from '../../errors.ts';
import type { BreakerState } from '../../events.ts';
import { verdictOn } from './failure.ts';

/** A host has failed when so many attempts have failed in a row, for so long. */
const FAILURES = 5;
const FAILING_MS = 3000;
/** The time between two probes. */
const PROBE_EVERY_MS = 3000;

/** Opens when nothing but failures has been seen for a while. */
class TotalFailure implements IBreaker {
  readonly state = undefined;
  #failures = 0;
  #since = 0;

  success(): void {
    this.#failures = 0;
  }

  failure(): boolean {
    if (this.#failures === 0) this.#since = performance.now();
    this.#failures++;
    return this.#failures >= FAILURES && performance.now() - this.#since >= FAILING_MS;
  }
}

/** An attempt that has ended with an answer of Twilio, or without one. */
type Ended<T> = { readonly answer: T } | { readonly error: unknown; readonly failed: boolean };

export class CircuitBreaker {
  readonly #host: string;
  readonly #policy = circuitBreaker(
    handleWhenResult((ended) => (ended as Ended<unknown> & { failed?: boolean }).failed === true),
    { halfOpenAfter: PROBE_EVERY_MS, breaker: new TotalFailure() },
  );
  #openedAt = 0;

  constructor(host: string, onChange: (state: BreakerState) => void) {
    this.#host = host;
    this.#policy.onStateChange((state) => {
      if (state === CircuitState.Open) this.#openedAt = performance.now();
      onChange(STATES[state]);
    });
  }

  get isProbing(): boolean {
    return this.#policy.state === CircuitState.HalfOpen;
  }

  /** Why a request to this host must not be sent now, if so. */
  objection(): ApiError | undefined {
    const { state } = this.#policy;
    const waitMs = this.#openedAt + PROBE_EVERY_MS - performance.now();
    if (state === CircuitState.Closed || (state === CircuitState.Open && waitMs <= 0)) return undefined;
    const retryAfter = Math.max(1, Math.ceil(waitMs / 1000));
    return new ApiError(
      'UPSTREAM_UNAVAILABLE',
      `Nothing was sent: ${this.#host} has failed for some seconds. Try again in ${retryAfter} s.`,
      { retryAfter },
    );
  }

  /** Runs one attempt. Throws the objection if there is one. `failureCounts`: it says something about the host. */
  async run<T>(attempt: () => Promise<T>, failureCounts = true): Promise<T> {
    const objection = this.objection();
    if (objection) throw objection;
    const ended = await this.#policy.execute(() => this.#end(attempt, failureCounts));
    if ('error' in ended) throw ended.error;
    return ended.answer;
  }

  async #end<T>(attempt: () => Promise<T>, failureCounts: boolean): Promise<Ended<T>> {
    const startedAt = performance.now();
    try {
      return { answer: await attempt() };
    } catch (error) {
      const verdict = verdictOn(error, performance.now() - startedAt);
      // An error that is thrown counts neither way, but a probe must end with one of them.
      if ((verdict === 'none' || (verdict === 'failed' && !failureCounts)) && !this.isProbing) throw error;
      return { error, failed: verdict !== 'alive' };
    }
  }
}

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'halfOpen',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};
