/** Reads every import and fails on an arrow that the architecture does not draw, so that a layer stays one. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a folder of src, or a file that stands in src itself, may import beside its own files: src/README.md draws it. */
const arrows: Readonly<Record<string, { readonly src: readonly string[]; readonly packages: readonly RegExp[] }>> = {
  main: { src: ['check', 'config', 'control', 'heap', 'observe', 'port', 'serve'], packages: [] },
  port: { src: [], packages: [] },
  heap: { src: [], packages: [] },
  check: {
    src: ['config', 'connection', 'entities', 'errors', 'model', 'observe', 'twilio', 'upstream'],
    packages: [],
  },
  serve: { src: ['config', 'control', 'nodes', 'observe', 'server'], packages: [] },
  nodes: { src: ['config', 'observe', 'port', 'server', 'upstream'], packages: [] },
  upstream: { src: ['config', 'entities', 'model', 'sandbox', 'twilio'], packages: [] },
  server: {
    src: ['config', 'connection', 'control', 'entities', 'http', 'model', 'observe', 'schema'],
    packages: [],
  },
  connection: {
    src: ['config', 'context', 'events', 'http', 'model', 'observe', 'schema', 'twilio', 'upstream'],
    packages: [/^graphql/],
  },
  certificates: { src: [], packages: [] },
  config: {
    src: ['certificates'],
    packages: [/^zod$/, /^yaml$/, /^graphql\/jsutils\/suggestionList\.js$/],
  },
  control: { src: [], packages: [] },
  context: { src: ['model', 'signal', 'twilio'], packages: [] },
  errors: { src: [], packages: [/^graphql$/] },
  events: { src: ['errors'], packages: [] },
  signal: { src: [], packages: [] },
  model: { src: ['errors'], packages: [] },
  entities: { src: ['model'], packages: [] },
  twilio: {
    src: ['certificates', 'errors', 'events', 'model', 'signal'],
    packages: [
      /^twilio(\/lib\/rest\/Twilio\.js)?$/,
      /^undici$/,
      /^bottleneck$/,
      /^ioredis$/,
      /^dataloader$/,
      /^decimal\.js$/,
    ],
  },
  schema: { src: ['context', 'errors', 'model', 'twilio'], packages: [/^graphql$/, /^@pothos\//] },
  http: {
    src: ['errors', 'events', 'signal'],
    packages: [/^graphql(-yoga|-jit)?$/, /^@graphql-yoga\//, /^@escape\.tech\//],
  },
  observe: { src: ['errors', 'events'], packages: [/^pino(-pretty)?$/, /^prom-client$/] },
  sandbox: { src: ['errors', 'model'], packages: [] },
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name).split(sep).join('/'))
    .sort();
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\b(?:import|require)\(\s*'([^']+)'/g;
const importsOf = (file: string, text = read(file)): readonly Import[] => [
  ...[...text.matchAll(STATEMENT)].map(([, type, from = '']) => ({ file, from, typeOnly: type !== undefined })),
  ...[...text.matchAll(DYNAMIC)].map(([, from = '']) => ({ file, from, typeOnly: false })),
];

/** `src/model/path.ts` lies in model, `src/errors.ts` is errors itself. */
const layerOf = (file: string): string => file.replace(/^src\//, '').replace(/\/.*|\.ts$/, '');

/** What is wrong with an import, if anything is. */
const fault = ({ file, from, typeOnly }: Import): string | undefined => {
  const layer = layerOf(file);
  const may = arrows[layer];
  if (layer === 'tools') return undefined;
  if (!may) return `${layer} has no place in the architecture`;
  if (from.startsWith('node:')) return layer === 'model' || layer === 'entities' ? 'needs Node' : undefined;
  if (!from.startsWith('.')) {
    if (from === 'twilio' && layer === 'model') return typeOnly ? undefined : 'needs the SDK at run time';
    return may.packages.some((pattern) => pattern.test(from)) ? undefined : `${layer} may not import ${from}`;
  }
  const target = relative(root, join(root, dirname(file), from))
    .split(sep)
    .join('/');
  const there = layerOf(target);
  if (layer === 'entities' && there === 'model' && !typeOnly && target !== 'src/model/index.ts')
    return 'a descriptor imports nothing of the model but its index';
  return there === layer || may.src.includes(there) ? undefined : `${layer} may not import ${there}`;
};

const sources = filesOf('src');
const tests = filesOf('test');
const imports = sources.flatMap((file) => importsOf(file));

test('every arrow is drawn', () => {
  const faults = imports.flatMap((each) => {
    const what = fault(each);
    return what ? [`${each.file} imports ${each.from}: ${what}`] : [];
  });
  expect(imports.length).toBeGreaterThan(sources.length);
  expect(faults).toEqual([]);
});

describe('an arrow that is not drawn is found', () => {
  const wrong: readonly (readonly [file: string, from: string, typeOnly: boolean, what: string])[] = [
    ['src/model/path.ts', '../twilio/gateway.ts', true, 'model may not import twilio'],
    ['src/model/entity.ts', 'twilio', false, 'needs the SDK at run time'],
    ['src/model/path.ts', 'node:fs', false, 'needs Node'],
    ['src/entities/api/v2010/account.ts', '../../../model/kinds.ts', false, 'nothing of the model but its index'],
    ['src/entities/api/v2010/account.ts', 'twilio', true, 'entities may not import twilio'],
    ['src/schema/index.ts', 'undici', false, 'schema may not import undici'],
    ['src/schema/index.ts', '../http/guards.ts', false, 'schema may not import http'],
    ['src/schema/index.ts', '../config.ts', true, 'schema may not import config'],
    ['src/twilio/gateway.ts', '../schema/index.ts', false, 'twilio may not import schema'],
    ['src/twilio/gateway.ts', '@pothos/core', true, 'twilio may not import @pothos/core'],
    ['src/twilio/gateway.ts', '../entities/index.ts', false, 'twilio may not import entities'],
    ['src/http/guards.ts', '../twilio/gateway.ts', false, 'http may not import twilio'],
    ['src/sandbox/world.ts', '../twilio/client.ts', false, 'sandbox may not import twilio'],
    ['src/observe/metrics.ts', '../twilio/gateway.ts', true, 'observe may not import twilio'],
    ['src/twilio/gateway.ts', '../observe/log.ts', true, 'twilio may not import observe'],
    ['src/errors.ts', './model/path.ts', false, 'errors may not import model'],
    ['src/server.ts', './main.ts', false, 'server may not import main'],
    ['src/helpers/text.ts', 'graphql', false, 'helpers has no place'],
  ];
  test.each(wrong)('%s → %s', (file, from, typeOnly, what) => {
    expect(fault({ file, from, typeOnly })).toContain(what);
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
