/** What the parts of the schema share while it is built, and the one seam where run-time fields enter Pothos. */
import type { EnumRef, FieldRef, ImplementableObjectRef, InputRef, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import type { Entity } from '../model/entity.ts';
import type { Registry } from '../model/registry.ts';
import type { Group } from '../twilio/aggregate.ts';
import type { Row } from '../twilio/row.ts';
import type { Builder } from './builder.ts';
import type { ConnectionRef } from './connections.ts';
import type { CostOf } from './cost.ts';
import type { FilterRef } from './filters.ts';
import type { Change } from './inputs.ts';
import type { AnyInput, AnyOutput, Kinds } from './kinds.ts';
import type { Refusal } from './userErrors.ts';

export type PothosTypes = Builder['$inferSchemaTypes'];
export type Arguments = Readonly<Record<string, unknown>>;

export interface Parts {
  readonly builder: Builder;
  readonly registry: Registry;
  readonly kinds: Kinds;
  /** The object type of an entity's rows. */
  object(entity: Entity): ImplementableObjectRef<PothosTypes, Row>;
  connection(entity: Entity): ConnectionRef;
  /** The filter of an entity's list. */
  filter(entity: Entity): FilterRef;
  /** The order of a type's rows, and the enum of the fields that it can be by. */
  order(entity: Entity): InputRef<unknown>;
  fieldEnum(entity: Entity): EnumRef<PothosTypes, string>;
  readonly direction: EnumRef<PothosTypes, 'ASC' | 'DESC'>;
  readonly group: ObjectRef<PothosTypes, Group>;
  input(entity: Entity, change: Change): InputRef<unknown>;
  readonly userError: ObjectRef<PothosTypes, Refusal>;
  readonly outcome: EnumRef<PothosTypes, string>;
}

export interface Argument {
  readonly type: AnyInput | readonly [AnyInput];
  readonly description: string;
  readonly required?: boolean;
  readonly defaultValue?: unknown;
}
/** What can be done with an entity. */
export type Operation = 'LIST' | 'GET' | 'CREATE' | 'UPDATE' | 'DELETE' | 'UPDATE_BY_FILTER' | 'DELETE_BY_FILTER';
/** What a root field does, and with which entity: discovery reads it off the schema. */
export interface Does {
  readonly operation: Operation;
  readonly entity: Entity;
}
/** A field as this schema builds it from descriptors. */
export interface Field<Parent = unknown> {
  readonly type: AnyOutput | readonly [AnyOutput];
  readonly description: string;
  readonly nullable?: boolean;
  readonly deprecationReason?: string | undefined;
  readonly args?: Readonly<Record<string, Argument>>;
  /** What it costs upstream; nothing if left out. */
  readonly cost?: CostOf | undefined;
  readonly does?: Does;
  /** Left out: it is the property of that name, which is no function and no promise. */
  readonly resolve?: (parent: Parent, args: Arguments, context: Context, info: GraphQLResolveInfo) => unknown;
}
export type Fields<Parent = unknown> = Record<string, Field<Parent>>;

/** Pothos' builder of fields, of whatever kind of type. */
interface Maker {
  field(options: never): FieldRef<PothosTypes>;
  arg(options: never): unknown;
}

/** The seam: Pothos infers types from code, these come from descriptors. */
export const makeFields = <Parent>(t: Maker, fields: Fields<Parent>): Record<string, never> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { args, cost, does, nullable = true, ...field }]) => {
      const made = Object.entries(args ?? {}).map(([arg, options]) => [arg, t.arg(options as never)]);
      const extensions = { ...(cost && { cost }), ...(does && { does }), ...(!field.resolve && { isProperty: true }) };
      const options = { ...field, nullable, args: Object.fromEntries(made), extensions };
      return [name, t.field(options as never) as never];
    }),
  );

/** Makes something once for each name that entities have. */
export const once = <T>(nameOf: (entity: Entity) => string, make: (entity: Entity) => T): ((entity: Entity) => T) => {
  const made = new Map<string, T>();
  return (entity) => {
    const name = nameOf(entity);
    if (!made.has(name)) made.set(name, make(entity));
    return made.get(name) as T;
  };
};
