/** Whether Twilio accepts the credentials of a connection: as traffic has shown or, without any, as a cheap Get shows. */
import { ApiError } from '../../errors.ts';
import type { Observer, TransactionEvent } from '../../events.ts';

export type Verdict = 'ready' | 'unauthenticated' | 'unreachable';

/** A connection that is not ready is checked at most this often. */
const RECHECK_MS = 10_000;
/** A health check does not wait longer. */
const CHECK_MS = 2000;

export class CredentialHealth implements Observer {
  readonly #check: (signal: AbortSignal) => Promise<unknown>;
  readonly #recheckMs: number;
  #verdict: Verdict | undefined;
  #checking: Promise<void> | undefined;
  #checkedAt = Number.NEGATIVE_INFINITY;

  /** `check` makes one transaction, which is reported to {@link transaction} like any other. */
  constructor(check: (signal: AbortSignal) => Promise<unknown>, recheckMs = RECHECK_MS) {
    this.#check = check;
    this.#recheckMs = recheckMs;
  }

  transaction({ outcome, operation, ownAccount }: TransactionEvent): void {
    // Files are on hosts that get no credentials.
    if (operation === 'file') return;
    if (outcome === 'OK') this.#verdict = 'ready';
    // A 401 for another account, which any caller can name, says nothing about these credentials.
    else if (outcome === 'UNAUTHENTICATED' && ownAccount) this.#verdict = 'unauthenticated';
  }

  /** A network failure does not change a verdict: `unreachable` is a connection that has never reached Twilio. */
  async state(): Promise<Verdict> {
    if (this.#verdict === 'ready') return 'ready';
    if (performance.now() - this.#checkedAt >= this.#recheckMs)
      this.#checking ??= this.#runCheck().finally(() => {
        this.#checking = undefined;
      });
    await this.#checking;
    return this.#verdict ?? 'unreachable';
  }

  async #runCheck(): Promise<void> {
    try {
      await this.#check(AbortSignal.timeout(CHECK_MS));
    } catch (error) {
      // The credentials were accepted; the key is only not allowed to do this.
      const accepted = error instanceof ApiError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND');
      if (accepted) this.#verdict = 'ready';
    } finally {
      this.#checkedAt = performance.now();
    }
  }
}
