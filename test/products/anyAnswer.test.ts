/**
 * Answers that are not as published, for every product: rows whose properties are null, empty, missing, of another type or
 * of another format stand between rows as published. What can be read is shown; what cannot is one error at its own path.
 */
import { type GraphQLNamedType, type GraphQLOutputType, getNamedType, isNonNullType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Entity } from '../../src/model/index.ts';
import {
  ancestors,
  jsonName,
  keyArgument,
  keysOf,
  plural,
  productName,
  productOf,
  typeName,
} from '../../src/model/index.ts';
import { servedProducts } from '../../src/server/products.ts';
import { type Chance, chance } from '../support/chance.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import { type Json, keyFor, pageOfRows, propertiesOf, publishedRow } from '../support/published.ts';

const {
  registry,
  schemas: { whole: schema },
} = servedProducts(undefined);
const { twilio, server } = await serverWithStandIn({
  ...{ TWILIO_MAX_COST: '100000', TWILIO_MAX_PREDICTED_COST: '100000000', TWILIO_TPS_PER_NODE: '1000' },
});
/** Another one draws other values: `SEED=7 npx vitest run …`. */
const SEED = Number(process.env.SEED ?? 1);

const MAX_ERRORS = 20;
const DATES = [
  '2026-11-20T10:00:00Z',
  'Fri, 20 Nov 2026 10:00:00 +0000',
  '2026-11-20',
  '2026-11-20T10:00:00.123456+00:00',
];
const NOTHING = [null, '', undefined] as const;
/** Values that a property may have instead of its own; `undefined`: it is missing. */
const OTHERS: readonly unknown[] = [
  ...[...NOTHING, ...DATES, [], {}, [null], [{}], { a: [1] }, 'SOMETHING_NEW', 'a text', '12', 12, -1, 0, 1.5, '1.5'],
  ...[2 ** 53, 10 ** 21, '99999999999999999999', 4_294_967_296, true, false, 'true', ['a'], [1, 'a'], 'x'.repeat(2000)],
];
const changed = (row: Json, keys: readonly string[], draw: Chance): Json => {
  const entries = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
    if (keys.includes(name) || draw.below(3) === 0) return [[name, value]];
    const other = draw.pick(OTHERS);
    return other === undefined ? [] : [[name, other]];
  });
  return { ...Object.fromEntries(entries), something_new: { nobody: ['knows'] } };
};

const rowTypes = new Set(registry.entities.map(typeName));
/** The values of a row and of its objects, without other rows. */
const selectionOf = (type: GraphQLNamedType): string => {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const of = getNamedType(field.type);
    const isOther =
      rowTypes.has(of.name) || of.name.endsWith('Connection') || of.astNode?.kind === 'UnionTypeDefinition';
    // The version of a row is read from the row itself.
    if (
      isOther ||
      field.name === 'etag' ||
      field.args.some((each) => isNonNullType(each.type) && each.defaultValue === undefined)
    )
      return [];
    if (!isObjectType(of) && 'getTypes' in of) return [];
    const inner = selectionOf(of);
    return isObjectType(of) && inner === '{  }' ? [] : [`${field.name} ${inner}`];
  });
  return `{ ${fields.join(' ')} }`;
};

const argumentsFor = (entity: Entity): string => {
  const above = ancestors(entity)
    .filter(({ name }) => name !== 'Account')
    .map((step) => `${keyArgument(step)}: ${JSON.stringify(keyFor(step))}`);
  const filters = Object.entries(entity.filters ?? {}).filter(([, rule]) => 'must' in rule && rule.must);
  const given = filters.map(
    ([name, rule]) => `${name}: ${'values' in rule && rule.values ? String(rule.values[0]) : '"a"'}`,
  );
  const all = given.length > 0 ? [...above, `filter: { ${given.join(', ')} }`] : above;
  return all.length > 0 ? `(${all.join(', ')})` : '';
};

/** The n-th of rows that differ in their key. */
const withKey = (entity: Entity, row: Json, n: number): Json => {
  const [name] = keysOf(entity).map((key) => jsonName(entity, key, entity.fields[key] ?? { scalar: 'ID' }));
  const value = name && row[name];
  if (!name || value === undefined) return row;
  if (typeof value === 'number') return { ...row, [name]: n };
  const isMoment = entity.fields[keysOf(entity)[0] ?? '']?.scalar === 'DateTime';
  return { ...row, [name]: isMoment ? `2026-09-01T00:00:0${n}Z` : `${String(value).slice(0, -1)}${n}` };
};

const mistakesIn = async (entity: Entity, draw: Chance): Promise<readonly string[]> => {
  const published = publishedRow(entity);
  const { entry } = productOf(entity);
  const hasKeys = keysOf(entity).every((key) => key in entity.fields);
  if (!published || !entity.filters || entity.rows === 'key' || !entry || !hasKeys) return [];
  const place = getNamedType(schema.getQueryType()?.getFields()[entry]?.type as GraphQLOutputType);
  const list = isObjectType(place) ? place.getFields()[plural(entity)] : undefined;
  const connection = list && getNamedType(list.type);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  if (!nodes) return [];
  const type = getNamedType(nodes.type);
  const keys = keysOf(entity).map((key) => jsonName(entity, key, entity.fields[key] ?? { scalar: 'ID' }));
  const rows = [0, 1, 2, 3, 4].map((n) => {
    const row = withKey(entity, published, n);
    return n === 0 || n === 4 ? row : changed(row, keys, draw);
  });
  twilio.play(() => pageOfRows(entity, rows));
  const { data, errors, status } = await server.ask(
    `{ ${entry} { it: ${plural(entity)}${argumentsFor(entity)} { nodes ${selectionOf(type)} } } }`,
  );
  const say = (what: string) => `${entity.name}: ${what}`;
  if (status !== 200) return [say(`HTTP ${status}, ${JSON.stringify(errors).slice(0, 300)}`)];
  const shown = (data?.[entry]?.it?.nodes ?? []) as readonly (Json | null)[];
  const found: string[] = [];
  if (shown.length !== rows.length)
    found.push(say(`${rows.length} rows are ${shown.length}: ${JSON.stringify(errors).slice(0, 300)}`));
  const failed = new Set<string>();
  for (const { path = [], extensions, message } of errors) {
    const [, , , row, field] = path as readonly unknown[];
    failed.add(`${row} ${field}`);
    if (extensions.code !== 'UPSTREAM_UNREADABLE')
      found.push(say(`${path.join('.')} has ${extensions.code}: ${message}`));
    if (row === 0 || row === 4) found.push(say(`${path.join('.')} fails, although it is as published: ${message}`));
  }
  if (shown.length !== rows.length) return found;
  for (const [i, row] of rows.entries()) {
    // An answer has so many errors at most, and the others have no path.
    if (errors.length >= MAX_ERRORS && i !== 0 && i !== 4) continue;
    for (const [name, value] of Object.entries(entity.fields)) {
      const raw = row[jsonName(entity, name, value)];
      if (value.unlisted) continue;
      const isNothing = raw === undefined || raw === null || raw === '';
      const hasFailed = failed.has(`${i} ${name}`);
      if (isNothing && hasFailed && !value.nonNull) found.push(say(`${i}.${name} fails for ${JSON.stringify(raw)}`));
      if (value.hidden || value.shownOnce || value.package || value.derivation || isNothing || hasFailed) continue;
      if (shown[i] === null || !(name in (shown[i] ?? {}))) continue;
      if (shown[i]?.[name] === null) found.push(say(`${i}.${name} is null for ${JSON.stringify(raw).slice(0, 60)}`));
    }
  }
  return found;
};

const products = [...new Set(registry.entities.map(productName))].filter((name) => name !== 'api.v2010');
describe.each(products)(`%s, seed ${SEED}`, (name) => {
  const own = registry.entities.filter(
    (entity) => productName(entity) === name && Object.keys(propertiesOf(entity)).length > 0,
  );
  test('what cannot be read is an error at its own path', async () => {
    const found: string[] = [];
    for (const entity of own)
      for (let round = 0; round < 3; round++) found.push(...(await mistakesIn(entity, chance(SEED + round))));
    expect(found).toEqual([]);
  });
});
