/** Finishes in the background what a process could not: operations of unknown outcome, and those of dead processes. */
import { Cancellation } from '../cancellation.ts';
import { ApiError } from '../errors.ts';
import type { Observer } from '../events.ts';
import type { Caller } from '../twilio/limiter/index.ts';
import type { Ledger, Recorded } from './ledger.ts';
import { type Batch, listName } from './lookup.ts';
import type { Operation } from './operation.ts';

export interface ResolverOptions {
  readonly ledger: Ledger;
  /** Whether this process is working on the operation. */
  readonly isUnderWay: (id: string) => boolean;
  readonly canLookUp: (operation: Operation) => boolean;
  /** Looks for the rows that operations on one list made; returns how many pages it has read. */
  readonly lookUp: (batch: Batch, caller: Caller) => Promise<number>;
  /** Adds what an operation that an earlier version recorded is found by. */
  readonly complete: (operation: Operation) => Partial<Operation>;
  readonly observer?: Observer;
}

const TICK_MS = 1000;
const GIVE_UP_MS = 3_600_000;
/** The pause before the next lookup is as long as the response has been lost, within these. */
const MIN_PAUSE_MS = 2000;
const MAX_PAUSE_MS = 120_000;
/** Between rounds, so that long lists take no more than a share of the limit. */
const PAUSE_PER_PAGE_MS = 250;
/** How many operations one round looks up: they share the pages of their lists. */
const MOST_IN_ROUND = 5000;
/** How many lists are read at once, and how many operations are written at once. */
const AT_ONCE = 50;
/** One process at a time looks up the operations of a connection. */
const LOOKUPS = 'lookups';

export class Resolver {
  readonly #options: ResolverOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #stop = new Cancellation();
  #life: Promise<void> | undefined;
  #ticking: Promise<void> | undefined;
  #round: Promise<void> | undefined;
  #nextRoundAt = 0;
  /** Whether what an earlier version left has been indexed. */
  #completed = false;
  /** Why the store could not be used the last time. */
  #down: string | undefined;

  constructor(options: ResolverOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#watch(), TICK_MS).unref();
    this.#watch();
  }

  #watch(): void {
    const { ledger } = this.#options;
    // On its own: to the others, a process that waits for anything else first would seem dead.
    this.#life ??= ledger
      .showLife()
      .catch(() => undefined)
      .finally(() => {
        this.#life = undefined;
      });
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
    else if (entry.value.state === 'SENDING')
      await ledger.move(entry, 'UNKNOWN', { nextLookupAt: Date.now(), lostAt: Date.now() });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await Promise.all([this.#ticking, this.#round, this.#life]);
  }

  #note(reason: string | undefined): void {
    if ((reason === undefined) !== (this.#down === undefined)) this.#options.observer?.storeChanged?.({ reason });
    this.#down = reason;
  }

  async #tick(): Promise<void> {
    const { ledger, observer } = this.#options;
    if (!this.#completed) await this.#complete();
    await ledger.saveAgain();
    await inGroups(await ledger.abandoned(), (entry) => (this.#isOwnWork(entry) ? undefined : this.abandon(entry)));
    const [UNKNOWN, UNRESOLVED] = await Promise.all([ledger.count('UNKNOWN'), ledger.count('UNRESOLVED')]);
    observer?.openWrites?.({ UNKNOWN, UNRESOLVED });
    if (UNKNOWN > 0 && performance.now() >= this.#nextRoundAt)
      this.#round ??= this.#lookUpDue()
        .catch(() => undefined)
        .finally(() => {
          this.#round = undefined;
        });
  }

  #isOwnWork({ id, value }: Recorded): boolean {
    const { ledger, isUnderWay } = this.#options;
    return value.owner === ledger.owner && isUnderWay(id);
  }

  /** Looks up everything that is due: a round takes as many pages for thousands as for one. */
  async #lookUpDue(): Promise<void> {
    const { ledger, canLookUp } = this.#options;
    if (!(await ledger.lock(LOOKUPS))) return;
    try {
      const due = (await ledger.dueLookups(MOST_IN_ROUND)).filter((entry) => !this.#isOwnWork(entry));
      const lists = new Map<string, Recorded[]>();
      for (const entry of due.filter(({ value }) => canLookUp(value))) {
        const list = listName(entry.value);
        const entries = lists.get(list);
        if (entries) entries.push(entry);
        else lists.set(list, [entry]);
      }
      await this.#goOn(due.filter(({ value }) => !canLookUp(value)));
      await inGroups([...lists.values()], (entries) => this.#lookUp(entries));
    } finally {
      await ledger.unlock(LOOKUPS).catch(() => undefined);
    }
  }

  async #lookUp(entries: readonly Recorded[]): Promise<void> {
    const unread = new Set(entries);
    const notFound: Recorded[] = [];
    const looked: Batch['looked'] = (entry, found) => {
      unread.delete(entry);
      if (!found) notFound.push(entry);
    };
    const pages = await this.#options.lookUp({ entries, looked }, { signal: this.#stop }).catch(() => 0);
    this.#nextRoundAt = Math.max(this.#nextRoundAt, performance.now() + pages * PAUSE_PER_PAGE_MS);
    // Where a list could not be read, they are due again when their claim ends.
    await this.#goOn([...notFound, ...[...unread].filter(isOverdue)]);
  }

  /** After a lookup that did not find their rows. */
  async #goOn(entries: readonly Recorded[]): Promise<void> {
    const { ledger, observer, canLookUp } = this.#options;
    await inGroups(entries.filter(isOverdue), async (entry) => {
      const { id, value } = entry;
      if (await ledger.move(entry, 'UNRESOLVED')) observer?.unresolved?.({ operationId: id, entity: value.entity });
    });
    const now = Date.now();
    const nextLookupAt = (value: Operation): number => {
      const { sentAt = now, lostAt = now } = value;
      if (!canLookUp(value)) return sentAt + GIVE_UP_MS + 1;
      return now + Math.min(MAX_PAUSE_MS, Math.max(MIN_PAUSE_MS, now - lostAt));
    };
    const others = entries.filter((entry) => !isOverdue(entry));
    await ledger.postpone(new Map(others.map(({ id, value }) => [id, nextLookupAt(value)])));
  }

  /** An earlier version recorded operations that no index has. */
  async #complete(): Promise<void> {
    const { ledger, complete } = this.#options;
    await inGroups(await ledger.withoutContent(), async (entry) => {
      const { state, owner } = entry.value;
      const isLeft = state === 'UNKNOWN' || state === 'UNRESOLVED' || !(await ledger.isAlive(owner));
      if (isLeft) await ledger.move(entry, state, complete(entry.value));
    });
    this.#completed = true;
  }
}

const isOverdue = ({ value: { sentAt = 0 } }: Recorded): boolean => Date.now() - sentAt > GIVE_UP_MS;

const inGroups = async <T>(all: readonly T[], work: (each: T) => Promise<void> | undefined): Promise<void> => {
  for (let i = 0; i < all.length; i += AT_ONCE) await Promise.all(all.slice(i, i + AT_ONCE).map(work));
};
