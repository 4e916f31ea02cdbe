/**
 * Looks for the rows that creates of unknown outcome may have made: in their list, among the rows of their time, by hashes.
 * One walk through the list answers all creates that ask for it. It never guesses. Two rows that fit, or one that another
 * write may have made, are no result.
 */
import { type Entity, keyField, parentsOf, type Registry } from '../model/index.ts';
import type { Gateway } from '../twilio/gateway.ts';
import type { Caller } from '../twilio/limiter/index.ts';
import { type Input, type Row, read } from '../twilio/rows/index.ts';
import { contentsOf, isIdentified } from './content.ts';
import { alsoIn, type Candidate, type Fingerprint, type HashOf, hasEcho } from './fingerprint.ts';
import type { Ledger, Recorded } from './ledger.ts';
import type { Operation } from './operation.ts';

export interface LookupOptions {
  readonly gateway: Gateway;
  readonly registry: Registry;
  readonly ledger: Ledger;
  readonly fingerprint: Fingerprint;
}

/** Creates of one entity in one list. */
export interface Batch {
  readonly entries: readonly Recorded[];
  /** What all of them were sent with, as far as the sender knows it: Twilio's list is narrowed by it. */
  readonly input?: Input | undefined;
  /** Called once for each whose time the walk has passed: with the operation as it is now if its row was found. */
  readonly looked: (entry: Recorded, found: Recorded | undefined) => void | Promise<void>;
}

/** A row whose values are hashed when they are compared. */
interface Found extends Candidate {
  readonly hashOf: HashOf;
}
interface Wanted {
  readonly entry: Recorded;
  readonly window: Window;
  /** By key, so that a row that a shifted page repeats counts once. */
  readonly found: Map<string, Found>;
}
type Window = readonly [from: number, to: number];

/** Twilio's clock and ours may differ by so much. */
const CLOCK_SKEW_MS = 5000;
/** Twilio may carry out a request so long after the response was given up. */
const DELAY_MS = 60_000;
const MAX_PAGE_SIZE = 1000;
/** Enough for an hour of 100 messages a second. */
const MAX_PAGES = 400;
/** How many results are recorded at once. */
const AT_ONCE = 200;

/** Whether rows of this entity can be listed, dated, and distinguished by what was sent. */
export const canLookUp = (entity: Entity, { change, echo }: Pick<Operation, 'change' | 'echo'>): boolean =>
  change === 'create' &&
  entity.filters !== undefined &&
  keyField(entity) !== undefined &&
  entity.fields.dateCreated !== undefined &&
  isIdentified(entity, echo);

/** Operations with the same name can be looked up in one walk. */
export const listName = ({ entity, target }: Operation): string => [entity, ...target].join('/');

export class Lookup {
  readonly #options: LookupOptions;

  constructor(options: LookupOptions) {
    this.#options = options;
  }

  /** The filters of the list that an input narrows. */
  narrowing({ entity: name }: Operation, input: Input | undefined): Input {
    const entity = this.#options.registry.find(name);
    return entity && input ? narrowed(entity, input) : {};
  }

  /** Walks once; returns how many pages it has read. Throws if a page cannot be read; what it has passed before that was looked up. */
  async run({ entries, input, looked }: Batch, caller: Caller): Promise<number> {
    const [first] = entries;
    const entity = first && this.#options.registry.find(first.value.entity);
    if (!entity) return 0;
    const parents = parentsOf(entity, first.value.target);
    const params = { ...narrowed(entity, input), pageSize: MAX_PAGE_SIZE };
    // The newest first, as Twilio lists them.
    const wanted = entries
      .map((entry): Wanted => ({ entry, window: windowOf(entry.value), found: new Map() }))
      .sort((one, other) => other.window[0] - one.window[0]);
    const byEcho = new EchoIndex(wanted);
    const listing: Caller = { ...caller, priority: 'scan', afterWrite: true };
    let next: string | undefined;
    let pages = 0;
    while (wanted.length > 0 && pages < MAX_PAGES) {
      pages++;
      const page = await this.#options.gateway.page(entity, parents, params, next, listing);
      const rows = page.rows.map((row) => ({ row, at: createdAt(row) }));
      for (const { row, at } of rows) {
        if (!byEcho.covers(at)) continue;
        const candidate = await this.#complete(entity, row, listing);
        const found = { ...candidate, hashOf: this.#options.fingerprint.reader(entity, candidate) };
        for (const each of byEcho.matching(found.hashOf))
          if (isWithin(at, each.window)) each.found.set(candidate.row.sids.join('/'), found);
      }
      next = page.next;
      const newest = Math.max(...rows.map(({ at }) => at ?? Number.POSITIVE_INFINITY));
      const isPassed = ({ window: [from] }: Wanted) => next === undefined || (rows.length > 0 && newest < from);
      const firstAhead = wanted.findIndex((each) => !isPassed(each));
      await this.#report(entity, wanted.splice(0, firstAhead < 0 ? wanted.length : firstAhead), looked);
      if (next === undefined) break;
    }
    // They lie too far back for a result that is certain.
    for (const { entry } of wanted) await looked(entry, undefined);
    return pages;
  }

  async #report(entity: Entity, passed: readonly Wanted[], looked: Batch['looked']): Promise<void> {
    for (let i = 0; i < passed.length; i += AT_ONCE)
      await Promise.all(
        passed.slice(i, i + AT_ONCE).map(async ({ entry, found }) => {
          await looked(entry, await this.#decide(entity, entry, [...found.values()]));
        }),
      );
  }

  /** Records the row as the operation's if it certainly is. */
  async #decide(entity: Entity, entry: Recorded, found: readonly Found[]): Promise<Recorded | undefined> {
    const { ledger } = this.#options;
    if (found.length === 0) return undefined;
    // In this order: a write that ends meanwhile has either claimed its row or is still open.
    const alike = await Promise.all(
      found.map(({ hashOf }) => ledger.openOf(contentsOf(entity, entry.value.target, hashOf))),
    );
    const isOthers = await Promise.all(found.map(({ row }) => ledger.isOthers(keyOf(row), entry.id)));
    const free = found.flatMap((each, i) => (isOthers[i] ? [] : [{ ...each, alike: alike[i] }]));
    const [one] = free;
    if (!one || free.length > 1) return undefined;
    const mayBeOthers = ({ id, value }: Recorded) => id !== entry.id && mayHaveMade(one, value, entry.value);
    if (!one.alike || one.alike.some(mayBeOthers)) return undefined;
    if (!(await ledger.claimRow(keyOf(one.row), entry.id))) return undefined;
    return (await ledger.move(entry, 'DONE', { sids: one.row.sids })) ?? ledger.read(entry.id);
  }

  /** With the row that repeats more of the input. */
  async #complete(entity: Entity, row: Row, caller: Caller): Promise<Candidate> {
    const { gateway, registry } = this.#options;
    const other = alsoIn(registry, entity);
    const key = other && read(row, entity.inputAlsoIn ?? '');
    if (!other || typeof key !== 'string') return { row };
    const from = { entity: row.entity, sids: row.sids, read: (name: string) => read(row, name), account: '' };
    const reached = registry.follow(from, other, key);
    return { row, also: reached && (await gateway.fetch(reached.entity, reached.sids, caller)) };
  }
}

/** Finds those that a row may answer at a cost that does not grow with their number. */
class EchoIndex {
  readonly #from: number;
  readonly #to: number;
  /** By the names that they repeat, then by the hashes of these. */
  readonly #groups = new Map<string, { readonly names: readonly string[]; readonly byHash: Map<string, Wanted[]> }>();

  constructor(wanted: readonly Wanted[]) {
    this.#from = Math.min(...wanted.map(({ window }) => window[0]));
    this.#to = Math.max(...wanted.map(({ window }) => window[1]));
    for (const each of wanted) {
      const { echo } = each.entry.value;
      const names = Object.keys(echo).sort();
      const group = this.#groups.get(names.join()) ?? { names, byHash: new Map() };
      const hashes = names.map((name) => echo[name]).join();
      group.byHash.set(hashes, [...(group.byHash.get(hashes) ?? []), each]);
      this.#groups.set(names.join(), group);
    }
  }

  /** Whether any of them can have made a row of this time. */
  covers(at: number | undefined): boolean {
    return isWithin(at, [this.#from, this.#to]);
  }

  matching(hashOf: HashOf): readonly Wanted[] {
    return [...this.#groups.values()].flatMap(({ names, byHash }) => byHash.get(names.map(hashOf).join()) ?? []);
  }
}

/** Whether another write, whose own row is not known, may have made this row. */
const mayHaveMade = ({ row, hashOf }: Found, other: Operation, own: Operation): boolean =>
  listName(other) === listName(own) &&
  other.state !== 'QUEUED' &&
  isWithin(createdAt(row), windowOf(other)) &&
  hasEcho(hashOf, other.echo);

/** Between which times the write can have made its row. */
const windowOf = ({ sentAt, createdAt: begunAt, lostAt }: Operation): Window => [
  Math.floor((sentAt ?? begunAt) / 1000) * 1000 - CLOCK_SKEW_MS,
  lostAt === undefined ? Number.POSITIVE_INFINITY : lostAt + DELAY_MS + CLOCK_SKEW_MS,
];

const isWithin = (at: number | undefined, [from, to]: Window): boolean => at !== undefined && at >= from && at <= to;

const createdAt = (row: Row): number | undefined => {
  const moment = read(row, 'dateCreated');
  return moment instanceof Date ? moment.getTime() : undefined;
};

const keyOf = (row: Row): string => row.sids.at(-1) ?? '';

/** Filters of Twilio's that an input of the same name narrows. */
const narrowed = ({ filters = {} }: Entity, input: Input = {}): Input =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([name, rule]) => {
      const value = input[name];
      if (!('compares' in rule) || rule.compares !== 'equal' || typeof value !== 'string') return [];
      return [[name, value]];
    }),
  );
