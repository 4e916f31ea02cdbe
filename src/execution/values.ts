/** What the execution knows of values without an execution: promises, lists, properties and leaves. */
import type { GraphQLLeafType, GraphQLObjectType } from 'graphql';
import type { SelectedField } from './selections.ts';

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';

/** An object whose keys may be any names, `__proto__` too. V8 keeps it as it keeps an object with known properties. */
export const Result = function Result() {} as unknown as new () => Record<string, unknown>;
Result.prototype = Object.create(null);

export const propertyOf = (source: unknown, name: string): unknown =>
  (typeof source === 'object' && source !== null) || typeof source === 'function'
    ? (source as Record<string, unknown>)[name]
    : undefined;

export const completeLeafField = (
  parent: GraphQLObjectType,
  field: SelectedField,
  leaf: GraphQLLeafType,
  value: unknown,
): unknown => {
  if (value instanceof Error) throw value;
  if (value !== null && value !== undefined) return completeLeaf(leaf, value);
  if (field.isNonNull) throw nullError(parent, field);
  return null;
};

export const completeLeaf = (type: GraphQLLeafType, value: unknown): unknown => {
  const serialized = type.serialize(value);
  if (serialized === null || serialized === undefined)
    throw new Error(`Expected ${type.name} to serialize a value to something other than null.`);
  return serialized;
};

export const nullError = ({ name: type }: GraphQLObjectType, { name }: SelectedField): Error =>
  new Error(`Cannot return null for non-nullable field ${type}.${name}.`);

export const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { [Symbol.iterator]?: unknown })[Symbol.iterator] === 'function';
