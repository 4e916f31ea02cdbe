/** Generic list, create, fetch, update and remove for any descriptor. */
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
  /** The key of the row; empty for a list or a singleton. */
  readonly key: string;
}
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Target of a redirect. */
  readonly location?: string;
}

/** The rule of a list takes precedence over the rule of its type. */
const ruleOf = (entity: Entity): Rule => ({ ...rules[typeName(entity)], ...rules[entity.name] });

/** The entity under which a list's rows are stored: its own, the one that shares its type, or the one named by its rule. */
const storedAs = ({ world: { registry }, entity }: Scene): Entity =>
  registry.find(ruleOf(entity).of ?? '') ?? registry.canonical(entity);

/** The rows of a list. A list that shows another entity's rows shows those that belong to its further ancestors. */
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

/** The row with this key. Throws 404 if there is none. */
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

/** Throws 404 unless every ancestor of the request's resource exists. */
export const checkParents = (request: Request): void => {
  for (const [i, parent] of ancestors(request.entity).filter(isEntity).entries())
    find({ ...request, entity: parent, parents: request.parents.slice(0, i) }, request.parents[i] ?? '', request.path);
};

const show = (scene: Scene, row: Row, extra: Values = {}, role: Role = 'alone'): Record<string, unknown> => {
  const { world, entity } = scene;
  const rule = ruleOf(entity);
  const above = rule.of ? scene.parents : row.parents;
  const sids = row.key === '' ? above : [...above, row.key];
  const values = { ...row.values, ...rule.shows?.(row, world), ...extra };
  const json = world.write(rule.of ? entity : world.registry.canonical(entity), sids, values, role);
  for (const column of rule.omits ?? []) delete json[column];
  return json;
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
    const row = createdBefore(request, stored, place, input) ?? make();
    return { status: rule.statuses?.create ?? 201, body: show(request, row, rule.createOnly?.(row)) };
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
