/** What a person would publish: everything that the installed package needs, and nothing else. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

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
    expect(path).not.toMatch(/\.(ts|map|tsbuildinfo|pem|key|db)$|(^|\/)\.env|(^|\/)test\//);
  const { status } = spawnSync('grep', ['-rIlE', 'BEGIN [A-Z ]*PRIVATE KEY', installed]);
  expect(status, 'a private key').toBe(1);
  expect(pack.size).toBeLessThan(3_000_000);
});

test('what package.json names is there', () => {
  const { bin, exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const named = [...Object.values<string>(bin), ...Object.values<string>(exports)].map((path) =>
    path.replace(/^\.\//, ''),
  );
  expect(pack.files.map(({ path }) => path)).toEqual(expect.arrayContaining(named));
});

test('its program runs', () => {
  symlinkSync(join(ROOT, 'node_modules'), join(installed, 'node_modules'));
  const said = execFileSync('node', ['dist/bundle/main.js', '--version'], { cwd: installed, encoding: 'utf8' });
  expect(said.trim()).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
});
