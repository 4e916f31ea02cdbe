/** Places between two rows of a list, which cursors carry and reading resumes at. */
import { type Entity, jsonName } from '../../model/index.ts';
import { type Row, read, rowsOf, theirKeysOf } from '../rows/index.ts';

/** A place in one list of Twilio's: after `offset` rows of a page; `key` is the last of them. */
export interface Position {
  /** Path and query of the page; `undefined` for the first one. */
  readonly page: string | undefined;
  readonly offset: number;
  /** Of the row before; empty at the beginning, and where rows have no key. */
  readonly key: string;
  /** Twilio's values of the fields that the list is sorted by, in the row before. */
  readonly sort?: readonly unknown[] | undefined;
}
export const BEGINNING: Position = { page: undefined, offset: 0, key: '' };

/** A position in each of the lists that a filter is read as; in a wider list, perhaps with those that it replaces. */
export interface Place {
  /** Twilio's page size there; 0 if the place is in an order of its own, in which Twilio has no pages. */
  readonly size: number;
  readonly positions: readonly Position[];
  /** The position at which the last row stands. */
  readonly last: number;
}

/** What identifies a row in its list; empty for rows without a key. */
export const keyOf = ({ entity, json }: Row): string => {
  const names = theirKeysOf(entity);
  const [name = '', ...others] = names;
  if (others.length === 0) return String(json[name] ?? '');
  const parts = names.map((each) => json[each]);
  return parts.includes(undefined) ? '' : parts.join('/');
};

const jsonOf = (entity: Entity, field: string): string =>
  jsonName(entity, field, entity.fields[field] ?? { scalar: 'String' });

export const sortOf = ({ entity, json }: Row, fields: readonly string[]): readonly unknown[] =>
  fields.map((field) => json[jsonOf(entity, field)] ?? null);

/** A row that has only the values of its place: it compares as the row that stood there. */
export const standIn = (entity: Entity, fields: readonly string[], { sort }: Position): Row | undefined =>
  sort && rowsOf(entity)([], Object.fromEntries(fields.map((field, i) => [jsonOf(entity, field), sort[i] ?? null])));

/** Of a place, the positions in the several lists that a filter is read as; none if it is read as one. */
export const narrowPositions = ({ positions }: Place, lists: number): readonly Position[] => {
  if (lists === 1) return [];
  if (positions.length === lists) return positions;
  return positions.length === lists + 1 ? positions.slice(1) : [];
};

export const isInOwnOrder = (place: Place | undefined): boolean => place?.size === 0;

/** The moment of the row before a position, where the list is sorted by one. */
export const momentAt = (entity: Entity, field: string | undefined, position: Position): Date | undefined => {
  const row = field === undefined ? undefined : standIn(entity, [field], position);
  const moment = row && field !== undefined && read(row, field);
  return moment instanceof Date ? moment : undefined;
};

/** Tells which rows stand behind a position in a list that is sorted by a moment, the newest first. */
export const isBehind = (
  entity: Entity,
  field: string | undefined,
  position: Position | undefined,
): ((row: Row) => boolean) | undefined => {
  const moment = position && momentAt(entity, field, position);
  if (!moment || field === undefined) return undefined;
  return (other) => {
    const value = read(other, field);
    return !(value instanceof Date) || value <= moment;
  };
};
