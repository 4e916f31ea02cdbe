/** The SDK's type of a value, and what Twilio publishes of it → the kind that a descriptor says. */
import { aliasOf, blockOf, type Declarations, type Member } from './declarations.ts';
import type { Fact } from './facts.ts';
import type { ValueHint } from './hints.ts';
import type { Sdk } from './resources.ts';

export interface Typed {
  readonly name: string;
  readonly type: string;
  readonly fact: Fact | undefined;
  readonly hint: ValueHint;
  readonly use: 'field' | 'input' | 'filter';
  /** The name of the object that it is in. */
  readonly outer?: string;
}
/** Where names are looked up. */
export interface Scope {
  readonly sdk: Sdk;
  readonly at: Declarations;
  /** How names are written in JSON. */
  readonly json: 'snake' | 'camel';
  /** The name of the GraphQL type. */
  readonly entity: string;
  /** Names of types that an enum or an object cannot have. */
  readonly reserved: ReadonlySet<string>;
}

export const quoted = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
export const upperFirst = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;
export const lowerFirst = (name: string): string => `${name[0]?.toLowerCase()}${name.slice(1)}`;
export const propertyName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name));

const DEPTH = 5;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Says how Twilio's JSON writes a name of a class of the SDK, if it does not follow from it. */
export const writtenFrom = ({ at, json }: Scope, owner: string, name: string): string => {
  const written = at.written.get(owner)?.get(name);
  const usual = json === 'camel' ? name : snake(name);
  return written === undefined || written === usual ? '' : `.from(${quoted(written)})`;
};

/** A kind as it is written, with all that is said of the value. */
export const kindOf = (scope: Scope, typed: Typed): string => {
  const { hint, fact, use } = typed;
  if (hint.kind) return hint.kind;
  let kind = bareKind(scope, typed, []);
  const isText = /^t\.(string|sid|url|enum)/.test(kind) && !kind.endsWith('.list');
  if (hint.once && use === 'field' && isText) return 't.shownOnce';
  if (hint.secret && isText) return 't.secret';
  if (hint.secret && use === 'field') return 't.omit';
  if (hint.secret) kind = personal(kind);
  const isPhone = kind === 't.string' && (fact?.format === 'phone-number' || hint.pii === 'phone');
  if (isPhone) kind = 't.phone';
  else if (!hint.secret && (hint.pii || fact?.personal) && isPersonalName(typed)) kind = personal(kind);
  if (
    kind.startsWith('t.enum(') &&
    !kind.includes('.named(') &&
    scope.reserved.has(`${scope.entity}${upperFirst(typed.name)}`)
  )
    kind = kind.replace(
      /^t\.enum\([^)]*\)/,
      (found) => `${found}.named('${scope.entity}${upperFirst(typed.name)}Value')`,
    );
  if (hint.detail) kind += '.detail';
  if (use === 'input' && (hint.destination || (isPhone && typed.name === 'to'))) kind = destination(kind);
  if (hint.about) kind += `.about(${quoted(hint.about)})`;
  if (hint.deprecated) kind += `.deprecated(${quoted(hint.deprecated)})`;
  return kind;
};

/** Labels are no personal data, unless they name a person. */
const isPersonalName = ({ name, hint }: Typed): boolean =>
  !/^(friendly_?name|unique_?name)$/i.test(name) || hint.pii !== undefined;
/** A list is marked before it is called one. */
const destination = (kind: string): string =>
  kind.endsWith('.list') ? `${kind.slice(0, -'.list'.length)}.destination.list` : `${kind}.destination`;
const personal = (kind: string): string =>
  kind.endsWith('.list') ? `${kind.slice(0, -'.list'.length)}.pii.list` : `${kind}.pii`;

const bareKind = (scope: Scope, typed: Typed, inside: readonly string[]): string => {
  const { name, type, fact, hint, use } = typed;
  const bare = type.replace(/\s*\|\s*(null|undefined)\b/g, '').trim();
  const item = /^Array<([\s\S]+)>$/.exec(bare)?.[1] ?? /^\(?([^()|]+)\)?\[\]$/.exec(bare)?.[1];
  if (item !== undefined) {
    const one = bareKind(scope, { ...typed, type: item }, inside);
    return one.startsWith('t.omit') ? one : `${one}.list`;
  }
  const alias = aliasOf(scope.sdk.declarations, scope.at, bare) ?? bare;
  if (/^\s*\|?\s*"/.test(alias)) return enumKind([...alias.matchAll(/"([^"]*)"/g)].map(([, value = '']) => value));
  if (bare === 'string') return textKind(name, fact, hint, use);
  if (bare === 'number') return numberKind(name, fact);
  if (bare === 'boolean') return 't.boolean';
  if (bare === 'Date') return fact?.format === 'date' ? 't.date' : 't.dateTime';
  return objectKind(scope, typed, bare, inside) ?? 't.json';
};

const enumKind = (values: readonly string[]): string => {
  const kind = `t.enum(${values.map(quoted).join(', ')})`;
  return values.join() === 'GET,POST' ? `${kind}.named('HttpMethod')` : kind;
};

const textKind = (name: string, fact: Fact | undefined, hint: ValueHint, use: Typed['use']): string => {
  const format = fact?.format ?? '';
  if (hint.ref && use === 'field') return `t.ref(${quoted(hint.ref)})`;
  if (format === 'uri') return 't.url';
  if (format.startsWith('date-time')) return 't.dateTime';
  if (format === 'date') return 't.date';
  if (format === 'http-method') return 't.httpMethod';
  if (fact?.values.length && isNames(fact.values)) return enumKind(fact.values);
  if (use === 'field' && /(^s|S)id$/.test(name)) return 't.sid';
  if (use !== 'field' && format === 'sid') return 't.sid';
  if (/^(price|.*(Price|Cost|Amount))$/.test(name)) return 't.decimal';
  return 't.string';
};
/** Whether GraphQL can tell the values of an enum apart. */
const isNames = (values: readonly string[]): boolean => {
  const names = values.map((value) => value.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase());
  return new Set(names).size === names.length && names.every((name) => /[A-Z0-9]/.test(name));
};

const numberKind = (name: string, fact: Fact | undefined): string => {
  if (fact?.format === 'int64') return 't.long';
  if (/^(price|.*(Price|Cost|Amount))$/.test(name)) return 't.decimal';
  return fact?.type === 'number' ? 't.float' : 't.int';
};

/** An object with the values that the SDK names; `undefined` if it names none. */
const objectKind = (scope: Scope, typed: Typed, type: string, inside: readonly string[]): string | undefined => {
  const found = /^\w+$/.test(type) ? blockOf(scope.sdk.declarations, scope.at, type) : undefined;
  const members = found?.block.members.filter((member) => member.args === undefined) ?? [];
  if (!found || members.length === 0 || inside.includes(type) || inside.length >= DEPTH) return undefined;
  const own = upperFirst(typed.name.replace(/[\W_]+(\w)/g, (_, letter: string) => letter.toUpperCase()));
  const object = `${typed.outer ?? ''}${own}`;
  const entries = members.map((member) =>
    memberKind({ ...scope, at: found.at }, { ...typed, outer: object }, member, [...inside, type]),
  );
  return `t.object(${quoted(object)}, { ${entries.join(', ')} })`;
};

const PERSONAL =
  /^(phone_?number|phone|email|first_?name|last_?name|full_?name|address_?line\d?|street|date_?of_?birth|national_?id|body|text)$/i;

const memberKind = (scope: Scope, typed: Typed, member: Member, inside: readonly string[]): string => {
  const { name, type, optional } = member;
  const use = typed.use === 'field' ? 'filter' : typed.use;
  const nested: Typed = { name, type, fact: undefined, hint: {}, use, outer: typed.outer ?? '' };
  const kind = bareKind(scope, nested, inside);
  const marked = PERSONAL.test(name) && kind === 't.string' ? 't.string.pii' : kind;
  const from = writtenFrom(scope, inside.at(-1) ?? '', name);
  const isRequired = typed.use === 'input' && !optional;
  return `${propertyName(name)}: ${marked}${from}${isRequired ? '.required' : ''}`;
};
