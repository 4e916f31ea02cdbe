/** What a scan finds: a row that matches, and the place behind it, from which reading can go on. */
import type { Row } from '../rows/index.ts';
import type { Entry, Mark } from './pageStream.ts';
import type { Place, Position } from './positions.ts';

/** A matching row, and the place behind it, which is worked out only when it is read. */
export interface Found {
  readonly row: Row;
  readonly place: Place;
}
export class Match implements Found {
  readonly row: Row;
  /** Whether it has been shown before. */
  readonly isShown: boolean;
  readonly #size: number;
  readonly #marks: readonly Mark[];
  readonly #last: number;

  constructor({ row, isShown }: Taken, size: number, marks: readonly Mark[], last: number) {
    this.row = row;
    this.isShown = isShown;
    this.#size = size;
    this.#marks = marks;
    this.#last = last;
  }

  get place(): Place {
    return { size: this.#size, positions: positionsOf(this.#marks), last: this.#last };
  }
}
/** A row that was taken from its list. */
export type Taken = Pick<Entry, 'row' | 'key' | 'isShown'>;

export const positionsOf = (marks: readonly Mark[]): readonly Position[] =>
  marks.flatMap(({ after, beside }) => [after, ...beside]);
