/** What drafts are called, and where they lie: names that are unique where GraphQL needs them to be. */
import { relative } from 'node:path';
import type { Hints, ProductHint } from './hints.ts';
import { lowerFirst, upperFirst } from './kinds.ts';
import { accessorOf, isVersion, operationsOf, type Resource, versionOf } from './resources.ts';

export interface Named {
  readonly resource: Resource;
  readonly name: string;
  readonly entry: string;
  readonly isContainer: boolean;
  /** At the entry: one row and the list. */
  readonly one: string;
  readonly list: string;
  /** In what it lies in. */
  readonly inside: readonly [string, string];
  /** Its file below `src/entities`, without the ending. */
  readonly file: string;
}

const camel = (name: string): string => name.replace(/[._]+(\w)/g, (_, letter: string) => letter.toUpperCase());
const pluralOf = (name: string): string => {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  if (/(s|x|ch|sh)$/.test(name)) return /s$/.test(name) && !/ss$/.test(name) ? name : `${name}es`;
  return `${name}s`;
};

export const entryOf = (hints: Hints, resource: Resource): string => {
  const { product, version } = versionOf(resource);
  const owner = (each: Resource): string | undefined =>
    hints.resources[accessorOf(each)]?.entry ?? (isVersion(each.parent) ? undefined : owner(each.parent));
  return owner(resource) ?? camel(`${product}.${version}`);
};
export const productHintOf = (hints: Hints, entry: string): ProductHint =>
  hints.products[entry] ?? { entry, prefix: upperFirst(entry) };

const stemOf = (prefix: string, name: string): string => {
  const rest = name.slice(prefix.length);
  return name.startsWith(prefix) && /^[A-Z]/.test(rest) ? rest : name;
};

export const nameAll = (hints: Hints, resources: readonly Resource[], root: string): readonly Named[] => {
  const drafts = resources.map((resource) => {
    const hint = hints.resources[accessorOf(resource)] ?? {};
    const entry = entryOf(hints, resource);
    const { prefix } = productHintOf(hints, entry);
    const isContainer = operationsOf(resource).length === 0 || hint.leaveOut?.startsWith('container') === true;
    const name = hint.type ?? (resource.stem.startsWith(prefix) ? resource.stem : `${prefix}${resource.stem}`);
    const usual = lowerFirst(stemOf(prefix, name));
    const one = hint.one ?? usual;
    return { resource, entry, name, isContainer, usual, one, list: hint.list ?? pluralOf(one) };
  });
  return drafts.map((draft) => {
    const others = drafts.filter((each) => each !== draft && each.entry === draft.entry && !each.isContainer);
    const taken = new Set(others.flatMap((each) => [each.one, each.list]));
    const isFree = !taken.has(draft.one) && !taken.has(draft.list);
    const isMain = isVersion(draft.resource.parent) && isFirst(draft, others);
    const one = isFree || isMain ? draft.one : draft.usual;
    const list = isFree || isMain ? draft.list : pluralOf(draft.usual);
    return {
      ...draft,
      one,
      list,
      inside: [draft.one, draft.list] as const,
      file: fileOf(root, draft.resource, resources),
    };
  });
};
/** Of several that want a name, what lies in nothing gets it. */
const isFirst = (
  draft: { one: string; resource: Resource },
  others: readonly { one: string; resource: Resource }[],
): boolean =>
  !others.some(
    (each) => each.one === draft.one && isVersion(each.resource.parent) && each.resource.at < draft.resource.at,
  );

const fileOf = (root: string, { declared, stem }: Resource, all: readonly Resource[]): string => {
  const inside = relative(root, declared.file).replace(/\.d\.ts$/, '');
  const several = all.filter((other) => other.declared === declared).length > 1;
  return `${inside}${several ? `.${lowerFirst(stem)}` : ''}`;
};
