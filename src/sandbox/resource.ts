/** List, create, fetch, update and remove for any descriptor: the sandbox's generic rest. */
import type { Entity } from '../model/entity.ts';
import { typeName } from '../model/names.ts';
import { ancestors, keyField, type Sids } from '../model/path.ts';
import type { Operation } from '../model/route.ts';
import { notFound } from './faults.ts';
import { readFilters } from './filters.ts';
import { isMissing, missing, readForm } from './input.ts';
import { pageOf } from './pages.ts';
import { listKey } from './router.ts';
import type { Rule, Scene } from './rule.ts';
import { rules } from './rules/index.ts';
import type { Row, Values } from './store.ts';
import { pointsTo, type World } from './world.ts';

export interface Request extends Scene {
  readonly path: string;
  readonly form: URLSearchParams;
  /** The row that it is about; empty where it is about a list or a singleton. */
  readonly key: string;
}
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** The rule of a list goes before the rule of its type. */
const ruleOf = (entity: Entity): Rule => ({ ...rules[typeName(entity)], ...rules[entity.name] });

/** Rows of a list. One that shares its type with another is a part of that other: by its further ancestors. */
const rowsOf = (scene: Scene): readonly Row[] => {
  const { world, entity, parents } = scene;
  const computed = ruleOf(entity).rows?.(scene);
  if (computed) return computed.map((values, i) => computedRow(entity, parents, values, computed.length - i));
  const canonical = world.registry.canonical(entity);
  if (canonical === entity) return world.store.list(entity.name, parents);
  const depth = ancestors(canonical).length;
  const further = ancestors(entity).slice(depth);
  const belongs = (row: Row) =>
    further.every((parent, i) =>
      Object.entries(canonical.fields).some(
        ([name, value]) => pointsTo(value, parent) && row.values[name] === parents[depth + i],
      ),
    );
  return world.store.list(canonical.name, parents.slice(0, depth)).filter(belongs);
};

const computedRow = (entity: Entity, parents: Sids, values: Values, order: number): Row => {
  const key = keyField(entity);
  return { type: entity.name, key: key ? String(values[key]) : '', order, parents, values, gone: false };
};

/** The row of that key; throws not found. */
const find = (scene: Scene, key: string, path: string): Row => {
  const { world, entity, parents } = scene;
  const rule = ruleOf(entity);
  const stored = rule.rows ? undefined : world.store.find(entity.name, parents, key);
  const row = stored ?? findAmong(rowsOf(scene), key, rule);
  if (!row || rule.visible?.(row, scene) === false) throw notFound(path);
  return row;
};
const findAmong = (rows: readonly Row[], key: string, rule: Rule): Row | undefined =>
  rows.find((row) => row.key === key) ?? rule.alias?.(key, rows);

/** Throws not found unless everything that the request's resource lies in exists. */
export const checkParents = (request: Request): void => {
  for (const [i, parent] of ancestors(request.entity).entries())
    find({ ...request, entity: parent, parents: request.parents.slice(0, i) }, request.parents[i] ?? '', request.path);
};

const show = (world: World, entity: Entity, row: Row): Record<string, unknown> => {
  const sids = row.key === '' ? row.parents : [...row.parents, row.key];
  return world.write(entity, sids, { ...row.values, ...ruleOf(entity).shows?.(row, world) });
};

export const operations: Record<Operation, (request: Request) => Answer> = {
  list(request) {
    const { world, entity, query, path } = request;
    const rule = ruleOf(entity);
    const accepts = readFilters(entity, query);
    const rows = rowsOf(request).filter(
      (row) => accepts(row.values) && rule.visible?.(row, request) !== false && rule.listed?.(row, request) !== false,
    );
    const { shown, frame } = pageOf(rows, query, path);
    const as = world.registry.canonical(entity);
    const json = shown.map((row) => show(world, as, row));
    return { status: 200, body: { ...frame, [listKey(typeName(entity), entity.at)]: json } };
  },

  create(request) {
    const { world, entity, parents, form } = request;
    const rule = ruleOf(entity);
    const input = readForm(entity.create, form, rule.codes);
    for (const group of entity.needs ?? [])
      if (group.every((name) => isMissing(input[name]))) throw missing(group[0] ?? '', rule.codes);
    const as = world.registry.canonical(entity);
    const values = { ...input, ...rule.create?.(input, request) };
    const row = world.make(as.name, parents.slice(0, ancestors(as).length), values);
    rule.begin?.(row, request);
    return { status: rule.created ?? 201, body: show(world, as, row) };
  },

  fetch(request) {
    const { world, entity, key, path } = request;
    return { status: 200, body: show(world, world.registry.canonical(entity), find(request, key, path)) };
  },

  update(request) {
    const { world, entity, key, path, form } = request;
    const rule = ruleOf(entity);
    const row = find(request, key, path);
    const input = readForm(entity.update, form, rule.codes);
    world.change(row, { ...input, ...rule.update?.(row, input, request) });
    return { status: 200, body: show(world, world.registry.canonical(entity), row) };
  },

  remove(request) {
    const { world, entity, key, path } = request;
    const row = find(request, key, path);
    const { remove } = ruleOf(entity);
    if (remove) remove(row, request);
    else world.store.remove(row);
    return { status: 204 };
  },
};
