/** The parts of a draft that hold values: fields, filters, and what each operation takes. */
import { blockOf, type Declarations, type Member } from './declarations.ts';
import { type Fact, type Facts, factOf, type OperationFacts } from './facts.ts';
import type { Hint, ValueHint } from './hints.ts';
import { kindOf, lowerFirst, propertyName, type Scope, type Typed, writtenFrom } from './kinds.ts';
import { has, type Resource, type SdkOperation } from './resources.ts';

export interface Subject {
  readonly scope: Scope;
  readonly resource: Resource;
  readonly facts: Facts;
  readonly hint: Hint;
  /** What it lies in and can be fetched, by the names of the fields that hold its keys. */
  readonly above: readonly { readonly key: string; readonly entity: string }[];
}
/** A name and the kind that is said of it. */
export type Said = readonly [name: string, kind: string];

export const objectText = (entries: readonly Said[]): string =>
  `{ ${entries.map(([name, kind]) => `${propertyName(name)}: ${kind}`).join(', ')} }`;

/** The entries of an object as it was written: split at the commas of its own depth. */
export const entriesOf = (text: string): readonly string[] => {
  const entries: string[] = [];
  let [depth, start, quote] = [0, 0, false];
  const body = text.slice(2, -2);
  for (let i = 0; i <= body.length; i++) {
    const letter = body[i] ?? ',';
    if (letter === "'" && body[i - 1] !== '\\') quote = !quote;
    if (quote) continue;
    if ('{(['.includes(letter)) depth++;
    if ('})]'.includes(letter)) depth--;
    if (letter !== ',' || depth > 0) continue;
    const entry = body.slice(start, i).trim();
    if (entry) entries.push(entry);
    start = i + 1;
  }
  return entries;
};

const hintOf = ({ hint }: Subject, place: string): ValueHint => hint.values?.[place] ?? {};

/** Addresses of the row itself and of what lies in it: `id` and the fields of the graph are there instead. */
const NOISE = /^(url|uri|links|subresourceUris|meta)$/;

export const dataOf = ({ instance }: Resource): readonly Member[] =>
  instance.filter(({ name, args }) => args === undefined && !name.startsWith('_'));

export const fieldsOf = (subject: Subject): readonly Said[] => {
  const { resource, facts, scope } = subject;
  const listKey = facts.operations.list?.key;
  const data = dataOf(resource);
  // Newer products describe the page, the error and the row as one.
  const isPage = (name: string) => name === listKey && data.some((each) => each.name === 'meta');
  const isError = data.some(({ name }) => name === 'moreInfo') && data.some(({ name }) => name === 'code');
  return data.map(({ name, type }): Said => {
    if (NOISE.test(name) || isPage(name)) return [name, 't.omit'];
    if (isError && /^(code|message|moreInfo|userError|params)$/.test(name)) return [name, 't.omit'];
    if (isError && name === 'status' && type === 'number') return [name, 't.omit'];
    const fact = factOf(facts.properties, name);
    const hint = hintOf(subject, `fields.${name}`);
    if (name === 'accountSid') return [name, "t.ref('Account')"];
    const above = subject.above.find((each) => each.key === name && name !== 'sid')?.entity;
    const known = above && hint.ref === undefined ? { ...hint, ref: above } : hint;
    const kind = kindOf(scope, { name, type, fact, hint: known, use: 'field' });
    const from = writtenFrom(scope, `${resource.stem}Instance`, name);
    const shown = name === 'id' ? 'twilioId' : hint.as;
    return [name, kind + from + (shown ? `.as('${shown}')` : '')];
  });
};

interface Taken {
  readonly members: readonly Member[];
  readonly type: string;
  readonly at: Declarations;
  /** The SDK says nothing of what is in it. */
  readonly isOpen: boolean;
  /** It is the JSON body; otherwise the SDK writes the names of a form. */
  readonly isJson: boolean;
}
/** The members of the options that a method takes; `undefined` if the SDK has no such method. */
const takenBy = ({ scope }: Subject, members: readonly Member[] | undefined, method: string): Taken | undefined => {
  const overloads = members?.filter(({ name, args }) => name === method && args !== undefined) ?? [];
  if (overloads.length === 0) return undefined;
  const type = overloads.map(({ args = '' }) => /^params\??: ([\w.]+)/.exec(args)?.[1]).find(Boolean) ?? '';
  const found = blockOf(scope.sdk.declarations, scope.at, type);
  return {
    members: found?.block.members.filter(({ args }) => args === undefined) ?? [],
    type,
    at: found?.at ?? scope.at,
    isOpen: type === 'object',
    isJson: overloads.some(({ args }) => args?.includes('headers?: any')),
  };
};

const PAIR = /^parameter\d+\.(name|value)$/;

/** What an operation takes; `undefined` if the SDK does not have it. */
export const inputsOf = (
  subject: Subject,
  operation: SdkOperation,
  place = operation as string,
): readonly Said[] | undefined => {
  const { resource, facts, scope } = subject;
  const own =
    operation === 'create' && has(resource.list, 'create') ? resource.list : (resource.context ?? resource.list);
  const taken = takenBy(subject, own, operation);
  if (!taken) return undefined;
  if (taken.isOpen) return [['body', 't.body']];
  const { params } = factsOf(facts, operation) ?? {};
  const said = taken.members
    .filter(({ name }) => !PAIR.test(name))
    .map(({ name, type, optional }): Said => {
      const typed: Typed = {
        name,
        type,
        fact: factOf(params, name),
        hint: hintOf(subject, `${place}.${name}`),
        use: 'input',
      };
      const from = taken.isJson ? writtenFrom({ ...scope, at: taken.at }, taken.type, name) : '';
      return [name, `${kindOf(scope, typed)}${from}${optional ? '' : '.required'}`];
    });
  return taken.members.some(({ name }) => PAIR.test(name)) ? [...said, ['parameters', 't.pairs']] : said;
};
const factsOf = (facts: Facts, operation: SdkOperation): OperationFacts | undefined =>
  facts.operations[
    operation === 'remove'
      ? 'delete'
      : operation === 'patch' && facts.operations.patch === undefined
        ? 'update'
        : operation
  ];

const PAGE_OPTIONS = /^(limit|pageSize|pageNumber|pageToken)$/;
const BOUND = /^\w+(Before|After|From|To|Since|Until)$|^(before|after|start|end)[A-Z]/;

/** What the list can be narrowed by: fields that Twilio compares, and arguments of its own. */
export const filtersOf = (subject: Subject): readonly Said[] => {
  const { resource, facts, scope } = subject;
  const fields = new Map(fieldsOf(subject));
  const options = (takenBy(subject, resource.list, 'list')?.members ?? []).filter(
    ({ name }) => !PAGE_OPTIONS.test(name),
  );
  const params = facts.operations.list?.params;
  const ranges = rangesOf(subject, options, fields);
  const covered = new Set([...ranges.values()].flatMap(({ names }) => names));
  const said = options
    .filter(({ name }) => !covered.has(name))
    .map(({ name, type, optional }): Said => {
      const fact = factOf(params, name);
      const own = hintOf(subject, `filters.${name}`);
      const kind = kindOf(scope, { name, type, fact, hint: own, use: 'filter' });
      if (!optional || fact?.required) return [name, `${kind}.required`];
      return [name, comparedKind(name, type, fields, fact, own) ?? kind];
    });
  return [
    ...said,
    ...[...ranges].map(([name, { kind }]): Said => [name, hintOf(subject, `filters.${name}`).kind ?? kind]),
  ];
};

/** Scalars that Twilio compares for equality as this server does. */
const EXACT = /^t\.(string|phone|sid|ref|enum|boolean|int|digits|shownOnce)/;

const comparedKind = (
  name: string,
  type: string,
  fields: ReadonlyMap<string, string>,
  fact: Fact | undefined,
  hint: ValueHint,
): string | undefined => {
  const field = fields.get(name) ?? '';
  if (hint.kind || hint.loose || hint.deprecated || !EXACT.test(field) || field.includes('.list')) return undefined;
  if (/^Array<|\[\]$/.test(type)) return 't.equal.list';
  if (fact?.format.startsWith('date')) return undefined;
  return hint.defaultsTo ? `t.equal.defaultsTo('${hint.defaultsTo}')` : 't.equal';
};

interface Range {
  readonly kind: string;
  readonly names: readonly string[];
}
/** Options that bound a field. */
const rangesOf = (
  { hint, facts }: Subject,
  options: readonly Member[],
  fields: ReadonlyMap<string, string>,
): ReadonlyMap<string, Range> => {
  const names = options.map(({ name }) => name);
  const isMoment = (field: string) => /^t\.(date|dateTime)\b/.test(fields.get(field) ?? '');
  const ranges = new Map<string, Range>();
  const bounds: (readonly [field: string, lower: string, upper: string])[] = [
    ...Object.entries(hint.ranges ?? {}).map(([field, [lower, upper]]) => [field, lower, upper] as const),
    ...names.flatMap((name) => {
      const field = /^(\w+)(After|From)$/.exec(name)?.[1];
      return field ? [[field, name, name.replace(/After$/, 'Before').replace(/From$/, 'To')] as const] : [];
    }),
  ];
  for (const [field, lower, upper] of bounds) {
    if (ranges.has(field) || !isMoment(field) || !names.includes(lower) || !names.includes(upper)) continue;
    if (!BOUND.test(lower) && lower !== field) continue;
    const fact = factOf(facts.operations.list?.params, lower);
    const kind = fact?.format === 'date' || hint.values?.[`filters.${lower}`]?.days ? 't.days' : 't.range';
    const isUsual = lower === `${field}After` && names.includes(field);
    ranges.set(field, {
      kind: isUsual ? kind : `${kind}.by('${lower}', '${upper}')`,
      names: isUsual ? [lower, upper, field] : [lower, upper],
    });
  }
  return ranges;
};

/** Headers of a JSON write, which the SDK takes without naming them. */
export const headersOf = (subject: Subject, operation: SdkOperation): readonly Said[] => {
  const { headers = [] } = factsOf(subject.facts, operation) ?? {};
  const { list, context } = subject.resource;
  const own = operation === 'create' && has(list, 'create') ? list : (context ?? list);
  if (!takenBy(subject, own, operation)?.isJson) return [];
  return headers
    .filter((name) => /^(If-Match|Idempotency-Key)$/i.test(name))
    .map(
      (name): Said => [
        lowerFirst(name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())),
        `t.header('${name}')`,
      ],
    );
};
