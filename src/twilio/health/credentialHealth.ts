/** Whether Twilio takes a connection's credentials: what traffic has shown, or one cheap transaction where it has not. */
import { ApiError } from '../../errors.ts';
import type { Observer, TransactionEvent } from '../../events.ts';

export type Verdict = 'ready' | 'unauthenticated' | 'unreachable';

/** A refusal, or a silence, is looked into at most this often. */
const RECHECK_MS = 10_000;
/** Whoever asks for readiness does not wait long. */
const CHECK_MS = 2000;

export class CredentialHealth implements Observer {
  readonly #check: (signal: AbortSignal) => Promise<unknown>;
  readonly #recheckMs: number;
  #verdict: Verdict | undefined;
  #checking: Promise<void> | undefined;
  #checkedAt = Number.NEGATIVE_INFINITY;

  /** `check` makes one transaction, which the standing is told of like of any other. */
  constructor(check: (signal: AbortSignal) => Promise<unknown>, recheckMs = RECHECK_MS) {
    this.#check = check;
    this.#recheckMs = recheckMs;
  }

  transaction({ outcome, operation }: TransactionEvent): void {
    // Files lie on hosts that get no credentials.
    if (operation === 'file') return;
    if (outcome === 'OK') this.#verdict = 'ready';
    else if (outcome === 'UNAUTHENTICATED') this.#verdict = 'unauthenticated';
  }

  /** A network that fails for a while takes nothing back: only what never reached Twilio is `unreachable`. */
  async state(): Promise<Verdict> {
    if (this.#verdict === 'ready') return 'ready';
    if (performance.now() - this.#checkedAt >= this.#recheckMs)
      this.#checking ??= this.#look().finally(() => {
        this.#checking = undefined;
      });
    await this.#checking;
    return this.#verdict ?? 'unreachable';
  }

  async #look(): Promise<void> {
    try {
      await this.#check(AbortSignal.timeout(CHECK_MS));
    } catch (error) {
      // It was heard, and known: this key may only not do this.
      const known = error instanceof ApiError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND');
      if (known) this.#verdict = 'ready';
    } finally {
      this.#checkedAt = performance.now();
    }
  }
}
