/** Reads and writes the operations of one connection in the store, each state after the one that it may follow. */
import { ApiError } from '../errors.ts';
import { type Entry, type Store, StoreError } from '../store/index.ts';
import { isOpen, type Operation, type State } from './operation.ts';

export type Recorded = Entry<Operation>;

const OPERATIONS = 'operations';
const ROWS = 'operation-rows';
const OWNERS = 'owners';

const HOUR_MS = 3_600_000;
/** Keys live so long; so do operations that are still open. */
const KEYED_MS = 24 * HOUR_MS;
/** Without a key an operation is kept as long as another one may have to be told apart from it. */
const UNKEYED_MS = 2 * HOUR_MS;
const UNRESOLVED_MS = 30 * KEYED_MS;

/** A process that has not shown itself for so long is dead. */
const OWNER_MS = 10_000;

export class Ledger {
  readonly #store: Store;
  readonly scope: string;
  readonly owner: string;

  constructor(store: Store, scope: string, owner: string) {
    this.#store = store;
    this.scope = scope;
    this.owner = owner;
  }

  async read(id: string): Promise<Recorded | undefined> {
    const entry = await available(this.#store.read<Operation>(OPERATIONS, id));
    return entry?.value.scope === this.scope ? entry : undefined;
  }

  /** Records a new operation on disk; `undefined` if its id is taken. */
  async insert(id: string, value: Operation): Promise<Recorded | undefined> {
    const inserted = await available(
      this.#store.insert(OPERATIONS, id, value, { ...lifeOf(value), listed: true, durable: true }),
    );
    return inserted ? { id, version: 1, value } : undefined;
  }

  /** `undefined` if the operation has changed meanwhile. */
  async move(entry: Recorded, state: State, more: Partial<Operation> = {}): Promise<Recorded | undefined> {
    const value: Operation = { ...entry.value, ...more, state, updatedAt: Date.now() };
    // What follows SENDING can be found out again after a power failure; that it was sent cannot.
    const durable = state === 'SENDING' || state === 'QUEUED';
    const options = { ...lifeOf(value), listed: isOpen(value), durable };
    const moved = await available(this.#store.replace(OPERATIONS, { ...entry, value }, options));
    return moved ? { ...entry, version: entry.version + 1, value } : undefined;
  }

  async open(): Promise<readonly Recorded[]> {
    const all = await available(this.#store.list<Operation>(OPERATIONS));
    return all.filter(({ value }) => value.scope === this.scope);
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

  async showLife(): Promise<void> {
    await available(this.#store.remove(OWNERS, this.owner));
    await available(this.#store.insert(OWNERS, this.owner, 1, { expiresAt: Date.now() + OWNER_MS }));
  }

  async isAlive(owner: string): Promise<boolean> {
    return owner === this.owner || (await available(this.#store.read(OWNERS, owner))) !== undefined;
  }
}

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
      `Nothing was sent: the journal of paid writes cannot be used. ${error.message}`,
    );
  }
};
