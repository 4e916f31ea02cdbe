/** Runs the type tests with the installed compiler, and proves that each mistake in them is found for what it is. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const types = join(root, 'test/types');
const FILES = ['mistakesInFields.test-d.ts', 'mistakesInOperations.test-d.ts'];
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

interface Source {
  readonly file: string;
  readonly lines: readonly string[];
}
let sources: readonly Source[];
let mistakes: readonly { readonly at: string; readonly words: string }[];
let copy: string;

beforeAll(async () => {
  sources = await Promise.all(
    FILES.map(async (file) => ({ file, lines: (await readFile(join(types, file), 'utf8')).split('\n') })),
  );
  mistakes = sources.flatMap(({ file, lines }) =>
    lines.flatMap((text, index) => {
      const words = DIRECTIVE.exec(text)?.[2];
      return words === undefined ? [] : [{ at: `${file}:${index + 2}`, words }];
    }),
  );
  // As deep in the project as test/types, so that every relative path holds.
  await mkdir(join(root, 'dist'), { recursive: true });
  copy = await mkdtemp(join(root, 'dist/types-'));
  await cp(types, copy, { recursive: true });
});
afterAll(() => rm(copy, { recursive: true }));

test('what must compile does, and what must not does not', async () => {
  expect(mistakes.length).toBeGreaterThan(30);
  const directives = sources.flatMap(({ lines }) => lines.filter((line) => line.includes('@ts-expect-error')));
  // The head of each file names the directive, too.
  expect(directives).toHaveLength(mistakes.length + FILES.length);
  expect(Object.fromEntries(await compile(types))).toEqual({});
});

test('without its directives, every mistake fails on its own line and for its own reason', async () => {
  for (const { file, lines } of sources)
    await writeFile(join(copy, file), lines.map((line) => line.replace(DIRECTIVE, '$1//')).join('\n'));
  const found = await compile(copy);
  expect([...found.keys()].sort()).toEqual(mistakes.map(({ at }) => at).sort());
  for (const { at, words } of mistakes) expect(found.get(at)).toContain(words);
});

test('a directive over what is no mistake fails', async () => {
  for (const { file, lines } of sources)
    await writeFile(join(copy, file), lines.join('\n').replace("at: 'queue',", "at: 'queues',"));
  expect([...(await compile(copy)).values()]).toEqual([expect.stringContaining("Unused '@ts-expect-error'")]);
});
