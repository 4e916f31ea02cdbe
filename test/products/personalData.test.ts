/**
 * Every list and every row of every product, read by a key without `pii:read` where each personal value is a marker: none
 * is in the answer, in a decoded id or cursor, in an error or in the log.
 */
import { type GraphQLField, type GraphQLNamedType, getNamedType, isNonNullType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ancestors,
  type Entity,
  isEntity,
  jsonName,
  keyArgument,
  keysOf,
  ownArguments,
  productFamily,
  type Step,
  snakeCase,
  typeName,
  type Value,
} from '../../src/model/index.ts';
import type { RootField } from '../../src/schema/types.ts';
import { servedProducts } from '../../src/server/products.ts';
import { selectionOf } from '../support/anyField.ts';
import { closedAfterAll } from '../support/hooks.ts';
import { bearer, createKey, newState } from '../support/keys.ts';
import { type Json, keyFor, pageOfRows, publishedRow } from '../support/published.ts';
import { ACCOUNT, startAgainst } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const {
  registry,
  schemas: { whole: schema },
} = servedProducts(undefined);
const state = newState();
const keys = { without: '', with: '' };
beforeAll(async () => {
  keys.without = (await createKey(state, ['*:read', 'account:admin'])).text;
  keys.with = (await createKey(state, ['*:read', 'account:admin', 'pii:read'])).text;
});
const twilio = closedAfterAll(await startStandIn());
const server = closedAfterAll(
  await startAgainst(twilio.url, {
    ...{ TWILIO_GRAPHQL_STATE: state, TWILIO_MAX_COST: '100000', TWILIO_MAX_PREDICTED_COST: '100000000' },
    LOG_LEVEL: 'debug',
  }),
);

const TEXT = 'marker-of-ada';
const NUMBER = '+19995550123';
const FOUND = /marker-of-ada|9995550123/i;

const textFor = ({ scalar, phone }: Value): unknown => {
  if (phone) return NUMBER;
  if (scalar === 'JSON') return { [TEXT]: TEXT };
  return scalar === 'URL' ? `https://${TEXT}.example/` : TEXT;
};
/** A value of a personal field, and an object that holds some; `undefined` for all others. */
const markerFor = (value: Value, isWithin = false): unknown => {
  const { object, many } = value;
  const isPersonal = value.personal || isWithin;
  const inside = object && markersOf(object.fields, (name) => [name, snakeCase(name)], isPersonal);
  const isText = inside === undefined && (value.scalar === 'String' || !isWithin);
  const one = inside && Object.keys(inside).length > 0 ? inside : isPersonal && isText ? textFor(value) : undefined;
  return many && one !== undefined ? [one] : one;
};
const markersOf = (
  fields: Readonly<Record<string, Value>>,
  namesOf: (name: string, value: Value) => readonly string[],
  isWithin = false,
): Json =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const marker = markerFor(value, isWithin);
      return marker === undefined ? [] : namesOf(name, value).map((each) => [each, marker]);
    }),
  );
const isPhone = ({ personal, phone }: Value): boolean => personal === true && phone === true;
const LABELS = ['friendlyName', 'uniqueName', 'name'];
/** Twilio calls a number after itself. */
const labelsOf = ({ fields }: Entity): Json =>
  Object.values(fields).some(isPhone)
    ? Object.fromEntries(LABELS.flatMap((name) => (fields[name] ? [[snakeCase(name), NUMBER]] : [])))
    : {};
const SAMPLES: Readonly<Record<string, unknown>> = {
  ...{
    ID: ACCOUNT,
    DateTime: '2026-11-20T10:00:00Z',
    URL: 'https://example.com/',
    Boolean: true,
    Object: {},
    JSON: {},
  },
};
/** What every row has. */
const guaranteed = (entity: Entity): Json =>
  Object.fromEntries(
    Object.entries(entity.fields).flatMap(([name, value]) =>
      value.nonNull ? [[jsonName(entity, name, value), value.values?.[0] ?? SAMPLES[value.scalar] ?? '1']] : [],
    ),
  );
const keysFor = (entity: Entity): Json =>
  Object.fromEntries(
    keysOf(entity).flatMap((name) => {
      const value = entity.fields[name];
      return value ? [[jsonName(entity, name, value), markedKey(entity, name)]] : [];
    }),
  );
const markedRow = (entity: Entity): Json => ({
  ...guaranteed(entity),
  ...keysFor(registry.identity(entity)),
  ...publishedRow(entity),
  ...labelsOf(entity),
  ...markersOf(entity.fields, (name, value) => [jsonName(entity, name, value)]),
});

/** A key that is the marker where it is personal data. */
const markedKey = (step: Step, name: string): string => {
  const value = isEntity(step) ? step.fields[name] : undefined;
  return value?.personal ? String(textFor(value)) : keyFor(step);
};
const argumentsFor = (entity: Entity, isList: boolean): Record<string, string> => {
  const above = ancestors(entity).flatMap((step) =>
    step.name === 'Account' ? [] : [[keyArgument(step), markedKey(step, keysOf(step)[0] ?? '')] as const],
  );
  const own = isList ? [] : ownArguments(entity).map((name, i) => [name, markedKey(entity, keysOf(entity)[i] ?? '')]);
  const needed = Object.entries(entity.filters ?? {}).flatMap(([name, rule]) =>
    'must' in rule && rule.must ? [`${name}: ${'values' in rule && rule.values ? rule.values[0] : '"a"'}`] : [],
  );
  return {
    ...Object.fromEntries([...above, ...own].map(([name, key]) => [name, JSON.stringify(key)])),
    ...(isList && needed.length > 0 && { filter: `{ ${needed.join(', ')} }` }),
  };
};

const rowTypes = new Set(registry.entities.map(typeName));
/** The values of a row and of its objects, without other rows. */
const valuesOf = (type: GraphQLNamedType): string => {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const of = getNamedType(field.type);
    const isOther = rowTypes.has(of.name) || of.name.endsWith('Connection') || 'getTypes' in of;
    const needsMore = field.args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
    const inner = isOther || needsMore ? '' : valuesOf(of);
    return isOther || needsMore || (isObjectType(of) && inner === '{  }') ? [] : [`${field.name} ${inner}`];
  });
  return `{ ${fields.join(' ')} }`;
};

interface Read {
  readonly entity: Entity;
  readonly isList: boolean;
  readonly query: string;
}
const readsIn = (fields: readonly GraphQLField<unknown, unknown>[], entry?: string): readonly Read[] =>
  fields.flatMap((field): readonly Read[] => {
    const type = getNamedType(field.type);
    if (field.extensions.entry && isObjectType(type)) return readsIn(Object.values(type.getFields()), field.name);
    const { entity, operation } = (field.extensions.rootField ?? {}) as Partial<RootField>;
    const isList = operation === 'LIST';
    if (!entity || (!isList && operation !== 'GET') || !isObjectType(type)) return [];
    const row = isList ? getNamedType(type.getFields().nodes?.type ?? type) : type;
    const inside = isList
      ? `nodes ${valuesOf(row)} edges { cursor } pageInfo { endCursor }`
      : valuesOf(row).slice(1, -1);
    const text = selectionOf(field, argumentsFor(entity, isList), inside);
    return [{ entity, isList, query: entry === undefined ? `{ ${text} }` : `{ ${entry} { ${text} } }` }];
  });
const reads = readsIn(Object.values(schema.getQueryType()?.getFields() ?? {}));

/** Each text of an answer, as it is and as what may be written in base64. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value, ...['base64url', 'hex'].map((form) => decoded(value, form))];
  return typeof value === 'object' && value !== null ? Object.entries(value).flat().flatMap(textsIn) : [];
};
const decoded = (text: string, form: string): string => Buffer.from(text, form as BufferEncoding).toString('latin1');

const families = [...new Set(reads.map(({ entity }) => productFamily(entity)))];
const shown = new Set<string>();

describe.each(families)('%s', (family) => {
  test('shows no personal data', async () => {
    const wrong: string[] = [];
    for (const { entity, isList, query } of reads.filter((each) => productFamily(each.entity) === family)) {
      const row = markedRow(entity);
      twilio.play(() => (isList ? pageOfRows(entity, [row]) : row));
      const [hidden, whole] = [
        await server.ask(query, {}, undefined, bearer(keys.without)),
        await server.ask(query, {}, undefined, bearer(keys.with)),
      ];
      if (FOUND.test(whole.text)) shown.add(entity.name);
      const found = textsIn(JSON.parse(hidden.text)).filter((text) => FOUND.test(text));
      if (found.length > 0) wrong.push(`${entity.name}: ${found.slice(0, 3).join(' | ')} for ${query.slice(0, 200)}`);
      if (hidden.status !== 200 || !hidden.data) wrong.push(`${entity.name}: ${hidden.text.slice(0, 300)}`);
    }
    expect(wrong).toEqual([]);
  });
});

test('which would have been shown to a key with the scope, and is in no log', () => {
  expect(shown.size).toBeGreaterThan(200);
  expect(['SyncMapItem', 'VerifyEntity', 'SipTrunkPhoneNumber', 'Message'].filter((name) => !shown.has(name))).toEqual(
    [],
  );
  expect(server.logged.filter((line) => FOUND.test(JSON.stringify(line)))).toEqual([]);
});
