/** What the sandbox remembers: rows by type and by place. */
import type { Sids } from '../model/index.ts';

export type Values = Readonly<Record<string, unknown>>;

/** One row. `values` have the names of the descriptor's fields, and beside them whatever its life needs to know. */
export interface Row {
  readonly type: string;
  /** What tells it apart where it lies; empty for a singleton. */
  readonly key: string;
  /** Grows from row to row. */
  readonly order: number;
  parents: Sids;
  values: Values;
  gone: boolean;
}

export class Store {
  readonly #shelves = new Map<string, Map<string, Row>>();
  readonly #ever = new Map<string, Row[]>();
  #count = 0;

  /** Puts a row down, in the place of one with the same key. */
  add(type: string, parents: Sids, key: string, values: Values): Row {
    const row: Row = { type, key, parents, values, order: this.#count++, gone: false };
    const shelf = this.#shelf(type, parents);
    const before = shelf.get(key);
    if (before) this.remove(before);
    shelf.set(key, row);
    const all = this.#ever.get(type);
    if (all) all.push(row);
    else this.#ever.set(type, [row]);
    return row;
  }

  find(type: string, parents: Sids, key: string): Row | undefined {
    return this.#shelves.get(place(type, parents))?.get(key);
  }

  /** The rows of one place, the newest first. */
  list(type: string, parents: Sids): readonly Row[] {
    return [...(this.#shelves.get(place(type, parents))?.values() ?? [])].reverse();
  }

  /** All rows of a type wherever they lie, the oldest first, deleted ones too: a bill forgets nothing. */
  ever(type: string): readonly Row[] {
    return this.#ever.get(type) ?? [];
  }

  remove(row: Row): void {
    row.gone = true;
    this.#shelf(row.type, row.parents).delete(row.key);
  }

  move(row: Row, parents: Sids): void {
    this.#shelf(row.type, row.parents).delete(row.key);
    row.parents = parents;
    this.#shelf(row.type, parents).set(row.key, row);
  }

  #shelf(type: string, parents: Sids): Map<string, Row> {
    const name = place(type, parents);
    const shelf = this.#shelves.get(name) ?? new Map<string, Row>();
    this.#shelves.set(name, shelf);
    return shelf;
  }
}

const place = (type: string, parents: Sids): string => [type, ...parents].join('/');
