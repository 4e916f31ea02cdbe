/** All descriptors together: found by name, related to each other, and refused at start-up where they contradict. */
import { type Entity, isContainer, isOnList, isProduct, type Parent, type Step } from './descriptor.ts';
import { groupBy } from './groupBy.ts';
import type { Target, Value } from './kinds.ts';
import { plural, singular, typeName } from './names.ts';
import { ancestors, depthOf, isEntity, keysOf, lineage, productOf, type Sids } from './path.ts';
import { type Relation, sourcesOf } from './relations.ts';

export interface Registry {
  readonly entities: readonly Entity[];
  /** The entity of that name; throws for a name that no descriptor has. */
  get(name: string): Entity;
  find(name: string): Entity | undefined;
  /** The entities that a target can be, without those of products that are left out. */
  targets(target: Target): readonly Entity[];
  /** The entity that a GraphQL type is made of. */
  canonical(entity: Entity): Entity;
  /** Entities whose rows are of the same type and are found only through what they lie in. */
  scoped(entity: Entity): readonly Entity[];
  /** The entity with rows of the type of `to` that lie in what rows of `from` lie in; `to` itself where there is none. */
  near(from: Entity, to: Entity): Entity;
  /** The entity by which rows of this one are fetched and identified. */
  identity(entity: Entity): Entity;
  /** Entities that lie directly in this one. */
  children(entity: Entity): readonly Entity[];
  /** The row that a key found in a row of `from` names; `undefined` if its path is unknown there. */
  follow(from: Source, to: Entity, key: string): Reached | undefined;
  /** The first `count` keys on the path to rows of `to`, as a row of `from` knows them; `undefined` if it does not. */
  leading(from: Source, to: Entity, count: number): Sids | undefined;
}
/** A row, as far as following a reference needs it. */
export interface Source {
  readonly entity: Entity;
  readonly sids: Sids;
  /** The value of one of its fields. */
  read(field: string): unknown;
  /** The account of what belongs to no other. */
  readonly account: string;
}
export interface Reached {
  readonly entity: Entity;
  readonly sids: Sids;
}

/** The entities that a target can be. */
export const targetsOf = (target: Target): readonly string[] => {
  if ('to' in target) return [target.to];
  return [...new Set(Object.values('by' in target ? target.cases : target.prefixes))];
};

const ACCOUNT = 'Account';

/** The field of an entity's rows that holds the key of a step. */
const holderOf = (entity: Entity, step: Step): string | undefined =>
  Object.keys(entity.fields).find((name) => {
    const target = entity.fields[name]?.target;
    return target && 'to' in target && target.to === step.name && name !== 'sid';
  });

/** The keys of what `to` lies in, as a row of `from` knows them; `undefined` for what it does not know. */
const parentsKnown = ({ entity, sids, read, account }: Source, to: Entity): (string | undefined)[] => {
  const own = [...ancestors(entity), ...(keysOf(entity).length > 0 ? [entity] : [])];
  return ancestors(to).map((step, i) => {
    if (own[i] === step) return sids[i];
    const holder = holderOf(entity, step);
    const held = holder && read(holder);
    return typeof held === 'string' ? held : step.name === ACCOUNT ? account : undefined;
  });
};

/** `all`: also those of products that are left out; references to them lead nowhere. */
export const createRegistry = (entities: readonly Entity[], all = entities): Registry => {
  const byName = new Map(entities.map((entity) => [entity.name, entity]));
  const get = (name: string): Entity => {
    const entity = byName.get(name);
    if (!entity) throw new Error(`No descriptor is named ${name}.`);
    return entity;
  };
  const byType = new Map([...entities].reverse().map((entity) => [typeName(entity), entity]));
  const canonical = (entity: Entity): Entity => byName.get(typeName(entity)) ?? byType.get(typeName(entity)) ?? entity;
  const byParent = groupBy(entities, (entity) => ancestors(entity).at(-1)?.name);
  const scoped = groupBy(
    entities.filter((entity) => entity.scoped),
    typeName,
  );
  const leading = (from: Source, to: Entity, count: number): Sids | undefined => {
    const keys = parentsKnown(from, to).slice(0, count);
    const isKnown = (sid: string | undefined): sid is string => sid !== undefined;
    return keys.every(isKnown) ? keys : undefined;
  };
  const near = (from: Entity, to: Entity): Entity => {
    const own: readonly Step[] = lineage(from);
    return scoped.get(typeName(to))?.find((each) => ancestors(each).every((step) => own.includes(step))) ?? to;
  };
  const follow = (from: Source, to: Entity, key: string): Reached | undefined => {
    const entity = near(from.entity, to);
    const parents = leading(from, entity, ancestors(entity).length);
    return parents && { entity, sids: [...parents, key] };
  };
  const registry: Registry = {
    entities,
    get,
    find: (name) => byName.get(name),
    targets: (target) => targetsOf(target).flatMap((name) => byName.get(name) ?? []),
    canonical,
    scoped: (entity) => scoped.get(typeName(entity)) ?? [],
    near,
    identity: (entity) => (entity.scoped ? entity : canonical(entity)),
    children: (parent) => byParent.get(parent.name) ?? [],
    follow,
    leading,
  };
  const leftOut = new Set(all.map(({ name }) => name).filter((name) => !byName.has(name)));
  const mistakes = [...entities.flatMap((entity) => contradictions(registry, entity, leftOut)), ...clashes(registry)];
  if (byName.size !== entities.length) mistakes.push('Two descriptors have the same name.');
  if (mistakes.length > 0) throw new Error(`Descriptors contradict each other:\n${mistakes.join('\n')}`);
  return registry;
};

/** Whether a relation leads to one row by its keys, instead of to a list. */
export const isByKey = ({ only, keys, where }: Relation): boolean =>
  only === true && keys !== undefined && Object.keys(where).length === 0;

/** How many keys on the path of a relation's target are not its own. */
export const leadingKeys = (relation: Relation, target: Entity): number =>
  relation.keys === 'arguments'
    ? 0
    : (isByKey(relation) ? depthOf(target) : ancestors(target).length) - (relation.keys?.length ?? 0);

const parentEntity = (parent: Parent): Entity | undefined => {
  if (isProduct(parent)) return undefined;
  if (isOnList(parent)) return parent.list;
  return isContainer(parent) ? parentEntity(parent.in) : parent;
};

const contradictions = (registry: Registry, entity: Entity, leftOut: ReadonlySet<string>): string[] => {
  const mistakes: string[] = [];
  const say = (what: string) => mistakes.push(`${entity.name}: ${what}`);
  const same = registry.canonical(entity);
  if (
    !entity.scoped &&
    same.fields !== entity.fields &&
    Object.keys(same.fields).join() !== Object.keys(entity.fields).join()
  )
    say(`shares the type ${typeName(entity)} with other fields`);
  const parent = parentEntity(entity.in);
  if (parent && registry.find(parent.name) !== parent) say(`lies in ${parent.name}, which is not registered`);
  for (const key of [entity.key ?? (entity.sid ? 'sid' : [])].flat())
    if (typeof key === 'string' && !entity.fields[key]) say(`is keyed by ${key}, which is no field`);
  const isLeftOut = Object.values(entity.fields).some(({ unlisted }) => unlisted);
  if (isLeftOut && entity.batch) say('answers Gets by a list that leaves out fields');
  if (entity.asks && entity.paid) say('asks, and costs money: it would be sent without being counted');
  if (isLeftOut && !entity.fetch) say('has fields that only a Get returns, and no Get');
  if (entity.etag && entity.fields.etag) say('has a field etag and a version of that name');
  // Whether a reference can be followed does not depend on the row.
  const anyRow: Source = { entity, sids: [...ancestors(entity), entity].map(() => ''), read: () => '', account: '' };
  const check = (name: string, value: Value) => {
    if (value.target && 'by' in value.target && !entity.fields[value.target.by])
      say(`${name} depends on ${value.target.by}, which is no field`);
    for (const target of value.target ? targetsOf(value.target) : []) {
      if (leftOut.has(target)) continue;
      const to = registry.find(target);
      if (!to) say(`${name} refers to ${target}, which no descriptor describes`);
      else if (!registry.follow(anyRow, to, '')) say(`${name} cannot reach ${target}`);
    }
  };
  for (const values of [entity.fields, entity.create, entity.update, entity.replace, entity.remove, entity.fetch])
    if (typeof values === 'object') for (const [name, value] of Object.entries(values)) check(name, value);
  if (entity.inputAlsoIn && !entity.fields[entity.inputAlsoIn]?.target)
    say(`has its input also in ${entity.inputAlsoIn}, which is no reference`);
  for (const [name, filter] of Object.entries(entity.filters ?? {}))
    if (!('compares' in filter)) check(name, filter);
    else if (!entity.fields[name]) say(`compares ${name}, which is no field`);
  for (const [name, relation] of Object.entries(entity.relations ?? {})) {
    const { list, where, each, since = {}, until, window } = relation;
    const keys = relation.keys === 'arguments' ? [] : (relation.keys ?? []);
    if (entity.fields[name]) say(`${name} is a relation and a field`);
    if (leftOut.has(list)) continue;
    const target = registry.find(list);
    if (!target) {
      say(`${name} leads to ${list}, which no descriptor describes`);
      continue;
    }
    const bounds = window ?? (until === undefined ? undefined : Object.keys(since)[0]);
    const isComparedHere = bounds !== undefined || target.batch === 'whole';
    for (const theirs of Object.keys(where))
      if (!target.filters?.[theirs] && !(isComparedHere && target.fields[theirs]))
        say(`${name} needs ${list} to be filtered by ${theirs}`);
    if (bounds !== undefined && !target.filters?.[bounds]) say(`${name} needs ${list} to be filtered by ${bounds}`);
    const values = [...Object.values(where), ...(each === undefined ? keys : [each]), until ?? []].flat();
    for (const ours of values.flatMap(sourcesOf)) if (!entity.fields[ours]) say(`${name} needs the field ${ours}`);
    if (!registry.leading(anyRow, target, leadingKeys(relation, target))) say(`${name} cannot reach ${list}`);
    if (isByKey(relation) && !target.fetch) say(`${name} needs ${list} to be fetched`);
  }
  const above = ancestors(entity).at(-1);
  const said = entity.when && ('positive' in entity.when ? entity.when.positive : 'subresourceUris');
  if (said && !(above && isEntity(above) && above.fields[said]))
    say(`depends on ${said}, which is no field of its parent`);
  for (const [field, values] of Object.entries(entity.terminal ?? {}))
    if (values.some((value) => !(entity.fields[field]?.values ?? values).includes(value)))
      say(`ends with a value that ${field} does not have`);
  return mistakes;
};

/** Fields of one name in the same place. */
const clashes = ({ entities }: Registry): string[] => {
  const place = (entity: Entity) => productOf(entity).entry ?? '';
  const lists = groupBy(
    entities.filter(({ filters }) => filters),
    (entity) => `${place(entity)} ${plural(entity)}`,
  );
  const ones = groupBy(
    entities.filter(({ fetch }) => fetch),
    (entity) => `${place(entity)} ${singular(entity)}`,
  );
  const names = (same: readonly Entity[]) => same.map(({ name }) => name);
  return [
    ...[...lists.values()].filter(({ length }) => length > 1).map((same) => [names(same), 'plural'] as const),
    ...[...ones.values()].filter(({ length }) => length > 1).map((same) => [names(same), 'singular'] as const),
  ].map(([[name, other], what]) => `${name}: has the same ${what} as ${other}`);
};
