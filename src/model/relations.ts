/** How a descriptor relates its rows to those of other entities, beside the references that SIDs are. */

/** A relation by value: the target's filter by field ← this entity's field. All rows that match, or the only one. */
export interface Relation {
  readonly list: string;
  readonly where: Readonly<Record<string, string>>;
  readonly words: string;
  readonly only?: true;
  /** Theirs ← ours: a moment of theirs that is never before ours, so that many such lists can be read as one. */
  readonly since?: Readonly<Record<string, string>>;
}

/**
 * What a row says about a list that lies in it: empty if a count is 0, or if `subresource_uris` does not link it. An
 * empty list is answered without a call.
 */
export type When = { readonly positive: string } | { readonly linked: true };

export const relations = {
  /** The list of another entity that belongs to this one by a field instead of by path. */
  many: (list: string, where: Record<string, string>, words: string, more: Pick<Relation, 'since'> = {}): Relation => ({
    list,
    where,
    words,
    ...more,
  }),
  /** The one row of another entity that has this one's value in a field; null where there is none. */
  one: (list: string, where: Record<string, string>, words: string): Relation => ({ list, where, words, only: true }),
  /** `when`: the list has rows only if this count of its parent is not 0. */
  positive: (count: string): When => ({ positive: count }),
  /** `when`: the list exists only if its parent links it. */
  linked: { linked: true } as When,
};
