/** The sandbox's state, which every operation can reach: rows, clock and descriptors. */
import {
  ancestors,
  type Entity,
  keyArgument,
  keyField,
  type Registry,
  type Sids,
  type Step,
  type Value,
} from '../model/index.ts';
import type { Clock } from './clock.ts';
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
    const key = keyField(entity);
    const own = key ? { [key]: values[key] ?? this.newSid([entity.sid ?? ''].flat()[0] ?? '') } : {};
    const created = values.dateCreated ?? this.clock.now;
    const all = { ...defaults(entity, parents, created), ...own, ...values };
    return this.store.add(type, parents, key ? String(own[key]) : '', all);
  }

  change(row: Row, values: Values): void {
    row.values = { ...row.values, ...values, dateUpdated: this.clock.now };
  }
}

const always: Readonly<Record<string, unknown>> = { apiVersion: '2010-04-01', priceUnit: 'USD' };
const usual = (name: string, value: Value): unknown => {
  if (name in always) return always[name];
  if (value.enumName === 'HttpMethod') return 'POST';
  if (name === 'status') return value.values?.[0] ?? null;
  return value.scalar === 'Boolean' ? false : null;
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
  if ('dateCreated' in values) values.dateCreated = created;
  if ('dateUpdated' in values) values.dateUpdated = created;
  return values;
};

/** Whether a field refers to this entity only. */
export const pointsTo = ({ target }: Value, entity: Step): boolean =>
  target !== undefined && 'to' in target && target.to === entity.name;
