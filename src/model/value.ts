/** What the engine reads of a field or an input: the data that a kind of the vocabulary is. */

/** GraphQL scalars that a value can have; `Enum` and `Object` stand for types of their own. */
export type Scalar =
  | 'ID'
  | 'String'
  | 'Int'
  | 'Float'
  | 'Boolean'
  | 'DateTime'
  | 'Date'
  | 'Decimal'
  | 'Long'
  | 'URL'
  | 'JSON'
  | 'Enum'
  | 'Object';

/** Where a SID points: one entity, or one of several by the value of another field or by the SID's prefix. */
export type Target =
  | { readonly to: string }
  | { readonly by: string; readonly cases: Readonly<Record<string, string>> }
  | { readonly prefixes: Readonly<Record<string, string>> };

/** Whether a value of a row is one that the argument of its list asks for. */
export type Holds = (found: unknown, wanted: unknown) => boolean;
/** A row without a value at the path passes: it does not tell. */
export interface Recheck {
  readonly path: readonly string[];
  readonly holds: Holds;
}

/** What the engine reads of a field or an input. */
export interface Value {
  readonly scalar: Scalar;
  readonly values?: readonly string[];
  readonly enumName?: string;
  readonly many?: boolean;
  readonly must?: boolean;
  readonly words?: string;
  readonly personal?: boolean;
  /** Holds phone numbers in E.164 form, short codes or addresses: a number written otherwise never equals one. */
  readonly phone?: true;
  /** Of an input: a write reaches people by it, at once or later, at the expense of the account. JSON may hold several addresses. */
  readonly isDestination?: true;
  /** Of a list argument: how a row tells whether it was obeyed. */
  readonly recheck?: Recheck;
  /** Of a list argument: rows whose field has this value are listed only if it is true. */
  readonly reveals?: { readonly field: string; readonly value: string };
  /** `omit`: noise that GraphQL does not show. `secret`: never shown; as an input, never logged. */
  readonly hidden?: 'omit' | 'secret';
  /** A secret that Twilio tells once: shown in the payload of the mutation that created it, null everywhere else. */
  readonly shownOnce?: true;
  /** An object of names and values, which Twilio takes as `<pairs>1.name`, `<pairs>1.value` and so on, up to 99. */
  readonly pairs?: string;
  /** Of an input: the only values that Twilio accepts. */
  readonly allowed?: readonly string[];
  /** Twilio guarantees a value: GraphQL's type is non-null, and a missing value is an error at the field. */
  readonly nonNull?: true;
  /** Not a value of Twilio's: it follows from the value of another field. */
  readonly derivation?: { readonly from: string; readonly derive: (value: unknown) => unknown };
  /** Left out of Twilio's lists: asking for it fetches the row. */
  readonly unlisted?: true;
  readonly target?: Target;
  /** The field for the rows that its SIDs name, where that does not follow from its own name. */
  readonly leadsAs?: string;
  readonly reason?: string;
  /** What GraphQL calls it, where it is not the SDK's name. */
  readonly shownAs?: string;
  /** The SDK's name, where GraphQL has another one. */
  readonly sdkName?: string;
  /** The name in Twilio's JSON, where it does not follow from the SDK's. */
  readonly jsonName?: string;
  /** The header that carries it. */
  readonly header?: string;
  /** The whole body of a write. */
  readonly isBody?: true;
  /** The values of an object, and the name that its GraphQL type ends with. */
  readonly object?: {
    readonly name: string;
    readonly fields: Readonly<Record<string, Value>>;
    /** The name of the whole type, which several entities share. */
    readonly shared?: true;
    readonly words?: string;
  };
  /** Twilio fills it only if a fetch asks for this package by name, and may charge for it. */
  readonly package?: string;
  /** The parameter of a fetch that names packages: what a query selects decides. */
  readonly isPackages?: true;
  /** A parameter of a paid fetch: Twilio charges for what it names, and for nothing without it. */
  readonly isCharged?: true;
}
