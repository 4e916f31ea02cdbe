/** List, create, fetch, update and remove for any descriptor: the sandbox's generic rest. */
import { ancestors, type Entity, isEntity, keyField, type Operation, type Sids, typeName } from '../model/index.ts';
import { notFound } from './errors.ts';
import { readFilters } from './filters.ts';
import { isMissing, missing, readForm } from './input.ts';
import { pageOf } from './pages.ts';
import { listKey } from './router.ts';
import type { Rule, Scene } from './rule.ts';
import { rules } from './rules/index.ts';
import type { Row, Values } from './store.ts';
import type { Role } from './wire.ts';
import { pointsTo } from './world.ts';

export interface Request extends Scene {
  readonly path: string;
  readonly form: URLSearchParams;
  /** The row that it is about; empty where it is about a list or a singleton. */
  readonly key: string;
}
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Where a redirect leads. */
  readonly location?: string;
}

/** The rule of a list goes before the rule of its type. */
const ruleOf = (entity: Entity): Rule => ({ ...rules[typeName(entity)], ...rules[entity.name] });

/** The entity that a list's rows are stored as: its own, the one whose type it shares, or the one that its rule names. */
const storedAs = ({ world: { registry }, entity }: Scene): Entity =>
  registry.find(ruleOf(entity).of ?? '') ?? registry.canonical(entity);

/** Rows of a list. One that shows rows of another shows a part of that other: by its further ancestors. */
const rowsOf = (scene: Scene): readonly Row[] => {
  const { world, entity, parents } = scene;
  const computed = ruleOf(entity).rows?.(scene);
  if (computed) return computed.map((values, i) => computedRow(entity, parents, values, computed.length - i));
  const stored = storedAs(scene);
  if (stored === entity) return world.store.list(entity.name, parents);
  const depth = ancestors(stored).length;
  const further = ancestors(entity).filter(isEntity).slice(depth);
  const belongs = (row: Row) =>
    further.every((parent, i) =>
      Object.entries(stored.fields).some(
        ([name, value]) => pointsTo(value, parent) && row.values[name] === parents[depth + i],
      ),
    );
  return world.store.list(stored.name, parents.slice(0, depth)).filter(belongs);
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
  for (const [i, parent] of ancestors(request.entity).filter(isEntity).entries())
    find({ ...request, entity: parent, parents: request.parents.slice(0, i) }, request.parents[i] ?? '', request.path);
};

const show = (scene: Scene, row: Row, told: Values = {}, role: Role = 'alone'): Record<string, unknown> => {
  const { world, entity } = scene;
  const rule = ruleOf(entity);
  const above = rule.of ? scene.parents : row.parents;
  const sids = row.key === '' ? above : [...above, row.key];
  const values = { ...row.values, ...rule.shows?.(row, world), ...told };
  const json = world.write(world.registry.canonical(entity), sids, values, role);
  for (const column of rule.omits ?? []) delete json[column];
  return json;
};

/** The row that the same request has made before: what comes twice with the same key is done once. */
const madeBefore = ({ world }: Scene, stored: Entity, place: Sids, { idempotencyKey }: Values): Row | undefined =>
  idempotencyKey
    ? world.store.list(stored.name, place).find((row) => row.values.idempotencyKey === idempotencyKey)
    : undefined;

export const operations: Record<Exclude<Operation, 'replace'>, (request: Request) => Answer> = {
  list(request) {
    const { entity, query, path } = request;
    const rule = ruleOf(entity);
    const accepts = readFilters(entity, query);
    const rows = rowsOf(request).filter(
      (row) => accepts(row.values) && rule.visible?.(row, request) !== false && rule.listed?.(row, request) !== false,
    );
    const { shown, frame } = pageOf(rows, query, path);
    const json = shown.map((row) => show(request, row, {}, 'listed'));
    return { status: 200, body: { ...frame, [listKey(typeName(entity), entity.at)]: json } };
  },

  create(request) {
    const { world, entity, form } = request;
    const rule = ruleOf(entity);
    const input = readForm(entity.create, form, rule.codes);
    for (const group of entity.requireOneOf ?? [])
      if (group.every((name) => isMissing(input[name]))) throw missing(group[0] ?? '', rule.codes);
    const stored = storedAs(request);
    const place = request.parents.slice(0, ancestors(stored).length);
    const make = () => {
      const row = world.make(stored.name, place, { ...input, ...rule.create?.(input, request) });
      rule.begin?.(row, request);
      return row;
    };
    const row = madeBefore(request, stored, place, input) ?? make();
    return { status: rule.statuses?.create ?? 201, body: show(request, row, rule.tells?.(row)) };
  },

  fetch(request) {
    const { entity, key, path } = request;
    const body = show(request, find(request, key, path));
    const status = ruleOf(entity).statuses?.fetch ?? 200;
    return status === 307 ? { status, body, location: String(body.redirect_to) } : { status, body };
  },

  update(request) {
    const { world, entity, key, path, form } = request;
    const rule = ruleOf(entity);
    const row = find(request, key, path);
    const input = readForm(entity.update, form, rule.codes);
    world.change(row, { ...input, ...rule.update?.(row, input, request) });
    return { status: rule.statuses?.update ?? 200, body: show(request, row) };
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
