/** What the SDK's classes demand of a descriptor: its fields, filters, inputs, identity and operations, as types. */
import type {
  AnyEnum,
  Body,
  Bounds,
  Compared,
  ComparedList,
  Enum,
  Hidden,
  Kind,
  List,
  ObjectKind,
  Pairs,
  Required,
  Value,
} from './kinds.ts';

export type Fn = (...args: never[]) => unknown;
type IsAny<T> = 0 extends 1 & T ? true : false;
type IsNever<T> = [T] extends [never] ? true : false;
type FirstOf<A, B> = IsNever<A> extends true ? B : A;

/** The data that an SDK instance carries, without its methods. */
export type Data<I> = {
  [K in keyof I as K extends string ? (I[K] extends Fn ? never : K extends `_${string}` ? never : K) : never]: I[K];
};
type Nested<T> = { readonly [K in keyof Data<T>]-?: KindOf<NonNullable<Data<T>[K]>> | Hidden };
type KindOfObject<T> = Kind<T> | (string extends keyof T ? never : ObjectKind<Nested<T>>);
/** The kinds that fit a type of the SDK. */
type KindOf<T> =
  IsAny<T> extends true
    ? Value
    : [T] extends [readonly (infer E)[]]
      ? List<KindOf<E>> | Kind<T>
      : [T] extends [boolean]
        ? Kind<boolean>
        : [T] extends [Date]
          ? Kind<Date>
          : string extends T
            ? Kind<string> | AnyEnum
            : [T] extends [string]
              ? Enum<T>
              : [T] extends [object]
                ? KindOfObject<T>
                : Kind<T>;
export type Fields<I> =
  IsNever<I> extends true
    ? Readonly<Record<string, Value>>
    : { readonly [K in keyof Data<I>]-?: KindOf<NonNullable<Data<I>[K]>> | Hidden };

export type Defined<O> = NonNullable<O> extends Fn ? unknown : NonNullable<O>;
/** `parameter1.name`, `parameter1.value` and so on up to 99 are described together, as `parameters`. */
type Numbered = `parameter${number}.${'name' | 'value'}`;
type Inputs<O> = {
  readonly [K in Exclude<keyof Defined<O>, Numbered>]-?: undefined extends Defined<O>[K]
    ? KindOf<NonNullable<Defined<O>[K]>>
    : Required<KindOf<Defined<O>[K]>>;
} & (IsNever<Extract<keyof Defined<O>, Numbered>> extends true ? unknown : { readonly parameters: Pairs });
/** A body that the SDK describes only as an object is described as a whole. */
type Written<O> = [keyof O, object] extends [never, O] ? { readonly body: Body } : Inputs<O>;

type PageOption = 'limit' | 'pageSize' | 'pageNumber' | 'pageToken';
/** Options that bound a field of another name: they are described together, as the range of that field. */
type BoundName =
  | `${string}${'Before' | 'After' | 'From' | 'To' | 'Since' | 'Until'}`
  | `${'before' | 'after' | 'start' | 'end'}${Capitalize<string>}`;
/** `startTimeBefore` and `startTimeAfter` are described together, as the range of `startTime`. */
type Bound<O> = {
  [K in keyof O]: K extends `${infer F}${'Before' | 'After'}` ? (F extends keyof O ? K : never) : never;
}[keyof O];
type Filter<T, IsField> =
  | KindOf<T>
  | (IsField extends true ? ([T] extends [readonly unknown[]] ? ComparedList : Compared) : never);
type FilterNames<O> = Exclude<keyof Defined<O>, PageOption | Bound<Defined<O>>>;
export type Filters<O, I> = {
  readonly [K in Exclude<FilterNames<O>, BoundName>]-?: Filter<
    NonNullable<Defined<O>[K]>,
    K extends keyof Data<I> ? true : false
  >;
} & {
  readonly [K in Extract<FilterNames<O>, BoundName>]?: Filter<
    NonNullable<Defined<O>[K]>,
    K extends keyof Data<I> ? true : false
  >;
} & { readonly [K in Exclude<keyof Data<I>, keyof Defined<O>>]?: Bounds<keyof Defined<O>> };

/** The list of a resource: a property of what it lies in, or the answer of a method that takes the keys of that. */
export type ListOf<T> = T extends { readonly _version: unknown }
  ? T
  : T extends { (...args: never[]): infer A; (...args: never[]): infer B }
    ? FirstOf<Extract<A | B, { readonly _version: unknown }>, { get: T }>
    : never;
type Get<L> = L extends { get(...args: never[]): infer C } ? C : never;
type Keys<L> = L extends { get(...args: infer A): unknown } ? A['length'] : 0;
/** What can lie inside an entity: what hangs on its context. */
export type Inside<L> = IsNever<Get<L>> extends true ? L : Get<L>;

type Returned<X, M extends string> =
  X extends Record<M, (...args: never[]) => Promise<infer I>>
    ? Extract<I extends readonly (infer E)[] ? E : I, object>
    : never;
export type InstanceOf<L> = FirstOf<
  Returned<L, 'list'>,
  FirstOf<
    Returned<Get<L>, 'fetch'>,
    FirstOf<
      FirstOf<Returned<Get<L>, 'update'>, FirstOf<Returned<Get<L>, 'patch'>, Returned<Get<L>, 'create'>>>,
      FirstOf<Returned<L, 'fetch'>, FirstOf<Returned<L, 'update'>, Returned<L, 'create'>>>
    >
  >
>;
export type Params<F> = F extends (params: infer P, ...rest: never[]) => unknown ? P : never;
type Verb<X, M extends string> = X extends Record<M, infer F> ? F : never;
/** Where the SDK keeps the operations on one row: on the context, or, for a singleton, on the list itself. */
type One<L> = FirstOf<Get<L>, L>;

export type Lists<L, I> = [L] extends [{ list: infer F }] ? { readonly filters: Filters<Params<F>, I> } : unknown;
export type CreateOf<L> = FirstOf<Verb<L, 'create'>, Verb<Get<L>, 'create'>>;
export type Creates<L> =
  IsNever<CreateOf<L>> extends true
    ? unknown
    : { readonly create: Written<Params<CreateOf<L>>> } & (IsNever<Verb<L, 'create'>> extends true
        ? Keys<L> extends 0
          ? unknown
          : { readonly createWith: 'key' }
        : unknown);
export type Updates<L> =
  IsNever<Verb<One<L>, 'patch'>> extends true
    ? IsNever<Verb<One<L>, 'update'>> extends true
      ? unknown
      : { readonly update: Written<Params<Verb<One<L>, 'update'>>> }
    : { readonly update: Written<Params<Verb<One<L>, 'patch'>>>; readonly with: 'patch' } & (IsNever<
        Verb<One<L>, 'update'>
      > extends true
        ? unknown
        : { readonly replace: Written<Params<Verb<One<L>, 'update'>>> });
/** `true`, or the parameters that it takes. */
type Said<F> = IsNever<keyof Defined<Params<F>>> extends true ? true : Inputs<Params<F>>;
export type Says<L, M extends 'fetch' | 'remove'> =
  IsNever<Verb<One<L>, M>> extends true ? unknown : { readonly [K in M]: Said<Verb<One<L>, M>> };

type KeyName = string | { readonly given: string; readonly listed?: string | undefined };
/** What `get` tells apart has an identity; the `get` of a singleton takes nothing. */
export type Identity<L> =
  Keys<L> extends 0
    ? unknown
    : Keys<L> extends 1
      ? { readonly sid: string | readonly string[] } | { readonly key: KeyName }
      : { readonly key: readonly [KeyName, KeyName] };
/** A method that takes keys says whose keys they are. */
export type Reach<T> = T extends { readonly _version: unknown }
  ? unknown
  : ListOf<T> extends { readonly _version: unknown }
    ? { readonly by: unknown }
    : unknown;
