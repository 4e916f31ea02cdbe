/** Serialises rows to Twilio's JSON. */
import { type Entity, jsonName, type Registry, type Sids, snakeCase, type Value, wireOf } from '../model/index.ts';
import { isCore } from './products.ts';
import type { Router } from './router.ts';
import type { Values } from './store.ts';

/** Whether a row is returned alone or in a list; lists omit some fields. */
export type Role = 'alone' | 'listed';
/** Serialises a row; `sids` are those of its path. */
export type Writer = (entity: Entity, sids: Sids, values: Values, role: Role) => Record<string, unknown>;

/** Integers that Twilio writes as strings, for every type or for one. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['duration', 'queueTime', 'numMedia', 'numSegments', 'log', 'ttl'],
  'Notification.errorCode',
]);
/** Prices that Twilio writes as numbers instead of strings. */
const NUMBERS: ReadonlySet<string> = new Set(['CallRecording.price', 'Transcription.price', 'UsageRecord.price']);
/** Timestamps in ISO 8601; all others are in RFC 2822. */
const ISO: ReadonlySet<string> = new Set(['asOf']);

const rfc2822 = (moment: Date): string => moment.toUTCString().replace('GMT', '+0000');
const iso8601 = (moment: Date): string => moment.toISOString().replace(/\.\d{3}Z$/, '+00:00');

type Write = (value: unknown) => unknown;
const writerOf = (entity: Entity, name: string, { scalar }: Value): Write => {
  if (!isCore(entity)) return (value) => (value instanceof Date ? iso8601(value).replace('+00:00', 'Z') : value);
  const known = (names: ReadonlySet<string>) => names.has(name) || names.has(`${entity.name}.${name}`);
  if (known(NUMBERS)) return Number;
  if (scalar === 'Decimal' || known(TEXTS)) return String;
  const moment = known(ISO) ? iso8601 : rfc2822;
  return (value) => (value instanceof Date ? moment(value) : value);
};

interface Column {
  readonly name: string;
  readonly column: string;
  readonly unlisted: boolean;
  readonly write: Write;
}
/** The part that is the same for all rows of an entity. */
interface Shape {
  readonly columns: readonly Column[];
  /** The lists below a row, by Twilio's names. */
  readonly parts: readonly (readonly [column: string, entity: string])[];
}

export const createWriter = (registry: Registry, router: Router): Writer => {
  const shapes = new Map<Entity, Shape>();
  const shapeOf = (entity: Entity): Shape => {
    const known = shapes.get(entity);
    if (known) return known;
    const inside = registry.children(entity).filter((child) => child.in === entity);
    const shape = {
      columns: Object.entries(entity.fields)
        .filter(([, { derivation }]) => !derivation)
        .map(([name, value]) => ({
          name,
          column: jsonName(entity, name, value),
          unlisted: value.unlisted === true,
          write: writerOf(entity, name, value),
        })),
      parts: inside.map(
        (child) => [wireOf(entity).json === 'camel' ? child.at : snakeCase(child.at), child.name] as const,
      ),
    };
    shapes.set(entity, shape);
    return shape;
  };
  return (entity, sids, values, role) => {
    const { columns, parts } = shapeOf(entity);
    const json: Record<string, unknown> = {};
    for (const { name, column, unlisted, write } of columns)
      if (!unlisted || role === 'alone')
        json[column] = values[name] === undefined || values[name] === null ? null : write(values[name]);
    const addressOf = (path: string | undefined) => path && `https://${router.hostOf(entity.name)}${path}`;
    if ('url' in json && !isCore(entity)) json.url ??= addressOf(router.pathOf(entity.name, sids)) ?? null;
    if ('links' in json)
      json.links ??= Object.fromEntries(
        parts.map(([column, child]) => [column, addressOf(router.listOf(child, sids))]),
      );
    if ('uri' in json) json.uri ??= router.pathOf(entity.name, sids) ?? null;
    if ('subresource_uris' in json)
      json.subresource_uris ??= Object.fromEntries(
        parts.map(([column, child]) => [column, router.listOf(child, sids)]),
      );
    return json;
  };
};
