/** How a descriptor relates its rows to those of other entities, beside the references that SIDs are. */

/**
 * A value of a row: a field, a property inside of a field that holds JSON (`integration.flow_sid`), or what follows from
 * fields. A path goes through lists.
 */
export type OwnValue =
  | string
  | { readonly from: readonly string[]; readonly derive: (...values: readonly unknown[]) => unknown };

/** The fields that a value is read from. */
export const sourcesOf = (value: OwnValue): readonly string[] =>
  typeof value === 'string' ? [value.split('.')[0] ?? ''] : value.from;

/** A relation by value, or by key. All rows that match, or the only one. */
export interface Relation {
  readonly list: string;
  /** The target's filter ← a value of ours. */
  readonly where: Readonly<Record<string, OwnValue>>;
  /** The last keys on the path to the row, or of what the list lies in; or arguments of the field have them all. */
  readonly keys?: readonly OwnValue[] | 'arguments';
  readonly words: string;
  readonly only?: true;
  /** A list of ours: there is a row for each of its items, whose properties are the keys. */
  readonly each?: OwnValue;
  /** Theirs ← ours: a moment of theirs that is never before ours, so that many such lists can be read as one. */
  readonly since?: Readonly<Record<string, string>>;
  /**
   * Ours: their moment is at most an hour after this one. Twilio does not filter the list by `where`, so it is read
   * between the two moments; from the first one on, if this one is null.
   */
  readonly until?: string;
  /** Theirs: Twilio does not filter the list by `where`, so arguments say between which of their moments it is read. */
  readonly window?: string;
}

/**
 * What a row says about a list that lies in it: empty if a count is 0, or if `subresource_uris` does not link it. An
 * empty list is answered without a call.
 */
export type When = { readonly positive: string } | { readonly linked: true };

export const relations = {
  /** The list of another entity that belongs to this one by a field instead of by path. */
  many: (
    list: string,
    where: Readonly<Record<string, OwnValue>>,
    words: string,
    more: Pick<Relation, 'since' | 'until' | 'window' | 'keys'> = {},
  ): Relation => ({ list, where, words, ...more }),
  /** The one row of another entity that has this one's value in a field; null where there is none. */
  one: (
    list: string,
    where: Readonly<Record<string, OwnValue>>,
    words: string,
    more: Pick<Relation, 'keys'> = {},
  ): Relation => ({ list, where, words, only: true, ...more }),
  /** The row of another entity that has these keys. */
  row: (list: string, keys: readonly OwnValue[], words: string): Relation => ({
    list,
    keys,
    where: {},
    words,
    only: true,
  }),
  /** The rows of another entity that the items of a list of ours name by these properties; '' is the item itself, a derived value is the row's. */
  rows: (list: string, each: OwnValue, keys: readonly OwnValue[], words: string): Relation => ({
    list,
    each,
    keys,
    where: {},
    words,
    only: true,
  }),
  /** The list of another entity that lies in what has these keys. */
  below: (list: string, keys: readonly OwnValue[], words: string): Relation => ({ list, keys, where: {}, words }),
  /** `when`: the list has rows only if this count of its parent is not 0. */
  positive: (count: string): When => ({ positive: count }),
  /** `when`: the list exists only if its parent links it. */
  linked: { linked: true } as When,
};
