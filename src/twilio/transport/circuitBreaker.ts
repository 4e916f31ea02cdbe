/**
 * The circuit breaker of one host of Twilio: while the host fails completely, requests are refused before anything is
 * sent, and one request from time to time probes whether it is back.
 *
 * cockatiel has the states; opossum was looked at too, but it decides by percentages of a window that it keeps with a
 * timer for each breaker, and its states cannot be read before a request is queued. When to open is decided here:
 * attempts must have failed in a row, so that a failing route or a fault now and then never closes the host to everyone.
 * A write may fail because of what was written. So its failures, and those of the lookups after it, count only if
 * another request has failed as well, and only if no connection could be made or Twilio answered with 5xx.
 */
import { CircuitState, circuitBreaker, handleWhenResult, type IBreaker } from 'cockatiel';
import { ApiError } from '../../errors.ts';
import type { BreakerState } from '../../events.ts';
import { verdictOn } from './failure.ts';

/** A host has failed when so many attempts, of so many requests, have failed in a row, for so long. */
const FAILURES = 5;
const REQUESTS = 2;
const FAILING_MS = 3000;
/** The time between two probes. */
const PROBE_EVERY_MS = 3000;

/** Opens when nothing but failures has been seen for a while. */
class TotalFailure implements IBreaker {
  readonly state = undefined;
  #failures = 0;
  #requests = 0;
  #since = 0;

  /** The failure of the next attempt that is counted, or of one beside it, is that of another request. */
  noteRequest(): void {
    this.#requests++;
  }

  success(): void {
    this.#failures = 0;
    this.#requests = 0;
  }

  failure(): boolean {
    if (this.#failures === 0) this.#since = performance.now();
    this.#failures++;
    const isLong = performance.now() - this.#since >= FAILING_MS;
    return this.#failures >= FAILURES && this.#requests >= REQUESTS && isLong;
  }
}

/** An attempt that has ended with an answer of Twilio, or without one. */
type Ended<T> = { readonly answer: T } | { readonly error: unknown; readonly failed: boolean };

/** What an attempt belongs to: a read, or a write with its repetitions and the lookups after it. */
export interface AttemptOf {
  readonly kind: 'read' | 'write';
  /** Another attempt of the same write has failed before. */
  readonly isFurther?: boolean;
}

export class CircuitBreaker {
  readonly #host: string;
  readonly #breaker = new TotalFailure();
  readonly #policy = circuitBreaker(
    handleWhenResult((ended) => (ended as Ended<unknown> & { failed?: boolean }).failed === true),
    { halfOpenAfter: PROBE_EVERY_MS, breaker: this.#breaker },
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

  /** Runs one attempt. Throws the objection if there is one. */
  async run<T>(attempt: () => Promise<T>, of: AttemptOf = { kind: 'read' }): Promise<T> {
    const objection = this.objection();
    if (objection) throw objection;
    const ended = await this.#policy.execute(() => this.#end(attempt, of));
    if ('error' in ended) throw ended.error;
    return ended.answer;
  }

  async #end<T>(attempt: () => Promise<T>, { kind, isFurther = false }: AttemptOf): Promise<Ended<T>> {
    const startedAt = performance.now();
    try {
      return { answer: await attempt() };
    } catch (error) {
      const verdict = verdictOn(error, performance.now() - startedAt);
      // An error that is thrown counts neither way, but a probe must end with one of them.
      const counts = kind === 'read' || isRefusedOr5xx(error);
      if ((verdict === 'none' || (verdict === 'failed' && !counts)) && !this.isProbing) throw error;
      if (verdict === 'failed' && !isFurther) this.#breaker.noteRequest();
      return { error, failed: verdict !== 'alive' };
    }
  }
}

const isRefusedOr5xx = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'UPSTREAM_UNREACHABLE' || (error.details.status ?? 0) >= 500);

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'halfOpen',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};
