/** The cheapest way to the same answer: many Gets, lookups or child lists of one entity as one page of its list. */
import type { Entity } from '../model/entity.ts';
import { rowKey, type Sids } from '../model/path.ts';
import type { Caller } from './caller.ts';
import { type Gateway, type Page, type Row, read } from './gateway.ts';
import { MAX_PAGE } from './scan.ts';
import { isoSeconds } from './values.ts';

/** From how many rows on a page is worth a try: fewer are as cheap one by one. */
export const WORTH_A_PAGE = 3;
/** A page that answered less than this part of what was wanted is not tried again for a while. */
const USEFUL = 1 / 3;
const USELESS_FOR_MS = 60_000;
/** No call lasts longer; what refers to a row came into being at most so long after it. */
const LONGEST_AGO_MS = 86_400_000;
const SLACK_MS = 60_000;

/** What a connection has learned of its lists, for all its requests. */
export class Experience {
  readonly #uselessUntil = new Map<string, number>();

  isUseless(list: string): boolean {
    return (this.#uselessUntil.get(list) ?? 0) > Date.now();
  }

  note(list: string, wanted: number, got: number): void {
    if (got < wanted * USEFUL) this.#uselessUntil.set(list, Date.now() + USELESS_FOR_MS);
    else this.#uselessUntil.delete(list);
  }
}

export interface Wanted {
  readonly entity: Entity;
  readonly sids: Sids;
  /** When something came into being that refers to the row. */
  readonly near: Date | undefined;
}

/** The list of which one page may hold all these rows; `undefined` where a page cannot be cheaper. */
const listOf = (wanted: readonly Wanted[]): Readonly<Record<string, unknown>> | undefined => {
  const { entity } = wanted[0] as Wanted;
  if (wanted.length < WORTH_A_PAGE || !entity.batch) return undefined;
  if (entity.batch === 'whole') return {};
  const moments = wanted.flatMap(({ near }) => (near ? [near.getTime()] : []));
  if (moments.length < wanted.length) return undefined;
  const { window } = entity.batch;
  return {
    [`${window}After`]: isoSeconds(new Date(Math.min(...moments) - LONGEST_AGO_MS)),
    [`${window}Before`]: isoSeconds(new Date(Math.max(...moments) + SLACK_MS)),
  };
};

/**
 * Rows of one list by their SIDs, as far as one page has them. What is missing has to be fetched by itself: so it costs
 * at most one transaction more than single Gets, and answers the same.
 */
export const pageOf = async (
  gateway: Gateway,
  experience: Experience,
  wanted: readonly Wanted[],
  caller?: Caller,
): Promise<ReadonlyMap<string, Row>> => {
  const params = listOf(wanted);
  const { entity, sids } = wanted[0] as Wanted;
  const parents = sids.slice(0, -1);
  const list = `${rowKey(entity, parents)} ${Object.keys(params ?? {}).join()}`;
  if (!params || experience.isUseless(list)) return new Map();
  const page = await gateway.page(entity, parents, { ...params, pageSize: MAX_PAGE }, undefined, caller).catch(nothing);
  const rows = new Map(page.rows.map((row) => [rowKey(row.entity, row.sids), row]));
  experience.note(list, wanted.length, wanted.filter((one) => rows.has(rowKey(one.entity, one.sids))).length);
  return rows;
};

/** A page that could not be read helps nobody; the single Gets will say what is wrong. */
const nothing = (): Page => ({ rows: [], next: undefined });

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
  gateway: Gateway,
  experience: Experience,
  wanted: readonly ChildList[],
  caller?: Caller,
): Promise<((list: ChildList) => Page) | undefined> => {
  const { entity, parents, field, sinceField, onPage } = wanted[0] as ChildList;
  const list = `${rowKey(entity, parents)} ${field}`;
  if (wanted.length < WORTH_A_PAGE || experience.isUseless(list)) return undefined;
  const oldest = new Date(Math.min(...wanted.map(({ since }) => since.getTime())) - 1000);
  const params = { [`${sinceField}After`]: isoSeconds(oldest) };
  const asked = { ...params, pageSize: MAX_PAGE };
  const page = await gateway.page(entity, parents, asked, undefined, caller).catch(() => undefined);
  const isWhole = page !== undefined && page.next === undefined;
  experience.note(list, 1, isWhole ? 1 : 0);
  if (page) onPage(page.rows, params);
  if (!isWhole) return undefined;
  const groups = new Map<unknown, Row[]>();
  for (const row of page.rows) {
    const value = read(row, field);
    groups.set(value, [...(groups.get(value) ?? []), row]);
  }
  return ({ value }) => ({ rows: groups.get(value) ?? [], next: undefined });
};
