/** The types that the parts of the schema share: declared here, so that no part needs another one for them. */
import type SchemaBuilder from '@pothos/core';
import type {
  EnumRef,
  ImplementableObjectRef,
  InputObjectRef,
  InputRef,
  InputType,
  InterfaceRef,
  ObjectRef,
  OutputType,
} from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import type { Code } from '../errors.ts';
import type { Entity, Registry, Value } from '../model/index.ts';
import type { ListQuery } from '../twilio/lists/index.ts';
import type { Group, Row } from '../twilio/rows/index.ts';
import type { Segments } from '../twilio/sms.ts';

export interface BuilderTypes {
  Context: Context;
  Scalars: {
    ID: { Input: string; Output: unknown };
    String: { Input: string; Output: unknown };
    Int: { Input: number; Output: unknown };
    Float: { Input: number; Output: unknown };
    Boolean: { Input: boolean; Output: unknown };
    DateTime: { Input: Date; Output: unknown };
    Date: { Input: string; Output: unknown };
    Decimal: { Input: string; Output: unknown };
    Long: { Input: string; Output: unknown };
    URL: { Input: string; Output: unknown };
    JSON: { Input: unknown; Output: unknown };
    FieldValue: { Input: unknown; Output: unknown };
  };
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
}
export type Builder = InstanceType<typeof SchemaBuilder<BuilderTypes>>;
export type PothosTypes = Builder['$inferSchemaTypes'];

/** Types chosen at run time, where the compiler cannot follow; resolvers answer `unknown` and scalars check it. */
export type AnyOutput = OutputType<PothosTypes>;
export type AnyInput = InputType<PothosTypes>;

export type Arguments = Readonly<Record<string, unknown>>;
export interface Argument {
  readonly type: AnyInput | readonly [AnyInput];
  readonly description?: string | undefined;
  readonly required?: boolean;
  readonly defaultValue?: unknown;
}

/** What a field costs; the unit is one upstream call. */
export interface Cost {
  /** For each object that the field belongs to. */
  readonly each?: number;
  /** For each account that these objects can be of: what a row lies in is the same for all rows beside it. */
  readonly perAccount?: number;
  /** What Twilio charges for it, by name. */
  readonly paid?: readonly string[];
  /** Lists whose first page may be tried: without result, it costs one more, once for each account. */
  readonly pages?: readonly string[];
  /** Of a field that needs the whole list that it belongs to: reading it, which is done once for all such fields. */
  readonly whole?: number;
  /** Objects that it answers, for each object that it belongs to; 1 if left out. */
  readonly objects?: number;
  /** Values that it answers or is made of, for each object that it belongs to; 1 if left out. */
  readonly values?: number;
  /** Of a list: how many rows it may hold, for each object that it belongs to. */
  readonly rows?: number;
  /** Of a list: fields of its rows that lead to its parent, which is known already. */
  readonly knownFields?: readonly string[];
  /** Of a field that shows the rows of the list that it belongs to. */
  readonly showsRows?: true;
  /** Transactions of a change by filter: how many there are is known, and held to the limit, before it begins. */
  readonly changes?: number;
}
/** Says what a field costs with these arguments; `scanPages` is the most that one scan may read. */
export type CostOf = (args: Arguments, scanPages: number) => Cost;

/** What can be done with an entity. */
export type EntityOperation =
  | 'LIST'
  | 'GET'
  | 'CREATE'
  | 'UPDATE'
  | 'REPLACE'
  | 'DELETE'
  | 'UPDATE_BY_FILTER'
  | 'DELETE_BY_FILTER';
/** What a root field does, and with which entity: discovery reads it off the schema. */
export interface RootField {
  readonly operation: EntityOperation;
  readonly entity: Entity;
}

/** A field as this schema builds it from descriptors. */
export interface Field<Parent = unknown> {
  readonly type: AnyOutput | readonly [AnyOutput];
  readonly description?: string | undefined;
  /** True if left out. Items of a list are nullable only if it says so. */
  readonly nullable?: boolean | { readonly list: boolean; readonly items: boolean };
  readonly deprecationReason?: string | undefined;
  readonly args?: Readonly<Record<string, Argument>>;
  /** What it costs upstream; nothing if left out. */
  readonly cost?: CostOf | undefined;
  readonly rootField?: RootField;
  /** The list that it reads, whose filter and order it takes. */
  readonly list?: Entity;
  /** It enters a product. */
  readonly entry?: true;
  /** Left out: it is the property of that name, which is no function and no promise. */
  readonly resolve?: (parent: Parent, args: Arguments, context: Context, info: GraphQLResolveInfo) => unknown;
  /** Whether it is that property all the same for this caller, so that nothing has to be resolved. */
  readonly isProperty?: (context: Context) => boolean;
}
export type Fields<Parent = unknown> = Record<string, Field<Parent>>;

export type Change = 'create' | 'update' | 'replace';

/** Why a change was refused, as data: an entry of `userErrors`. */
export interface UserError {
  readonly code: Code;
  readonly message: string;
  readonly field: readonly string[] | null;
  readonly twilioCode: number | null;
  readonly moreInfo: string | null;
}

export type OnTooMany = 'REFUSE' | 'FIRST';

/** A descriptor's kinds as GraphQL types. */
export interface Kinds {
  output(entity: Entity, name: string, value: Value): AnyOutput;
  /** The type of an input; `operation` tells apart enums that differ from the field's. */
  input(entity: Entity, name: string, value: Value, operation?: 'Create' | 'Update' | 'Replace'): AnyInput;
}
export type FilterRef = InputObjectRef<PothosTypes, object>;
export type ConnectionRef = ObjectRef<PothosTypes, ListQuery>;

/** What the parts of the schema take from each other while it is built. */
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
  /** The enum of the fields of a type that can be summed. */
  numberFieldEnum(entity: Entity): EnumRef<PothosTypes, string>;
  readonly bucket: EnumRef<PothosTypes, string>;
  readonly direction: EnumRef<PothosTypes, 'ASC' | 'DESC'>;
  readonly group: ObjectRef<PothosTypes, Group>;
  input(entity: Entity, change: Change): InputRef<unknown>;
  /** The interface of all types whose rows belong to an account. */
  accountOwned(): InterfaceRef<PothosTypes, Row>;
  readonly userError: ObjectRef<PothosTypes, UserError>;
  /** The payload of all mutations that delete one row. */
  deletePayload(): AnyOutput;
  readonly outcome: EnumRef<PothosTypes, string>;
  /** What a change by filter does if more rows match than its limit. */
  readonly onTooMany: EnumRef<PothosTypes, OnTooMany>;
  /** The field of a dry run's payload. */
  readonly estimate: Field<{ readonly estimate?: Segments | null }>;
}
