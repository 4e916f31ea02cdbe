/** One row of Twilio, whose fields are properties: what a query asks of it is read without calling a resolver. */
import { type Entity, keyField, onceFor, type Sids, snakeCase } from '../../model/index.ts';
import { decode } from './values.ts';

export type Json = Readonly<Record<string, unknown>>;

/**
 * Every field of its descriptor is a property of it, too ({@link rowsOf}), and an Error where Twilio's value cannot be
 * read: that is how GraphQL takes a failure without a throw.
 */
export class Row {
  readonly entity: Entity;
  readonly json: Json;
  /** Secrets that Twilio tells once, on the row that a create has just answered. They are nowhere else. */
  readonly once: Json | undefined;
  readonly #parents: Sids;

  protected constructor(entity: Entity, parents: Sids, json: Json, once?: Json) {
    this.entity = entity;
    this.json = json;
    this.once = once;
    this.#parents = parents;
  }

  /** They identify it, or its parents where it has no identity of its own. Made when asked for, which is seldom. */
  get sids(): Sids {
    const key = theirKeyOf(this.entity);
    return key ? [...this.#parents, String(this.json[key])] : this.#parents;
  }

  /** What may be kept of it. */
  withoutSecrets(): Row {
    return this.once ? rowsOf(this.entity)(this.#parents, this.json) : this;
  }
}

/** The name that Twilio gives to the key of an entity's rows. */
export const theirKeyOf = onceFor((entity: Entity): string | undefined => {
  const key = keyField(entity);
  return key && snakeCase(key);
});

type Reader = (row: Row) => unknown;

const readersOf = onceFor(
  ({ fields }: Entity): ReadonlyMap<string, Reader> =>
    new Map(
      Object.entries(fields).map(([name, value]) => {
        const theirs = snakeCase(name);
        const reader: Reader = value.shownOnce
          ? ({ once }) => decode(name, value, once?.[theirs])
          : ({ json }) => decode(name, value, json[theirs]);
        return [name, reader];
      }),
    ),
);

/** A field of a row by its descriptor's kind; `null` where Twilio has none. Throws UPSTREAM_UNREADABLE. */
export const read = (row: Row, name: string): unknown => readersOf(row.entity).get(name)?.(row) ?? null;

/** Makes rows of an entity, of what they lie in and Twilio's JSON, which has the key if there is one. */
export const rowsOf = onceFor((entity: Entity): ((parents: Sids, json: Json, once?: Json) => Row) => {
  class EntityRow extends Row {
    constructor(parents: Sids, json: Json, once?: Json) {
      super(entity, parents, json, once);
    }
  }
  const own = new EntityRow([], {});
  for (const [name, reader] of readersOf(entity)) {
    if (name in own)
      throw new Error(`No field can be named ${name}, as ${entity.name}'s is: rows have that themselves.`);
    Object.defineProperty(EntityRow.prototype, name, {
      get(this: Row) {
        try {
          return reader(this);
        } catch (error) {
          return error;
        }
      },
    });
  }
  return (parents, json, once) => new EntityRow(parents, json, once);
});
