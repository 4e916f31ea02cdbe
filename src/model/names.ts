/** The names that a descriptor's entities and values have in GraphQL, in Twilio's JSON and in Twilio's parameters. */
import type { Entity, Step } from './descriptor.ts';
import type { Value } from './kinds.ts';
import { isEntity, keyField, keysOf, productOf, wireOf } from './path.ts';
import { words as commonWords } from './words.ts';

export const lowerFirst = (name: string): string => `${name[0]?.toLowerCase()}${name.slice(1)}`;
export const upperFirst = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;

/** The GraphQL type of an entity's rows. */
export const typeName = (step: Step): string => (isEntity(step) ? step.type : undefined) ?? step.name;
/** A step's name without the prefix of its product. */
const stem = (step: Step): string => {
  const { prefix } = productOf(step);
  const rest = step.name.slice(prefix.length);
  return step.name.startsWith(prefix) && /^[A-Z]/.test(rest) ? rest : step.name;
};
/** The field of one row, at the root or inside the product's entry. */
export const singular = (step: Step): string => (isEntity(step) ? step.one : undefined) ?? lowerFirst(stem(step));
/** The field of the list, at the root or inside the product's entry. */
export const plural = (entity: Entity): string => entity.plural ?? entity.at;
/** What mutations of one row begin with. */
export const mutationName = (entity: Entity): string => lowerFirst(entity.name);
/** What mutations by filter begin with: as those of one row, but with the plural. */
export const bulkMutationName = (entity: Entity): string => {
  const one = upperFirst(singular(entity));
  const before = entity.name.endsWith(one) ? entity.name.slice(0, -one.length) : productOf(entity).prefix;
  return lowerFirst(`${before}${upperFirst(plural(entity))}`);
};

/** How an argument that names a row of this step is called from outside: `sid` of its own, `callSid` of its parts. */
export const keyArgument = (step: Step): string => {
  if (step.argument) return step.argument;
  const key = keyField(step) ?? 'sid';
  return key === 'sid' ? `${singular(step)}Sid` : key;
};
/** The arguments that name a row itself, in the order of its keys. */
export const ownArguments = (step: Step): readonly string[] => {
  const keys = keysOf(step);
  return keys.length === 1 && keys[0] !== 'sid' ? [keyArgument(step)] : keys;
};

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
/** The name of a value in Twilio's JSON. */
export const jsonName = (entity: Entity, name: string, { jsonName, sdkName = name }: Value): string =>
  jsonName ?? (wireOf(entity).json === 'camel' ? sdkName : snakeCase(sdkName));
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

/**
 * The description of a value: its own, that of the field or, for another input, of the create input with the same
 * name, or the common one for the name.
 */
export const wordsOf = (entity: Entity, name: string, value: Value): string | undefined => {
  const field = entity.fields[name];
  return value.words ?? (field ?? entity.create?.[name])?.words ?? commonWords[name];
};

/** The values of the object with this name, at any depth. */
const objectIn = (
  values: Readonly<Record<string, Value>>,
  name: string,
): Readonly<Record<string, Value>> | undefined => {
  for (const { object } of Object.values(values)) {
    if (!object) continue;
    const found = object.name === name ? object.fields : objectIn(object.fields, name);
    if (found) return found;
  }
  return undefined;
};

/** The description of a property of an input's object: its own, or that of the field's or create input's object. */
export const propertyWordsOf = (entity: Entity, object: string, property: string, value: Value): string | undefined =>
  value.words ??
  objectIn(entity.fields, object)?.[property]?.words ??
  objectIn(entity.create ?? {}, object)?.[property]?.words ??
  commonWords[property];
