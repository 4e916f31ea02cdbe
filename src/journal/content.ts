/**
 * Names the content of a write, so that the writes that may have made a row are found without reading all the others. A
 * write may repeat less of the content than the row has, so a row can be that of a write of several contents.
 */
import { type Entity, parentsOf, type Registry, type Sids } from '../model/index.ts';
import { digest, type Echo, type HashOf } from './fingerprint.ts';

/** Kinds of values that can tell one row from another. */
const IDENTIFYING: readonly string[] = ['String', 'ID'];

/** The inputs that distinguish one row from another. */
const identifyingNames = ({ identifiedBy, create = {} }: Entity): readonly string[] =>
  identifiedBy ?? Object.keys(create).filter((name) => IDENTIFYING.includes(create[name]?.scalar ?? ''));

/** Whether what Twilio repeats of the input tells its row from others. */
export const isIdentified = (entity: Entity, echo: Echo): boolean => {
  const isIn = (name: string) => name in echo;
  return entity.identifiedBy ? entity.identifiedBy.every(isIn) : identifyingNames(entity).some(isIn);
};

/** The content of a create. */
export const contentOf = (entity: Entity, target: Sids, echo: Echo): string => {
  const present = identifyingNames(entity).filter((name) => name in echo);
  const named = entity.identifiedBy ? present : present.slice(0, 1);
  return named.reduce((content, name) => withValue(content, name, echo[name]), digest(entity.name, ...target));
};

/** The contents of the creates that may have made a row. */
export const contentsOf = (entity: Entity, target: Sids, hashOf: HashOf): readonly string[] => {
  const contents = [digest(entity.name, ...target)];
  for (const name of identifyingNames(entity)) {
    const hash = hashOf(name);
    if (hash === undefined) continue;
    const known = entity.identifiedBy ? [...contents] : contents.slice(0, 1);
    contents.push(...known.map((content) => withValue(content, name, hash)));
  }
  return contents;
};

const withValue = (content: string, name: string, hash = ''): string => digest(content, name, hash);

/** Names the value that a create makes, if it can exist once. Several entities can create in one list. */
export const uniqueOf = (
  registry: Registry,
  entity: Entity,
  target: Sids,
  name: string | undefined,
  echo: Echo,
): string | undefined => {
  const hash = name === undefined ? undefined : echo[name];
  if (hash === undefined) return undefined;
  const list = registry.canonical(entity);
  return digest('unique', list.name, ...parentsOf(list, target), hash);
};
