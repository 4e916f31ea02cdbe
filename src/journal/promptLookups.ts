/**
 * The lookups for clients that wait for an outcome. Those that ask while a list is being read wait for the next walk, which
 * answers all of them: one request to Twilio a second is enough for every response that is lost in that second.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Caller } from '../twilio/limiter/index.ts';
import type { Input } from '../twilio/rows/index.ts';
import type { Recorded } from './ledger.ts';
import { type Lookup, listName } from './lookup.ts';

interface Job {
  readonly entry: Recorded;
  readonly input: Input | undefined;
  readonly caller: Caller;
  readonly resolve: (found: Recorded | undefined) => void;
}

export class PromptLookups {
  readonly #lookup: Lookup;
  /** By list, while it is being read: those that wait for the next walk. */
  readonly #waiting = new Map<string, Job[]>();

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  /** The operation as it is afterwards if its row was found; `undefined` also if the list cannot be read. */
  run(entry: Recorded, input: Input | undefined, caller: Caller): Promise<Recorded | undefined> {
    return new Promise((resolve) => {
      const list = listName(entry.value);
      const waiting = this.#waiting.get(list);
      const job = { entry, input, caller, resolve };
      if (waiting) return void waiting.push(job);
      this.#waiting.set(list, [job]);
      void this.#walk(list);
    });
  }

  async #walk(list: string): Promise<void> {
    for (;;) {
      // Lookups of the same turn belong together.
      await nextTurn();
      const jobs = this.#waiting.get(list)?.splice(0) ?? [];
      if (jobs.length === 0) break;
      await this.#answer(jobs).catch(() => undefined);
      for (const { resolve } of jobs) resolve(undefined);
    }
    this.#waiting.delete(list);
  }

  async #answer(jobs: readonly Job[]): Promise<void> {
    const [first, ...more] = jobs;
    if (!first) return;
    const filters = jobs.map(({ entry, input }) => JSON.stringify(this.#lookup.narrowing(entry.value, input)));
    const byId = new Map(jobs.map((job) => [job.entry.id, job]));
    await this.#lookup.run(
      {
        entries: [...byId.values()].map(({ entry }) => entry),
        input: new Set(filters).size === 1 ? first.input : undefined,
        looked: ({ id }, found) => {
          for (const { entry, resolve } of jobs) if (entry.id === id) resolve(found);
        },
      },
      // A walk for several is this server's own.
      more.length === 0 ? { budget: first.caller.budget } : {},
    );
  }
}
