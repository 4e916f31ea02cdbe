/** What Twilio publishes of a resource beside the SDK's types: formats, prefixes of SIDs, page sizes, personal data. */
import { readFileSync } from 'node:fs';

export interface Fact {
  readonly type: string;
  readonly format: string;
  readonly values: readonly string[];
  readonly many: boolean;
  readonly required: boolean;
  readonly personal: boolean;
}
export interface OperationFacts {
  readonly method: string;
  readonly path: string;
  readonly sids?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: readonly string[];
  readonly body?: 'json';
  readonly paging?: string;
  readonly key?: string;
  readonly pageSize?: number;
}
export interface Facts {
  readonly sid?: readonly string[];
  readonly operations: Readonly<Record<string, OperationFacts>>;
  readonly properties: Readonly<Record<string, string>>;
}
export const NO_FACTS: Facts = { operations: {}, properties: {} };

/** `[type/format:PREFIX value|value]! #pii`, all but the type optional. */
const NOTATION = /^(\[)?([a-z]+)(?:\/([\w-]+))?(?::[A-Z|]+)?(?: ([^\]!#]+?))?\]?(!)?(?: #(\w+))?$/;

const readFact = (text: string): Fact => {
  const [, many, type = 'any', format = '', values, required, pii] = NOTATION.exec(text) ?? [];
  return {
    type,
    format,
    values: values?.split('|') ?? [],
    many: many !== undefined,
    required: required !== undefined,
    personal: pii !== undefined || format === 'phone-number' || format === 'endpoint' || format === 'email',
  };
};

const plain = (name: string): string => name.replace(/\W|_/g, '').toLowerCase();

/** The fact of a name, however it is written. */
export const factOf = (facts: Readonly<Record<string, string>> | undefined, name: string): Fact | undefined => {
  const found = Object.entries(facts ?? {}).find(([each]) => plain(each) === plain(name));
  return found && readFact(found[1]);
};
/** The facts of every resource, by where the SDK has it. */
export const readFacts = (file: string): ReadonlyMap<string, Facts> => {
  const { resources } = JSON.parse(readFileSync(file, 'utf8')) as { resources: readonly (Facts & { at?: string })[] };
  return new Map(resources.flatMap((each) => (each.at ? [[each.at, each]] : [])));
};
