/** Reads of one GraphQL request: equal ones are sent once, many are batched into few calls, and loaded rows cost nothing. */
import DataLoader from 'dataloader';
import { ApiError } from '../../errors.ts';
import type { FieldPath } from '../../events.ts';
import { type Entity, groupBy, keysOf, onceFor, parentsOf, rowKey, type Sids } from '../../model/index.ts';
import { pause } from '../../pause/index.ts';
import { isOwnArgument, splitFilter } from '../filtering/index.ts';
import type { Gateway } from '../gateway.ts';
import type { Caller } from '../limiter/index.ts';
import { type ListQuery, MAX_PAGE, type Reader, Scan } from '../lists/index.ts';
import { type Input, type Page, type Row, read, withoutDefects } from '../rows/index.ts';
import { BatchScheduler } from './batchScheduler.ts';
import { PackagedRows } from './packagedRows.ts';
import {
  type ChildList,
  childrenOf,
  type NegativeCache,
  pageOf,
  SpeculativePages,
  type Wanted,
} from './speculativePages.ts';

/** A row by the value of a field that Twilio's list can be filtered by. */
interface Lookup {
  readonly entity: Entity;
  readonly parents: Sids;
  readonly field: string;
  readonly value: string;
}

export interface GetOptions {
  /** When something came into being that refers to the row. */
  readonly near?: Date | undefined;
  /** The field that asks, for observers. */
  readonly path?: FieldPath | undefined;
  /** Parameters of the fetch: rows fetched with others are other rows. */
  readonly params?: Input;
  /** The packages that the row must have. */
  readonly packages?: readonly string[];
  /** Fetched by itself, because lists and writes do not have all of it. */
  readonly alone?: true;
}

export class Loaders {
  readonly #rows: DataLoader<Wanted, Row | null, string>;
  /** Shares the cache of `#rows`. Waits for reads in progress, since one page may answer for their rows too. */
  readonly #delayed: DataLoader<Wanted, Row | null, string>;
  readonly #scheduler = new BatchScheduler();
  /** Rows that lists returned and that are not in the cache yet: most requests never ask for one of them. */
  #learned: Row[] = [];
  readonly #lists = new Map<string, ListQuery>();
  readonly #lookups: DataLoader<Lookup, Row | null, string>;
  readonly #packaged: PackagedRows;
  readonly #children: DataLoader<ChildList, Page | null, string>;
  readonly #gateway: Gateway;
  readonly #speculativePages: SpeculativePages;
  readonly #caller: Caller | undefined;
  /** Rows that one lookup may read. */
  readonly #scanLimit: number;

  constructor(gateway: Gateway, negativeCache: NegativeCache, scanLimit: number, caller?: Caller) {
    this.#scanLimit = scanLimit;
    this.#gateway = gateway;
    this.#speculativePages = new SpeculativePages(gateway, negativeCache);
    this.#caller = caller;
    const cacheKeyFn = ({ entity, sids, params }: Wanted) =>
      params ? `${rowKey(entity, sids)} ${JSON.stringify(params)}` : rowKey(entity, sids);
    const cacheMap = new Map<string, Promise<Row | null>>();
    const batchScheduleFn = (dispatch: () => void) => this.#scheduler.schedule(dispatch);
    const fetch = (entity: Entity, sids: Sids, params: Input) =>
      this.#fetch(entity, sids, { ...this.#caller, forGets: true }, params);
    this.#packaged = new PackagedRows(fetch, batchScheduleFn);
    this.#rows = new DataLoader((wanted) => this.#fetchAll(wanted), { cacheKeyFn, cacheMap });
    this.#delayed = new DataLoader((wanted) => this.#fetchAll(wanted), {
      cacheKeyFn,
      cacheMap,
      batchScheduleFn,
    });
    this.#lookups = new DataLoader((lookups) => this.#lookUpAll(lookups), {
      batchScheduleFn,
      cacheKeyFn: ({ entity, parents, field, value }) => `${rowKey(entity, parents)} ${field} ${value}`,
    });
    this.#children = new DataLoader((lists) => this.#readAll(lists), {
      batchScheduleFn,
      cacheKeyFn: ({ entity, parents, field, value }) => `${rowKey(entity, parents)} ${field} ${value}`,
    });
  }

  /** The row, or `null` where Twilio has none. */
  get(entity: Entity, sids: Sids, { near, path, params = {}, packages, alone }: GetOptions = {}): Promise<Row | null> {
    this.#gateway.observer.asked?.(entity.name);
    if (packages && isPackaged(entity)) return this.#packaged.get(entity, sids, params, packages);
    this.#primeLearned();
    const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== null);
    const loader = near && entity.batch && given.length === 0 ? this.#delayed : this.#rows;
    const own = alone || given.length > 0 ? Object.fromEntries(given) : undefined;
    return loader.load({ entity, sids, near, path, params: own });
  }

  /** Whether a row was fetched with this package. */
  hasPackage(row: Row, name: string): boolean {
    return this.#packaged.has(row, name);
  }

  /** `null` for what does not exist. */
  async #fetch(entity: Entity, sids: Sids, caller: Caller, params?: Input): Promise<Row | null> {
    try {
      return await this.#gateway.fetch(entity, sids, caller, params);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  /** The list that was made for this key before, so that a list is read once however often it is selected. */
  list(key: string, make: () => ListQuery): ListQuery {
    const known = this.#lists.get(key);
    if (known) return known;
    const list = make();
    this.#lists.set(key, list);
    return list;
  }

  /** Notes a read of this request whose rows may lead to more reads. */
  track(): () => void {
    return this.#scheduler.track();
  }

  async #fetchAll(wanted: readonly Wanted[]): Promise<(Row | null | Error)[]> {
    const reading = { path: wanted[0]?.path, batchOf: wanted.length };
    const caller = { ...this.#caller, forGets: true, reading };
    const fetchOne = async ({ entity, sids, params }: Wanted) => {
      const wait = pause();
      if (wait) await wait;
      return this.#fetch(entity, sids, caller, params).catch((error: unknown) =>
        error instanceof Error ? error : new Error(String(error)),
      );
    };
    const answers = new Map<Wanted, Promise<Row | null | Error>>();
    // Rows that lie in different ones can still be in one list, which is of another entity.
    const listKey = ({ entity, sids }: Wanted) =>
      typeof entity.batch === 'object' && 'list' in entity.batch
        ? entity.name
        : rowKey(entity, parentsOf(entity, sids));
    for (const group of groupBy(wanted, listKey).values()) {
      const page = pageOf(this.#speculativePages, group, caller);
      for (const one of group)
        answers.set(
          one,
          page.then((rows) => (one.params ? undefined : rows.get(rowKey(one.entity, one.sids))) ?? fetchOne(one)),
        );
    }
    return Promise.all(wanted.map((one) => answers.get(one) ?? null));
  }

  /**
   * The whole list that belongs to a row by a field, if one page holds the lists of several rows. Otherwise `null`: the
   * list has to be read by itself.
   */
  children(list: ChildList): Promise<Page | null> {
    return this.#children.load(list);
  }

  async #readAll(lists: readonly ChildList[]): Promise<(Page | null)[]> {
    const answers = new Map<ChildList, Promise<Page | null>>();
    for (const group of groupBy(
      lists,
      ({ entity, parents, field }) => `${rowKey(entity, parents)} ${field}`,
    ).values()) {
      const of = childrenOf(this.#speculativePages, group, this.#caller);
      for (const list of group)
        answers.set(
          list,
          of.then((page) => page?.(list) ?? null),
        );
    }
    return Promise.all(lists.map((list) => answers.get(list) ?? null));
  }

  /** Keeps rows that a list returned, so that they need not be fetched. */
  learn(rows: readonly Row[]): void {
    for (const row of rows) if (!row.defect) this.#learned.push(row);
  }

  #primeLearned(): void {
    if (this.#learned.length === 0) return;
    const rows = this.#learned;
    this.#learned = [];
    for (const row of rows) if (isListedWhole(row.entity)) this.#prime(row);
  }

  /** Keeps the row that a write returned, without the secrets that Twilio shows once. */
  replace(row: Row): void {
    this.#primeLearned();
    this.#prime(row);
  }

  #prime(row: Row): void {
    const { entity, sids } = row;
    const known = { entity, sids, near: undefined, params: undefined };
    if (entity.fetch && keysOf(entity).length > 0) this.#rows.clear(known).prime(known, row.withoutSecrets());
  }

  /**
   * The row of a list whose field has this value, or the first one that Twilio lists for this argument; `null` if there
   * is none. Lookups by a field share a page of the list.
   */
  find(entity: Entity, parents: Sids, field: string, value: string): Promise<Row | null> {
    return this.#lookups.load({ entity, parents, field, value });
  }

  async #lookUpAll(lookups: readonly Lookup[]): Promise<(Row | null | Error)[]> {
    const found = new Map<Lookup, Promise<Row | null>>();
    for (const group of groupBy(
      lookups,
      ({ entity, parents, field }) => `${rowKey(entity, parents)} ${field}`,
    ).values()) {
      const isShared = !isOwnArgument(group[0]?.entity as Entity, group[0]?.field ?? '');
      const shared = isShared ? this.#sharedPage(group) : Promise.resolve(undefined);
      for (const lookup of group) found.set(lookup, this.#lookUp(lookup, shared));
    }
    return Promise.all(lookups.map((lookup) => found.get(lookup)?.catch((error: Error) => error) ?? null));
  }

  /** A page of the list: all of it, if it fits. */
  async #sharedPage(group: readonly Lookup[]): Promise<Page | undefined> {
    const { entity, parents, field } = group[0] as Lookup;
    const saves = ({ rows, next }: Page) => {
      const values = new Set(rows.map((row) => read(row, field)));
      return next === undefined ? group.length : group.filter(({ value }) => values.has(value)).length;
    };
    const list = `${rowKey(entity, parents)} ${field} lookup`;
    const page = await this.#speculativePages.page(list, [entity, parents, {}], group.length, saves, this.#caller);
    if (page) this.learn(page.rows);
    return page;
  }

  async #lookUp(lookup: Lookup, shared: Promise<Page | undefined>): Promise<Row | null> {
    const { entity, parents, field, value } = lookup;
    const isArgument = isOwnArgument(entity, field);
    const isIt = (row: Row) => read(row, field) === value;
    const known = await shared;
    const found = known?.rows.find(isIt);
    if (found || (known && known.next === undefined)) return found ?? null;
    const filter = isArgument ? splitFilter(entity, { [field]: value }) : splitFilter(entity, null, { [field]: value });
    const reader: Reader = {
      gateway: this.#gateway,
      scanLimit: this.#scanLimit,
      caller: this.#caller ?? {},
      track: () => () => {},
      onPage: () => {},
      onKept: (rows) => this.learn(rows),
    };
    const scan = new Scan(reader, { entity, parents, filter, orderBy: [] }, MAX_PAGE);
    await scan.until(1);
    const [row] = withoutDefects(scan.found.map((each) => each.row));
    return row ?? null;
  }

  /** Forgets everything that was read: a write may have changed any of it, or have been changed by it. */
  clear(): void {
    this.#learned = [];
    this.#lists.clear();
    this.#packaged.clear();
    this.#rows.clearAll();
    this.#lookups.clearAll();
    this.#children.clearAll();
  }
}

const isPackaged = onceFor(({ fields }: Entity) => Object.values(fields).some((value) => value.package));
const isListedWhole = onceFor(
  (entity: Entity) =>
    entity.rows !== 'key' && !isPackaged(entity) && !Object.values(entity.fields).some(({ unlisted }) => unlisted),
);
