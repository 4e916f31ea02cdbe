/** Twilio's own word on its resources: the facts of surface.json in a form that a test can compare. */
import { readFileSync } from 'node:fs';

/** A property of an answer or a parameter of a request. */
export interface Fact {
  /** JSON type: string, integer, number, boolean, object or any. */
  readonly type: string;
  /** What a plain type does not tell: uri, date, date-time-rfc-2822, http-method, phone-number, sid … */
  readonly format: string | undefined;
  /** Prefixes of a SID. */
  readonly prefixes: readonly string[];
  readonly values: readonly string[] | undefined;
  readonly many: boolean;
  readonly required: boolean;
  /** Twilio's own tag for personal data: standard or sensitive. */
  readonly pii: string | undefined;
}
export type Facts = Readonly<Record<string, Fact>>;

export interface SurfaceOperation {
  readonly method: string;
  readonly path: string;
  /** Prefixes of the SIDs in the path, by variable; a variable without them takes other keys too. */
  readonly sids: Readonly<Record<string, readonly string[]>>;
  readonly params: Facts;
  /** The most rows on one page of a list. */
  readonly pageSize: number | undefined;
  /** Groups of parameters of which at least one each must be there. */
  readonly needs: readonly (readonly string[])[];
}
export const verbs = ['list', 'create', 'fetch', 'update', 'replace', 'patch', 'delete'] as const;
export type Verb = (typeof verbs)[number];

export interface Resource {
  /** Its name in the core API; where the SDK has it in other products: `messaging.v1.services().alphaSenders`. */
  readonly name: string;
  readonly host: string;
  readonly prefixes: readonly string[];
  /** No longer part of Twilio's published surface. */
  readonly legacy: boolean;
  readonly operations: ReadonlyMap<Verb, SurfaceOperation>;
  readonly properties: Facts;
}

interface Written {
  readonly origin: string;
  readonly resources: readonly {
    readonly name?: string;
    readonly at?: string;
    readonly host?: string;
    readonly sid?: readonly string[];
    readonly legacy?: boolean;
    readonly operations: Readonly<
      Partial<
        Record<
          Verb,
          {
            readonly method: string;
            readonly path: string;
            readonly sids?: Readonly<Record<string, string>>;
            readonly params?: Readonly<Record<string, string>>;
            readonly pageSize?: number;
            readonly needs?: readonly (readonly string[])[];
            /** Headers beside those that all requests have. */
            readonly headers?: readonly string[];
            readonly body?: 'json';
            readonly paging?: string;
            readonly key?: string;
          }
        >
      >
    >;
    readonly properties: Readonly<Record<string, string>>;
  }[];
}

/** How a fact is written: `[type/format:PREFIX|PREFIX value|value]! #pii`, all but the type optional. */
const NOTATION = /^(\[)?([a-z]+)(?:\/([\w-]+))?(?::([A-Z|]+))?(?: ([^\]!#]+?))?\]?(!)?(?: #(\w+))?$/;

export const readFact = (text: string): Fact => {
  const [found, many, type = '', format, prefixes, values, required, pii] = NOTATION.exec(text) ?? [];
  if (found === undefined) throw new Error(`surface.json: cannot read ${text}`);
  return {
    type,
    format,
    prefixes: prefixes?.split('|') ?? [],
    values: values?.split('|'),
    many: many !== undefined,
    required: required !== undefined,
    pii,
  };
};

const mapValues = <A, B>(from: Readonly<Record<string, A>> | undefined, to: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(from ?? {}).map(([name, value]) => [name, to(value)]));

const read = (): ReadonlyMap<string, Resource> => {
  const { resources } = JSON.parse(readFileSync(new URL('surface.json', import.meta.url), 'utf8')) as Written;
  return new Map(
    resources.map(({ at = '', name = at, host = 'api.twilio.com', sid, legacy, operations, properties }) => [
      name,
      {
        name,
        host,
        prefixes: sid ?? [],
        legacy: legacy ?? false,
        operations: new Map(
          verbs.flatMap((verb) => {
            const said = operations[verb];
            if (!said) return [];
            const { method, path, pageSize, needs = [] } = said;
            const sids = mapValues(said.sids, (prefixes) => prefixes.split('|'));
            return [[verb, { method, path, sids, params: mapValues(said.params, readFact), pageSize, needs }]];
          }),
        ),
        properties: mapValues(properties, readFact),
      },
    ]),
  );
};

/** Every resource by name. */
export const surface = read();
