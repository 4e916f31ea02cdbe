/** Values for any output type, drawn by where they stand: two executions of one query read the same. */
import {
  type GraphQLAbstractType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type Chance, chance } from '../../support/chance.ts';

/** What an object of a type is: whatever field is read of it gets a value by the object's own place. */
export interface Source {
  readonly place: string;
  readonly typename: string;
}
export type Valued = (source: Source, name: string, type: GraphQLOutputType) => unknown;

/** FNV-1a. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
};

const settle = (c: Chance, isItem: boolean, make: () => unknown): unknown => {
  if (c.below(8) > 0 && !isItem) return make();
  const isLate = c.below(2) === 0;
  return (isLate ? new Promise((resolve) => setImmediate(resolve)) : Promise.resolve()).then(make);
};

/**
 * `faults`: one value in so many is null, an Error, thrown, rejected or of a wrong kind. Items of lists are promises:
 * where one fails at once beside others that are rejected later, graphql-js leaves rejections unhandled.
 */
export const valuesFor = (schema: GraphQLSchema, seed: number, faults: number): Valued => {
  const sourceOf = (typename: string, place: string): Source => ({ place, typename });
  const typenameOf = (c: Chance, type: GraphQLAbstractType) => c.pick(schema.getPossibleTypes(type)).name;
  const valueAt = (place: string, type: GraphQLOutputType, isItem = false): unknown => {
    const c = chance(hash(`${seed} ${place}`));
    return settle(c, isItem, () => {
      if (c.below(faults) === 0)
        switch (c.below(5)) {
          case 0:
            return null;
          case 1:
            return new Error(`read at ${place}`);
          case 2:
            throw new Error(`thrown at ${place}`);
          case 3:
            return undefined;
          default:
            return { wrong: place };
        }
      if (isNonNullType(type)) return valueAt(`${place}!`, type.ofType);
      if (isListType(type)) {
        const items = Array.from({ length: c.below(4) }, (_, i) => valueAt(`${place}.${i}`, type.ofType, true));
        return c.below(4) === 0 ? new Set(items) : items;
      }
      if (isObjectType(type)) return sourceOf(type.name, place);
      if (isAbstractType(type)) return sourceOf(typenameOf(c, type), place);
      if (isEnumType(type)) return c.pick(type.getValues()).value;
      return c.pick([0, 1, -7, '12', 'text', true, '2026-11-28T12:00:00Z', '0.0075', 'https://example.com/a', {}]);
    });
  };
  return (source, name, type) => valueAt(`${source.place}/${name}`, type);
};
