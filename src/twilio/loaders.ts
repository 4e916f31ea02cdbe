/** Gets of one GraphQL request: equal ones are one, and what a list has shown is not fetched again. */
import DataLoader from 'dataloader';
import { ApiError } from '../errors.ts';
import type { Entity } from '../model/entity.ts';
import { keyField, type Sids, toGlobalId } from '../model/path.ts';
import { type Gateway, type Page, type Row, read } from './gateway.ts';
import { MAX_PAGE } from './scan.ts';

interface Key {
  readonly entity: Entity;
  readonly sids: Sids;
}

/** A row by the value of a field that Twilio's list can be filtered by. */
interface Lookup {
  readonly entity: Entity;
  readonly parents: Sids;
  readonly field: string;
  readonly value: string;
}
const SMALL_PAGE = 50;

export class Loaders {
  readonly #rows: DataLoader<Key, Row | null, string>;
  readonly #lookups: DataLoader<Lookup, Row | null, string>;
  readonly #gateway: Gateway;
  readonly #signal: AbortSignal | undefined;

  constructor(gateway: Gateway, signal?: AbortSignal) {
    this.#gateway = gateway;
    this.#signal = signal;
    const fetchOne = ({ entity, sids }: Key) =>
      gateway.fetch(entity, sids, signal).catch((error: unknown) => {
        if (error instanceof ApiError && error.code === 'NOT_FOUND') return null;
        return error instanceof Error ? error : new Error(String(error));
      });
    this.#rows = new DataLoader((keys) => Promise.all(keys.map(fetchOne)), {
      cacheKeyFn: ({ entity, sids }) => toGlobalId(entity, sids),
    });
    this.#lookups = new DataLoader((lookups) => this.#lookUpAll(lookups), {
      cacheKeyFn: ({ entity, parents, field, value }) => `${toGlobalId(entity, parents)} ${field} ${value}`,
    });
  }

  /** The row, or `null` where Twilio has none. */
  get(entity: Entity, sids: Sids): Promise<Row | null> {
    return this.#rows.load({ entity, sids });
  }

  /** Takes note of rows that a list answered, unless lists leave something out of them. */
  learn(rows: readonly Row[]): void {
    for (const row of rows) if (!Object.values(row.entity.fields).some(({ unlisted }) => unlisted)) this.replace(row);
  }

  /** Takes note of what a write answered; secrets that it tells once are not kept. */
  replace({ entity, sids, json }: Row): void {
    const row = { entity, sids, json };
    if (entity.fetch && keyField(entity)) this.#rows.clear(row).prime(row, row);
  }

  /** The row of a list whose field has this value, or `null`. Several lookups in one list share a page of it. */
  find(entity: Entity, parents: Sids, field: string, value: string): Promise<Row | null> {
    return this.#lookups.load({ entity, parents, field, value });
  }

  async #lookUpAll(lookups: readonly Lookup[]): Promise<(Row | null | Error)[]> {
    const groups = new Map<string, Lookup[]>();
    for (const lookup of lookups) {
      const list = `${toGlobalId(lookup.entity, lookup.parents)} ${lookup.field}`;
      groups.set(list, [...(groups.get(list) ?? []), lookup]);
    }
    const found = new Map<Lookup, Promise<Row | null>>();
    for (const group of groups.values()) {
      const shared = group.length > 1 ? this.#sharedPage(group) : undefined;
      for (const lookup of group) found.set(lookup, this.#lookUp(lookup, shared));
    }
    return Promise.all(lookups.map((lookup) => found.get(lookup)?.catch((error: Error) => error) ?? null));
  }

  /** The whole list, if a page can hold it; otherwise what fits. */
  #sharedPage([first]: readonly Lookup[]): Promise<Page> | undefined {
    return first && this.#gateway.page(first.entity, first.parents, { pageSize: MAX_PAGE }, undefined, this.#signal);
  }

  async #lookUp(lookup: Lookup, shared: Promise<Page> | undefined): Promise<Row | null> {
    const { entity, parents, field, value } = lookup;
    const isIt = (row: Row) => read(row, field) === value;
    if (shared) {
      const { rows, next } = await shared;
      this.learn(rows);
      const row = rows.find(isIt);
      if (row || next === undefined) return row ?? null;
    }
    const params = { [field]: value, pageSize: SMALL_PAGE };
    for (let next: string | undefined, first = true; first || next; first = false) {
      const page = await this.#gateway.page(entity, parents, params, next, this.#signal);
      this.learn(page.rows);
      const row = page.rows.find(isIt);
      if (row) return row;
      next = page.next;
    }
    return null;
  }

  forget(entity: Entity, sids: Sids): void {
    this.#rows.clear({ entity, sids });
  }
}
