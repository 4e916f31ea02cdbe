/** Reads and writes the operations of one connection in the store, each state after the one that it may follow. */
import { ApiError } from '../errors.ts';
import { type Entry, type Store, StoreError, type WriteOptions } from '../store/index.ts';
import { isOpen, type Operation, type State } from './operation.ts';

export type Recorded = Entry<Operation>;

const OPERATIONS = 'operations';
const ROWS = 'operation-rows';
const OWNERS = 'owners';
const LOCKS = 'operation-locks';

const HOUR_MS = 3_600_000;
/** Keys live so long; so do operations that are still open. */
const KEYED_MS = 24 * HOUR_MS;
/** Without a key an operation is kept as long as another one may have to be distinguished from it. */
const UNKEYED_MS = 2 * HOUR_MS;
const UNRESOLVED_MS = 30 * KEYED_MS;

/** Longer than a create takes, its time in the queue included. */
const LOCK_MS = 300_000;
/** A process that has not shown itself for so long is dead. */
const OWNER_MS = 10_000;
/** Most writes have ended by then; only of the others is it asked whether their process is alive. */
const UNDER_WAY_MS = OWNER_MS + 2000;
/** An operation that one process looks up is left alone for so long if it ends. */
const LEASE_MS = 15_000;
/** One claim reads so many operations at most: it keeps the store from others while it runs. */
const MOST_AT_ONCE = 500;
/** What one process looks through in a second. */
const MOST_UNDER_WAY = 5000;
/** More writes of one content than this are not distinguished. */
const MOST_ALIKE = 100;

export class Ledger {
  readonly #store: Store;
  readonly scope: string;
  readonly owner: string;
  /** Outcomes that are known here and that the store did not take. */
  readonly #unsaved = new Map<string, readonly [State, Partial<Operation>]>();
  #life: Entry<number> | undefined;
  #firstLife: Promise<void> | undefined;

  constructor(store: Store, scope: string, owner: string) {
    this.#store = store;
    this.scope = scope;
    this.owner = owner;
  }

  async read(id: string): Promise<Recorded | undefined> {
    const entry = await available(this.#store.read<Operation>(OPERATIONS, id));
    return entry?.value.scope === this.scope ? entry : undefined;
  }

  /** Records a new operation; `undefined` if its id is taken. */
  async insert(id: string, value: Operation): Promise<Recorded | undefined> {
    await this.#beAlive();
    const inserted = await available(this.#store.insert(OPERATIONS, id, value, optionsOf(value)));
    if (!inserted) return undefined;
    // What is unsaved belongs to an earlier attempt.
    this.#unsaved.delete(id);
    return { id, version: 1, value };
  }

  /** `undefined` if the operation has changed meanwhile. */
  async move(entry: Recorded, state: State, more: Partial<Operation> = {}): Promise<Recorded | undefined> {
    const value: Operation = { ...entry.value, ...more, state, updatedAt: Date.now() };
    const moved = await available(this.#store.replace(OPERATIONS, { ...entry, value }, optionsOf(value)));
    if (!moved) return undefined;
    if (state === 'QUEUED') this.#unsaved.delete(entry.id);
    return { ...entry, version: entry.version + 1, value };
  }

  /**
   * Records the outcome of a write. The client gets it whether or not the store takes it: what it does not take is kept
   * for {@link saveAgain}.
   */
  async settle(entry: Recorded, state: State, more: Partial<Operation> = {}): Promise<Recorded | undefined> {
    this.#unsaved.set(entry.id, [state, more]);
    try {
      const settled = await this.#settle(entry, state, more);
      if (settled) this.#unsaved.delete(entry.id);
      return settled;
    } catch {
      return undefined;
    }
  }

  /** Offers the store again what it did not take, or took in another version. */
  async saveAgain(): Promise<void> {
    for (const [id, outcome] of [...this.#unsaved]) {
      const entry = await this.read(id);
      if (this.#unsaved.get(id) !== outcome) continue;
      const [state, more] = outcome;
      const isOwn = entry !== undefined && isOpen(entry.value) && entry.value.owner === this.owner;
      const isSaved = !isOwn || (await this.#settle(entry, state, more)) !== undefined;
      if (isSaved) this.#unsaved.delete(id);
    }
  }

  async #settle(entry: Recorded, state: State, more: Partial<Operation>): Promise<Recorded | undefined> {
    const key = entry.value.change === 'create' ? more.sids?.at(-1) : undefined;
    // In one turn, and so one transaction or one round trip.
    const claimed = key === undefined ? undefined : this.claimRow(key, entry.id);
    const [moved] = await Promise.all([this.move(entry, state, more), claimed]);
    return moved;
  }

  /** Operations under way of this process, and of those that have ended. */
  async abandoned(): Promise<readonly Recorded[]> {
    const found = await this.#claim(underWay(this.scope), OWNER_MS, MOST_UNDER_WAY);
    const owners = [...new Set(found.map(({ value }) => value.owner))].filter((owner) => owner !== this.owner);
    const living = await Promise.all(owners.map(async (owner) => ((await this.isAlive(owner)) ? [owner] : [])));
    const isLiving = new Set(living.flat());
    return found.filter(({ value }) => !isLiving.has(value.owner));
  }

  /** Operations of unknown outcome whose next lookup is due, about `most` at most; no other process gets the same. */
  dueLookups(most: number): Promise<readonly Recorded[]> {
    return this.#claim(lookups(this.scope), LEASE_MS, most);
  }

  /** Says when operations that were not found are looked up again. */
  async postpone(due: ReadonlyMap<string, number>): Promise<void> {
    const all = [...due];
    for (let i = 0; i < all.length; i += MOST_AT_ONCE)
      await available(this.#store.postpone(OPERATIONS, lookups(this.scope), new Map(all.slice(i, i + MOST_AT_ONCE))));
  }

  async #claim(queue: string, forMs: number, most: number): Promise<readonly Recorded[]> {
    const all: Recorded[] = [];
    while (all.length < most) {
      const claim = { queue, limit: MOST_AT_ONCE, until: Date.now() + forMs };
      const found = await available(this.#store.claim<Operation>(OPERATIONS, claim));
      all.push(...found);
      if (found.length < MOST_AT_ONCE) break;
    }
    return all;
  }

  /** Writes without a final outcome that were sent and have one of these contents; `undefined` if they are too many. */
  async openOf(contents: readonly string[]): Promise<readonly Recorded[] | undefined> {
    const groups = contents.map((each) => contentGroup(this.scope, each));
    const found = await available(this.#store.membersOf<Operation>(OPERATIONS, groups, MOST_ALIKE));
    return found.length < MOST_ALIKE ? found : undefined;
  }

  /** Writes without a final outcome that create this value. */
  openUnique(unique: string): Promise<readonly Recorded[]> {
    return available(this.#store.membersOf<Operation>(OPERATIONS, [uniqueGroup(this.scope, unique)], MOST_ALIKE));
  }

  count(state: State): Promise<number> {
    return available(this.#store.count(OPERATIONS, stateGroup(this.scope, state)));
  }

  /** Open operations that an earlier version of this server recorded without what they are found by. */
  async withoutContent(): Promise<readonly Recorded[]> {
    const all = await available(this.#store.list<Operation>(OPERATIONS));
    return all.filter(({ value }) => value.scope === this.scope && value.content === undefined);
  }

  /** Notes that this operation made the row; false if another one did. */
  async claimRow(key: string, id: string): Promise<boolean> {
    const claim = `${this.scope}/${key}`;
    const options = { expiresAt: Date.now() + KEYED_MS };
    if (await available(this.#store.insert(ROWS, claim, id, options))) return true;
    return (await available(this.#store.read<string>(ROWS, claim)))?.value === id;
  }

  /** Whether another operation made the row. */
  async isOthers(key: string, id: string): Promise<boolean> {
    const owner = await available(this.#store.read<string>(ROWS, `${this.scope}/${key}`));
    return owner !== undefined && owner.value !== id;
  }

  /** Takes a lock for this process; false while another living process has it. */
  async lock(name: string): Promise<boolean> {
    await this.#beAlive();
    const id = `${this.scope}/${name}`;
    const options = { expiresAt: Date.now() + LOCK_MS };
    if (await available(this.#store.insert(LOCKS, id, this.owner, options))) return true;
    const lock = await available(this.#store.read<string>(LOCKS, id));
    if (!lock || (lock.value !== this.owner && (await this.isAlive(lock.value)))) return false;
    return available(this.#store.replace(LOCKS, { ...lock, value: this.owner }, options));
  }

  unlock(name: string): Promise<void> {
    return available(this.#store.remove(LOCKS, `${this.scope}/${name}`));
  }

  /** To the other processes, an operation of a process that they have never seen is that of a dead one. */
  async #beAlive(): Promise<void> {
    this.#firstLife ??= this.showLife();
    await this.#firstLife.catch((error: unknown) => {
      this.#firstLife = undefined;
      throw error;
    });
  }

  /** Shows the other processes that this one is alive, without a moment in which it seems dead. */
  async showLife(): Promise<void> {
    const life = this.#life ?? { id: this.owner, version: 0, value: 1 };
    const options = { expiresAt: Date.now() + OWNER_MS };
    const isShown = life.version > 0 && (await available(this.#store.replace(OWNERS, life, options)));
    if (!isShown) {
      await available(this.#store.remove(OWNERS, this.owner));
      await available(this.#store.insert(OWNERS, this.owner, 1, options));
    }
    this.#life = { ...life, version: isShown ? life.version + 1 : 1 };
  }

  async isAlive(owner: string): Promise<boolean> {
    return owner === this.owner || (await available(this.#store.read(OWNERS, owner))) !== undefined;
  }
}

/** All operations without a final outcome in a store, whatever their connection. */
export const openOperations = async (
  store: Store,
): Promise<readonly (Recorded & { readonly isAbandoned: boolean })[]> => {
  const entries = await store.list<Operation>(OPERATIONS);
  return Promise.all(
    entries.map(async (entry) => {
      const isUnderWay = entry.value.state === 'QUEUED' || entry.value.state === 'SENDING';
      const owner = isUnderWay ? await store.read(OWNERS, entry.value.owner) : undefined;
      return { ...entry, isAbandoned: isUnderWay && owner === undefined };
    }),
  );
};

/**
 * What a power failure may not take: that a request has left. What comes before it was then never sent, and what comes
 * after it can be found out again.
 */
const isDurable = ({ state }: Operation): boolean => state === 'SENDING';

/** How an operation is kept, and by what it is found. */
const optionsOf = (value: Operation): WriteOptions => ({
  ...lifeOf(value),
  listed: isOpen(value),
  durable: isDurable(value),
  queued: queuedIn(value),
  groups: isOpen(value) ? groupsOf(value) : [],
});

const underWay = (scope: string) => `${scope}/under-way`;
const lookups = (scope: string) => `${scope}/lookups`;
const stateGroup = (scope: string, state: State) => `${scope}/state/${state}`;
const contentGroup = (scope: string, content: string) => `${scope}/content/${content}`;
const uniqueGroup = (scope: string, unique: string) => `${scope}/unique/${unique}`;

const queuedIn = ({ scope, state, nextLookupAt }: Operation): WriteOptions['queued'] => {
  if (state === 'UNKNOWN') return { queue: lookups(scope), at: nextLookupAt ?? Date.now() };
  if (state === 'QUEUED' || state === 'SENDING') return { queue: underWay(scope), at: Date.now() + UNDER_WAY_MS };
  return undefined;
};

const groupsOf = ({ scope, state, content, unique }: Operation): readonly string[] => [
  stateGroup(scope, state),
  ...(content && state !== 'QUEUED' ? [contentGroup(scope, content)] : []),
  ...(unique ? [uniqueGroup(scope, unique)] : []),
];

const lifeOf = ({ state, keyed }: Operation): { readonly expiresAt: number } => {
  const forMs = state === 'UNRESOLVED' ? UNRESOLVED_MS : keyed || isOpen({ state }) ? KEYED_MS : UNKEYED_MS;
  return { expiresAt: Date.now() + forMs };
};

/** Without the store nothing is sent that costs money. */
const available = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new ApiError(
      'STORE_UNAVAILABLE',
      `The journal of paid writes cannot be used, so this request was not carried out. ${error.message}`,
    );
  }
};
