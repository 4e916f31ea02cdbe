/** Places between two rows of a list, which cursors carry and reading resumes at. */
import { type Entity, jsonName } from '../../model/index.ts';
import { type Row, read, rowsOf } from '../rows/index.ts';

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

/** A position in each of the lists that a filter is read as. */
export interface Place {
  /** Twilio's page size there. */
  readonly size: number;
  readonly positions: readonly Position[];
  /** The position at which the last row stands. */
  readonly last: number;
}

const jsonOf = (entity: Entity, field: string): string =>
  jsonName(entity, field, entity.fields[field] ?? { scalar: 'String' });

export const sortOf = ({ entity, json }: Row, fields: readonly string[]): readonly unknown[] =>
  fields.map((field) => json[jsonOf(entity, field)] ?? null);

/** A row that has only the values of its place: it compares as the row that stood there. */
export const standIn = (entity: Entity, fields: readonly string[], { sort }: Position): Row | undefined =>
  sort && rowsOf(entity)([], Object.fromEntries(fields.map((field, i) => [jsonOf(entity, field), sort[i] ?? null])));

/** Tells which rows stand behind a position in a list that is sorted by a moment, the newest first. */
export const isBehind = (
  entity: Entity,
  field: string | undefined,
  position: Position | undefined,
): ((row: Row) => boolean) | undefined => {
  if (field === undefined || !position) return undefined;
  const row = standIn(entity, [field], position);
  const moment = row && read(row, field);
  if (!(moment instanceof Date)) return undefined;
  return (other) => {
    const value = read(other, field);
    return !(value instanceof Date) || value <= moment;
  };
};
