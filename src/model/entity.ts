/** `entity()`: one Twilio resource as data, checked field by field against the SDK's own classes. */
import type { Twilio } from 'twilio';
import type { AnyEnum, Compared, Enum, Hidden, Kind, List, Pairs, Relation, Required, Value, When } from './kinds.ts';

type Fn = (...args: never[]) => unknown;
type IsAny<T> = 0 extends 1 & T ? true : false;
/** The data that an SDK instance carries, without its methods. */
type Data<I> = {
  [K in keyof I as K extends string ? (I[K] extends Fn ? never : K extends `_${string}` ? never : K) : never]: I[K];
};
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
              : Kind<T>;
type Fields<I> = { readonly [K in keyof Data<I>]-?: KindOf<NonNullable<Data<I>[K]>> | Hidden };

type Defined<O> = NonNullable<O> extends Fn ? unknown : NonNullable<O>;
/** `parameter1.name`, `parameter1.value` and so on up to 99 are said together, as `parameters`. */
type Numbered = `parameter${number}.${'name' | 'value'}`;
type Inputs<O> = {
  readonly [K in Exclude<keyof Defined<O>, Numbered>]-?: undefined extends Defined<O>[K]
    ? KindOf<NonNullable<Defined<O>[K]>>
    : Required<KindOf<Defined<O>[K]>>;
} & ([Extract<keyof Defined<O>, Numbered>] extends [never] ? unknown : { readonly parameters: Pairs });
type Paging = 'limit' | 'pageSize' | 'pageNumber' | 'pageToken';
/** `startTimeBefore` and `startTimeAfter` are said together, as the range of `startTime`. */
type Bound<O> = {
  [K in keyof O]: K extends `${infer F}${'Before' | 'After'}` ? (F extends keyof O ? K : never) : never;
}[keyof O];
type Filters<O, I> = {
  readonly [K in Exclude<keyof Defined<O>, Paging | Bound<Defined<O>>>]-?: K extends keyof Data<I>
    ? Compared | KindOf<NonNullable<Defined<O>[K]>>
    : KindOf<NonNullable<Defined<O>[K]>>;
};

type Get<L> = L extends { get(...a: never[]): infer C } ? C : never;
/** What can lie inside an entity: what hangs on its context. */
type Inside<L> = [Get<L>] extends [never] ? L : Get<L>;
type Returned<X, M extends string> =
  X extends Record<M, (...a: never[]) => Promise<infer I>> ? (I extends readonly (infer E)[] ? E : I) : never;
type FirstOf<A, B> = [A] extends [never] ? B : A;
type InstanceOf<L> = FirstOf<
  Returned<L, 'list'>,
  FirstOf<
    Returned<Get<L>, 'fetch'>,
    FirstOf<
      Returned<Get<L>, 'update'>,
      FirstOf<Returned<L, 'fetch'>, FirstOf<Returned<L, 'update'>, Returned<L, 'create'>>>
    >
  >
>;
type Params<F> = F extends (params: infer P, ...rest: never[]) => unknown ? P : never;
type Verb<X, M extends string> = X extends Record<M, infer F> ? F : never;
/** Where the SDK keeps the operations on one row: on the context, or, for a singleton, on the list itself. */
type One<L> = FirstOf<Get<L>, L>;
type Lists<L, I> = [L] extends [{ list: infer F }] ? { readonly filters: Filters<Params<F>, I> } : unknown;
type Writes<X, M extends string> = [X] extends [Record<M, infer F>]
  ? { readonly [K in M]: Inputs<Params<F>> }
  : unknown;
type Says<X, M extends string> = [X] extends [Record<M, Fn>] ? { readonly [K in M]: true } : unknown;

/** What the engine reads of a descriptor. */
export interface Entity<Inner = unknown, Fields extends Record<string, Value> = Record<string, Value>> {
  /** The resource's name, unique among all descriptors; GraphQL's root fields and mutations are named after it. */
  readonly name: string;
  /** The GraphQL type of its rows, where it is not `name`: several lists may hold the same type. */
  readonly type?: string;
  /** The root list and the mutations by filter, where it is not `at`. */
  readonly plural?: string;
  readonly in: Parent;
  readonly at: string;
  /** Prefixes of its SIDs; none for what has no SID. */
  readonly sid?: string | readonly string[];
  /** The field that the SDK's `get` takes, where it is not `sid`. */
  readonly key?: string;
  /** What a key that is no SID looks like, and how to say it. */
  readonly keyPattern?: readonly [pattern: RegExp, words: string];
  /** What a row is. */
  readonly about: string;
  /** What the list holds, where the names of the entity and its parent do not say it. */
  readonly aboutList?: string;
  readonly deprecated?: string;
  readonly fields: Fields;
  readonly relations?: Readonly<Record<string, Relation>>;
  readonly filters?: Readonly<Record<string, Value | Compared>>;
  /** Fields by which Twilio lists it, each by itself, the newest first. */
  readonly sortedBy?: readonly string[];
  /** How one page of the list answers many Gets: the whole list is small, or a range of this field narrows it. */
  readonly batch?: 'whole' | { readonly window: string };
  readonly create?: Readonly<Record<string, Value>>;
  readonly update?: Readonly<Record<string, Value>>;
  readonly remove?: boolean;
  readonly fetch?: boolean;
  /** Groups of inputs of which a create needs at least one each. */
  readonly requireOneOf?: readonly (readonly string[])[];
  /** How its parent's row says that the list is empty. */
  readonly when?: When;
  /** Operations that cost money or reach a person. */
  readonly paid?: readonly ('create' | 'update' | 'remove')[];
  /** The path, for a resource that the SDK no longer has. */
  readonly legacy?: string;
  readonly inner?: Inner;
}
/** A resource of the SDK that only holds others. */
export interface Container<Inner = unknown> {
  readonly name: string;
  readonly in: Parent;
  readonly at: string;
  readonly container: true;
  readonly inner?: Inner;
}
export type Product = (twilio: Twilio) => object;
// biome-ignore lint/suspicious/noExplicitAny: with anything narrower the compiler loses `at` before it has inferred `in`.
type Anything = any;
export type Parent = Entity<Anything> | Container<Anything> | Product;
export const isProduct = (parent: Parent): parent is Product => typeof parent === 'function';
export const isContainer = (parent: Parent): parent is Container<Anything> => 'container' in parent;

type Place<P> =
  P extends Entity<infer C> ? C : P extends Container<infer C> ? C : P extends (twilio: Twilio) => infer D ? D : never;

/** What `get` tells apart has an identity; the `get` of a singleton takes nothing. */
type Identity<L> = [Get<L>] extends [never]
  ? unknown
  : [L] extends [{ get(): unknown }]
    ? unknown
    :
        | { readonly sid: string | readonly string[] }
        | { readonly key: string; readonly keyPattern: readonly [RegExp, string] };

type Spec<P, At extends keyof Place<P>, L = Place<P>[At], I = InstanceOf<L>> = {
  readonly in: P;
  readonly at: At;
  readonly fields: Fields<I>;
  readonly requireOneOf?: readonly (readonly (keyof Defined<Params<Verb<L, 'create'>>>)[])[];
} & Pick<
  Entity,
  | 'type'
  | 'plural'
  | 'sid'
  | 'key'
  | 'keyPattern'
  | 'about'
  | 'aboutList'
  | 'deprecated'
  | 'relations'
  | 'sortedBy'
  | 'batch'
  | 'when'
  | 'paid'
> &
  Identity<L> &
  Lists<L, I> &
  Writes<L, 'create'> &
  Writes<One<L>, 'update'> &
  Says<One<L>, 'remove'> &
  Says<One<L>, 'fetch'>;

/**
 * Describes a resource. `in` and `at` are its whole connection to Twilio: the SDK's context class has a property of
 * that name, from which fields, filters and inputs are checked.
 */
export const entity = <const P extends Parent, const At extends keyof Place<P> & string>(
  name: string,
  spec: Spec<P, At>,
): Entity<Inside<Place<P>[At]>, Spec<P, At>['fields'] & Record<string, Value>> =>
  ({ name, ...spec }) as unknown as Entity<Inside<Place<P>[At]>, Spec<P, At>['fields'] & Record<string, Value>>;

/** A step of the SDK's path that is no resource itself: `usage` of `usage.records`. */
export const container = <const P extends Parent, const At extends keyof Place<P> & string>(
  name: string,
  spec: { readonly in: P; readonly at: At },
): Container<Place<P>[At]> => ({ name, ...spec, container: true });

/** A resource that Twilio still serves and the SDK no longer has; `legacy` is its path, reached by a raw request. */
export const legacyEntity = (
  name: string,
  spec: Omit<Entity, 'name' | 'inner' | 'legacy'> & Pick<globalThis.Required<Entity>, 'legacy' | 'deprecated'>,
): Entity => ({ name, ...spec });
