/** Every operation of every product beyond the core API, driven through the real SDK, against Twilio's published surface. */
import { expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import type { Entity, Operation } from '../../src/model/descriptor.ts';
import { jsonName } from '../../src/model/names.ts';
import { keysOf, productName, wireOf } from '../../src/model/path.ts';
import { createRegistry } from '../../src/model/registry.ts';
import { type RecordedRoute, routesOf } from '../../src/twilio/routes.ts';
import { accessorOf } from '../support/accessor.ts';
import { type Facts, type Resource, type SurfaceOperation, surface, type Verb } from '../support/surface.ts';
import { everyFilter, everyInput } from './everything.ts';
import { productExceptions, unpublished } from './productExceptions.ts';

const products = entities.filter((entity) => productName(entity) !== 'api.v2010');

/** A PATCH is the update of parts of a row; Twilio's update beside it replaces the row. */
const verbOf = (entity: Entity, operation: Operation): Verb => {
  if (operation === 'remove') return 'delete';
  if (operation === 'update' && entity.with === 'patch') return 'patch';
  return operation === 'replace' ? 'update' : operation;
};
/** Twilio writes a name in one way in a path and in another in the SDK; its place says which it is. */
const nameless = (path: string): string => path.replace(/\{\w+\}|~\w+~/g, '{}');

const differencesOf = (entity: Entity, resource: Resource, routes: readonly RecordedRoute[]): readonly string[] => {
  const found: string[] = [];
  const say = (what: string) => found.push(`${entity.name}: ${what}`);
  for (const route of routes) {
    const verb = verbOf(entity, route.operation);
    const said = resource.operations.get(verb);
    if (!said) say(`Twilio has no ${verb}`);
    else compareRoute(route, resource, said, (what) => say(`${verb} ${what}`));
  }
  const ours = routes.map(({ operation }) => verbOf(entity, operation));
  for (const verb of resource.operations.keys()) if (!ours.includes(verb)) say(`${verb} is not offered`);
  const properties = Object.entries(entity.fields).map(([name, value]) => jsonName(entity, name, value));
  missing(Object.keys(resource.properties), properties).forEach((name) => void say(`has no field for ${name}`));
  personal(entity, resource.properties).forEach((name) => void say(`${name} is personal and not marked`));
  if (
    keysOf(entity)[0] === 'sid' &&
    resource.prefixes.length > 0 &&
    [entity.sid].flat().join() !== resource.prefixes.join()
  )
    say(`its SIDs begin with ${resource.prefixes.join()}`);
  const { list } = Object.fromEntries(resource.operations);
  if (list?.pageSize !== undefined && list.pageSize < wireOf(entity).maxPage) say(`pages have ${list.pageSize} rows`);
  return found;
};

const compareRoute = (
  { method, host, path, request }: RecordedRoute,
  resource: Resource,
  said: SurfaceOperation,
  say: (what: string) => void,
): void => {
  const [here, there] = [`${method} ${host}${nameless(path)}`, `${said.method} ${resource.host}${nameless(said.path)}`];
  if (here !== there) say(`goes to ${here} instead of ${there}`);
  const data = request.data as Readonly<Record<string, unknown>> | undefined;
  const sent = Object.entries({ ...request.params, ...data });
  const names = sent.filter(([, value]) => value !== undefined).map(([name]) => name);
  const isWhole = data !== undefined && 'a' in data;
  if (isWhole) return;
  missing(Object.keys(said.params), names).forEach((name) => void say(`never sends ${name}`));
  missing(names, Object.keys(said.params)).forEach((name) => void say(`sends ${name}, which Twilio does not know`));
};

const missing = (names: readonly string[], from: readonly string[]): readonly string[] =>
  names.filter((name) => !from.includes(name));

/** Labels are no personal data. */
const LABEL = /^(friendly|unique)_?name$/i;
const personal = (entity: Entity, facts: Facts): readonly string[] =>
  Object.entries(entity.fields).flatMap(([name, value]) => {
    const { pii, format } = facts[jsonName(entity, name, value)] ?? {};
    const isPersonal = (pii !== undefined && !LABEL.test(name)) || format === 'phone-number' || format === 'endpoint';
    return isPersonal && !value.personal && !value.hidden ? [name] : [];
  });

const routes = await routesOf(createRegistry(entities), everyInput, everyFilter);

test('every resource is where Twilio has it, and says and sends what Twilio knows', () => {
  const found = products.flatMap((entity) => {
    const resource = surface.get(accessorOf(entity));
    const own = routes.filter((route) => route.entity === entity);
    return resource ? differencesOf(entity, resource, own) : [`${entity.name}: is not in Twilio's published surface`];
  });
  expect(found.filter((difference) => !excused.has(difference))).toEqual([]);
  for (const excuse of excused) expect(found).toContain(excuse);
});
const excused = new Set([
  ...unpublished.map((name) => `${name}: is not in Twilio's published surface`),
  ...productExceptions.flatMap(({ of }) => of),
]);

test('every published resource is described', () => {
  const described = new Set(products.map(accessorOf));
  const places = [...surface.values()].filter(({ name }) => name.includes('.')).map(({ name }) => name);
  expect(places.filter((place) => !described.has(place))).toEqual([]);
});
