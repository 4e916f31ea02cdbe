/** The sandbox's state, which every operation can reach: rows, clock and descriptors. */
import {
  ancestors,
  type Entity,
  keyArgument,
  keysOf,
  type Registry,
  type Scalar,
  type Sids,
  type Step,
  type Value,
} from '../model/index.ts';
import type { Clock } from './clock.ts';
import { keyOf } from './products.ts';
import type { Router } from './router.ts';
import { sidOf } from './sids.ts';
import { type Row, Store, type Values } from './store.ts';
import { createWriter, type Writer } from './wire.ts';

export class World {
  readonly registry: Registry;
  readonly router: Router;
  readonly clock: Clock;
  readonly store = new Store();
  readonly write: Writer;
  #sids = 0;

  constructor(registry: Registry, router: Router, clock: Clock) {
    this.registry = registry;
    this.router = router;
    this.clock = clock;
    this.write = createWriter(registry, router);
  }

  newSid(prefix: string): string {
    return sidOf(prefix, `made ${this.#sids++}`);
  }

  /** Adds a row, with defaults from its descriptor for the fields that `values` omits. */
  make(type: string, parents: Sids, values: Values): Row {
    const entity = this.registry.find(type);
    if (!entity) return this.store.add(type, parents, String(values.sid ?? ''), values);
    const own = Object.fromEntries(
      keysOf(entity).map((name) => [name, values[name] ?? this.#newKey(entity, parents, name)]),
    );
    const created = values.dateCreated ?? this.clock.now;
    const all = { ...defaults(entity, parents, created), ...own, ...values };
    return this.store.add(type, parents, keyOf(entity, all), all);
  }

  /** A key that Twilio gives out: a SID, the next number, or a text. */
  #newKey(entity: Entity, parents: Sids, name: string): unknown {
    if (entity.fields[name]?.scalar === 'Int') {
      const numbers = this.store.list(entity.name, parents).map(({ values }) => Number(values[name]));
      return Math.max(-1, ...numbers) + 1;
    }
    // Twilio does not document the prefix of all SIDs.
    return this.newSid([entity.sid ?? ''].flat()[0] ?? 'XX');
  }

  change(row: Row, values: Values): void {
    const { etag, updatedAt, revision } = row.values;
    row.values = {
      ...row.values,
      ...values,
      dateUpdated: this.clock.now,
      ...(updatedAt !== undefined && { updatedAt: this.clock.now }),
      ...(etag !== undefined && { etag: String(Number(etag) + 1) }),
      ...(typeof revision === 'string' && { revision: (Number.parseInt(revision, 16) + 1).toString(16) }),
    };
  }
}

/** Fields that hold when a row was made or changed. */
const BEGINNINGS = ['dateCreated', 'dateUpdated', 'createdAt', 'updatedAt', 'dateGenerated'];
const always: Readonly<Record<string, unknown>> = { apiVersion: '2010-04-01', priceUnit: 'USD' };
const usual = (name: string, value: Value): unknown => {
  if (name in always) return always[name];
  if (value.enumName === 'HttpMethod') return 'POST';
  if (name === 'status') return value.values?.[0] ?? null;
  if (value.scalar === 'Boolean') return false;
  return value.nonNull ? (guaranteed[value.scalar] ?? value.values?.[0] ?? '') : null;
};
/** What stands for a value that Twilio guarantees and nobody gave. */
const guaranteed: Partial<Record<Scalar, unknown>> = {
  ...{ Int: 0, Float: 0, Decimal: '0', Long: 0, JSON: {}, Object: {}, URL: 'https://example.com/' },
  ...{ DateTime: new Date(0), Date: '1970-01-01' },
};

const defaults = (entity: Entity, parents: Sids, created: unknown): Values => {
  const fields = Object.entries(entity.fields);
  const values: Record<string, unknown> = {};
  for (const [name, value] of fields) values[name] = usual(name, value);
  for (const [i, parent] of ancestors(entity).entries()) {
    const name = keyArgument(parent);
    const field = name in entity.fields ? name : fields.find(([, value]) => pointsTo(value, parent))?.[0];
    if (field) values[field] = parents[i];
  }
  for (const name of BEGINNINGS) if (name in values) values[name] = created;
  // Some products answer the version of a row in the row, too.
  if (entity.etag || 'revision' in values) values.etag = '0';
  return values;
};

/** Whether a field refers to this entity only. */
export const pointsTo = ({ target }: Value, entity: Step): boolean =>
  target !== undefined && 'to' in target && target.to === entity.name;
