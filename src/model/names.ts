/** The names that a descriptor's entities and values have in GraphQL, in Twilio's JSON and in Twilio's parameters. */
import type { Entity } from './entity.ts';
import type { Value } from './kinds.ts';
import { words as commonWords } from './words.ts';

export const lowerFirst = (name: string): string => `${name[0]?.toLowerCase()}${name.slice(1)}`;
export const upperFirst = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;

/** The GraphQL type of an entity's rows. */
export const typeName = (entity: Entity): string => entity.type ?? entity.name;
/** The root field of one row, and the prefix of its mutations. */
export const singular = (entity: Entity): string => lowerFirst(entity.name);
/** The root field of the list, and the prefix of mutations by filter. */
export const plural = (entity: Entity): string => entity.plural ?? entity.at;

const snakes = new Map<string, string>();
/** `friendlyName` → `friendly_name`, as in Twilio's JSON. Results are cached: use it only for names in descriptors. */
export const snakeCase = (name: string): string => {
  let snake = snakes.get(name);
  if (snake === undefined) {
    snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    snakes.set(name, snake);
  }
  return snake;
};
/** `friendlyName` → `FriendlyName`, as in Twilio's parameters. */
export const pascalCase = upperFirst;

/** `in-progress` → `IN_PROGRESS`, `StartCallRecordingAPI` → `START_CALL_RECORDING_API`. */
export const enumName = (value: string): string => {
  const name = value
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
  return /^[0-9]/.test(name) ? `_${name}` : name;
};

/** The description of a value: its own, that of the field with the same name, or the common one for the name. */
export const wordsOf = (entity: Entity, name: string, value: Value): string | undefined =>
  value.words ?? entity.fields[name]?.words ?? commonWords[name];
