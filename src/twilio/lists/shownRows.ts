/**
 * Which rows of a list have been shown, by the positions in the narrow lists that it was read as. Rows of one moment stand
 * in another order in a wider list than the narrow ones were merged in, so that no single place in it tells.
 */
import type { Entity } from '../../model/index.ts';
import type { NarrowList } from '../filtering/index.ts';
import { type Row, read } from '../rows/index.ts';
import { expired } from './cursorExpired.ts';
import { BEGINNING, keyOf, momentAt, type Position } from './positions.ts';

const NONE: readonly Position[] = [];

export class ShownRows {
  readonly #lists: readonly NarrowList[];
  readonly #entity: Entity;
  readonly #field: string;
  /** Lists with rows of the position's own moment that were taken for shown before its row has come. */
  readonly #assumed = new Set<NarrowList>();
  /** Positions in the narrow lists; the beginning where the wider list has been read beyond it. */
  #positions: readonly Position[];

  constructor(entity: Entity, field: string, lists: readonly NarrowList[], positions: readonly Position[]) {
    this.#entity = entity;
    this.#field = field;
    this.#lists = lists;
    this.#positions = positions;
  }

  /** Positions whose rows have not come yet, if there are any: what a place in the wider list has to know. */
  get beside(): readonly Position[] {
    const isOne = this.#lists.length === 1;
    return isOne || this.#positions.every((position) => position.key === '') ? NONE : this.#positions;
  }

  /** Tells of each row of the next page whether it has been shown. */
  page(rows: readonly Row[], isLast: boolean): readonly boolean[] {
    const shown = rows.map(() => false);
    this.#positions = this.#positions.map((position, i) => {
      const list = this.#lists[i];
      return list && position.key !== '' ? this.#mark(rows, isLast, list, position, shown) : position;
    });
    return shown;
  }

  /** Marks the rows of one list up to the position in it. Returns what is left of the position. */
  #mark(rows: readonly Row[], isLast: boolean, list: NarrowList, position: Position, shown: boolean[]): Position {
    const named = rows.findIndex((row) => keyOf(row) === position.key);
    const limit = momentAt(this.#entity, this.#field, position);
    const isPassed = named >= 0 || isLast || rows.some((row) => this.#isOlder(row, limit));
    if (isPassed && named < 0 && this.#assumed.has(list)) throw expired(position);
    for (const [i, row] of rows.entries()) {
      const moment = this.#momentOf(row);
      if (!moment || !list.holds(row)) continue;
      // The row that the position names is gone: of its moment, rows are shown twice rather than never.
      const isBefore = named >= 0 ? i <= named : limit && (isPassed ? moment > limit : moment >= limit);
      if (!isBefore) continue;
      shown[i] = true;
      if (!isPassed && limit && moment <= limit) this.#assumed.add(list);
    }
    return isPassed ? BEGINNING : position;
  }

  /** `undefined` for rows without one: they are in no narrow list that was merged. */
  #momentOf(row: Row): Date | undefined {
    const moment = row.defect ? null : read(row, this.#field);
    return moment instanceof Date ? moment : undefined;
  }

  #isOlder(row: Row, limit: Date | undefined): boolean {
    const moment = this.#momentOf(row);
    return moment !== undefined && limit !== undefined && moment < limit;
  }
}
