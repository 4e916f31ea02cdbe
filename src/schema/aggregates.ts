/** Aggregates over a whole list: sums, extremes and counts, and the fields by which rows are counted and ordered. */
import type { EnumRef, InputRef, ObjectRef } from '@pothos/core';
import { type Entity, enumName, typeName } from '../model/index.ts';
import { MAX_PAGE } from '../twilio/lists/index.ts';
import { average, countBy, extreme, type Group, isNumeric, isoSeconds, type Row, sum } from '../twilio/rows/index.ts';
import { comparableFields } from './filters.ts';
import { makeFields } from './makeFields.ts';
import type { AnyInput, AnyOutput, Argument, CostOf, Fields, Parts, PothosTypes } from './types.ts';

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
    `Fields of ${typeName(entity)} by which rows can be counted and ordered.`,
    comparableFields({ ...entity, filters: {} }).map(([name]) => name),
  );

/** Values that a figure is worked out of at most, where the ceiling on scans has not been raised. */
const MOST_VALUES = 10 * MAX_PAGE;
const valuesIn = (scanPages: number): number => Math.min(MOST_VALUES, scanPages * MAX_PAGE);
const costOfFigure: CostOf = (_args, scanPages) => ({ values: valuesIn(scanPages) });
const costOfGroups: CostOf = (_args, scanPages) => ({ values: valuesIn(scanPages), objects: valuesIn(scanPages) });

export const makeAggregate = (parts: Parts, entity: Entity) => {
  const type = typeName(entity);
  const numeric = Object.entries(entity.fields).flatMap(([name, value]) => (isNumeric(value) ? [name] : []));
  const fieldArgument = (ref: AnyInput): Record<string, Argument> => ({
    field: { type: ref, required: true, description: 'Field to use.' },
  });
  const count: Fields<readonly Row[]> = {
    count: { type: 'Int', nullable: false, description: 'Number of matching rows.', resolve: (rows) => rows.length },
  };
  const anyField = () => fieldArgument(parts.fieldEnum(entity) as AnyInput);
  const compared = (): Fields<readonly Row[]> => ({
    min: {
      type: 'JSON',
      args: anyField(),
      cost: costOfFigure,
      description: 'Smallest value; null if there are none.',
      resolve: (rows, { field }) => plain(extreme(entity, rows, String(field), 1)),
    },
    max: {
      type: 'JSON',
      args: anyField(),
      cost: costOfFigure,
      description: 'Largest value; null if there are none.',
      resolve: (rows, { field }) => plain(extreme(entity, rows, String(field), -1)),
    },
    countBy: {
      type: [parts.group as AnyOutput],
      nullable: false,
      args: anyField(),
      cost: costOfGroups,
      description: 'Number of rows for each value, most frequent first.',
      resolve: (rows, { field }) => countBy(entity, rows, String(field)),
    },
  });
  const figures = comparableFields(entity).length > 0 ? { ...count, ...compared() } : count;
  if (numeric.length > 0) {
    const args = fieldArgument(
      fieldEnum(parts, entity, 'NumberField', `Numeric fields of ${type}.`, numeric) as AnyInput,
    );
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
  return parts.builder.objectRef<readonly Row[]>(`${type}Aggregate`).implement({
    description: `Aggregates over all matching rows of a list of type ${type}.`,
    fields: (t) => makeFields<readonly Row[]>(t, figures),
  });
};

/** Moments as other fields show them. */
const plain = (value: unknown): unknown => (value instanceof Date ? isoSeconds(value) : value);

export const makeGroup = (builder: Parts['builder']): ObjectRef<PothosTypes, Group> =>
  builder.objectRef<Group>('CountByGroup').implement({
    description: 'A value of a field and the number of rows that have it.',
    fields: (t) => ({
      value: t.field({
        type: 'JSON',
        nullable: true,
        description: 'The value as Twilio returns it; null for rows without one.',
        resolve: ({ value }) => plain(value),
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
        description: 'Sort direction. Nulls come last in either direction.',
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
