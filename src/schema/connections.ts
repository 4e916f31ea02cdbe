/** Lists: connection types, their filters, and the field that reads one. */
import type { InputRef, ObjectRef } from '@pothos/core';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import type { Entity } from '../model/entity.ts';
import type { Comparison, Value } from '../model/kinds.ts';
import { typeName, wordsOf } from '../model/names.ts';
import type { Sids } from '../model/path.ts';
import { type Filter, type Operator, splitFilter } from '../twilio/filters.ts';
import type { Row } from '../twilio/gateway.ts';
import { type Edge, MAX_FIRST, readSlice, type Slice } from '../twilio/pages.ts';
import type { Builder } from './builder.ts';
import type { AnyInput, Kinds } from './kinds.ts';
import type { Argument, Arguments, Field, PothosTypes } from './parts.ts';

export const DEFAULT_FIRST = 50;

export const makeConnection = (
  builder: Builder,
  object: (entity: Entity) => ObjectRef<PothosTypes, Row>,
  entity: Entity,
): ObjectRef<PothosTypes, Slice> => {
  const type = typeName(entity);
  const row = object(entity);
  const edge = builder.objectRef<Edge>(`${type}Edge`).implement({
    description: `One ${type} of a list, with its place in it.`,
    fields: (t) => ({
      node: t.field({ type: row, nullable: false, description: 'The row.', resolve: ({ node }) => node }),
      cursor: t.string({
        nullable: false,
        description: 'Give it as `after` to go on behind this row.',
        resolve: (at) => at.cursor,
      }),
    }),
  });
  return builder.objectRef<Slice>(`${type}Connection`).implement({
    description: `A part of a list of ${type}, in Twilio's order.`,
    fields: (t) => ({
      nodes: t.field({
        type: [row],
        nullable: false,
        description: 'The rows.',
        resolve: ({ edges }) => edges.map(({ node }) => node),
      }),
      edges: t.field({
        type: [edge],
        nullable: false,
        description: 'The rows with their cursors.',
        resolve: ({ edges }) => edges,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        nullable: false,
        description: 'Whether there is more, and where it begins.',
        resolve: ({ pageInfo }) => pageInfo,
      }),
    }),
  });
};

const operators: Record<Comparison, Partial<Record<Operator, string>>> = {
  equal: { eq: 'Exactly this.' },
  range: { eq: 'Exactly this.', lt: 'Before.', lte: 'Before, or then.', gt: 'After.', gte: 'After, or then.' },
  days: { eq: 'Exactly this.', lt: 'Before.', lte: 'Before, or then.', gt: 'After.', gte: 'After, or then.' },
};

/** Makes the filters of lists; comparators of the same scalar and comparisons are one type. */
export const createFilters = (builder: Builder, kinds: Kinds) => {
  const comparators = new Map<string, InputRef<unknown>>();
  const comparator = (entity: Entity, name: string, value: Value, comparison: Comparison): InputRef<unknown> => {
    const operand = kinds.input(entity, name, value);
    const scalar = typeof operand === 'string' ? operand : (operand as { name: string }).name;
    const comparatorName = `${scalar}Comparator`;
    const known = comparators.get(comparatorName);
    if (known) return known;
    const ref = builder.inputType(comparatorName, {
      description: `How a ${scalar} is compared. What is said holds together; null never matches.`,
      fields: (t) =>
        Object.fromEntries(
          Object.entries(operators[comparison]).map(([operator, description]) => [
            operator,
            t.field({ type: operand, description }),
          ]),
        ),
    });
    comparators.set(comparatorName, ref);
    return ref;
  };

  return (entity: Entity): InputRef<unknown> | undefined => {
    const rules = Object.entries(entity.filters ?? {});
    if (rules.length === 0) return undefined;
    return builder.inputType(`${entity.name}Filter`, {
      description: `Which rows of ${entity.name} a list holds. What is said holds together.`,
      fields: (t) =>
        Object.fromEntries(
          rules.map(([name, rule]) => {
            const value = 'compares' in rule ? entity.fields[name] : rule;
            if (!value) throw new Error(`${entity.name} compares ${name}, which is no field.`);
            const type =
              'compares' in rule ? comparator(entity, name, value, rule.compares) : kinds.input(entity, name, rule);
            return [name, t.field({ type: type as AnyInput, description: wordsOf(entity, name, value) ?? name })];
          }),
        ),
    });
  };
};

/** A field that reads a list: `within` answers the SIDs that it lies in and what the place itself filters by. */
export const listField = <Parent>(
  parts: {
    connection(entity: Entity): ObjectRef<PothosTypes, Slice>;
    filter(entity: Entity): InputRef<unknown> | undefined;
  },
  entity: Entity,
  description: string,
  within: (parent: Parent, args: Arguments, context: Context) => { parents: Sids; where?: Filter } | null,
  args: Readonly<Record<string, Argument>> = {},
): Field<Parent> => {
  const filter = parts.filter(entity);
  return {
    type: parts.connection(entity),
    description,
    deprecationReason: entity.deprecated,
    args: {
      ...args,
      first: {
        type: 'Int',
        defaultValue: DEFAULT_FIRST,
        description: `How many rows, from 1 to ${MAX_FIRST}: up to that many cost one transaction.`,
      },
      after: {
        type: 'String',
        description: 'The cursor after which to begin: `pageInfo.endCursor` of the part before.',
      },
      ...(filter && { filter: { type: filter as AnyInput, description: 'Which rows; all if left out.' } }),
    },
    resolve: async (parent, given, context) => {
      const first = readFirst(given.first);
      const place = within(parent, given, context);
      if (!place) return null;
      const split = splitFilter(entity, place.where, given.filter as Filter | null);
      const { gateway, cursors } = context.connection;
      const after = given.after as string | null | undefined;
      const list = { entity, parents: place.parents, filter: split };
      const slice = await readSlice(gateway, cursors, list, { first, after, signal: context.signal });
      context.loaders.learn(slice.edges.map(({ node }) => node));
      return slice;
    },
  };
};

const readFirst = (given: unknown): number => {
  const first = given ?? DEFAULT_FIRST;
  if (typeof first === 'number' && first >= 1 && first <= MAX_FIRST) return first;
  throw badInput('first', `must be from 1 to ${MAX_FIRST}`);
};
