/** What README and docs/ show is what happens: every example, command, table and link, against a fresh sandbox per page. */
import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/index.ts';
import { readConfig } from '../../src/config/index.ts';
import { settings } from '../../src/config/settings.ts';
import { codes, requestCodes } from '../../src/errors.ts';
import { MAIN, requireBuild, run, urlOf } from '../support/command.ts';
import { pageOf, pages } from '../support/readme.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const root = new URL('../../', import.meta.url);
const ADDRESS = 'http://127.0.0.1:4000/graphql';
const sh = async (command: string, cwd: string) => (await promisify(execFile)('sh', ['-c', command], { cwd })).stdout;

/** A text with `…` in it stands for any that begins and ends so. */
const fuzzy = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'string' || !value.includes('…')) return value;
  const parts = value.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { like: `^${parts.join('.*')}$` };
};
const matching = (expected: unknown): unknown => {
  if (typeof expected !== 'object' || expected === null) return expected;
  if ('like' in expected) return expect.stringMatching(new RegExp(String(expected.like)));
  if (Array.isArray(expected)) return expected.map(matching);
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, matching(value)]));
};

// recipes.test.ts runs the recipes, and counts their calls.
const withQueries = pages.filter(
  ({ name, blocks }) => name !== 'docs/recipes.md' && blocks.some(({ language }) => language === 'graphql'),
);
describe.each(withQueries)('$name', ({ blocks }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({});
  });
  afterAll(() => server.close());
  const queries = blocks.filter(({ language }) => language === 'graphql');
  test.each(queries.map(({ text, next }, i) => [i, text, next] as const))('query %i', async (_i, query, next) => {
    const { extensions: _, ...answer } = JSON.parse((await server.ask(query)).text);
    if (next?.language === 'json') expect(answer).toEqual(matching(JSON.parse(next.text, fuzzy)));
    else expect(answer.errors).toBeUndefined();
  });
});

test('connector.md has the nine documented examples, and both by filter', () => {
  const { text, blocks } = pageOf('docs/connector.md');
  expect([...text.matchAll(/^### \d\. /gm)]).toHaveLength(9);
  expect(blocks.filter(({ language, next }) => language === 'graphql' && next?.language === 'json')).toHaveLength(11);
});

describe('README', () => {
  const { text, blocks } = pageOf('README.md');

  test('takes three minutes', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(200);
  });

  test('the first query and the code of the front end work', async () => {
    const server = await startTestServer({});
    try {
      const curl = blocks.find((each) => each.text.startsWith('curl'));
      const answer = await sh((curl?.text ?? '').replace(ADDRESS, server.url), tmpdir());
      expect(JSON.parse(answer)).toMatchObject(JSON.parse(curl?.next?.text ?? ''));
      const code = blocks.find(({ language }) => language === 'js')?.text.replace(ADDRESS, server.url);
      const { data, errors } = await new Function(`return (async () => { ${code}; return { data, errors }; })()`)();
      expect([data.messages.nodes.length, errors]).toEqual([10, undefined]);
    } finally {
      await server.close();
    }
  });
});

describe('commands', () => {
  const lines = pages.flatMap(({ name, blocks }) =>
    blocks
      .filter(({ language }) => language === 'sh')
      .flatMap(({ text }) => text.trim().split('\n'))
      .map((line) => [name, line] as const),
  );
  const inText = pages.flatMap(({ name, text }) =>
    [...text.matchAll(/`(npx twilio-graphql[^`\n]*|npm [^`\n]*)`/g)].map(([, line = '']) => [name, line] as const),
  );

  test.each([...lines, ...inText])('%s: %s exists', async (_name, line) => {
    const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
    // Of npm itself, and of the project that front-end.md creates.
    for (const [, script = ''] of line.matchAll(/npm (?:run )?([\w:]+)/g))
      if (!['ci', 'create', 'dev', 'install', 'link'].includes(script)) expect(Object.keys(scripts)).toContain(script);
    for (const [, rest = ''] of line.matchAll(/npx twilio-graphql([^|#]*)/g)) {
      const [verb = 'start', ...words] = rest.trim().split(/\s+/).filter(Boolean);
      const program = createProgram();
      const named = verb.startsWith('-') ? program : program.commands.find((each) => each.name() === verb);
      const command = named?.commands.find((each) => each.name() === words[0]) ?? named;
      expect(command?.name()).toBeDefined();
      const options = ['--help', '--version', ...(command?.options.map(({ long }) => long) ?? [])];
      for (const word of [verb, ...words]) if (word.startsWith('--')) expect(options).toContain(word);
    }
  });

  test('every query of the command line works', async () => {
    requireBuild();
    const folder = await mkdtemp(join(tmpdir(), 'twilio-graphql-docs-'));
    const code = pageOf('README.md').blocks.find(({ language }) => language === 'js')?.text ?? '';
    await writeFile(join(folder, 'recent.graphql'), /query: '(.+)'/.exec(code)?.[1] ?? '');
    // One server for all of them: without it, each would start its own.
    const places = { XDG_RUNTIME_DIR: folder, TWILIO_GRAPHQL_STATE: folder };
    const server = run(places, ['start']);
    await urlOf(server);
    const environment = Object.entries({ ...places, PORT: '0' }).map(([name, value]) => `export ${name}='${value}'`);
    const queries = lines.filter(([, line]) => line.includes('npx twilio-graphql query'));
    expect(queries.length).toBeGreaterThan(3);
    for (const [, line] of queries) {
      const command = line.replaceAll('npx twilio-graphql', `${process.execPath} ${MAIN}`);
      expect(await sh([...environment, command].join('\n'), folder), line).not.toBe('');
    }
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  test('the file of connections is valid', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twilio-graphql-docs-'));
    await writeFile(join(folder, 'token'), 'f'.repeat(32));
    const yaml = pageOf('docs/configuration.md').blocks.find(({ language }) => language === 'yaml')?.text ?? '';
    const file = join(folder, 'connections.yaml');
    await writeFile(file, yaml.replace('/run/secrets/support', 'token'));
    const { connections } = await readConfig({ SALES_AUTH_TOKEN: 'e'.repeat(32) }, { file });
    expect(connections.map(({ name }) => name)).toEqual(['sales', 'support-eu', 'trial']);
  });
});

test('the code of front-end.md is the code that the browser tests run', async () => {
  const code = [...pageOf('docs/front-end.md').text.matchAll(/^`(\S+)`:\n\n```\w+\n([\s\S]*?)```/gm)];
  expect(code.length).toBeGreaterThan(7);
  for (const [, file = '', text] of code)
    expect(text, file).toBe(await readFile(new URL(`test/clients/${file}`, root), 'utf8'));
});

test('configuration.md names every setting, and errors.md every code and no other', () => {
  const { text } = pageOf('docs/configuration.md');
  for (const name of Object.keys(settings)) expect(text).toContain(`| \`${name}\` |`);
  const headings = [...pageOf('docs/errors.md').text.matchAll(/^### ([A-Z_]+)$/gm)].map(([, code]) => code);
  expect(headings).toEqual(Object.keys({ ...codes, ...requestCodes }));
});

test.each(pages)('$name: every link leads to a file, and to a heading in it', async ({ name, text }) => {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(#[^)]+)?\)/g)];
  for (const [, path = '', anchor] of links) {
    const target = new URL(path || name.replace(/^.*\//, ''), new URL(name, root));
    await access(target);
    if (!anchor) continue;
    const headings = [...(await readFile(target, 'utf8')).matchAll(/^#+ (.+)$/gm)].map(
      ([, heading = '']) =>
        `#${heading
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replaceAll(' ', '-')}`,
    );
    expect(headings).toContain(anchor);
  }
});
