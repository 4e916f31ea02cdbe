/** Aggregates over a whole list or groups of it, and the enums of fields by which rows are counted, grouped and ordered. */
import type { EnumRef, InputRef, ObjectRef } from '@pothos/core';
import { type Entity, enumName, typeName } from '../model/index.ts';
import { type ListQuery, MAX_PAGE } from '../twilio/lists/index.ts';
import {
  average,
  type Bucket,
  checkGrouping,
  countBy,
  extreme,
  type Group,
  type Grouping,
  groupBy,
  isNumeric,
  isoSeconds,
  type Row,
  type RowGroup,
  sum,
} from '../twilio/rows/index.ts';
import { comparableFields } from './filters.ts';
import { makeFields } from './makeFields.ts';
import { inSlicesOf } from './slices.ts';
import type { AnyInput, AnyOutput, Argument, CostOf, Field, Fields, Parts, PothosTypes } from './types.ts';

/** The fields of a type as an enum: those by which its rows can be ordered, or those that can be summed. */
const fieldEnum = (parts: Parts, entity: Entity, name: string, description: string, names: readonly string[]) =>
  parts.builder.enumType(`${typeName(entity)}${name}`, {
    description,
    values: Object.fromEntries(names.map((field) => [enumName(field), { value: field }])),
  });

/** Made once for each type: the fields that can be counted and ordered by. */
export const makeFieldEnum = (parts: Parts, entity: Entity): EnumRef<PothosTypes, string> =>
  fieldEnum(
    parts,
    entity,
    'Field',
    `Fields of ${typeName(entity)} by which rows can be counted, grouped and ordered.`,
    comparableFields({ ...entity, filters: {} }).map(([name]) => name),
  );

/** Values that a figure is worked out of at most, where TWILIO_SCAN_LIMIT has not been raised. */
const MOST_VALUES = 10 * MAX_PAGE;
const valuesIn = (scanPages: number): number => Math.min(MOST_VALUES, scanPages * MAX_PAGE);
const costOfFigure: CostOf = (_args, scanPages) => ({ values: valuesIn(scanPages) });
const costOfGroups: CostOf = (_args, scanPages) => ({ values: valuesIn(scanPages), objects: valuesIn(scanPages) });

type Rows = { readonly rows: readonly Row[] };

/** Figures over rows, of a whole list or of a group of it. */
const figuresOf = (parts: Parts, entity: Entity): Fields<readonly Row[]> => {
  const numeric = Object.entries(entity.fields).flatMap(([name, value]) => (isNumeric(value) ? [name] : []));
  const fieldArgument = (ref: AnyInput): Record<string, Argument> => ({
    field: { type: ref, required: true, description: 'Field to use.' },
  });
  const figures: Fields<readonly Row[]> = {
    count: { type: 'Int', nullable: false, description: 'Number of matching rows.', resolve: (rows) => rows.length },
  };
  if (comparableFields(entity).length > 0) {
    const args = fieldArgument(parts.fieldEnum(entity) as AnyInput);
    figures.min = {
      type: 'FieldValue',
      args,
      cost: costOfFigure,
      description: 'Smallest value; null if there are none.',
      resolve: async (rows, { field }) => plain(await extreme(entity, rows, String(field), 1)),
    };
    figures.max = {
      type: 'FieldValue',
      args,
      cost: costOfFigure,
      description: 'Largest value; null if there are none.',
      resolve: async (rows, { field }) => plain(await extreme(entity, rows, String(field), -1)),
    };
    figures.countBy = {
      type: [parts.group as AnyOutput],
      nullable: false,
      args,
      cost: costOfGroups,
      description: 'Number of rows for each value, most frequent first.',
      resolve: async (rows, { field }, _context, info) => inSlicesOf(info, await countBy(entity, rows, String(field))),
    };
  }
  if (numeric.length > 0) {
    const args = fieldArgument(parts.numberFieldEnum(entity) as AnyInput);
    figures.sum = {
      type: 'Decimal',
      nullable: false,
      args,
      cost: costOfFigure,
      description: 'Exact sum; null values are ignored.',
      resolve: (rows, { field }) => sum(rows, String(field)),
    };
    figures.avg = {
      type: 'Decimal',
      args,
      cost: costOfFigure,
      description: 'Average to 20 significant digits, ignoring null values; null if there are no values.',
      resolve: (rows, { field }) => average(rows, String(field)),
    };
  }
  return figures;
};

/** Made once for each type: the fields that can be summed. */
export const makeNumberFieldEnum = (parts: Parts, entity: Entity): EnumRef<PothosTypes, string> =>
  fieldEnum(
    parts,
    entity,
    'NumberField',
    `Numeric fields of ${typeName(entity)}.`,
    Object.entries(entity.fields).flatMap(([name, value]) => (isNumeric(value) ? [name] : [])),
  );

export const makeAggregate = (parts: Parts, entity: Entity) => {
  const type = typeName(entity);
  return parts.builder.objectRef<readonly Row[]>(`${type}Aggregate`).implement({
    description: `Aggregates over all matching rows of a list of type ${type}.`,
    fields: (t) => makeFields<readonly Row[]>(t, figuresOf(parts, entity)),
  });
};

/** Groups of a list's rows, each with its figures. */
export const groupByField = (
  parts: Parts,
  entity: Entity,
  wholeWords: string,
  costOfWhole: CostOf,
): Field<ListQuery> => {
  const type = typeName(entity);
  const group = parts.builder.objectRef<RowGroup>(`${type}Group`).implement({
    description: `Rows of ${type} with one value of a field, or in one hour, day or month.`,
    fields: (t) =>
      makeFields<RowGroup>(t, {
        key: {
          type: 'FieldValue',
          description:
            "Value of the group. For an enum, its name in this API, or Twilio's word if it has none; for a bucket, its " +
            'start, such as `2026-11-22T09:00:00Z`, `2026-11-22` or `2026-11`. Null for rows without a value.',
          resolve: ({ key }) => plain(key),
        },
        ...overRows(figuresOf(parts, entity)),
      }),
  });
  return {
    type: [group as AnyOutput],
    description: `Groups of rows: buckets in order of time, otherwise the largest group first. ${wholeWords}`,
    args: {
      field: { type: parts.fieldEnum(entity) as AnyInput, required: true, description: 'The field to group by.' },
      bucket: {
        type: parts.bucket as AnyInput,
        description: 'Groups moments or days by hour, day or month. Without it, each value is a group.',
      },
      timeZone: {
        type: 'String',
        defaultValue: 'UTC',
        description: 'The time zone in which a bucket begins, such as `Europe/Berlin`.',
      },
    },
    cost: (args, scanPages) => ({ ...costOfWhole(args, scanPages), ...costOfGroups(args, scanPages) }),
    resolve: async (query, { field, bucket, timeZone }, _context, info) => {
      const grouping: Grouping = {
        field: String(field),
        bucket: (bucket ?? undefined) as Bucket | undefined,
        timeZone: String(timeZone ?? 'UTC'),
      };
      checkGrouping(entity, grouping);
      return inSlicesOf(info, await groupBy(entity, await query.all(), grouping));
    },
  };
};

/** The same fields of a group: all groups together have the rows of the list, so each figure costs one value a group. */
const overRows = (fields: Fields<readonly Row[]>): Fields<Rows> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { resolve, cost: _ofWhole, ...field }]): [string, Field<Rows>] => [
      name,
      { ...field, resolve: ({ rows }, args, context, info) => resolve?.(rows, args, context, info) },
    ]),
  );

export const makeBucket = (builder: Parts['builder']): EnumRef<PothosTypes, string> =>
  builder.enumType('Bucket', {
    description: 'A stretch of time by which rows are grouped.',
    values: {
      HOUR: { description: 'From one full hour to the next.' },
      DAY: { description: 'From midnight to midnight.' },
      MONTH: { description: 'From the first of a month to the next.' },
    } as const,
  }) as EnumRef<PothosTypes, string>;

/** Moments as other fields show them. */
const plain = (value: unknown): unknown => (value instanceof Date ? isoSeconds(value) : value);

export const makeGroup = (builder: Parts['builder']): ObjectRef<PothosTypes, Group> =>
  builder.objectRef<Group>('CountByGroup').implement({
    description: 'A value of a field and the number of rows that have it.',
    fields: (t) => ({
      value: t.field({
        type: 'FieldValue',
        nullable: true,
        description: 'The value as Twilio returns it; null for rows without one.',
        resolve: ({ value }) => plain(value),
      }),
      name: t.exposeString('name', {
        nullable: true,
        description:
          'Name of the enum value, as filters take it; null for other types, and for a value that Twilio added later.',
      }),
      count: t.exposeInt('count', { nullable: false, description: 'Number of rows with this value.' }),
    }),
  });

export const makeOrder = (parts: Parts, entity: Entity): InputRef<unknown> =>
  parts.builder.inputType(`${typeName(entity)}Order`, {
    description: `Sort order of a list of type ${typeName(entity)}.`,
    fields: (t) => ({
      field: t.field({ type: parts.fieldEnum(entity), required: true, description: 'Field to sort by.' }),
      direction: t.field({
        type: parts.direction,
        required: true,
        defaultValue: 'ASC',
        description: 'Sort direction. Null stands after every value, so it comes first in descending order.',
      }),
    }),
  });

export const makeDirection = (builder: Parts['builder']): EnumRef<PothosTypes, 'ASC' | 'DESC'> =>
  builder.enumType('Direction', {
    description: 'Sort direction.',
    values: {
      ASC: { description: 'Ascending: smallest or oldest first.' },
      DESC: { description: 'Descending: largest or newest first.' },
    } as const,
  });
