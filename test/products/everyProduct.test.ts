/**
 * Every product from outside: its lists, its rows by key and by `id`, and their references, against a stand-in that
 * answers with Twilio's published examples, and by its published surface where there is none. A value that Twilio sends is
 * shown, every value is known, and no parameter is sent that the surface does not have.
 */
import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Entity, Value } from '../../src/model/index.ts';
import {
  ancestors,
  jsonName,
  keyArgument,
  keysOf,
  ownArguments,
  plural,
  productName,
  productOf,
  singular,
  typeName,
} from '../../src/model/index.ts';
import { servedProducts } from '../../src/server/products.ts';
import { routesOfHost } from '../../src/twilio/routes.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import { type Json, keyFor, pageOfRows, publishedRow } from '../support/published.ts';
import type { Seen } from '../support/standIn.ts';
import { surface } from '../support/surface.ts';

/** Twilio's answers to Gets, by host and path. */
const examples: Readonly<Record<string, Readonly<Record<string, Json>>>> = JSON.parse(
  readFileSync(new URL('../support/examples.json', import.meta.url), 'utf8'),
);
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.+]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`);
const patterns = Object.entries(examples).flatMap(([host, paths]) =>
  Object.entries(paths)
    .sort(([left], [right]) => left.split('{').length - right.split('{').length)
    .map(([path, body]) => ({
      host,
      body,
      pattern: patternOf(path),
    })),
);
const exampleAt = (host: string | undefined, path: string): Json | undefined =>
  patterns.find((each) => each.host === host && each.pattern.test(path))?.body;

const {
  registry,
  schemas: { whole: schema },
} = servedProducts(undefined);
const hosts = [...new Set(registry.entities.map((entity) => productName(entity).split('.')[0] ?? ''))];
const routes = (await Promise.all(hosts.map((host) => routesOfHost(registry, host)))).flat();
const { twilio, server } = await serverWithStandIn({
  ...{ TWILIO_MAX_COST: '100000', TWILIO_MAX_PREDICTED_COST: '100000000', TWILIO_TPS_PER_NODE: '1000' },
});

const gone = { code: 20404, message: 'The requested resource was not found', status: 404 };
const listPatterns = routes
  .filter(({ operation }) => operation === 'list')
  .map(({ host, path, entity }) => ({ host, pattern: patternOf(path), entity }));
const rowPatterns = routes
  .filter(({ operation }) => operation === 'fetch')
  .map(({ host, path, entity }) => ({ host, pattern: patternOf(path), entity }));
const SID = /^[A-Z]{2}[0-9a-f]{32}$/;
/** An example is of some row; asked for by another SID, it is of that one. */
const ofRow = (body: Json, path: string): Json => {
  const asked = path.split('/').at(-1) ?? '';
  if (!SID.test(asked)) return body;
  const isKey = (value: unknown) => SID.test(String(value)) && String(value).slice(0, 2) === asked.slice(0, 2);
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, /sid$/.test(name) && isKey(value) ? asked : value]),
  );
};
const answerWithExamples = () =>
  twilio.play(({ path, headers: { host } }) => {
    const example = exampleAt(host, path);
    if (example) return ofRow(lastPage(example), path);
    const list = listPatterns.find((each) => each.host === host && each.pattern.test(path))?.entity;
    if (list) return publishedPage(list);
    const one = rowPatterns.find((each) => each.host === host && each.pattern.test(path))?.entity;
    const row = one && publishedRow(one);
    return row ? ofRow(row, path) : [404, gone];
  });
/** Twilio publishes a first page of some lists, and no second one. */
const lastPage = (example: Json): Json => {
  const { meta } = example as { readonly meta?: Json };
  return meta?.next_token ? { ...example, meta: { ...meta, next_token: null } } : example;
};
const publishedPage = (entity: Entity): Json => {
  const row = publishedRow(entity);
  return pageOfRows(entity, row && entity.rows !== 'key' ? [row] : []);
};

/** Parameters by which any list is paged. */
const PAGING = /^(page|pagesize|pagetoken|startindex|count|limit)$/i;
const operations = [...surface.values()].flatMap(({ host, operations }) =>
  [...operations.values()].map(({ method, path, params }) => ({ host, method, params, pattern: patternOf(path) })),
);
/** Parameters that Twilio's surface does not have at this address. */
const unknownIn = ({ method, path, query, form, headers: { host } }: Seen): readonly string[] => {
  const here = operations.filter((each) => each.host === host && each.method === method && each.pattern.test(path));
  const known = new Set(here.flatMap(({ params }) => Object.keys(params)));
  return [...query.keys(), ...form.keys()]
    .filter((name) => !known.has(name) && !PAGING.test(name))
    .map((name) => `${method} ${host}${path} with ${name}, which Twilio does not know`);
};

/** Examples that are not of the resource that they are published for, and what cannot be shown. */
const EXCEPTIONS: readonly RegExp[] = [
  // The stand-in answers for a version of another plugin.
  /^FlexConfiguredPlugin \w+: .*pluginVersion: Twilio's answer is not the requested resource/,
  /^MessagingUseCases fetch: \w+ has no field$/,
  /^InsightsInboundNumberReport list: /,
  // Twilio publishes the properties of the report and not of its rows.
  /^InsightsOutboundNumberReport list: /,
  // Published of another answer than the list's.
  /^MemoryProfileTrait list: message has no field$/,
  // A result is read page by page, with the token of the query.
  /^InsightsQuery fetch: /,
  // The SDK cannot say a name that JavaScript reserves.
  /^Flex\w*Plugin\w* \w+: private has no field$/,
];

const rowTypes = new Set(registry.entities.map(typeName));
const isOfRows = (type: GraphQLNamedType): boolean =>
  rowTypes.has(type.name) || type.name.endsWith('Connection') || isUnionType(type);
/** All that can be selected of a type; of other rows, that they are there. */
const selectionOf = (type: GraphQLNamedType): string => {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some((each) => isNonNullType(each.type) && each.defaultValue === undefined)) return [];
    const of = getNamedType(field.type);
    if (of.name.endsWith('Connection')) return [`${field.name}(first: 1) { nodes { __typename } }`];
    if (isOfRows(of)) return [`${field.name} { __typename }`];
    return [`${field.name} ${selectionOf(of)}`];
  });
  return `{ ${fields.join(' ')} }`;
};
const rowTypeOf = (type: GraphQLOutputType): GraphQLNamedType => {
  const named = getNamedType(type);
  const nodes = isObjectType(named) ? named.getFields().nodes : undefined;
  return nodes ? getNamedType(nodes.type) : named;
};

const argumentsFor = (entity: Entity, own: Readonly<Record<string, unknown>> = {}): string => {
  const above = ancestors(entity)
    .filter(({ name }) => name !== 'Account')
    .map((step) => [keyArgument(step), keyFor(step)]);
  const filters = Object.entries(entity.filters ?? {}).filter(([, rule]) => 'must' in rule && rule.must);
  const given: [string, unknown][] = [...above, ...Object.entries(own)].map(([name, value]) => [String(name), value]);
  const all = given.map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  if (Object.keys(own).length === 0 && filters.length > 0)
    all.push(
      `filter: { ${filters.map(([name, rule]) => `${name}: ${'values' in rule && rule.values ? String(rule.values[0]) : '"a"'}`)} }`,
    );
  return all.length > 0 ? `(${all.join(', ')})` : '';
};
const inEntry = (entity: Entity, field: string): string => {
  const { entry } = productOf(entity);
  return entry ? `{ ${entry} { it: ${field} } }` : `{ it: ${field} }`;
};
const ask = async (entity: Entity, field: string): Promise<{ it: unknown; errors: readonly string[] }> => {
  const { data, errors } = await server.ask(inEntry(entity, field));
  const { entry } = productOf(entity);
  return {
    it: (entry ? data?.[entry] : data)?.it,
    errors: errors.map(({ path, message }) => `${path?.join('.')}: ${message}`),
  };
};

/** What Twilio sent and the row does not show. */
const missingIn = (entity: Entity, sent: Json, shown: Json): readonly string[] => {
  const known = new Map<string, [string, Value]>(
    Object.entries(entity.fields).map(([name, value]) => [jsonName(entity, name, value), [name, value]]),
  );
  return Object.entries(sent).flatMap(([name, value]) => {
    const [field, kind] = known.get(name) ?? [];
    if (!field || !kind) return [`${name} has no field`];
    if (kind.hidden || kind.shownOnce || value === null || value === '' || kind.package) return [];
    return (shown[field] ?? null) === null ? [`${field} is null, not ${JSON.stringify(value)}`] : [];
  });
};

const listed = (page: Json): readonly unknown[] => {
  const { key } = (page.meta ?? {}) as { key?: string };
  const rows = key ? page[key] : Object.values(page).find(Array.isArray);
  return Array.isArray(rows) ? rows : [];
};
/** Some examples of lists are empty. */
const isPage = (page: Json): boolean => Object.values(page).some(Array.isArray);
const exampleOf = (entity: Entity, operation: 'list' | 'fetch'): Json | undefined => {
  const route = routes.find((each) => each.entity === entity && each.operation === operation);
  return route && exampleAt(route.host, route.path.replace(/\{\w+\}/g, 'a'));
};

/** Examples repeat rows; a row that Twilio lists twice counts once. */
const distinct = (entity: Entity, rows: readonly unknown[]): readonly unknown[] => {
  const names = keysOf(entity).map((name) => jsonName(entity, name, entity.fields[name] ?? { scalar: 'ID' }));
  const keyOf = (row: unknown) => (names.length > 0 ? names.map((name) => (row as Json)[name]).join('/') : row);
  return [...new Map([...rows].reverse().map((row) => [keyOf(row), row])).values()].reverse();
};

const walkList = async (entity: Entity): Promise<readonly string[]> => {
  const page = exampleOf(entity, 'list') ?? publishedPage(entity);
  if (!entity.filters || !isPage(page)) return [];
  const type = rootTypeOf(entity, plural(entity));
  if (!type) return [`${plural(entity)} is no field`];
  const { it, errors } = await ask(entity, `${plural(entity)}${argumentsFor(entity)} { nodes ${selectionOf(type)} }`);
  const shown = ((it as { nodes?: Json[] } | null)?.nodes ?? []) as readonly Json[];
  const sent = distinct(entity, listed(page));
  return [
    ...errors,
    ...(shown.length === sent.length ? [] : [`${sent.length} rows are ${shown.length}`]),
    ...shown.flatMap((row, i) => (entity.rows === 'key' ? [] : missingIn(entity, sent[i] as Json, row))),
  ];
};

const walkRow = async (entity: Entity): Promise<readonly string[]> => {
  const sent = exampleOf(entity, 'fetch') ?? publishedRow(entity);
  if (!entity.fetch || !sent) return [];
  const type = rootTypeOf(entity, singular(entity));
  if (!type) return [`${singular(entity)} is no field`];
  const own = Object.fromEntries(
    ownArguments(entity).map((argument, i) => {
      const name = keysOf(entity)[i] ?? '';
      const value = sent[jsonName(entity, name, entity.fields[name] ?? { scalar: 'ID' })];
      return [argument, String(value ?? keyFor(entity))];
    }),
  );
  const { it, errors } = await ask(entity, `${singular(entity)}${argumentsFor(entity, own)} ${selectionOf(type)}`);
  if (!it) return [...errors, 'is null'];
  const row = it as Json;
  const again = row.id === undefined ? undefined : (await server.ask(`{ node(id: "${row.id}") { id } }`)).data?.node;
  return [
    ...errors,
    ...missingIn(entity, sent, row),
    ...(row.id === undefined || again?.id === row.id ? [] : [`node(id) is ${JSON.stringify(again)}`]),
  ];
};

const rootTypeOf = (entity: Entity, name: string): GraphQLNamedType | undefined => {
  const query = schema.getQueryType();
  const { entry } = productOf(entity);
  const place = entry ? getNamedType(query?.getFields()[entry]?.type as GraphQLOutputType) : query;
  const field = isObjectType(place) ? place.getFields()[name] : undefined;
  return field && rowTypeOf(field.type);
};

test('the core API does not concern this test: others walk it', () => {
  expect(registry.find('Message')).toBeDefined();
});

const products = [...new Set(registry.entities.map(productName))].filter((name) => name !== 'api.v2010');
describe.each(products)('%s', (name) => {
  const own = registry.entities.filter((entity) => productName(entity) === name);
  test('shows what Twilio sends', async () => {
    answerWithExamples();
    const found: string[] = [];
    for (const entity of own)
      for (const walk of [walkList, walkRow])
        found.push(
          ...(await walk(entity)).map((each) => `${entity.name} ${walk === walkList ? 'list' : 'fetch'}: ${each}`),
        );
    const failures = server.logged.splice(0).map((line) => JSON.stringify(line));
    found.push(...twilio.seen.flatMap(unknownIn));
    const unexpected = [...new Set(found)].filter((each) => !EXCEPTIONS.some((known) => known.test(each)));
    expect([...unexpected, ...failures]).toEqual([]);
  });
});
