/** Where a descriptor and Twilio's surface disagree, each difference as one sentence that names its place. */
import type { Entity, Operation, Step } from '../../src/model/descriptor.ts';
import type { Compared, Value } from '../../src/model/kinds.ts';
import { keyArgument, pascalCase, snakeCase } from '../../src/model/names.ts';
import { keyField, lineage, productName } from '../../src/model/path.ts';
import { type Registry, targetsOf } from '../../src/model/registry.ts';
import { operationsOf, valuesOf } from '../../src/model/route.ts';
import { MAX_PAGE } from '../../src/twilio/lists/pageStream.ts';
import type { RecordedRoute } from '../../src/twilio/routes.ts';
import type { Fact, Facts, Resource, SurfaceOperation, Verb } from '../support/surface.ts';

const verbOf = (operation: Operation): Verb => (operation === 'remove' ? 'delete' : operation);
const words = (list: readonly string[]): string => [...list].sort().join(', ');
const prefixesOf = ({ sid }: Step): readonly string[] => [sid ?? []].flat();

export const differencesOf = (
  registry: Registry,
  entity: Entity,
  resource: Resource,
  routes: readonly RecordedRoute[],
): readonly string[] => {
  const found: string[] = [];
  const say = (place: string, what: string) => found.push(`${[entity.name, place].filter(Boolean).join('.')}: ${what}`);

  const ours = operationsOf(entity).map(verbOf);
  for (const verb of ours) if (!resource.operations.has(verb)) say(verb, 'Twilio has no such operation');
  for (const verb of resource.operations.keys()) if (!ours.includes(verb)) say(verb, 'not offered');

  if (keyField(entity) === 'sid') {
    const [here, there] = [words(prefixesOf(entity)), words(resource.prefixes)];
    if (here !== there) say('', `its SIDs begin with ${there}, not ${here}`);
  }

  sameNames(
    Object.keys(entity.fields)
      .filter((name) => !entity.fields[name]?.derivation)
      .map(snakeCase),
    Object.keys(resource.properties),
    (name, what) => say(`fields.${name}`, what),
  );
  for (const [name, value] of Object.entries(entity.fields)) {
    const fact = resource.properties[snakeCase(name)];
    if (!fact) continue;
    compareKinds(name, value, fact, (what) => say(`fields.${name}`, what));
    if (name !== keyField(registry.canonical(entity)) || value.target)
      compareReference(registry, value, fact, (what) => say(`fields.${name}`, what));
  }

  for (const route of routes) {
    const verb = verbOf(route.operation);
    const said = resource.operations.get(verb);
    if (!said) continue;
    compareRoute(entity, route, said, (what) => say(verb, what));
    compareParameters(entity, route, said.params, (name, what) => say(`${verb}.${name}`, what));
    if (said.pageSize !== undefined && said.pageSize < MAX_PAGE)
      say(verb, `has at most ${said.pageSize} rows on a page`);
    if (verb === 'create') {
      const groups = (all: readonly (readonly string[])[]) => all.map((group) => words(group)).join(' and ');
      const here = groups((entity.requireOneOf ?? []).map((group) => group.map(pascalCase)));
      if (here !== groups(said.needs)) say(verb, `needs one each of ${groups(said.needs) || 'nothing'}`);
    }
  }
  return found;
};

const sameNames = (
  ours: readonly string[],
  theirs: readonly string[],
  say: (name: string, what: string) => void,
): void => {
  for (const name of theirs) if (!ours.includes(name)) say(name, 'missing');
  for (const name of ours) if (!theirs.includes(name)) say(name, 'unknown to Twilio');
};

const compareRoute = (
  entity: Entity,
  { method, host, path }: RecordedRoute,
  said: SurfaceOperation,
  say: (what: string) => void,
): void => {
  const here = `${method} https://${host}${path}`;
  const there = `${said.method} https://api.twilio.com${said.path}`;
  if (nameless(here) !== nameless(there)) {
    say(`goes to ${here} instead of ${there}`);
    return;
  }
  const theirs = variablesOf(there);
  for (const [i, variable] of variablesOf(here).entries()) {
    const step = lineage(entity).find((each) => variable === variableOf(each, entity));
    const prefixes = said.sids[theirs[i] ?? ''];
    if (step && prefixes && words(prefixes) !== words(prefixesOf(step)))
      say(`${theirs[i]} begins with ${words(prefixes)}, not ${words(prefixesOf(step))}`);
  }
};

/** Twilio calls a parent now by one name, now by another, as RecordingSid or ReferenceSid: its place says which it is. */
const nameless = (path: string): string => path.replace(/\{\w+\}/g, '{}');
const variablesOf = (path: string): readonly string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
const variableOf = (step: Step, entity: Entity): string =>
  pascalCase(step === entity ? (keyField(entity) ?? '') : keyArgument(step));

/** What was really sent, by its name on the wire, against what Twilio takes. */
const compareParameters = (
  entity: Entity,
  { operation, request }: RecordedRoute,
  params: Facts,
  say: (name: string, what: string) => void,
): void => {
  const sent = { ...request.params, ...(request.data as object | undefined) } as Readonly<Record<string, unknown>>;
  const { filters: list } = entity;
  const values = operation === 'list' ? list : valuesOf(entity, operation);
  const ranges = Object.entries(values ?? {}).filter(([, value]) => 'compares' in value && value.compares !== 'equal');
  // Equality of a range goes out as its two bounds.
  const offered = [...Object.keys(sent), ...ranges.map(([name]) => pascalCase(name))];
  sameNames(offered, Object.keys(params), say);
  for (const [name, fact] of Object.entries(params)) {
    if (!(name in sent)) continue;
    for (const value of [sent[name]].flat())
      if (!looksLike(fact, value)) say(name, `is sent as ${JSON.stringify(value)}, which is no ${fact.format}`);
  }
  for (const [name, value] of Object.entries(values ?? {})) {
    const compared = 'compares' in value;
    if (!compared && value.pairs) continue;
    if (!offered.includes(pascalCase(name))) say(name, 'never reaches Twilio');
    const fact = params[pascalCase(name)];
    if (!fact) continue;
    if (!compared) compareKinds(name, value, fact, (what) => say(name, what));
    else compareFilter(name, value, entity, fact, (what) => say(name, what));
    if (fact.required !== (!compared && value.must === true))
      say(name, fact.required ? 'required by Twilio' : 'not required by Twilio');
  }
};

/** A filter by a field: the field's kind must be what Twilio compares with. */
const compareFilter = (
  name: string,
  { compares }: Compared,
  entity: Entity,
  fact: Fact,
  say: (what: string) => void,
): void => {
  const field = entity.fields[name];
  if (compares === 'days' || compares === 'range') {
    const format = compares === 'days' ? 'date' : 'date-time';
    if (fact.format !== format) say(`compared as ${format} where Twilio has ${kindOf(fact)}`);
    if (field?.scalar !== 'DateTime' && field?.scalar !== 'Date') say('compared as a range, but is no moment');
  } else if (field) compareKinds(name, field, fact, say);
};

const looksLike = ({ format }: Fact, value: unknown): boolean => {
  const text = String(value);
  if (format === 'date') return /^\d{4}-\d\d-\d\d$/.test(text);
  if (format === 'date-time') return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text);
  return value !== undefined && !text.includes('[object');
};

/** The kind of a descriptor in words, and the one that Twilio's type and format ask for in the same words. */
const saidKind = (value: Value): string => {
  if (value.hidden) return value.hidden;
  const one =
    value.scalar === 'Object'
      ? 'JSON'
      : value.scalar !== 'Enum'
        ? value.scalar
        : value.enumName === 'HttpMethod'
          ? value.enumName
          : `Enum of ${words(value.values ?? []) || 'nothing'}`;
  return value.many ? `list of ${one}` : one;
};
const scalars: Readonly<Record<string, string>> = {
  'http-method': 'HttpMethod',
  sid: 'ID',
  'date-time': 'DateTime',
  'date-time-rfc-2822': 'DateTime',
  date: 'Date',
  uri: 'URL',
  'uri-map': 'omit',
  boolean: 'Boolean',
  integer: 'Int',
  number: 'Float',
  string: 'String',
  object: 'JSON',
  any: 'JSON',
};
const kindOf = ({ type, format, values, many }: Fact): string => {
  const one = values ? `Enum of ${words(values)}` : (scalars[format ?? ''] ?? scalars[type] ?? type);
  return many ? `list of ${one}` : one;
};

/** What reaches a person, by Twilio's own tag or by its nature. */
const isPersonal = ({ pii, format }: Fact): boolean =>
  pii !== undefined || format === 'phone-number' || format === 'endpoint';

const compareKinds = (name: string, value: Value, fact: Fact, say: (what: string) => void): void => {
  // The surface does not name what is in an object.
  const [here, there] = [saidKind(value).replace('Object', 'JSON'), name === 'uri' ? 'omit' : kindOf(fact)];
  const kept = here === 'secret' && fact.pii === 'sensitive';
  if (here !== there && !kept) say(`is ${here} where Twilio has ${there}`);
  if (isPersonal(fact) && !value.personal && !value.hidden) say('personal data that is not marked');
};

/** A SID must point to what its prefix belongs to, if that is described at all. */
const compareReference = (registry: Registry, { target }: Value, fact: Fact, say: (what: string) => void): void => {
  if (fact.format !== 'sid') return;
  const prefixes = words(fact.prefixes);
  if (target) {
    for (const name of targetsOf(target)) {
      const there = words(prefixesOf(registry.get(name)));
      if (there !== prefixes) say(`refers to ${name} (${there}), but its SIDs begin with ${prefixes}`);
    }
    return;
  }
  const isOwner = (entity: Entity) =>
    productName(entity) === 'api.v2010' && entity.fetch && words(prefixesOf(entity)) === prefixes;
  const owners = registry.entities.filter(isOwner);
  if (owners.length > 0) say(`is no reference, but may be one to ${owners.map(({ name }) => name).join(' or ')}`);
};
