/** A descriptor as the engine reads it: a resource, a step of the SDK's path, or what hangs on a list. */
import type { Compared, Value } from './kinds.ts';
import type { Product, Wire } from './product.ts';
import type { Relation, When } from './relations.ts';

export type Operation = 'list' | 'create' | 'fetch' | 'update' | 'replace' | 'remove';
export type Values = Readonly<Record<string, Value>>;
/** A part of a key: the field that holds it, or, where rows do not have it, its name. Rows of lists may hold it all the same. */
export type KeyPart = string | { readonly given: string; readonly listed?: string | undefined };
/** At most so many requests in so many seconds, of each row or of the whole account. */
export interface Limit {
  readonly requests: number;
  readonly seconds: number;
  /** What it counts for; `parent`: all operations together, on all rows that lie in the same one. */
  readonly of: 'row' | 'parent' | 'account';
  /** The parameter without which a request does not count. */
  readonly with?: string;
}

/** A list of another entity with the rows of this one. */
export interface OtherList {
  readonly list: string;
  readonly by: string;
  /** A moment that is about that of the row which refers to them. */
  readonly window: string;
}

/** A step of the SDK's path. */
export interface Step {
  readonly name: string;
  readonly in: Parent;
  readonly at: string;
  /** Whose keys the SDK takes at once, where `at` is a method of the product's version. */
  readonly by?: Step;
  /** Prefixes of its SIDs as Twilio documents them; none for what has no SID. Any other SID is accepted too. */
  readonly sid?: string | readonly string[];
  /** What the SDK's `get` takes, where it is not `sid`. */
  readonly key?: KeyPart | readonly KeyPart[];
  /** What a key that is no SID looks like, and how to say it. */
  readonly keyPattern?: readonly [pattern: RegExp, words: string];
  /** The field whose value Twilio takes instead of the key, such as a unique name. */
  readonly alias?: string;
  /** The argument that names it from outside, where it is not the usual one. */
  readonly argument?: string;
}

/** What the engine reads of a descriptor. */
export interface Entity<Inner = unknown, Fields extends Values = Values, List = unknown> extends Step, Partial<Wire> {
  /** The resource's name, unique among all descriptors; GraphQL's mutations and types are named after it. */
  readonly name: string;
  /** The GraphQL type of its rows, where it is not `name`: several lists may hold the same type. */
  readonly type?: string;
  /** Rows are found again only through what they lie in, although another entity has the same type. */
  readonly scoped?: true;
  /** The field that answers one row, where it is not the name without the product's prefix. */
  readonly one?: string;
  /** The list, and the mutations by filter, where it is not `at`. */
  readonly plural?: string;
  /** What one row and the list are called inside of what they lie in. */
  readonly inside?: readonly [one: string, list: string];
  /** What a row is. */
  readonly about: string;
  /** What the list holds, where the names of the entity and its parent do not say it. */
  readonly aboutList?: string;
  readonly deprecated?: string;
  readonly fields: Fields;
  readonly relations?: Readonly<Record<string, Relation>>;
  readonly filters?: Readonly<Record<string, Value | Compared>>;
  /** Twilio answers some rows of many, other ones each time: there is no next page, total or order. */
  readonly sample?: true;
  /** Fields by which Twilio lists it, each by itself, the newest first. */
  readonly sortedBy?: readonly string[];
  /** Lists hold keys alone; everything else is read from the row itself. */
  readonly rows?: 'key';
  /**
   * How one page of a list answers many Gets: the whole list is small, or a range of this field narrows it. The list can
   * be that of another entity, whose rows hold the same under the key in a field of theirs.
   */
  readonly batch?: 'whole' | { readonly window: string } | OtherList;
  readonly create?: Values;
  /** The SDK creates it at its key, which therefore is an argument. */
  readonly createWith?: 'key';
  /** The create looks for what its input names. A 404 refuses it; after other creates, the outcome is unknown. */
  readonly notFoundRefuses?: true;
  /** The create reads and changes nothing: it is a query. */
  readonly asks?: true;
  readonly update?: Values;
  /** The SDK's `patch` is the update. */
  readonly with?: 'patch';
  /** What a row is replaced by, beside the update of parts of it. */
  readonly replace?: Values;
  readonly remove?: boolean | Values;
  readonly fetch?: boolean | Values;
  /** An operation that answers an address instead of following it, or nothing at all. */
  readonly answers?: Readonly<Partial<Record<Operation, 'redirect' | 'nothing'>>>;
  /** Rows have a version that `ifMatch` refers to; Twilio tells it in a header. */
  readonly etag?: true;
  /** Groups of inputs. A create needs at least one of each group. */
  readonly requireOneOf?: readonly (readonly string[])[];
  /** How its parent's row says that the list is empty. */
  readonly when?: When;
  /**
   * The input that only one row can have. Twilio answers a create with a value that is taken by overwriting that row, so
   * the row is looked up before.
   */
  readonly uniqueBy?: string;
  /**
   * Inputs that tell the row of one create from the row of another. Without them, a create whose response was lost is not
   * looked up. By default any text, number or SID that rows repeat.
   */
  readonly identifiedBy?: readonly string[];
  /** The field that refers to a row which repeats more of the input, such as the call of a participant. */
  readonly inputAlsoIn?: string;
  /** Operations that cost money or reach a person. */
  readonly paid?: readonly Exclude<Operation, 'list' | 'remove'>[];
  /** Operations that change keys, permissions, accounts, purchases or filings to regulators. */
  readonly admin?: readonly Operation[];
  /** Values of a field after which a row does not change any more; its description says them. */
  readonly terminal?: Readonly<Record<string, readonly string[]>>;
  /** Twilio's own limits on operations, which are waited for. */
  readonly limits?: Readonly<Partial<Record<Operation, Limit>>>;
  /** The path, for a resource that the SDK no longer has. */
  readonly legacy?: string;
  readonly inner?: Inner;
  readonly own?: List;
}
/** A resource of the SDK that only holds others. */
export interface Container<Inner = unknown> extends Step {
  readonly container: true;
  readonly inner?: Inner;
}
/** What hangs on a resource's list instead of on one of its rows. */
export interface OnList<List = unknown> {
  readonly list: Entity<unknown, Values, List>;
}

// biome-ignore lint/suspicious/noExplicitAny: with anything narrower the compiler loses `at` before it has inferred `in`.
type Anything = any;
export type Parent = Entity<Anything, Values, Anything> | Container<Anything> | OnList<Anything> | Product<Anything>;
export const isProduct = (parent: Parent): parent is Product<Anything> => 'open' in parent;
export const isContainer = (parent: Parent): parent is Container<Anything> => 'container' in parent;
export const isOnList = (parent: Parent): parent is OnList<Anything> => 'list' in parent;
