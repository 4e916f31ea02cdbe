/** What sets the core API apart from the other products: its form of dates, numbers and pages, and its rules. */
import { type Entity, keysOf, onceFor, productOf } from '../model/index.ts';

export const isCore: (entity: Entity) => boolean = onceFor((entity) => productOf(entity).account === 'path');

/**
 * Whether a row is there as soon as somebody asks for it: the one of a singleton, or what has a key that nobody gives
 * out, such as a phone number that is looked up.
 */
export const isMadeOnDemand: (entity: Entity) => boolean = onceFor((entity) => {
  if (isCore(entity) || !entity.fetch) return false;
  return keysOf(entity).length === 0 || (!entity.filters && !entity.create && !entity.sid);
});

/** The key of a row as one text. */
export const keyOf = (entity: Entity, values: Readonly<Record<string, unknown>>): string =>
  keysOf(entity)
    .map((name) => String(values[name]))
    .join('/');

/** The parts of a key. */
export const keysIn = (entity: Entity, key: string): readonly string[] =>
  keysOf(entity).length > 1 ? key.split('/') : [key];
/** The same by their names. */
export const partsOf = (entity: Entity, key: string): Readonly<Record<string, string>> => {
  const parts = keysIn(entity, key);
  return Object.fromEntries(keysOf(entity).map((name, i) => [name, parts[i] ?? '']));
};
