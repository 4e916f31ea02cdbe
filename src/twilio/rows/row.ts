/** One row of Twilio, whose fields are properties: what a query asks of it is read without calling a resolver. */
import type { ApiError } from '../../errors.ts';
import { type Entity, jsonName, keysOf, onceFor, type Sids, wireOf } from '../../model/index.ts';
import { decode, missing, unreadableValue } from './values.ts';

export type Json = Readonly<Record<string, unknown>>;

/**
 * Every field of its descriptor is a property of it, too ({@link rowsOf}), and an Error where Twilio's value cannot be
 * read: that is how GraphQL takes a failure without a throw.
 */
export class Row {
  readonly entity: Entity;
  readonly json: Json;
  /** Why it cannot be read: it then has no values, and counts as no row of a whole. */
  readonly defect: ApiError | undefined = undefined;
  /** Secrets that Twilio tells once, on the row that a create has just answered. They are nowhere else. */
  readonly once: Json | undefined;
  readonly #parents: Sids;
  /** Its own keys as they were asked for: rows do not always have them. */
  readonly #asked: Sids | undefined;

  protected constructor(entity: Entity, parents: Sids, json: Json, once?: Json, asked?: Sids) {
    this.entity = entity;
    this.json = json;
    this.once = once;
    this.#parents = parents;
    this.#asked = asked;
  }

  /** They identify it, or its parents where it has no identity of its own. Made when asked for, which is seldom. */
  get sids(): Sids {
    const keys = theirKeysOf(this.entity);
    if (keys.length === 0) return this.#parents;
    return [...this.#parents, ...keys.map((key, i) => String(this.json[key] ?? this.#asked?.[i]))];
  }

  /** What may be kept of it. */
  withoutSecrets(): Row {
    return this.once ? rowsOf(this.entity)(this.#parents, this.json, undefined, this.#asked) : this;
  }
}

/** The names that Twilio gives to the parts of the key of an entity's rows. */
export const theirKeysOf = onceFor((entity: Entity): readonly string[] =>
  keysOf(entity).map((key) => jsonName(entity, key, entity.fields[key] ?? { scalar: 'ID' })),
);

type Reader = (row: Row) => unknown;

const readersOf = onceFor(
  (entity: Entity): ReadonlyMap<string, Reader> =>
    new Map(
      Object.entries(entity.fields).map(([name, value]) => {
        const { derivation } = value;
        if (derivation) {
          const source = jsonName(entity, derivation.from, entity.fields[derivation.from] ?? value);
          return [name, ({ json }: Row) => derivation.derive(json[source]) ?? null];
        }
        const theirs = jsonName(entity, name, value);
        const style = wireOf(entity).json;
        const reader: Reader = value.shownOnce
          ? ({ once }) => decode(name, value, once?.[theirs], style)
          : ({ json }) => decode(name, value, json[theirs], style);
        return [name, reader];
      }),
    ),
);

/** A field of a row by its descriptor's kind; `null` where Twilio has none. Throws UPSTREAM_UNREADABLE. */
export const read = (row: Row, name: string): unknown => readersOf(row.entity).get(name)?.(row) ?? null;

/** Twilio's own word for a field; `null` where Twilio has none. Throws UPSTREAM_UNREADABLE for what is no word. */
export const readRaw = (row: Row, name: string): unknown => {
  const raw = row.json[jsonName(row.entity, name, row.entity.fields[name] ?? { scalar: 'String' })];
  if (typeof raw === 'object' && raw !== null) throw unreadableValue(name);
  return raw === undefined || raw === '' ? null : raw;
};

/** Makes rows of an entity, of what they lie in and Twilio's JSON, which has the key if there is one. */
export const rowsOf = onceFor((entity: Entity): ((parents: Sids, json: Json, once?: Json, asked?: Sids) => Row) => {
  class EntityRow extends Row {
    constructor(parents: Sids, json: Json, once?: Json, asked?: Sids) {
      super(entity, parents, json, once, asked);
    }
  }
  const own = new EntityRow([], {});
  for (const [name, reader] of readersOf(entity)) {
    if (name in own)
      throw new Error(`No field can be named ${name}, as ${entity.name}'s is: rows have that themselves.`);
    const isGuaranteed = entity.fields[name]?.nonNull === true;
    Object.defineProperty(EntityRow.prototype, name, {
      get(this: Row) {
        try {
          const value = reader(this);
          return value === null && isGuaranteed ? missing(name) : value;
        } catch (error) {
          return error;
        }
      },
    });
  }
  return (parents, json, once, asked) => new EntityRow(parents, json, once, asked);
});
