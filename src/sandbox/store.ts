/** The sandbox's rows, by type and by path. */
import type { Sids } from '../model/index.ts';

export type Values = Readonly<Record<string, unknown>>;

/** One row. `values` has the descriptor's field names, and further inputs that later events need. */
export interface Row {
  readonly type: string;
  /** Unique within its list; empty for a singleton. */
  readonly key: string;
  /** Increases with every new row. */
  readonly order: number;
  parents: Sids;
  values: Values;
  gone: boolean;
}

export class Store {
  readonly #lists = new Map<string, Map<string, Row>>();
  readonly #all = new Map<string, Row[]>();
  #count = 0;

  /** Adds a row, replacing one with the same key. */
  add(type: string, parents: Sids, key: string, values: Values): Row {
    const row: Row = { type, key, parents, values, order: this.#count++, gone: false };
    const rows = this.#list(type, parents);
    const before = rows.get(key);
    if (before) this.remove(before);
    rows.set(key, row);
    const all = this.#all.get(type);
    if (all) all.push(row);
    else this.#all.set(type, [row]);
    return row;
  }

  find(type: string, parents: Sids, key: string): Row | undefined {
    return this.#lists.get(listName(type, parents))?.get(key);
  }

  /** The rows of one list, newest first. */
  list(type: string, parents: Sids): readonly Row[] {
    return [...(this.#lists.get(listName(type, parents))?.values() ?? [])].reverse();
  }

  /** All rows of a type in all lists, oldest first, including deleted ones: they stay on the bill. */
  all(type: string): readonly Row[] {
    return this.#all.get(type) ?? [];
  }

  remove(row: Row): void {
    row.gone = true;
    this.#list(row.type, row.parents).delete(row.key);
  }

  move(row: Row, parents: Sids): void {
    this.#list(row.type, row.parents).delete(row.key);
    row.parents = parents;
    this.#list(row.type, parents).set(row.key, row);
  }

  #list(type: string, parents: Sids): Map<string, Row> {
    const name = listName(type, parents);
    const rows = this.#lists.get(name) ?? new Map<string, Row>();
    this.#lists.set(name, rows);
    return rows;
  }
}

const listName = (type: string, parents: Sids): string => [type, ...parents].join('/');
