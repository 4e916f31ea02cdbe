/** Generic list, create, fetch, update and remove for any descriptor. */
import {
  ancestors,
  type Entity,
  isEntity,
  keyField,
  type Operation,
  type Sids,
  snakeCase,
  typeName,
  wireOf,
} from '../model/index.ts';
import { notFound, TwilioError } from './errors.ts';
import { readFilters } from './filters.ts';
import { type Body, isMissing, missing, readBody } from './input.ts';
import { framed, pageOf } from './pages.ts';
import { isCore, isMadeOnDemand, keysIn, partsOf } from './products.ts';
import { listKey } from './router.ts';
import type { Rule, Scene } from './rule.ts';
import { rules } from './rules/index.ts';
import type { Row, Values } from './store.ts';
import type { Role } from './wire.ts';
import { pointsTo } from './world.ts';

export interface Request extends Scene {
  readonly path: string;
  readonly body: Body;
  /** The key of the row; empty for a list or a singleton. */
  readonly key: string;
}
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Target of a redirect. */
  readonly location?: string;
  /** The version of the row. */
  readonly etag?: string | undefined;
}

/** The rule of a list takes precedence over the rule of its type. */
const ruleOf = (entity: Entity): Rule => ({ ...rules[typeName(entity)], ...rules[entity.name] });

/** The entity under which a list's rows are stored: its own, the one that shares its type, or the one named by its rule. */
const storedAs = ({ world: { registry }, entity }: Scene): Entity =>
  registry.find(ruleOf(entity).of ?? '') ?? registry.identity(entity);

/** The rows of a list. A list that shows another entity's rows shows those that belong to its further ancestors. */
const rowsOf = (scene: Scene): readonly Row[] => {
  const { world, entity, parents } = scene;
  const computed = ruleOf(entity).rows?.(scene);
  if (computed) return computed.map((values, i) => computedRow(entity, parents, values, computed.length - i));
  const stored = storedAs(scene);
  // The paths of products do not say whose rows they are: the credentials do.
  const isOwn = ({ values }: Row) =>
    isCore(entity) || [undefined, null, scene.user].includes(values.accountSid as string);
  if (stored === entity) return world.store.list(entity.name, parents).filter(isOwn);
  const links = Object.entries(linksOf(scene, stored));
  const belongs = (row: Row) => links.every(([name, key]) => row.values[name] === key);
  return world.store
    .list(stored.name, parents.slice(0, ancestors(stored).length))
    .filter(belongs)
    .filter(isOwn);
};

/** How a row that is stored elsewhere is recognized as one of this list. */
const linksOf = ({ entity, parents }: Scene, stored: Entity): Values => {
  const depth = ancestors(stored).length;
  const further = ancestors(entity).slice(depth);
  return Object.fromEntries(
    further.map((parent, i) => {
      const [name = parent.name] = Object.entries(stored.fields).find(([, value]) => pointsTo(value, parent)) ?? [];
      return [name, parents[depth + i]];
    }),
  );
};

const computedRow = (entity: Entity, parents: Sids, values: Values, order: number): Row => {
  const key = keyField(entity);
  return { type: entity.name, key: key ? String(values[key]) : '', order, parents, values, gone: false };
};

/** The row with this key. Throws 404 if there is none. */
const find = (scene: Scene, key: string, path: string): Row => {
  const { world, entity, parents } = scene;
  const rule = ruleOf(entity);
  const stored = rule.rows ? undefined : world.store.find(entity.name, parents, key);
  const row = stored ?? findAmong(rowsOf(scene), key, entity, rule) ?? madeOnDemand(scene, key);
  if (!row || rule.visible?.(row, scene) === false) throw notFound(path);
  return row;
};
const findAmong = (rows: readonly Row[], key: string, { alias }: Entity, rule: Rule): Row | undefined =>
  rows.find((row) => row.key === key) ??
  (alias === undefined ? undefined : rows.find(({ values }) => values[alias] === key)) ??
  rule.alias?.(key, rows);

const madeOnDemand = ({ world, entity, parents, user }: Scene, key: string): Row | undefined => {
  if (!isMadeOnDemand(entity)) return undefined;
  return world.make(entity.name, parents, { ...partsOf(entity, key), accountSid: user });
};

/** The keys of what the request's resource lies in. Throws 404 unless all of it exists. */
export const parentsIn = (request: Request): Sids => {
  const keys = [...request.parents];
  for (const [i, parent] of ancestors(request.entity).entries()) {
    if (!isEntity(parent) || !(parent.fetch || parent.filters || parent.create)) continue;
    const scene = { ...request, entity: parent, parents: keys.slice(0, i) };
    // It may be named by its alias.
    keys[i] = find(scene, keys[i] ?? '', request.path).key;
  }
  return keys;
};

const show = (scene: Scene, row: Row, extra: Values = {}, role: Role = 'alone'): Record<string, unknown> => {
  const { world, entity } = scene;
  const rule = ruleOf(entity);
  const above = rule.of ? scene.parents : row.parents;
  const sids = row.key === '' ? above : [...above, ...keysIn(entity, row.key)];
  const values = { ...row.values, ...rule.shows?.(row, world), ...rule.selects?.(row, scene), ...extra };
  const json = world.write(rule.of ? entity : world.registry.identity(entity), sids, values, role);
  for (const column of rule.omits ?? []) delete json[column];
  return json;
};

const productPage = (
  { entity, query, path, world }: Request,
  rows: readonly Row[],
  show: (rows: readonly Row[]) => readonly Readonly<Record<string, unknown>>[],
): unknown => {
  const { json, paging, maxPage } = wireOf(entity);
  const key = json === 'camel' ? entity.at : snakeCase(entity.at);
  const host = world.router.hostOf(entity.name) ?? '';
  // Some lists hold keys alone.
  const shown = entity.rows === 'key' ? (some: readonly Row[]) => some.map((row) => row.key) : show;
  return framed(rows, query, path, { paging, maxPage, key, host }, shown);
};

/** Inputs as the fields of a product hold them: what a form carries as text, and members of objects by their dotted names. */
const inputOf = (entity: Entity, inputs: Entity['create'], given: Values, before: Values = {}): Values => {
  if (isCore(entity)) return given;
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const isJson = ['JSON', 'Object'].includes((entity.fields[name] ?? inputs?.[name])?.scalar ?? '');
    values[name] = isJson && typeof value === 'string' ? parsed(value) : value;
    const [owner = '', member] = (inputs?.[name]?.sdkName ?? '').split('.');
    if (member && entity.fields[owner])
      values[owner] = { ...(before[owner] as object | null), ...(values[owner] as object), [snakeCase(member)]: value };
  }
  return values;
};
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const etagOf = ({ values }: Row): string | undefined => (values.etag === undefined ? undefined : `"${values.etag}"`);
/** A write that names another version than the row has is refused. */
const checkVersion = ({ values }: Row, { headers }: Body): void => {
  const version = headers.get('if-match')?.replaceAll('"', '');
  if (version && values.etag !== undefined && version !== values.etag && version !== values.revision)
    throw new TwilioError(20412, 'Precondition failed: the resource has another version', 412);
};

/** The row that an earlier request with the same idempotency key has created. */
const createdBefore = ({ world }: Scene, stored: Entity, place: Sids, { idempotencyKey }: Values): Row | undefined =>
  idempotencyKey
    ? world.store.list(stored.name, place).find((row) => row.values.idempotencyKey === idempotencyKey)
    : undefined;

export const operations: Record<Exclude<Operation, 'replace'>, (request: Request) => Answer> = {
  list(request) {
    const { entity, query, path } = request;
    const rule = ruleOf(entity);
    const accepts = readFilters(entity, query);
    const found = rowsOf(request).filter(
      (row) => accepts(row.values) && rule.visible?.(row, request) !== false && rule.listed?.(row, request) !== false,
    );
    const rows = rule.oldestFirst && query.get('Order') !== 'desc' ? found.toReversed() : found;
    const json = (shown: readonly Row[]) => shown.map((row) => show(request, row, {}, 'listed'));
    if (!isCore(entity)) return { status: 200, body: productPage(request, rows, json) };
    const { shown, frame } = pageOf(rows, query, path);
    return { status: 200, body: { ...frame, [listKey(typeName(entity), entity.at)]: json(shown) } };
  },

  create(request) {
    const { world, entity, body } = request;
    const rule = ruleOf(entity);
    const input = inputOf(entity, entity.create, readBody(entity.create, body, rule.codes));
    for (const group of entity.requireOneOf ?? [])
      if (group.every((name) => isMissing(input[name]))) throw missing(group[0] ?? '', rule.codes);
    const stored = storedAs(request);
    const place = request.parents.slice(0, ancestors(stored).length);
    const make = () => {
      const own = isCore(entity) ? {} : { ...linksOf(request, stored), accountSid: request.user };
      const at = entity.createWith ? partsOf(entity, request.key) : {};
      const row = world.make(stored.name, place, {
        ...{ ...own, ...at, ...rule.defaults, ...input },
        ...rule.create?.({ ...rule.defaults, ...input }, request),
      });
      rule.begin?.(row, request);
      return row;
    };
    const row = createdBefore(request, stored, place, input) ?? make();
    if (entity.asks) world.store.remove(row);
    if (entity.answers?.create === 'nothing') return { status: 202 };
    return {
      status: rule.statuses?.create ?? 201,
      body: show(request, row, rule.createOnly?.(row)),
      etag: etagOf(row),
    };
  },

  fetch(request) {
    const { entity, key, path } = request;
    const row = find(request, key, path);
    const body = show(request, row);
    const status = ruleOf(entity).statuses?.fetch ?? (entity.answers?.fetch === 'redirect' ? 307 : 200);
    if (status !== 307) return { status, body, etag: etagOf(row) };
    body.redirect_to ??= 'https://example.com/file';
    return { status, body, location: String(body.redirect_to) };
  },

  update(request) {
    const { world, entity, key, path, body } = request;
    const rule = ruleOf(entity);
    const row = find(request, key, path);
    const input = inputOf(entity, entity.update, readBody(entity.update, body, rule.codes), row.values);
    checkVersion(row, body);
    world.change(row, { ...input, ...rule.update?.(row, input, request) });
    if (entity.answers?.update === 'nothing') return { status: 202 };
    return { status: rule.statuses?.update ?? 200, body: show(request, row), etag: etagOf(row) };
  },

  remove(request) {
    const { world, entity, key, path } = request;
    const row = find(request, key, path);
    const { remove } = ruleOf(entity);
    checkVersion(row, request.body);
    if (remove) remove(row, request);
    else world.store.remove(row);
    return { status: 204 };
  },
};
