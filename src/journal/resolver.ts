/** Finishes in the background what a process could not: operations of unknown outcome, and those of dead processes. */
import { ApiError } from '../errors.ts';
import type { Observer } from '../events.ts';
import type { Ledger, Recorded } from './ledger.ts';

export interface ResolverOptions {
  readonly ledger: Ledger;
  /** Whether this process is working on the operation. */
  readonly isUnderWay: (id: string) => boolean;
  /** Looks for the row that the operation made. */
  readonly resolve: (entry: Recorded) => Promise<Recorded | undefined>;
  readonly observer?: Observer;
}

const TICK_MS = 1000;
const GIVE_UP_MS = 3_600_000;
const FIRST_PAUSE_MS = 2000;
const MAX_PAUSE_MS = 120_000;
const MOST_AT_ONCE = 50;
/** A lookup that another process has begun is left alone for so long. */
const LEASE_MS = 15_000;

export class Resolver {
  readonly #options: ResolverOptions;
  readonly #timer: NodeJS.Timeout;
  #ticking: Promise<void> | undefined;
  /** Why the store could not be used the last time. */
  #down: string | undefined;

  constructor(options: ResolverOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#watch(), TICK_MS).unref();
    this.#watch();
  }

  /** Looks through the open operations, unless that is being done. */
  #watch(): void {
    this.#ticking ??= this.#tick()
      .then(
        () => undefined,
        // The next tick tries again.
        (error: unknown) => (error instanceof ApiError ? error.message : 'The journal cannot be read.'),
      )
      .then((reason) => this.#note(reason))
      .finally(() => {
        this.#ticking = undefined;
      });
  }

  /** Takes over an operation of a process that is gone. */
  async abandon(entry: Recorded): Promise<void> {
    const { ledger } = this.#options;
    if (entry.value.state === 'QUEUED') await ledger.move(entry, 'CANCELLED');
    else await ledger.move(entry, 'UNKNOWN', { nextLookupAt: Date.now(), lostAt: Date.now() });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#ticking;
  }

  #note(reason: string | undefined): void {
    if ((reason === undefined) !== (this.#down === undefined)) this.#options.observer?.storeChanged?.({ reason });
    this.#down = reason;
  }

  async #tick(): Promise<void> {
    const { ledger } = this.#options;
    await ledger.showLife();
    await ledger.saveAgain();
    const open = await ledger.open();
    const count = (state: string) => open.filter(({ value }) => value.state === state).length;
    this.#options.observer?.openWrites?.({ UNKNOWN: count('UNKNOWN'), UNRESOLVED: count('UNRESOLVED') });
    // Together, so that lookups in the same list share its pages.
    for (let i = 0; i < open.length; i += MOST_AT_ONCE)
      await Promise.all(open.slice(i, i + MOST_AT_ONCE).map((entry) => this.#finish(entry)));
  }

  async #finish(entry: Recorded): Promise<void> {
    const { ledger, isUnderWay } = this.#options;
    const { state, owner } = entry.value;
    const isOwn = owner === ledger.owner;
    if (isOwn && isUnderWay(entry.id)) return;
    if (state === 'UNKNOWN') await this.#resolve(entry);
    else if (state !== 'UNRESOLVED' && (isOwn || !(await ledger.isAlive(owner)))) await this.abandon(entry);
  }

  async #resolve(entry: Recorded): Promise<void> {
    const { ledger, resolve, observer } = this.#options;
    const { sentAt = 0, nextLookupAt = 0, lookups = 0, entity } = entry.value;
    const now = Date.now();
    if (nextLookupAt > now) return;
    if (now - sentAt > GIVE_UP_MS) {
      if (await ledger.move(entry, 'UNRESOLVED')) observer?.unresolved?.({ operationId: entry.id, entity });
      return;
    }
    // The process that moves the next lookup runs this one.
    const leased = await ledger.move(entry, 'UNKNOWN', { lookups: lookups + 1, nextLookupAt: now + LEASE_MS });
    if (!leased) return;
    const found = await resolve(leased).catch(() => undefined);
    if (found) return;
    const pause = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** lookups);
    await ledger.move(leased, 'UNKNOWN', { nextLookupAt: Date.now() + pause });
  }
}
