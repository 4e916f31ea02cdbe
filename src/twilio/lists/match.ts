/** What a scan finds: a row that matches, and the place behind it, from which reading can go on. */
import type { Row } from '../rows/index.ts';
import type { Entry, Mark } from './pageStream.ts';
import { keyOf, type Place, type Position } from './positions.ts';

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

/** The rows that stand behind a place in Twilio's list; none if the row of the place is gone. */
export const unshown = (all: readonly Match[], found: readonly Match[], place: Place | undefined): readonly Match[] => {
  const begin = place && placeAfter(found, place);
  if (begin === undefined) return [];
  const shown = new Set(found.slice(0, begin));
  return all.filter((each) => !shown.has(each));
};

/** Where to go on in the whole list: behind the row that the cursor names, if it has not moved since. */
export const placeAfter = (all: readonly Found[], { positions, last }: Place): number | undefined => {
  const position = positions[last];
  if (!position || position.key === '') return undefined;
  const named = all.findIndex(({ row }) => keyOf(row) === position.key);
  const found = all[named]?.place;
  const now = found?.positions[found.last];
  const hasMoved = position.sort ? String(now?.sort) !== String(position.sort) : found?.last !== last;
  return hasMoved ? undefined : named + 1;
};
