/** All descriptors together: found by name, related to each other, and refused at start-up where they contradict. */
import { type Entity, isContainer, isProduct } from './entity.ts';
import type { Target, Value } from './kinds.ts';
import { plural, typeName } from './names.ts';
import { ancestors, keyField, lineage, type Sids } from './path.ts';

export interface Registry {
  readonly entities: readonly Entity[];
  /** The entity of that name; throws for a name that no descriptor has. */
  get(name: string): Entity;
  find(name: string): Entity | undefined;
  /** The entity by which rows of this one's GraphQL type are fetched and identified. */
  canonical(entity: Entity): Entity;
  /** Entities that lie directly in this one. */
  children(entity: Entity): readonly Entity[];
  /** SIDs of the target that a SID found in a row of `from` points to; `undefined` if its path is unknown here. */
  follow(from: Entity, sids: Sids, to: Entity, sid: string): Sids | undefined;
}

/** The entities that a target can be. */
export const targetsOf = (target: Target): readonly string[] =>
  'to' in target ? [target.to] : [...new Set(Object.values(target.cases))];

const sharedPath = (from: readonly Entity[], to: readonly Entity[]): number => {
  const end = to.findIndex((entity, i) => from[i] !== entity);
  return end < 0 ? to.length : end;
};

export const createRegistry = (entities: readonly Entity[]): Registry => {
  const byName = new Map(entities.map((entity) => [entity.name, entity]));
  const get = (name: string): Entity => {
    const entity = byName.get(name);
    if (!entity) throw new Error(`No descriptor is named ${name}.`);
    return entity;
  };
  const byType = new Map([...entities].reverse().map((entity) => [typeName(entity), entity]));
  const canonical = (entity: Entity): Entity => byName.get(typeName(entity)) ?? byType.get(typeName(entity)) ?? entity;
  const parentOf = (entity: Entity): Entity | undefined => ancestors(entity).at(-1);
  const children = (parent: Entity) => entities.filter((entity) => parentOf(entity) === parent);
  const follow = (from: Entity, sids: Sids, to: Entity, sid: string): Sids | undefined => {
    const line = lineage(to);
    const known = sids.slice(0, sharedPath(lineage(from), line.slice(0, -1)));
    return known.length === line.length - 1 ? [...known, sid] : undefined;
  };
  const registry: Registry = {
    entities,
    get,
    find: (name) => byName.get(name),
    canonical,
    children,
    follow,
  };
  const mistakes = entities.flatMap((entity) => contradictions(registry, entity));
  if (byName.size !== entities.length) mistakes.push('Two descriptors have the same name.');
  if (mistakes.length > 0) throw new Error(`Descriptors contradict each other:\n${mistakes.join('\n')}`);
  return registry;
};

const contradictions = (registry: Registry, entity: Entity): string[] => {
  const mistakes: string[] = [];
  const say = (what: string) => mistakes.push(`${entity.name}: ${what}`);
  const same = registry.canonical(entity);
  if (same.fields !== entity.fields && Object.keys(same.fields).join() !== Object.keys(entity.fields).join())
    say(`shares the type ${typeName(entity)} with other fields`);
  if (!isProduct(entity.in) && !isContainer(entity.in) && registry.find(entity.in.name) !== entity.in)
    say(`lies in ${entity.in.name}, which is not registered`);
  const key = keyField(entity);
  if (key && !entity.fields[key]) say(`is keyed by ${key}, which is no field`);
  const check = (name: string, value: Value) => {
    if (value.target && 'by' in value.target && !entity.fields[value.target.by])
      say(`${name} depends on ${value.target.by}, which is no field`);
    for (const target of value.target ? targetsOf(value.target) : []) {
      const to = registry.find(target);
      if (!to) say(`${name} refers to ${target}, which no descriptor describes`);
      else if (
        !registry.follow(
          entity,
          lineage(entity).map(() => ''),
          to,
          '',
        )
      )
        say(`${name} cannot reach ${target}`);
    }
  };
  for (const values of [entity.fields, entity.create, entity.update])
    for (const [name, value] of Object.entries(values ?? {})) check(name, value);
  for (const [name, filter] of Object.entries(entity.filters ?? {}))
    if (!('compares' in filter)) check(name, filter);
    else if (!entity.fields[name]) say(`compares ${name}, which is no field`);
  for (const [name, { list, where }] of Object.entries(entity.relations ?? {})) {
    const target = registry.find(list);
    for (const [theirs, ours] of Object.entries(where)) {
      const filter = target?.filters?.[theirs];
      if (!filter || !('compares' in filter)) say(`${name} needs ${list} to be filtered by ${theirs}`);
      if (!entity.fields[ours]) say(`${name} needs the field ${ours}`);
    }
  }
  const parent = ancestors(entity).at(-1);
  const said = entity.when && ('positive' in entity.when ? entity.when.positive : 'subresourceUris');
  if (said && !parent?.fields[said]) say(`depends on ${said}, which is no field of its parent`);
  for (const other of registry.entities)
    if (other !== entity && other.filters && entity.filters && plural(other) === plural(entity))
      say(`has the same plural as ${other.name}`);
  return mistakes;
};
