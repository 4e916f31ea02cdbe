/**
 * Reads one page of a list instead of many Gets, lookups or child lists, where that is likely to cost less.
 *
 * A page is sent once, never twice without result in one request, and rows that it lacks are read singly. So it costs
 * at most one transaction more, which `schema/cost.ts` counts for each list and account. A refusal or a useless page
 * is remembered for a minute, a temporary failure is not.
 */
import { ApiError } from '../../errors.ts';
import type { FieldPath } from '../../events.ts';
import { type Entity, parentsOf, rowKey, type Sids } from '../../model/index.ts';
import type { Gateway } from '../gateway.ts';
import type { Caller } from '../limiter/index.ts';
import { maxPageOf } from '../lists/index.ts';
import type { Input, Page } from '../rows/index.ts';
import { isoSeconds, type Row, read, rowsOf, withoutDefects } from '../rows/index.ts';

/** Fewer rows than this are as cheap one by one. */
const WORTH_A_PAGE = 3;
/** A page that holds less than this part of the wanted rows is not read again for a while. */
const USEFUL = 1 / 3;
const USELESS_FOR_MS = 60_000;
/** No call lasts longer: a row that refers to another was created at most so long after it. */
const MAX_AGE_MS = 86_400_000;
const SLACK_MS = 60_000;

const MAX_LISTS = 1000;

/** Lists of a connection whose page was useless a short time ago, for all its requests. The oldest entries are dropped. */
export class NegativeCache {
  readonly #uselessUntil = new Map<string, number>();

  isUseless(list: string): boolean {
    return (this.#uselessUntil.get(list) ?? 0) > Date.now();
  }

  note(list: string, useful: boolean): void {
    this.#uselessUntil.delete(list);
    if (useful) return;
    this.#uselessUntil.set(list, Date.now() + USELESS_FOR_MS);
    for (const oldest of this.#uselessUntil.keys()) {
      if (this.#uselessUntil.size <= MAX_LISTS) break;
      this.#uselessUntil.delete(oldest);
    }
  }
}

/** The speculative pages of one request. It reads a useless one at most once for each list. */
export class SpeculativePages {
  readonly gateway: Gateway;
  readonly #negativeCache: NegativeCache;
  /** Lists whose page was useless, or has not arrived yet. */
  readonly #excluded = new Set<string>();

  constructor(gateway: Gateway, negativeCache: NegativeCache) {
    this.gateway = gateway;
    this.#negativeCache = negativeCache;
  }

  /**
   * A page that may replace `wanted` calls; `saves` says how many it replaces. `undefined` if it is not worth a call or
   * cannot be read: the single calls then report what is wrong. It is never retried, so it costs at most one call more.
   */
  async page(
    list: string,
    [entity, parents, params]: readonly [Entity, Sids, Input],
    wanted: number,
    saves: (page: Page) => number,
    caller?: Caller,
  ): Promise<Page | undefined> {
    if (wanted < WORTH_A_PAGE || this.#excluded.has(list) || this.#negativeCache.isUseless(list)) return undefined;
    this.#excluded.add(list);
    try {
      const asked = { ...params, pageSize: maxPageOf(entity) };
      const page = await this.gateway.page(entity, parents, asked, undefined, { ...caller, noRetry: true });
      withoutDefects(page.rows);
      const useful = saves(page) >= wanted * USEFUL;
      if (useful) this.#excluded.delete(list);
      this.#negativeCache.note(list, useful);
      return page;
    } catch (error) {
      if (isRefusal(error)) this.#negativeCache.note(list, false);
      return undefined;
    }
  }
}

/** Whether Twilio refused the list itself. Other failures may pass. */
const isRefusal = (error: unknown): boolean => {
  const { status = 0 } = error instanceof ApiError ? error.details : {};
  return status >= 400 && status < 500 && status !== 429;
};

export interface Wanted {
  readonly entity: Entity;
  readonly sids: Sids;
  /** When a row was created that refers to this one. */
  readonly near: Date | undefined;
  /** The field that asks, for observers. */
  readonly path?: FieldPath | undefined;
  /** Of the fetch: a list cannot answer it. */
  readonly params: Input | undefined;
}

interface ListPage {
  readonly entity: Entity;
  readonly parents: Sids;
  readonly params: Input;
  /** The keys of one of the wanted rows, as a row of the list has them; `undefined`: its own. */
  readonly keysIn?: (row: Row) => Sids;
}

/** The list whose first page may hold all these rows; `undefined` if none is likely to. */
const listOf = (gateway: Gateway, wanted: readonly Wanted[]): ListPage | undefined => {
  const { entity, sids } = wanted[0] as Wanted;
  const { batch } = entity;
  if (!batch || wanted.some(({ params }) => params)) return undefined;
  const parents = parentsOf(entity, sids);
  if (batch === 'whole') return { entity, parents, params: {} };
  const moments = wanted.flatMap(({ near }) => (near ? [near.getTime()] : []));
  if (moments.length < wanted.length) return undefined;
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  if (!('list' in batch)) return { entity, parents, params: within(entity, batch.window, first - MAX_AGE_MS, last) };
  const list = gateway.registry.get(batch.list);
  const keysIn = (row: Row) => [String(read(row, batch.by))];
  return { entity: list, parents: [], params: within(list, batch.window, first - SLACK_MS, last), keysIn };
};

/** Parameters of a list that narrow it to these moments, as Twilio calls them; without `to`, from the first one on. */
const within = ({ filters }: Entity, window: string, from: number, to?: number): Input => {
  const rule = filters?.[window];
  const bounds = rule && 'compares' in rule ? rule.bounds : undefined;
  const [after = `${window}After`, before = `${window}Before`] = bounds ?? [];
  return {
    [after]: isoSeconds(new Date(from)),
    ...(to !== undefined && { [before]: isoSeconds(new Date(to + SLACK_MS)) }),
  };
};

/** Those of the rows that one page of their list holds, by their SIDs. The others have to be fetched. */
export const pageOf = async (
  pages: SpeculativePages,
  wanted: readonly Wanted[],
  caller?: Caller,
): Promise<ReadonlyMap<string, Row>> => {
  const found = listOf(pages.gateway, wanted);
  if (!found) return new Map();
  const { entity, parents, params, keysIn } = found;
  const list = `${rowKey(entity, parents)} ${Object.keys(params).join()}`;
  const rows = new Map<string, Row>();
  const [own] = wanted.map((one) => one.entity);
  const saves = (page: Page) => {
    for (const row of page.rows) {
      const keys = keysIn?.(row);
      if (keys && own) rows.set(rowKey(own, keys), rowsOf(own)(keys, row.json));
      else rows.set(rowKey(row.entity, row.sids), row);
    }
    return wanted.filter((one) => rows.has(rowKey(one.entity, one.sids))).length;
  };
  await pages.page(list, [entity, parents, params], wanted.length, saves, caller);
  return rows;
};

/** A list that belongs to a row by a field: recordings whose `callSid` is the call's. */
export interface ChildList {
  readonly entity: Entity;
  readonly parents: Sids;
  readonly field: string;
  readonly value: string;
  /** The field of the children that is never before {@link since}, which is the parent's. */
  readonly sinceField: string;
  readonly since: Date;
  /** No row is later; left out if later ones may come. */
  readonly until?: Date | undefined;
  /** Called with a page that is read for this list and others, and with its parameters. */
  readonly onPage: (rows: readonly Row[], params: Readonly<Record<string, unknown>>) => void;
}

/**
 * The child lists of several rows from one page: everything since the oldest parent was created, up to the end of the
 * last. `undefined` if the page does not hold all of it; then each list has to be read by itself.
 */
export const childrenOf = async (
  pages: SpeculativePages,
  wanted: readonly ChildList[],
  caller?: Caller,
): Promise<((list: ChildList) => Page) | undefined> => {
  const { entity, parents, field, sinceField, onPage } = wanted[0] as ChildList;
  const list = `${rowKey(entity, parents)} ${field}`;
  const oldest = Math.min(...wanted.map(({ since }) => since.getTime())) - 1000;
  const ends = wanted.flatMap(({ until }) => until?.getTime() ?? []);
  const params = within(entity, sinceField, oldest, ends.length < wanted.length ? undefined : Math.max(...ends));
  const saves = ({ next }: Page) => (next === undefined ? wanted.length : 0);
  const page = await pages.page(list, [entity, parents, params], wanted.length, saves, caller);
  if (page) onPage(page.rows, params);
  if (!page || page.next !== undefined) return undefined;
  const groups = new Map<unknown, Row[]>();
  for (const row of page.rows) {
    const value = read(row, field);
    groups.set(value, [...(groups.get(value) ?? []), row]);
  }
  return ({ value }) => ({ rows: groups.get(value) ?? [], next: undefined });
};
