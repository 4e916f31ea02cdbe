/** A change of schema.graphql that would break clients of the last release needs a new major version. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const git = (...args: readonly string[]) =>
  execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe', maxBuffer: 64 * 1024 * 1024 }).trim();

const tagsOf = (): readonly string[] =>
  git('tag', '--list', 'v*', '--sort=-version:refname').split('\n').filter(Boolean);
const majorOf = (version: string): number => Number(/^v?(\d+)\./.exec(version)?.[1]);

const breaking = async (before: string, after: string): Promise<readonly string[]> =>
  (await diff(buildSchema(before), buildSchema(after)))
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);

const [last] = tagsOf();
const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
// Before the first release, and in version 0, nothing is promised.
const isPromised = last !== undefined && majorOf(version) > 0 && majorOf(version) === majorOf(last);

test.runIf(isPromised)(`nothing that clients of ${last} use has gone within its major version`, async () => {
  const changes = await breaking(git('show', `${last}:schema.graphql`), readFileSync(`${ROOT}schema.graphql`, 'utf8'));
  expect(changes).toEqual([]);
});

test('a field that is gone is found', async () => {
  expect(await breaking('type Query { a: Int b: Int }', 'type Query { a: Int }')).toEqual([
    expect.stringContaining('Query'),
  ]);
  expect(await breaking('type Query { a: Int }', 'type Query { a: Int b: Int }')).toEqual([]);
});
