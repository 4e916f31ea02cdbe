/** What the resources of a product have in common: read out of all of them, and written as the product's constant. */
import { posix } from 'node:path';
import { type Facts, NO_FACTS } from './facts.ts';
import type { Hint, Hints } from './hints.ts';
import { quoted } from './kinds.ts';
import { type Named, productHintOf } from './names.ts';
import { accessorOf, has, type Resource, type Sdk, versionOf } from './resources.ts';
import { objectText, type Said } from './values.ts';

export interface World {
  readonly sdk: Sdk;
  readonly facts: ReadonlyMap<string, Facts>;
  readonly hints: Hints;
  readonly named: readonly Named[];
}
export interface Wire {
  readonly json: 'snake' | 'camel';
  readonly body: 'form' | 'json';
  readonly paging: string;
  readonly maxPage: number;
}

export const factsAt = ({ facts }: World, resource: Resource): Facts => facts.get(accessorOf(resource)) ?? NO_FACTS;
/** What a resource says itself; the product decides the rest. */
export const wireOf = (resource: Resource, facts: Facts, hint: Hint): Partial<Wire> => {
  const names = [...(resource.declared.written.get(`${resource.stem}Instance`)?.values() ?? [])];
  const isCamel = names.some((name) => /[a-z][A-Z]/.test(name));
  const { list } = facts.operations;
  const isList = has(resource.list, 'list');
  return {
    ...(names.some((name) => name.includes('_')) ? { json: 'snake' } : isCamel ? { json: 'camel' } : {}),
    ...(writes(resource) && { body: takesJson(resource) ? 'json' : 'form' }),
    ...(isList && { paging: hint.paging ?? (hint.noPaging ? 'none' : (list?.paging ?? 'url')) }),
    ...(isList && { maxPage: hint.maxPage ?? list?.pageSize ?? 1000 }),
  };
};
const writes = ({ list, context }: Resource): boolean =>
  ['create', 'update', 'patch'].some((name) => has(list, name) || has(context, name));

/** The SDK takes headers beside a JSON body, and knows those of a form by name. */
const takesJson = ({ list, context = [] }: Resource): boolean =>
  [...list, ...context].some(
    ({ name, args = '' }) => /^(create|update|patch)$/.test(name) && args.includes('headers?: any'),
  );

/** What most resources of a product's entry say. */
export const productWire = (world: World, entry: string, product: string): Wire => {
  const wires = world.named
    .filter((each) => each.entry === entry && !each.isContainer && versionName(each.resource) === product)
    .map(({ resource }) =>
      wireOf(resource, factsAt(world, resource), world.hints.resources[accessorOf(resource)] ?? {}),
    );
  const most = <K extends keyof Wire>(name: K, usual: Wire[K]): Wire[K] => {
    const said = wires.flatMap((each) => (each[name] === undefined ? [] : [each[name] as Wire[K]]));
    const count = (value: Wire[K]) => said.filter((each) => each === value).length;
    return [...new Set(said)].sort((a, b) => count(b) - count(a))[0] ?? usual;
  };
  return {
    json: most('json', 'snake'),
    body: most('body', 'form'),
    paging: most('paging', 'url'),
    maxPage: most('maxPage', 1000),
  };
};
export const versionName = (resource: Resource): string => {
  const { product, version } = versionOf(resource);
  return version ? `${product}.${version}` : product;
};
export const productFile = (resource: Resource): string => {
  const { product, version } = versionOf(resource);
  return posix.join(product, version, 'product');
};

export const productText = (world: World, entry: string, product: string): string => {
  const { prefix, about, deprecated } = productHintOf(world.hints, entry);
  const wire = productWire(world, entry, product);
  // Versions with the same entry say it once.
  const versions = world.named.filter((each) => each.entry === entry).map(({ resource }) => versionName(resource));
  const isFirst = product === [...versions].sort()[0];
  const said: Said[] = [
    ['entry', quoted(entry)],
    ['prefix', quoted(prefix)],
    ...(about && isFirst ? [['about', quoted(about)] as const] : []),
    ...(deprecated ? [['deprecated', quoted(deprecated)] as const] : []),
    ...(wire.json === 'camel' ? [['json', "'camel'"] as const] : []),
    ...(wire.body === 'json' ? [['body', "'json'"] as const] : []),
    ...(wire.paging !== 'url' ? [['paging', quoted(wire.paging)] as const] : []),
    ...(wire.maxPage !== 1000 ? [['maxPage', String(wire.maxPage)] as const] : []),
  ];
  return `export const ${entry} = product(${quoted(product)}, (twilio) => twilio.${product}, ${objectText(said)});\n`;
};
