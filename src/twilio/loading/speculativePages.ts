/** The cheapest way to the same answer: many Gets, lookups or child lists of one entity as one page of its list. */
import { ApiError } from '../../errors.ts';
import { type Entity, rowKey, type Sids } from '../../model/index.ts';
import type { Gateway } from '../gateway.ts';
import type { Caller } from '../limiter/index.ts';
import { MAX_PAGE } from '../lists/index.ts';
import type { Input, Page } from '../rows/index.ts';
import { isoSeconds, type Row, read } from '../rows/index.ts';

/** From how many rows on a page is worth a try: fewer are as cheap one by one. */
const WORTH_A_PAGE = 3;
/** A page that answered less than this part of what was wanted is not tried again for a while. */
const USEFUL = 1 / 3;
const USELESS_FOR_MS = 60_000;
/** No call lasts longer; what refers to a row came into being at most so long after it. */
const LONGEST_AGO_MS = 86_400_000;
const SLACK_MS = 60_000;

/** What a connection has learned of its lists, for all its requests. */
export class NegativeCache {
  readonly #uselessUntil = new Map<string, number>();

  isUseless(list: string): boolean {
    return (this.#uselessUntil.get(list) ?? 0) > Date.now();
  }

  note(list: string, useful: boolean): void {
    if (useful) this.#uselessUntil.delete(list);
    else this.#uselessUntil.set(list, Date.now() + USELESS_FOR_MS);
  }
}

/** The pages that one request tries: of no list twice in vain, whatever others learn meanwhile. */
export class SpeculativePages {
  readonly #gateway: Gateway;
  readonly #negativeCache: NegativeCache;
  /** Lists tried in vain, or whose page is not here yet. */
  readonly #vain = new Set<string>();

  constructor(gateway: Gateway, negativeCache: NegativeCache) {
    this.#gateway = gateway;
    this.#negativeCache = negativeCache;
  }

  /**
   * The page that may do instead of `wanted` transactions, of which it spares as many as `spares` says; `undefined` if
   * it is not worth a try, or cannot be read: then the others will say what is wrong. It is sent once, so that all of it
   * costs at most one transaction more than the others alone.
   */
  async page(
    list: string,
    [entity, parents, params]: readonly [Entity, Sids, Input],
    wanted: number,
    spares: (page: Page) => number,
    caller?: Caller,
  ): Promise<Page | undefined> {
    if (wanted < WORTH_A_PAGE || this.#vain.has(list) || this.#negativeCache.isUseless(list)) return undefined;
    this.#vain.add(list);
    try {
      const asked = { ...params, pageSize: MAX_PAGE };
      const page = await this.#gateway.page(entity, parents, asked, undefined, { ...caller, noRetry: true });
      const useful = spares(page) >= wanted * USEFUL;
      if (useful) this.#vain.delete(list);
      this.#negativeCache.note(list, useful);
      return page;
    } catch (error) {
      if (isRefusal(error)) this.#negativeCache.note(list, false);
      return undefined;
    }
  }
}

/** Twilio's word on the list, unlike a failure that passes. */
const isRefusal = (error: unknown): boolean => {
  const { status = 0 } = error instanceof ApiError ? error.details : {};
  return status >= 400 && status < 500 && status !== 429;
};

export interface Wanted {
  readonly entity: Entity;
  readonly sids: Sids;
  /** When something came into being that refers to the row. */
  readonly near: Date | undefined;
}

/** The list of which one page may hold all these rows; `undefined` where a page cannot be cheaper. */
const listOf = (wanted: readonly Wanted[]): Readonly<Record<string, unknown>> | undefined => {
  const { entity } = wanted[0] as Wanted;
  if (!entity.batch) return undefined;
  if (entity.batch === 'whole') return {};
  const moments = wanted.flatMap(({ near }) => (near ? [near.getTime()] : []));
  if (moments.length < wanted.length) return undefined;
  const { window } = entity.batch;
  return {
    [`${window}After`]: isoSeconds(new Date(Math.min(...moments) - LONGEST_AGO_MS)),
    [`${window}Before`]: isoSeconds(new Date(Math.max(...moments) + SLACK_MS)),
  };
};

/** Rows of one list by their SIDs, as far as one page has them: what is missing has to be fetched by itself. */
export const pageOf = async (
  tries: SpeculativePages,
  wanted: readonly Wanted[],
  caller?: Caller,
): Promise<ReadonlyMap<string, Row>> => {
  const params = listOf(wanted);
  if (!params) return new Map();
  const { entity, sids } = wanted[0] as Wanted;
  const parents = sids.slice(0, -1);
  const list = `${rowKey(entity, parents)} ${Object.keys(params).join()}`;
  const rows = new Map<string, Row>();
  const spares = (page: Page) => {
    for (const row of page.rows) rows.set(rowKey(row.entity, row.sids), row);
    return wanted.filter((one) => rows.has(rowKey(one.entity, one.sids))).length;
  };
  await tries.page(list, [entity, parents, params], wanted.length, spares, caller);
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
  /** Told of a page that is read for it and others together, and of the parameters that it was asked with. */
  readonly onPage: (rows: readonly Row[], params: Readonly<Record<string, unknown>>) => void;
}

/**
 * The children of several rows from one page, if that page has all of them: everything since the oldest parent.
 * `undefined` where it has not; then each list has to be read by itself.
 */
export const childrenOf = async (
  tries: SpeculativePages,
  wanted: readonly ChildList[],
  caller?: Caller,
): Promise<((list: ChildList) => Page) | undefined> => {
  const { entity, parents, field, sinceField, onPage } = wanted[0] as ChildList;
  const list = `${rowKey(entity, parents)} ${field}`;
  const oldest = new Date(Math.min(...wanted.map(({ since }) => since.getTime())) - 1000);
  const params = { [`${sinceField}After`]: isoSeconds(oldest) };
  const spares = ({ next }: Page) => (next === undefined ? wanted.length : 0);
  const page = await tries.page(list, [entity, parents, params], wanted.length, spares, caller);
  if (page) onPage(page.rows, params);
  if (!page || page.next !== undefined) return undefined;
  const groups = new Map<unknown, Row[]>();
  for (const row of page.rows) {
    const value = read(row, field);
    groups.set(value, [...(groups.get(value) ?? []), row]);
  }
  return ({ value }) => ({ rows: groups.get(value) ?? [], next: undefined });
};
