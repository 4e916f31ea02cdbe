/** The SDK's resources and where they hang: on a product's version, in another resource, or on another one's list. */
import { basename, dirname } from 'node:path';
import { type Block, type Declarations, type Member, readDeclarations } from './declarations.ts';

export interface Version {
  readonly product: string;
  readonly version: string;
}
export interface Resource {
  /** The SDK's name for it, such as `AlphaSender`. */
  readonly stem: string;
  readonly declared: Declarations;
  readonly list: readonly Member[];
  readonly context: readonly Member[] | undefined;
  readonly instance: readonly Member[];
  /** What its `get` takes. */
  readonly keys: readonly string[];
  parent: Resource | Version;
  at: string;
  /** It hangs on its parent's list, although that has a context. */
  isOnList: boolean;
  /** The keys that the version's method takes for the list, where the SDK has a method in place of a property. */
  methodKeys?: readonly string[];
}
export interface Sdk {
  readonly declarations: ReadonlyMap<string, Declarations>;
  readonly resources: readonly Resource[];
}

export const isVersion = (parent: Resource | Version): parent is Version => 'version' in parent;
export const versionOf = ({ parent }: Resource): Version => (isVersion(parent) ? parent : versionOf(parent));
const OPERATIONS = ['list', 'create', 'fetch', 'update', 'patch', 'remove'] as const;
export type SdkOperation = (typeof OPERATIONS)[number];

export const has = (members: readonly Member[] | undefined, name: string): boolean =>
  members?.some((member) => member.name === name && member.args !== undefined) ?? false;
/** The operations that the SDK offers. */
export const operationsOf = ({ list, context }: Resource): readonly SdkOperation[] =>
  OPERATIONS.filter((name) => has(list, name) || has(context, name));

/** Where the SDK has it: `messaging.v1.services().alphaSenders`. */
export const accessorOf = ({ parent, at, isOnList }: Resource): string => {
  if (isVersion(parent))
    return parent.version ? `${parent.product}.${parent.version}.${at}` : `${parent.product}.${at}`;
  const isEntered = !isOnList && parent.keys.length > 0;
  return `${accessorOf(parent)}${isEntered ? '()' : ''}.${at}`;
};

const argumentNames = (args: string): readonly string[] =>
  args === '' ? [] : args.split(',').map((each) => each.trim().split(/[?:]/)[0] ?? '');

/** Everything in the folder `lib/rest` of the SDK. */
export const readSdk = (folder: string): Sdk => {
  const declarations = readDeclarations(folder);
  const byList = new Map<string, Resource>();
  for (const declared of declarations.values())
    for (const [name, block] of declared.blocks) {
      const stem = /^(\w+)ListInstance$/.exec(name)?.[1];
      // The instance of a `SyncList` is called `SyncListInstance`, too: that is a class.
      if (stem && block.isInterface) byList.set(`${declared.file}#${stem}`, resourceOf(declared, stem, block));
    }
  for (const [file, declared] of declarations) {
    const product = /(\w+)Base\.d\.ts$/.exec(basename(file))?.[1];
    if (product) hangProduct(declarations, byList, declared, `${product[0]?.toLowerCase()}${product.slice(1)}`);
  }
  const hangParts = () => {
    for (const resource of byList.values()) {
      hang(byList, resource.context ?? [], resource.declared, resource, false);
      hang(byList, resource.list, resource.declared, resource, resource.context !== undefined);
    }
  };
  hangParts();
  // What hangs on no version; the rest of these getters are old names of what does.
  for (const [file, declared] of declarations)
    if (dirname(file) === folder && !file.endsWith('Base.d.ts')) hangVersionless(byList, declared);
  hangParts();
  return { declarations, resources: [...byList.values()].filter(({ at }) => at !== '') };
};

const NOWHERE: Version = { product: '', version: '' };
const resourceOf = (declared: Declarations, stem: string, { members: list }: Block): Resource => {
  const own = (name: string) => declared.blocks.get(`${stem}${name}`)?.members;
  const get = list.find(({ name, args }) => name === 'get' && args !== undefined);
  return {
    stem,
    declared,
    list,
    context: own('Context'),
    instance: own('Instance') ?? [],
    keys: argumentNames(get?.args ?? ''),
    parent: NOWHERE,
    at: '',
    isOnList: false,
  };
};

const hangProduct = (
  all: Sdk['declarations'],
  byList: ReadonlyMap<string, Resource>,
  base: Declarations,
  product: string,
): void => {
  for (const [name, block] of base.blocks) {
    if (!/Base$/.test(name)) continue;
    for (const { name: version, type, args } of block.members) {
      if (version.startsWith('_')) continue;
      const declared = args === undefined ? all.get(base.imports.get(type) ?? '') : undefined;
      for (const { members } of declared?.blocks.values() ?? [])
        if (declared) hang(byList, members, declared, { product, version }, false);
    }
  }
};
const hangVersionless = (byList: ReadonlyMap<string, Resource>, declared: Declarations): void => {
  const name = basename(declared.file, '.d.ts');
  const parent = { product: `${name[0]?.toLowerCase()}${name.slice(1)}`, version: '' };
  for (const { members } of declared.blocks.values()) hang(byList, members, declared, parent, false);
};

const hang = (
  byList: ReadonlyMap<string, Resource>,
  members: readonly Member[],
  declared: Declarations,
  parent: Resource | Version,
  isOnList: boolean,
): void => {
  for (const { name, type, args } of members) {
    if (name.startsWith('_') || (args !== undefined && (!isVersion(parent) || name === '()'))) continue;
    const [, stem, what] = /^(\w+?)(ListInstance|Context)$/.exec(type) ?? [];
    if (!stem || (what === 'Context' && args === undefined)) continue;
    const child = byList.get(`${declared.imports.get(`${stem}${what}`) ?? declared.file}#${stem}`);
    if (!child || (child.at !== '' && child.parent !== parent)) continue;
    Object.assign(child, { parent, at: name, isOnList });
    // Some versions have methods where others have properties: with the keys of the list, and with its own besides.
    if (args !== undefined && (what === 'ListInstance' || !child.methodKeys)) child.methodKeys = argumentNames(args);
  }
};
