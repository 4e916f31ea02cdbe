/** Reads every import and fails on an arrow that the architecture does not draw, so that a layer stays one. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { groupBy } from '../../src/model/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Room {
  /** Rooms that it may import from. */
  readonly src: readonly string[];
  readonly packages?: readonly RegExp[];
}
const leaves = ['errors', 'events', 'json', 'pause', 'cancellation'];
const model = [...leaves, 'model'];
/**
 * The rooms of src: folders, and files that stand in src or src/twilio themselves. Each may import what its row names and
 * nothing else; src/README.md draws it.
 */
const rooms: Readonly<Record<string, Room>> = {
  main: { src: ['cli', 'heap'] },
  library: { src: ['config', 'observe', 'server'] },
  cli: {
    src: ['access', 'config', 'control', 'observe', 'port', 'server', 'spending'],
    packages: [/^@bomb\.sh\/tab\/commander$/, /^commander$/, /^csv-stringify\/sync$/, /^graphql$/],
  },
  port: { src: [] },
  heap: { src: [] },
  certificates: { src: [] },
  errors: { src: [], packages: [/^graphql$/] },
  events: { src: ['errors'] },
  json: { src: [] },
  pause: { src: [] },
  cancellation: { src: [] },
  sealing: { src: [] },
  access: { src: ['errors', 'store'], packages: [/^jose$/, /^lru-cache$/] },
  spending: {
    src: ['errors', 'model', 'store', 'twilio/sms'],
    packages: [/^libphonenumber-js\/max$/, /^ipaddr\.js$/],
  },
  store: { src: [], packages: [/^libsql$/, /^ioredis$/] },
  model: { src: ['errors', 'json', 'sealing'] },
  entities: { src: ['model'] },
  'twilio/limiter': { src: model, packages: [/^bottleneck$/, /^ioredis$/, /^yallist$/] },
  'twilio/transport/proxy': { src: ['certificates', 'errors', 'twilio/transport'], packages: [/^undici$/] },
  'twilio/transport': {
    src: [...leaves, 'twilio/limiter', 'twilio/transport/proxy'],
    packages: [/^@streamparser\/json$/, /^cockatiel$/, /^undici$/],
  },
  'twilio/sdk': { src: [...model, 'twilio/transport'], packages: [/^twilio(\/lib\/rest\/Twilio\.js)?$/] },
  'twilio/rows': { src: model, packages: [/^decimal\.js$/] },
  'twilio/sms': { src: [], packages: [/^sms-segments-calculator/] },
  'twilio/filtering': { src: [...model, 'twilio/rows'], packages: [/^libphonenumber-js\/min$/] },
  'twilio/callerFor': { src: [...model, 'twilio/limiter', 'twilio/rows'] },
  'twilio/gateway': {
    src: [...model, 'twilio/callerFor', 'twilio/limiter', 'twilio/transport', 'twilio/sdk', 'twilio/rows'],
  },
  'twilio/routes': { src: [...model, 'twilio/transport', 'twilio/sdk', 'twilio/gateway', 'twilio/rows'] },
  'twilio/lists': { src: [...model, 'sealing', 'twilio/limiter', 'twilio/rows', 'twilio/filtering', 'twilio/gateway'] },
  'twilio/loading': {
    src: [...model, 'twilio/filtering', 'twilio/limiter', 'twilio/rows', 'twilio/gateway', 'twilio/lists'],
    packages: [/^dataloader$/],
  },
  'twilio/health': { src: [...leaves, 'twilio/sdk', 'twilio/transport'] },
  'twilio/media': { src: [...model, 'twilio/rows', 'twilio/sdk', 'twilio/transport'], packages: [/^undici$/] },
  journal: {
    src: [...leaves, 'model', 'store', 'twilio/gateway', 'twilio/limiter', 'twilio/rows', 'twilio/sms'],
  },
  context: {
    src: [
      'access',
      'spending',
      'journal',
      'model',
      'cancellation',
      'twilio/gateway',
      'twilio/limiter',
      'twilio/lists',
      'twilio/loading',
    ],
  },
  schema: {
    src: [
      'execution',
      'access',
      'context',
      'journal',
      'spending',
      ...model,
      'twilio/rows',
      'twilio/filtering',
      'twilio/gateway',
      'twilio/limiter',
      'twilio/lists',
      'twilio/loading',
      'twilio/media',
      'twilio/sms',
    ],
    packages: [/^graphql\/jsutils\/suggestionList\.js$/, /^graphql$/, /^@pothos\//],
  },
  execution: { src: ['pause'], packages: [/^graphql$/] },
  http: {
    src: [...leaves, 'access', 'execution'],
    packages: [/^graphql(-yoga)?$/, /^@escape\.tech\//, /^compression$/, /^lru-cache$/],
  },
  observe: {
    src: ['errors', 'events', 'model'],
    packages: [/^pino(-pretty)?$/, /^prom-client$/, /^@opentelemetry\//],
  },
  sandbox: { src: ['errors', 'model'], packages: [/^zod$/] },
  config: { src: ['certificates'], packages: [/^zod$/, /^yaml$/, /^graphql\/jsutils\/suggestionList\.js$/] },
  control: { src: [] },
  server: {
    src: [
      'access',
      'spending',
      'config',
      'context',
      'control',
      'entities',
      'http',
      'journal',
      ...model,
      'store',
      'observe',
      'port',
      'sandbox',
      'schema',
      'twilio/gateway',
      'twilio/health',
      'twilio/limiter',
      'twilio/lists',
      'twilio/media',
      'twilio/routes',
      'twilio/sdk',
      'twilio/transport',
    ],
    packages: [/^graphql/],
  },
  tools: {
    src: ['config', 'entities', 'http', 'model', 'schema', 'sandbox', 'twilio/routes'],
    packages: [/^graphql$/, /^rolldown(\/experimental)?$/],
  },
};
/** All that a descriptor may use of the model: its language. */
const LANGUAGE = ['container', 'Entity', 'entity', 'legacyEntity', 'onList', 'parentKey', 'product', 't'];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly names: readonly string[];
  readonly typeOnly: boolean;
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name).split(sep).join('/'))
    .sort();
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\b(?:import|require)\(\s*'([^']+)'/g;
const namesOf = (clause = ''): readonly string[] =>
  (/\{([^}]*)\}/.exec(clause)?.[1] ?? '').split(',').flatMap((name) => name.trim().replace(/^type /, '') || []);
const importsOf = (file: string, text = read(file)): readonly Import[] => [
  ...[...text.matchAll(STATEMENT)].map(([, type, clause, from = '']) => ({
    file,
    from,
    names: namesOf(clause),
    typeOnly: type !== undefined,
  })),
  ...[...text.matchAll(DYNAMIC)].map(([, from = '']) => ({ file, from, names: [], typeOnly: false })),
];

const targetOf = ({ file, from }: Pick<Import, 'file' | 'from'>): string =>
  relative(root, join(root, dirname(file), from))
    .split(sep)
    .join('/');

/** `src/model/path.ts` lies in model, `src/errors.ts` is errors itself; rooms lie in `src/twilio`, and one in another. */
const roomOf = (file: string): string => {
  const [first = '', second = '', third = '', ...deeper] = file
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .split('/');
  if (first !== 'twilio') return first;
  return third === 'proxy' && deeper.length > 0 ? `twilio/${second}/proxy` : `twilio/${second}`;
};
const isWithin = (room: string, other: string): boolean => room === other || room.startsWith(`${other}/`);

/** What is wrong with an import, if anything is. */
const fault = (given: Omit<Import, 'names'> & Partial<Pick<Import, 'names'>>): string | undefined => {
  const { file, from, typeOnly, names = [] } = given;
  const room = roomOf(file);
  const may = rooms[room];
  if (!may) return `${room} has no place in the architecture`;
  if (from.startsWith('node:')) return room === 'model' || room === 'entities' ? 'needs Node' : undefined;
  if (!from.startsWith('.')) {
    if (from === 'twilio' && room === 'model') return typeOnly ? undefined : 'needs the SDK at run time';
    return may.packages?.some((pattern) => pattern.test(from)) ? undefined : `${room} may not import ${from}`;
  }
  const target = targetOf(given);
  const there = roomOf(target);
  if (there === room) return undefined;
  if (!may.src.includes(there)) return `${room} may not import ${there}`;
  const isFile = target === `src/${there}.ts`;
  if (!isFile && !isWithin(room, there) && target !== `src/${there}/index.ts`)
    return `reaches past the index of ${there}`;
  if (room === 'entities' && !names.every((name) => LANGUAGE.includes(name)))
    return 'a descriptor uses nothing of the model but its language';
  return undefined;
};

/** Files that import each other in a circle, types included. */
const circlesIn = (graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] => {
  const finished = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file]);
    if (trail.includes(file) || finished.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    finished.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
};

const sources = filesOf('src');
/** Without what code generators write. */
const tests = filesOf('test').filter((file) => !/\/(gql|__generated__)\/|graphql-env/.test(file));
const imports = sources.flatMap((file) => importsOf(file));

test('every arrow is drawn', () => {
  const faults = imports.flatMap((each) => {
    const what = fault(each);
    return what ? [`${each.file} imports ${each.from}: ${what}`] : [];
  });
  expect(imports.length).toBeGreaterThan(sources.length);
  expect(faults).toEqual([]);
});

test('no files import each other in a circle, and no rooms do', () => {
  const files = new Map(
    sources.map((file) => [
      file,
      importsOf(file).flatMap((each) => (each.from.startsWith('.') ? [targetOf(each)] : [])),
    ]),
  );
  expect(circlesIn(files)).toEqual([]);
  const outside = ([room, { src }]: [string, Room]) => [room, src.filter((each) => !isWithin(room, each))] as const;
  expect(circlesIn(new Map(Object.entries(rooms).map(outside)))).toEqual([]);
});
test('a circle is found', () => {
  const graph = { a: ['b'], b: ['c', 'd'], c: ['a'], d: ['d'] };
  expect(circlesIn(new Map(Object.entries(graph)))).toEqual([
    ['a', 'b', 'c', 'a'],
    ['d', 'd'],
  ]);
});

/** Names of values that a file exports itself, or that an index passes on; types are the words of what is exported. */
const exportsOf = (file: string): readonly string[] => {
  const text = read(file);
  const own = [...text.matchAll(/^export (?:abstract )?(?:async )?(?:const|class|function) (\w+)/gm)];
  const passed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = '']) => names.split(','));
  return [
    ...own.map(([, name = '']) => name),
    ...passed.flatMap((name) => (/^\s*(type |$)/.test(name) ? [] : name.trim().replace(/^.* as /, ''))),
  ];
};
/** Loaded by their addresses, or read by what is not TypeScript. */
const ENTRANCES = ['src/library/index.ts', 'src/main.ts'];

test('what is exported is imported somewhere, and what an index exports outside its room', () => {
  const users = [...imports, ...tests.flatMap((file) => importsOf(file))].filter(({ from }) => from.startsWith('.'));
  const usersOf = groupBy(users, targetOf);
  const isIndex = (file: string) => file.endsWith('/index.ts');
  const unused = sources
    .filter((file) => !file.startsWith('src/entities/') && !ENTRANCES.includes(file))
    .flatMap((file) => {
      const here = isIndex(file) ? dirname(file) : undefined;
      const outside = (usersOf.get(file) ?? []).filter((each) => !here || !each.file.startsWith(`${here}/`));
      // Without names it is imported whole.
      if (outside.some(({ names }) => names.length === 0)) return [];
      const used = new Set(outside.flatMap(({ names }) => names.map((name) => name.replace(/ as .*$/, ''))));
      return exportsOf(file).flatMap((name) => (used.has(name) ? [] : [`${file}: ${name}`]));
    });
  expect(unused).toEqual([]);
});

test('src itself holds at most ten entries that are files', () => {
  const files = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((each) => each.isFile());
  expect(files.length).toBeLessThanOrEqual(10);
});

describe('an arrow that is not drawn is found', () => {
  const wrong: readonly (readonly [file: string, from: string, typeOnly: boolean, what: string])[] = [
    ['src/model/path.ts', '../twilio/gateway.ts', true, 'model may not import twilio/gateway'],
    ['src/model/descriptor.ts', 'twilio', false, 'needs the SDK at run time'],
    ['src/model/path.ts', 'node:fs', false, 'needs Node'],
    ['src/entities/api/v2010/account.ts', '../../../model/kinds.ts', false, 'past the index of model'],
    ['src/entities/api/v2010/account.ts', 'twilio', true, 'entities may not import twilio'],
    ['src/schema/schema.ts', 'undici', false, 'schema may not import undici'],
    ['src/schema/schema.ts', '../http/index.ts', false, 'schema may not import http'],
    ['src/schema/schema.ts', '../twilio/rows/row.ts', true, 'past the index of twilio/rows'],
    ['src/schema/schema.ts', '../twilio/transport/index.ts', true, 'schema may not import twilio/transport'],
    ['src/twilio/gateway.ts', '../schema/index.ts', false, 'twilio/gateway may not import schema'],
    ['src/twilio/gateway.ts', './lists/index.ts', true, 'twilio/gateway may not import twilio/lists'],
    ['src/twilio/gateway.ts', './transport/proxy/index.ts', true, 'may not import twilio/transport/proxy'],
    ['src/twilio/gateway.ts', '@pothos/core', true, 'twilio/gateway may not import @pothos/core'],
    ['src/twilio/rows/row.ts', '../../entities/index.ts', false, 'twilio/rows may not import entities'],
    ['src/http/guards.ts', '../twilio/gateway.ts', false, 'http may not import twilio/gateway'],
    ['src/sandbox/world.ts', '../twilio/sdk/index.ts', false, 'sandbox may not import twilio/sdk'],
    ['src/observe/metrics.ts', '../twilio/gateway.ts', true, 'observe may not import twilio/gateway'],
    ['src/errors.ts', './model/index.ts', false, 'errors may not import model'],
    ['src/server/server.ts', '../main.ts', false, 'server may not import main'],
    ['src/cli/endpoint.ts', '../server/server.ts', false, 'past the index of server'],
    ['src/helpers/text.ts', 'graphql', false, 'helpers has no place'],
  ];
  test.each(wrong)('%s → %s', (file, from, typeOnly, what) => {
    expect(fault({ file, from, typeOnly })).toContain(what);
  });
  test('a descriptor that uses the engine', () => {
    const [descriptor = { file: '', from: '', names: [], typeOnly: false }] = importsOf(
      'src/entities/api/v2010/account.ts',
      "import { entity, type Registry } from '../../../model/index.ts';",
    );
    expect(fault(descriptor)).toContain('nothing of the model but its language');
  });

  test('however it is written', () => {
    const text = [
      "import './a.ts';",
      "import b from './b.ts';",
      "import { type C, d } from './c.ts';",
      "import {\n  e,\n} from './e.ts';",
      "import * as f from './f.ts';",
      "import type { G } from './g.ts';",
      "export { h } from './h.ts';",
      "export type { I } from './i.ts';",
      "export * from './j.ts';",
      "const k = await import('./k.ts');",
      'const l = "from";',
    ].join('\n');
    const found = importsOf('src/x.ts', text).map(({ from, typeOnly }) => `${from[2]}${typeOnly ? '?' : ''}`);
    expect(found.sort()).toEqual(['a', 'b', 'c', 'e', 'f', 'g?', 'h', 'i?', 'j', 'k']);
  });
});

const OPENING = /^(#!.*\n)?\/\*\*\s[\s\S]+?\*\//;
test('every file opens with why it exists', () => {
  expect([...sources, ...tests].filter((file) => !OPENING.test(read(file)))).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  expect(sources.filter((file) => read(file).trimEnd().split('\n').length > 300)).toEqual([]);
});

/** Words of TypeScript that switch its checks off. */
const UNCHECKED = /[:<,|&(=]\s*any\b|\bas any\b|@ts-(?:ignore|nocheck|expect-error)/;
const SEAM = /biome-ignore lint\/suspicious\/noExplicitAny: \S/;
/** The lines on which a file is not checked, and that are no seam with a reason. */
const unchecked = (text: string): readonly string[] => {
  const lines = text.split('\n');
  const code = lines.map((line) =>
    line.replace(/'(?:[^'\\]|\\.)*'|`[^`]*`/g, "''").replace(/^\s*(\/\*|\*|\/\/)(?! @ts-).*/, ''),
  );
  return lines.filter((_, i) => UNCHECKED.test(code[i] ?? '') && !SEAM.test(lines[i - 1] ?? ''));
};
test('every file is checked throughout, but for marked seams', () => {
  expect(sources.flatMap((file) => unchecked(read(file)).map((line) => `${file}: ${line.trim()}`))).toEqual([]);
});
test('an unmarked any is found', () => {
  const wrong = ['const a: any = 1;', 'type B = Map<string, any>;', 'f(x as any);', '// @ts-ignore', 'type C = any;'];
  expect(unchecked(wrong.join('\n'))).toEqual(wrong);
  const right = ["about: 'Delete it as any incoming phone number.',", '/** For any entity. */', 'AbortSignal.any([a])'];
  expect(
    unchecked([...right, '// biome-ignore lint/suspicious/noExplicitAny: why', 'type A = any;'].join('\n')),
  ).toEqual([]);
});
