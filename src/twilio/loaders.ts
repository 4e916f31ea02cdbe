/** Gets of one GraphQL request: equal ones are one, and what a list has shown is not fetched again. */
import DataLoader from 'dataloader';
import { ApiError } from '../errors.ts';
import type { Entity } from '../model/entity.ts';
import { keyField, type Sids, toGlobalId } from '../model/path.ts';
import type { Gateway, Row } from './gateway.ts';

interface Key {
  readonly entity: Entity;
  readonly sids: Sids;
}

export class Loaders {
  readonly #rows: DataLoader<Key, Row | null, string>;

  constructor(gateway: Gateway, signal?: AbortSignal) {
    const fetchOne = ({ entity, sids }: Key) =>
      gateway.fetch(entity, sids, signal).catch((error: unknown) => {
        if (error instanceof ApiError && error.code === 'NOT_FOUND') return null;
        return error instanceof Error ? error : new Error(String(error));
      });
    this.#rows = new DataLoader((keys) => Promise.all(keys.map(fetchOne)), {
      cacheKeyFn: ({ entity, sids }) => toGlobalId(entity, sids),
    });
  }

  /** The row, or `null` where Twilio has none. */
  get(entity: Entity, sids: Sids): Promise<Row | null> {
    return this.#rows.load({ entity, sids });
  }

  /** Takes note of rows that a list or a write answered; they replace what was known. */
  learn(rows: readonly Row[]): void {
    for (const row of rows) if (row.entity.fetch && keyField(row.entity)) this.#rows.clear(row).prime(row, row);
  }

  forget(entity: Entity, sids: Sids): void {
    this.#rows.clear({ entity, sids });
  }
}
