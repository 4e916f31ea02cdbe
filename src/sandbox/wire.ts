/** Rows → Twilio's JSON, as api v2010 writes it. */
import type { Entity } from '../model/entity.ts';
import type { Value } from '../model/kinds.ts';
import { snakeCase } from '../model/names.ts';
import type { Sids } from '../model/path.ts';
import type { Registry } from '../model/registry.ts';
import type { Router } from './router.ts';
import type { Values } from './store.ts';

/** Writes a row of an entity; `sids` lead to it. */
export type Writer = (entity: Entity, sids: Sids, values: Values) => Record<string, unknown>;

/** Whole numbers that Twilio nevertheless writes as texts. */
const TEXTS: ReadonlySet<string> = new Set(['duration', 'queueTime', 'numMedia', 'numSegments']);
/** Moments in ISO 8601 among all that RFC 2822. */
const ISO: ReadonlySet<string> = new Set(['asOf']);

const rfc2822 = (moment: Date): string => moment.toUTCString().replace('GMT', '+0000');
const iso8601 = (moment: Date): string => moment.toISOString().replace(/\.\d{3}Z$/, '+00:00');

const write = (name: string, { scalar }: Value, value: unknown): unknown => {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return ISO.has(name) ? iso8601(value) : rfc2822(value);
  return scalar === 'Decimal' || TEXTS.has(name) ? String(value) : value;
};

/** What is the same for all rows of an entity. */
interface Shape {
  readonly columns: readonly (readonly [name: string, value: Value, column: string])[];
  /** What lies in a row, by the names that Twilio gives its lists. */
  readonly parts: readonly (readonly [column: string, entity: string])[];
}

export const createWriter = (registry: Registry, router: Router): Writer => {
  const shapes = new Map<Entity, Shape>();
  const shapeOf = (entity: Entity): Shape => {
    const known = shapes.get(entity);
    if (known) return known;
    const inside = registry.children(entity).filter((child) => child.in === entity);
    const shape = {
      columns: Object.entries(entity.fields).map(([name, value]) => [name, value, snakeCase(name)] as const),
      parts: inside.map((child) => [snakeCase(child.at), child.name] as const),
    };
    shapes.set(entity, shape);
    return shape;
  };
  return (entity, sids, values) => {
    const { columns, parts } = shapeOf(entity);
    const json: Record<string, unknown> = {};
    for (const [name, value, column] of columns) json[column] = write(name, value, values[name]);
    if ('uri' in json) json.uri ??= router.pathOf(entity.name, sids) ?? null;
    if ('subresource_uris' in json)
      json.subresource_uris ??= Object.fromEntries(
        parts.map(([column, child]) => [column, router.listOf(child, sids)]),
      );
    return json;
  };
};
