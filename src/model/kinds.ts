/**
 * The vocabulary in which a descriptor says what a value is: what TypeScript's types of the SDK no longer tell.
 *
 * Every enum has `UNRECOGNIZED`, so that a value that Twilio adds later does not break a query today.
 */
import { comparisons } from './comparisons.ts';
import { relations } from './relations.ts';
import type { Holds, Scalar, Target, Value } from './value.ts';

export type { Bounds, Compared, ComparedList, Comparison } from './comparisons.ts';
export type { Scalar, Target, Value } from './value.ts';

/** What can be said of every kind; each call answers a new kind. */
interface Sayings {
  /** Our own words: what it is, its unit, when it is null. */
  about(words: string): this;
  /** Marks personal data: never in a log, an error or a trace. */
  readonly pii: this;
  /** An input by which a write reaches people: held to the destinations that are allowed, and counted by recipient. */
  readonly destination: this;
  /** A parameter of a paid fetch without which the fetch is free. */
  readonly charged: this;
  /** Says that Twilio leaves it out of lists. */
  readonly detail: this;
  /** A list argument that Twilio may ignore: each row tells by its value at this path, which is the same text in any case. */
  checkedAt(...path: string[]): this;
  /** The same for a row that tells it otherwise. */
  checkedBy(name: string, holds: Holds): this;
  /** A list argument without which Twilio leaves out rows whose field has this value. */
  revealing(field: string, value: string): this;
  /** An input that Twilio accepts with these values only, such as the empty text that redacts a message. */
  only(...values: readonly string[]): this;
  /** A field that Twilio guarantees to have a value. */
  readonly always: this;
  /** An input that Twilio insists on. */
  readonly required: Required<this>;
  /** Several of it. */
  readonly list: List<this>;
  /** Still there, but better left: `reason` names what to use instead. */
  deprecated(reason: string): this;
  /** Called so in GraphQL: for names that it or Relay owns. */
  as(name: string): this;
  /** Called so in Twilio's JSON: for names that do not follow from the SDK's. */
  from(name: string): this;
  /** Worked out of another field of the row instead of being read from Twilio's JSON. */
  derived(from: string, derive: (value: unknown) => unknown): this;
  /** The name of an enum's GraphQL type, for an enum that several fields and inputs share. */
  named(name: string): this;
  /** Filled only if a fetch asks for this package. */
  packaged(name: string): this;
}

/** A kind that fits the SDK's type `T`. */
export interface Kind<in T> extends Value, Sayings {
  readonly fits?: (value: T) => void;
}
/** A closed set of words; fits an SDK union only if every member is named, and no other. */
export interface Enum<V extends string> extends Value, Sayings {
  readonly scalar: 'Enum';
  readonly exactly?: (value: V) => V;
  /** Keeps it from passing for a kind of another type. */
  readonly fits?: string;
}
/** An enum on a value that the SDK calls a plain string. */
export interface AnyEnum extends Value, Sayings {
  readonly scalar: 'Enum';
  /** Keeps it from passing for a kind of another type. */
  readonly fits?: string;
}
export type Required<K> = K & { readonly must: true };
export type List<K> = { readonly of?: K; readonly many: true; about(words: string): List<K> } & Value & ListSayings<K>;
interface ListSayings<K> {
  readonly pii: List<K>;
  readonly required: Required<List<K>>;
  readonly detail: List<K>;
  deprecated(reason: string): List<K>;
  as(name: string): List<K>;
  from(name: string): List<K>;
  packaged(name: string): List<K>;
}
/** Not shown by GraphQL, whatever its type. */
export interface Hidden extends Value {
  readonly hidden: 'omit' | 'secret';
}

/** Numbered names and values of the SDK, said together. */
export interface Pairs extends Value, Sayings {
  readonly pairs: string;
}

/** An object with these values, and no others. */
export interface ObjectKind<F, Names = keyof F> extends Value, Sayings {
  readonly scalar: 'Object';
  /** Exactly these names, as a function's parameters and result have to be the same type. */
  readonly names?: (name: Names) => Names;
  readonly object?: { readonly name: string; readonly fields: F & Readonly<Record<string, Value>> };
  /** Keeps it from passing for a kind of another type. */
  readonly fits?: string;
}
/** The whole body of a write, which the SDK does not describe. */
export interface Body extends Value, Sayings {
  readonly isBody: true;
}

const isSameText: Holds = (found, wanted) => String(found).toLowerCase() === String(wanted).toLowerCase();

const chain = {
  about(this: Value, words: string) {
    return value({ ...this, words });
  },
  deprecated(this: Value, reason: string) {
    return value({ ...this, reason });
  },
  only(this: Value, ...values: readonly string[]) {
    return value({ ...this, allowed: values });
  },
  checkedAt(this: Value, ...path: string[]) {
    return value({ ...this, recheck: { path, holds: isSameText } });
  },
  checkedBy(this: Value, name: string, holds: Holds) {
    return value({ ...this, recheck: { path: [name], holds } });
  },
  revealing(this: Value, field: string, word: string) {
    return value({ ...this, reveals: { field, value: word } });
  },
  get pii() {
    return value({ ...(this as unknown as Value), personal: true });
  },
  get destination() {
    return value({ ...(this as unknown as Value), isDestination: true });
  },
  get charged() {
    return value({ ...(this as unknown as Value), isCharged: true });
  },
  get detail() {
    return value({ ...(this as unknown as Value), unlisted: true });
  },
  get always() {
    return value({ ...(this as unknown as Value), nonNull: true });
  },
  get required() {
    return value({ ...(this as unknown as Value), must: true });
  },
  get list() {
    return value({ ...(this as unknown as Value), many: true });
  },
  derived(this: Value, from: string, derive: (value: unknown) => unknown) {
    return value({ ...this, derivation: { from, derive } });
  },
  named(this: Value, name: string) {
    return value({ ...this, enumName: name });
  },
  as(this: Value, name: string) {
    return value({ ...this, shownAs: name });
  },
  from(this: Value, name: string) {
    return value({ ...this, jsonName: name });
  },
  packaged(this: Value, name: string) {
    return value({ ...this, package: name });
  },
};
const value = <K extends Value>(shape: Value): K => Object.assign(Object.create(chain), shape);
const kind = <T>(scalar: Scalar, more: Omit<Value, 'scalar'> = {}): Kind<T> => value({ scalar, ...more });
const reference = (target: Target, leadsAs?: string): Kind<string> =>
  kind('ID', { target, ...(leadsAs && { leadsAs }) });

/** The kinds. `t.string.pii.about('…')` reads as it is meant. */
export const t = {
  /** The entity's own SID, or another identifier that leads nowhere. */
  sid: kind<string>('ID'),
  string: kind<string>('String'),
  /** Digits that are not a quantity, such as an area code: text, even where the SDK has a number. */
  digits: kind<number | string>('String'),
  /** A phone number or another address that reaches a person: personal data by nature. */
  phone: kind<string>('String', { personal: true, phone: true }),
  url: kind<string>('URL'),
  int: kind<number | string>('Int'),
  float: kind<number | string>('Float'),
  /** An exact decimal, carried as text: money and quantities beyond 32 bits. */
  decimal: kind<number | string>('Decimal'),
  /** A whole number of 64 bits, carried as text. */
  long: kind<number | string>('Long'),
  boolean: kind<boolean | string>('Boolean'),
  dateTime: kind<Date | string>('DateTime'),
  date: kind<Date | string>('Date'),
  json: kind<string | object>('JSON'),
  enum: <const V extends string>(...values: V[]): Enum<V> => value({ scalar: 'Enum', values }),
  httpMethod: value<AnyEnum>({ scalar: 'Enum', enumName: 'HttpMethod', values: ['GET', 'POST'] }),
  /** An object whose values the SDK names; its GraphQL type is called after what it is in. */
  object: <const F extends Readonly<Record<string, Value>>>(name: string, fields: F): ObjectKind<F> =>
    value({ scalar: 'Object', object: { name, fields } }),
  /** The same object in several entities, with a type of its own. */
  sharedObject: (name: string, words: string, fields: Readonly<Record<string, Value>>): Kind<string | object> =>
    kind('Object', { object: { name, fields, words, shared: true } }),
  /** The whole body of a write, where the SDK says nothing of it: it may hold anything, personal data included. */
  body: value<Body>({ scalar: 'JSON', isBody: true, personal: true }),
  /** The parameter of a fetch that names the packages which a query selects. */
  packages: kind<string>('String', { isPackages: true, isCharged: true }),
  /** An input that goes out as a header. */
  header: (name: string): Kind<string> => kind('String', { header: name }),
  /** A part of a key that rows do not have themselves, but for those of lists in the field `listed`. */
  given: (name: string, listed?: string): { readonly given: string; readonly listed?: string | undefined } => ({
    given: name,
    listed,
  }),
  /** The SID of another entity, shown as SID and as object; `as` names the object where `callSid` is not to be `call`. */
  ref: (to: string, as?: string): Kind<string> => reference({ to }, as),
  /** SIDs of rows of another entity, shown as SIDs and as objects in the same order. */
  refs: (to: string, as?: string): List<Kind<string>> => reference({ to }, as).list,
  /** A SID whose entity depends on another field: Twilio's value of that field → entity. */
  refBy: (by: string, cases: Record<string, string>, as?: string): Kind<string> => reference({ by, cases }, as),
  /** A SID whose prefix tells the entity, among those that this field can name. */
  refByPrefix: (prefixes: Readonly<Record<string, string>>, as?: string): Kind<string> => reference({ prefixes }, as),
  ...relations,
  omit: value<Hidden>({ scalar: 'JSON', hidden: 'omit' }),
  secret: value<Hidden & Kind<string>>({ scalar: 'String', hidden: 'secret' }),
  /** Shown only in the payload of the mutation that created it; null everywhere else. */
  shownOnce: kind<string>('String', { shownOnce: true, personal: true }),
  /** The SDK's `parameter1.name`, `parameter1.value` and so on, as one object. */
  pairs: value<Pairs>({ scalar: 'JSON', pairs: 'parameter' }),

  ...comparisons,
};
