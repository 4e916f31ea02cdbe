/** Runs the type tests with the installed compiler, and proves that each mistake in them is found for what it is. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const types = join(root, 'test/types');
const FILE = 'mistakes.test-d.ts';
const DIRECTIVE = /^(\s*)\/\/ @ts-expect-error: (.+)$/;

/** What the compiler says of a folder, by `file:line`; nothing if all is well. */
const compile = (folder: string): Promise<ReadonlyMap<string, string>> =>
  new Promise((resolve, reject) => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options = { cwd: folder, maxBuffer: 16 * 1024 * 1024 };
    execFile(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], options, (error, stdout, stderr) => {
      // Details of an error stand on the lines that follow it, indented.
      const errors = stdout.split(/\n(?! )/).flatMap((text): [string, string][] => {
        const [, file, line, words] = /^([^\s(]+)\((\d+),\d+\): error (.+)$/s.exec(text) ?? [];
        return words === undefined ? [] : [[`${file}:${line}`, words]];
      });
      if ((error === null) === (errors.length === 0)) resolve(new Map(errors));
      else reject(new Error(`The compiler could not do its work:\n${stdout}${stderr}`));
    });
  });

let source: readonly string[];
let mistakes: readonly { line: number; words: string }[];
let copy: string;

beforeAll(async () => {
  source = (await readFile(join(types, FILE), 'utf8')).split('\n');
  mistakes = source.flatMap((text, index) => {
    const words = DIRECTIVE.exec(text)?.[2];
    return words === undefined ? [] : [{ line: index + 2, words }];
  });
  // As deep in the project as test/types, so that every relative path holds.
  await mkdir(join(root, 'dist'), { recursive: true });
  copy = await mkdtemp(join(root, 'dist/types-'));
  await cp(types, copy, { recursive: true });
});
afterAll(() => rm(copy, { recursive: true }));

const TIMEOUT = 60_000;

test('what must compile does, and what must not does not', { timeout: TIMEOUT }, async () => {
  expect(mistakes.length).toBeGreaterThan(30);
  expect(source.filter((line) => line.includes('@ts-expect-error'))).toHaveLength(mistakes.length + 1);
  expect(Object.fromEntries(await compile(types))).toEqual({});
});

test('without its directives, every mistake fails on its own line and for its own reason', {
  timeout: TIMEOUT,
}, async () => {
  await writeFile(join(copy, FILE), source.map((line) => line.replace(DIRECTIVE, '$1//')).join('\n'));
  const found = await compile(copy);
  expect([...found.keys()].sort()).toEqual(mistakes.map(({ line }) => `${FILE}:${line}`).sort());
  for (const { line, words } of mistakes) expect(found.get(`${FILE}:${line}`)).toContain(words);
});

test('a directive over what is no mistake fails', { timeout: TIMEOUT }, async () => {
  const right = source.join('\n').replace("at: 'queue',", "at: 'queues',");
  expect(right).not.toBe(source.join('\n'));
  await writeFile(join(copy, FILE), right);
  expect([...(await compile(copy)).values()]).toEqual([expect.stringContaining("Unused '@ts-expect-error'")]);
});
