/** `entity()`: one Twilio resource as data, checked field by field against the SDK's own classes. */
import type { Container, Entity, OnList, Parent, Step, Values } from './descriptor.ts';
import { normalized } from './normalize.ts';
import type { Product, Wire } from './product.ts';
import type {
  CreateOf,
  Creates,
  Defined,
  Fields,
  Identity,
  Inside,
  InstanceOf,
  ListOf,
  Lists,
  Params,
  Reach,
  Says,
  Updates,
} from './sdk.ts';

// biome-ignore lint/suspicious/noExplicitAny: with anything narrower the compiler loses `at` before it has inferred `in`.
type Anything = any;
type Place<P> =
  P extends Product<infer V>
    ? V
    : P extends OnList<infer L>
      ? L
      : P extends Container<infer C>
        ? C
        : P extends Entity<infer C, Values, Anything>
          ? C
          : never;

type Described =
  | 'type'
  | 'scoped'
  | 'one'
  | 'plural'
  | 'inside'
  | 'sid'
  | 'key'
  | 'keyPattern'
  | 'alias'
  | 'argument'
  | 'about'
  | 'aboutList'
  | 'deprecated'
  | 'relations'
  | 'sortedBy'
  | 'rows'
  | 'sample'
  | 'batch'
  | 'when'
  | 'uniqueBy'
  | 'inputAlsoIn'
  | 'asks'
  | 'notFoundRefuses'
  | 'answers'
  | 'etag'
  | 'paid'
  | 'admin'
  | 'terminal'
  | 'limits';
type Spec<P, At extends keyof Place<P>, T = Place<P>[At], L = ListOf<T>, I = InstanceOf<L>> = {
  readonly in: P;
  readonly at: At;
  readonly by?: Step;
  readonly fields: Fields<I>;
  readonly requireOneOf?: readonly (readonly (keyof Defined<Params<CreateOf<L>>>)[])[];
  readonly identifiedBy?: readonly (keyof Defined<Params<CreateOf<L>>>)[];
  /** Headers of a JSON write, which the SDK takes without naming them. */
  readonly headers?: Readonly<Partial<Record<'create' | 'update' | 'replace', Values>>>;
} & Pick<Entity, Described | keyof Wire> &
  Reach<T> &
  Identity<L> &
  Lists<L, I> &
  Creates<L> &
  Updates<L> &
  Says<L, 'remove'> &
  Says<L, 'fetch'>;

/**
 * Describes a resource. `in` and `at` are its whole connection to Twilio: the SDK's context class has a property of
 * that name, from which fields, filters and inputs are checked.
 */
export const entity = <const P extends Parent, const At extends keyof Place<P> & string>(
  name: string,
  spec: Spec<P, At>,
): Entity<Inside<ListOf<Place<P>[At]>>, Spec<P, At>['fields'] & Values, ListOf<Place<P>[At]>> =>
  normalized({ name, ...spec } as never) as never;

/** A step of the SDK's path that is no resource itself: `usage` of `usage.records`. With a key it is one of several. */
export const container = <
  const P extends Parent,
  const At extends keyof Place<P> & string,
  const K extends string | undefined = undefined,
>(
  name: string,
  spec: { readonly in: P; readonly at: At; readonly key?: K } & Pick<Step, 'keyPattern' | 'argument'>,
): Container<K extends undefined ? Place<P>[At] : Inside<ListOf<Place<P>[At]>>> =>
  ({ name, ...spec, container: true }) as never;

/** A key that a method of the SDK takes and that no resource of the SDK has. */
export const parentKey = (
  name: string,
  spec: Pick<Step, 'sid' | 'keyPattern' | 'argument'> & { readonly in: Product; readonly key: string },
): Container => ({ name, at: '', ...spec, container: true });

/** In place of a parent: what is described hangs on the parent's list, not on one of its rows. */
export const onList = <L>(list: Entity<Anything, Values, L>): OnList<L> => ({ list });

/** A resource that Twilio still serves and the SDK no longer has; `legacy` is its path, reached by a raw request. */
export const legacyEntity = (
  name: string,
  spec: Omit<Entity, 'name' | 'inner' | 'own' | 'legacy'> & Pick<globalThis.Required<Entity>, 'legacy' | 'deprecated'>,
): Entity => normalized({ name, ...spec });
