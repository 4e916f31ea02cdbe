/** How many upstream calls one GraphQL operation may send: each attempt draws on it before it is sent. */
import { ApiError } from '../../errors.ts';

/** What an operation was predicted to cost, in upstream calls. */
export interface Prediction {
  readonly total: number;
  /** The part of it that changes by filter may cost at most. How many rows match is known only while they run. */
  readonly changes: number;
  /** What Twilio charges for besides messages and calls, such as a lookup and its packages. */
  readonly paid?: readonly string[];
}
/** A change by filter that would exceed the budget. */
export interface Overrun {
  readonly predicted: number;
  readonly allowed: number;
}

export class Budget {
  #limit = Number.POSITIVE_INFINITY;
  #predicted = 0;
  /** The prediction, with the changes by filter that have been claimed so far. */
  #committed = 0;
  #spent = 0;
  #paid: readonly string[] = [];

  /** Sets the limit. Before that, nothing is refused. */
  open({ total, changes, paid = [] }: Prediction, limit: number): void {
    this.#paid = paid;
    this.#predicted = total;
    this.#committed = total - changes;
    this.#limit = limit;
  }

  /** What was predicted before the operation began: the worst case, if every call is answered and pages are full. */
  get predicted(): number {
    return this.#predicted;
  }

  /** The prediction, raised by calls that nobody could foresee: retries, and pages that Twilio sends short. */
  get requested(): number {
    return Math.max(this.#predicted, this.#spent);
  }

  /** The reads of the operation that Twilio charges for. */
  get paid(): readonly string[] {
    return this.#paid;
  }

  /** Attempts that were sent, or are about to be. */
  get spent(): number {
    return this.#spent;
  }

  get isSpent(): boolean {
    return this.#spent >= this.#limit;
  }

  /** Counts an attempt that is about to be sent. */
  draw(): void {
    if (this.isSpent)
      throw new ApiError(
        'MAX_COST_EXCEEDED',
        `The operation has used its budget of ${this.#limit} upstream calls; this part of it was not sent. Ask for fewer rows (\`first\`, \`filter\`) or in parts, or raise TWILIO_MAX_COST.`,
      );
    this.#spent++;
  }

  /** Takes back an attempt that was not sent in the end. */
  refund(): void {
    this.#spent--;
  }

  /** Claims the calls of a change by filter, before the first of them. Returns why it must not begin, if so. */
  claim(changes: number): Overrun | undefined {
    const predicted = Math.max(this.#committed, this.#spent) + changes;
    if (predicted > this.#limit) return { predicted, allowed: this.#limit };
    this.#committed = predicted;
    return undefined;
  }
}
