/** What the parts of the schema share while it is built, and the one seam where run-time fields enter Pothos. */
import type { EnumRef, FieldRef, ImplementableObjectRef, InputRef, ObjectRef } from '@pothos/core';
import type { Context } from '../context.ts';
import type { Entity } from '../model/entity.ts';
import type { Registry } from '../model/registry.ts';
import type { Row } from '../twilio/gateway.ts';
import type { Slice } from '../twilio/pages.ts';
import type { Builder } from './builder.ts';
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
  connection(entity: Entity): ObjectRef<PothosTypes, Slice>;
  /** The filter of an entity's list; `undefined` where Twilio evaluates none. */
  filter(entity: Entity): InputRef<unknown> | undefined;
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
/** A field as this schema builds it from descriptors. */
export interface Field<Parent = unknown> {
  readonly type: AnyOutput | readonly [AnyOutput];
  readonly description: string;
  readonly nullable?: boolean;
  readonly deprecationReason?: string | undefined;
  readonly args?: Readonly<Record<string, Argument>>;
  readonly resolve: (parent: Parent, args: Arguments, context: Context) => unknown;
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
    Object.entries(fields).map(([name, { args, nullable = true, ...field }]) => {
      const made = Object.entries(args ?? {}).map(([arg, options]) => [arg, t.arg(options as never)]);
      return [name, t.field({ ...field, nullable, args: Object.fromEntries(made) } as never) as never];
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
