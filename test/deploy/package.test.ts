/** What a person would publish: everything that the installed package needs, and nothing else. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireBuild } from '../support/command.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'twilio-graphql-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Pack {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}
let pack: Pack;
let installed: string;

beforeAll(() => {
  requireBuild();
  const flags = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  [pack] = JSON.parse(execFileSync('npm', flags, { cwd: ROOT, encoding: 'utf8' })) as [Pack];
  execFileSync('tar', ['-xzf', join(folder, pack.filename), '-C', folder]);
  installed = join(folder, 'package');
});

test('it has the program, its pages, the schema and the documentation', () => {
  const tops = new Set(pack.files.map(({ path }) => path.split('/')[0]));
  expect([...tops].sort()).toEqual(
    ['CHANGELOG.md', 'LICENSE', 'README.md', 'assets', 'dist', 'docs', 'package.json', 'schema.graphql'].sort(),
  );
});

test('it has no source, test, map, state or secret, and is small', () => {
  for (const { path } of pack.files)
    expect(path).not.toMatch(/(?<!\.d)\.ts$|\.(map|tsbuildinfo|pem|key|db)$|(^|\/)\.env|(^|\/)test\//);
  const { status } = spawnSync('grep', ['-rIlE', 'BEGIN [A-Z ]*PRIVATE KEY', installed]);
  expect(status, 'a private key').toBe(1);
  expect(pack.size).toBeLessThan(4_000_000);
});

test('what package.json names is there', () => {
  const { bin, exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const targets = Object.values<string | Record<string, string>>(exports);
  const named = [bin, ...targets]
    .flatMap((each) => (typeof each === 'string' ? [each] : Object.values<string>(each)))
    .map((path) => path.replace(/^\.\//, ''));
  expect(pack.files.map(({ path }) => path)).toEqual(expect.arrayContaining(named));
});

test('its program runs', () => {
  symlinkSync(join(ROOT, 'node_modules'), join(installed, 'node_modules'));
  const said = execFileSync('node', ['dist/bundle/main.js', '--version'], { cwd: installed, encoding: 'utf8' });
  expect(said.trim()).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
});

test('a program in TypeScript that has installed it compiles, and runs a query on the sandbox', () => {
  const consumer = join(folder, 'consumer');
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', version: '1.0.0', type: 'module' }));
  writeFileSync(
    join(consumer, 'main.ts'),
    `import { type RunningServer, startServer } from 'twilio-graphql';
const lines: string[] = [];
const server: RunningServer = await startServer(
  { PORT: '0', TWILIO_PRODUCTS: 'api', TWILIO_GRAPHQL_STATE: './state' },
  { log: (line) => lines.push(line) },
);
const response = await fetch(server.url, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ calls(first: 1) { nodes { sid } } }' }),
});
console.log(JSON.stringify(await response.json()));
const mistake: unknown = await startServer({ PORT: 'x' }).catch((error: unknown) => error);
console.log(mistake instanceof Error ? mistake.message : 'no mistake');
if (!(await server.close(1000))) throw new Error('not closed');
`,
  );
  const npm = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  execFileSync('npm', [...npm, join(folder, pack.filename)], { cwd: consumer });
  const strict = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
  execFileSync('node', [join(ROOT, 'node_modules/typescript/bin/tsc'), ...strict, 'main.ts'], { cwd: consumer });
  const said = execFileSync('node', ['main.js'], { cwd: consumer, encoding: 'utf8' }).trim().split('\n');
  expect(JSON.parse(said[0] ?? '')).toMatchObject({ data: { calls: { nodes: [{ sid: expect.any(String) }] } } });
  expect(said.slice(1)).toEqual([expect.stringMatching(/^PORT: must be a whole number/)]);
});
