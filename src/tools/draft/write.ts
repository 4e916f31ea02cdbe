/** Writes a draft: the text of a descriptor. */
import { posix } from 'node:path';
import type { Hint } from './hints.ts';
import { lowerFirst, quoted } from './kinds.ts';
import { entryOf, type Named, productHintOf } from './names.ts';
import { factsAt, productFile, productWire, versionName, type Wire, type World, wireOf } from './product.ts';
import { accessorOf, has, isVersion, type Resource } from './resources.ts';
import {
  dataOf,
  entriesOf,
  fieldsOf,
  filtersOf,
  headersOf,
  inputsOf,
  objectText,
  type Said,
  type Subject,
} from './values.ts';

const importPath = (from: string, to: string): string => {
  const path = posix.relative(posix.dirname(from), `${to}.ts`);
  return path.startsWith('.') ? path : `./${path}`;
};

const namedOf = (world: World, resource: Resource): Named => {
  const found = world.named.find((each) => each.resource === resource);
  if (!found) throw new Error(`${accessorOf(resource)} has no name.`);
  return found;
};
const byName = (world: World, name: string): Named => {
  const found = world.named.find((each) => each.name === name);
  if (!found) throw new Error(`Nothing is named ${name}.`);
  return found;
};

/** One descriptor's file. */
export const descriptorText = (world: World, draft: Named): string => {
  const { resource, name, file, isContainer, entry } = draft;
  const hint = world.hints.resources[accessorOf(resource)] ?? {};
  const imports: string[] = [];
  const parts: Said[] = [];
  if (isVersion(resource.parent)) {
    parts.push(['in', entry]);
    imports.push(`import { ${entry} } from '${importPath(file, productFile(resource))}';`);
  } else {
    const parent = namedOf(world, resource.parent);
    const onList = resource.isOnList && resource.parent.context !== undefined && !parent.isContainer;
    parts.push(['in', onList ? `onList(${parent.name})` : parent.name]);
    imports.push(`import { ${parent.name} } from '${importPath(file, parent.file)}';`);
  }
  parts.push(['at', quoted(resource.at)]);
  const by = hint.by && byName(world, hint.by);
  if (by) {
    parts.push(['by', by.name]);
    imports.push(`import { ${by.name} } from '${importPath(file, by.file)}';`);
  }
  let above = '';
  if (hint.byKey) {
    const [parent, key] = hint.byKey;
    above = `const ${lowerFirst(parent)} = parentKey(${quoted(parent)}, { in: ${entry}, key: ${quoted(key)} });\n\n`;
    parts.push(['by', lowerFirst(parent)]);
  }
  if (isContainer) {
    if (resource.keys.length > 0) parts.push(['key', quoted(resource.keys[0] ?? '')]);
  } else parts.push(...entityParts(world, draft, hint));
  const make = isContainer ? 'container' : 'entity';
  const { shared, parts: written } = shareInputs(parts);
  const body = objectText(written);
  const fromModel = [
    make,
    body.includes('onList(') && 'onList',
    above && 'parentKey',
    /\bt\./.test(body + shared) && 't',
  ]
    .filter(Boolean)
    .sort()
    .join(', ');
  const model = posix.relative(posix.dirname(`entities/${file}`), 'model/index.ts');
  return `/** ${opening(draft, world)} */\nimport { ${fromModel} } from '${model}';\n${imports.join('\n')}\n\n${above}${shared}export const ${name} = ${make}(${quoted(name)}, ${body});\n`;
};

/** `Alpha senders of a service.` */
const opening = ({ resource, list, name, inside }: Named, world: World): string => {
  const phrase = (text: string) => text.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const start = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;
  if (isVersion(resource.parent)) return `${start(phrase(resource.keys.length > 0 ? list : lowerFirst(name)))}.`;
  const parent = namedOf(world, resource.parent);
  const own = phrase(resource.keys.length > 0 || has(resource.list, 'list') ? inside[1] : inside[0]);
  if (parent.isContainer) return `${start(own)}.`;
  const owner = phrase(parent.one);
  return `${start(own)} of ${/^[aeio]/.test(owner) ? 'an' : 'a'} ${owner}.`;
};

/** What create and update have in common is said once, if it is much. */
const shareInputs = (parts: readonly Said[]): { readonly shared: string; readonly parts: readonly Said[] } => {
  const [create, update] = ['create', 'update'].map((name) =>
    entriesOf(parts.find(([each]) => each === name)?.[1] ?? '{  }'),
  );
  const common = create?.filter((each) => update?.includes(each)) ?? [];
  if (common.length < MANY || !create || !update) return { shared: '', parts };
  const rest = (all: readonly string[]) =>
    `{ ${[...all.filter((each) => !common.includes(each)), '...settings'].join(', ')} }`;
  const said = parts.map(([name, text]): Said => {
    if (name === 'create') return [name, rest(create)];
    return name === 'update' ? [name, rest(update)] : [name, text];
  });
  return { shared: `const settings = { ${common.join(', ')} };\n\n`, parts: said };
};
const MANY = 4;

const entityParts = (world: World, draft: Named, hint: Hint): readonly Said[] => {
  const { resource, entry } = draft;
  const facts = factsAt(world, resource);
  const usual = productWire(world, entry, versionName(resource));
  const wire = wireOf(resource, facts, hint);
  const subject: Subject = {
    scope: {
      sdk: world.sdk,
      at: resource.declared,
      json: wire.json ?? usual.json,
      entity: draft.name,
      reserved: reservedIn(world),
    },
    ...{ resource, facts, hint, above: aboveOf(world, draft) },
  };
  const said: (Said | undefined | false)[] = [
    ...identity(subject),
    ...naming(world, draft),
    ...differing(wire, usual),
    ['about', quoted(hint.about ?? '')],
    hint.aboutList !== undefined && ['aboutList', quoted(hint.aboutList)],
    hint.deprecated !== undefined && ['deprecated', quoted(hint.deprecated)],
    ['fields', objectText(fieldsOf(subject))],
    ...operations(subject),
    list('paid', hint.paid),
    list('admin', hint.admin),
    hint.terminal && Object.keys(hint.terminal).length > 0 && ['terminal', JSON.stringify(hint.terminal)],
    ...(hint.more ?? []).map((line): Said => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  ];
  return said.filter((each) => each !== undefined && each !== false);
};
/** Types that entities have, and what the schema makes of each. */
const reservedIn = ({ named }: World): ReadonlySet<string> =>
  new Set(named.flatMap(({ name }) => ['', ...MADE].map((ending) => `${name}${ending}`)));
const MADE = ['Order', 'Filter', 'Field', 'NumberField', 'Aggregate', 'Group', 'Edge', 'Connection', 'Payload'];

/** The fields of a row that hold the keys of what it lies in. */
const aboveOf = (world: World, { resource }: Named): Subject['above'] => {
  const names = dataOf(resource).map(({ name }) => name);
  const path = Object.values(factsAt(world, resource).operations)[0]?.path ?? '';
  const variables = [...path.matchAll(/\{(\w+)\}/g)].map(([, variable = '']) => lowerFirst(variable));
  const found: { key: string; entity: string }[] = [];
  let up = isVersion(resource.parent) ? undefined : resource.parent;
  const line: Resource[] = [];
  for (; up; up = isVersion(up.parent) ? undefined : up.parent) if (up.keys.length === 1) line.unshift(up);
  for (const [i, each] of line.entries()) {
    const { name, isContainer, one } = namedOf(world, each);
    const keys = [variables[i] ?? '', `${one}Sid`, `${lowerFirst(each.stem)}Sid`];
    const key = keys.find((key) => names.includes(key));
    if (key && /Sid$/.test(key) && !isContainer && has(each.context, 'fetch')) found.push({ key, entity: name });
  }
  return found;
};
const list = (name: string, values: readonly string[] | undefined): Said | undefined =>
  values && values.length > 0 ? [name, `[${values.map(quoted).join(', ')}]`] : undefined;

const identity = ({ resource, facts, hint }: Subject): readonly Said[] => {
  const { keys } = resource;
  const names = dataOf(resource).map(({ name }) => name);
  if (keys.length === 0) return [];
  const part = (key: string): string => {
    if (names.includes(key)) return quoted(key);
    if (keys.length === 1 && names.includes('id')) return quoted('id');
    return `t.given(${quoted(key)})`;
  };
  const isSid = keys.length === 1 && names.includes('sid') && (keys[0] === 'sid' || !names.includes(keys[0] ?? ''));
  if (!isSid) return [['key', keys.length === 1 ? part(keys[0] ?? '') : `[${keys.map(part).join(', ')}]`]];
  const prefixes = facts.sid ?? [];
  const own = Object.values(facts.operations).find(({ path }) => /\}$/.test(path));
  const variable = /\{(\w+)\}$/.exec(own?.path ?? '')?.[1] ?? '';
  const isAliased = own && own.sids?.[variable] === undefined && names.includes('uniqueName') && prefixes.length > 0;
  return [
    ['sid', prefixes.length === 1 ? quoted(prefixes[0] ?? '') : `[${prefixes.map(quoted).join(', ')}]`],
    ...(isAliased && !hint.values?.alias ? [['alias', quoted('uniqueName')] as const] : []),
  ];
};

/** Names that do not follow from the descriptor's. */
const naming = (world: World, draft: Named): readonly (Said | false)[] => {
  const { resource, one, list, inside, name } = draft;
  const { prefix } = productHintOf(world.hints, entryOf(world.hints, resource));
  const rest = name.slice(prefix.length);
  const stem = name.startsWith(prefix) && /^[A-Z]/.test(rest) ? rest : name;
  const usual = `${stem[0]?.toLowerCase()}${stem.slice(1)}`;
  const hasList = has(resource.list, 'list');
  const isChild = !isVersion(resource.parent);
  const usualInside = [resource.keys.length > 0 ? one : resource.at, hasList ? resource.at : list] as const;
  const differs =
    isChild && ((hasList && usualInside[1] !== inside[1]) || usualInside[0] !== inside[0] || resource.isOnList);
  return [
    one !== usual && ['one', quoted(one)],
    hasList && list !== resource.at && ['plural', quoted(list)],
    differs && ['inside', `[${quoted(inside[0])}, ${quoted(inside[1])}]`],
    ...argument(world, draft, one),
  ];
};
/** What children call its key, if it is not the usual name. */
const argument = (world: World, draft: Named, one: string): readonly Said[] => {
  const { resource } = draft;
  if (resource.keys.length !== 1) return [];
  const names = dataOf(resource).map((each) => each.name);
  const key = resource.keys[0] ?? '';
  const isSid = names.includes('sid') && (key === 'sid' || !names.includes(key));
  const usual = isSid ? `${one}Sid` : names.includes(key) ? key : names.includes('id') ? 'twilioId' : key;
  const depth = depthOf(world, resource);
  const child = world.named.find((each) => isBelow(world, each.resource, resource));
  const wanted = child ? world.hints.resources[accessorOf(child.resource)]?.keys?.[depth] : undefined;
  const own = names.includes('id') && !names.includes(key) && !isSid ? key : undefined;
  const said = wanted && !['sid', 'id'].includes(wanted) ? wanted : own && own !== 'id' ? own : undefined;
  return said && said !== usual ? [['argument', quoted(said)]] : [];
};
const isBelow = (world: World, child: Resource, parent: Resource): boolean => {
  const hint = world.hints.resources[accessorOf(child)];
  if (hint?.by) return byName(world, hint.by).resource === parent;
  return !isVersion(child.parent) && child.parent === parent && !child.isOnList;
};
const depthOf = (world: World, resource: Resource): number => {
  const hint = world.hints.resources[accessorOf(resource)];
  const up = hint?.by ? byName(world, hint.by).resource : isVersion(resource.parent) ? undefined : resource.parent;
  return up ? depthOf(world, up) + up.keys.length : 0;
};

const differing = (wire: Partial<Wire>, usual: Wire): readonly Said[] =>
  (['json', 'body', 'paging', 'maxPage'] as const)
    .filter((name) => wire[name] !== undefined && wire[name] !== usual[name])
    .map((name): Said => [name, typeof wire[name] === 'number' ? String(wire[name]) : quoted(String(wire[name]))]);

const operations = (subject: Subject): readonly Said[] => {
  const { resource } = subject;
  const one = resource.context ?? resource.list;
  const said: Said[] = [];
  if (has(resource.list, 'list')) said.push(['filters', objectText(filtersOf(subject))]);
  const create = inputsOf(subject, 'create');
  if (create) said.push(['create', objectText(create)]);
  if (create && !has(resource.list, 'create') && resource.keys.length > 0) said.push(['createWith', "'key'"]);
  const patch = inputsOf(subject, 'patch', 'update');
  const update = inputsOf(subject, 'update');
  if (patch) said.push(['update', objectText(patch)], ['with', "'patch'"]);
  if (update) said.push([patch ? 'replace' : 'update', objectText(update)]);
  const headers = (['create', patch ? 'patch' : 'update'] as const)
    .map((operation): Said => [operation === 'create' ? 'create' : 'update', objectText(headersOf(subject, operation))])
    .filter(([operation, text]) => text !== '{  }' && said.some(([name]) => name === operation));
  if (headers.length > 0) said.push(['headers', objectText(headers)]);
  for (const operation of ['remove', 'fetch'] as const) {
    if (!has(one, operation)) continue;
    const taken = inputsOf(subject, operation) ?? [];
    said.push([operation, taken.length > 0 ? objectText(taken) : 'true']);
  }
  return said;
};
