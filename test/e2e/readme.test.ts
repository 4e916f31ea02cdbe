/** What the README shows is what happens: every example, command and table, against a fresh sandbox. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { settings } from '../../src/config/settings.ts';
import { codes, requestCodes } from '../../src/errors.ts';
import { closedAfterAll } from '../support/hooks.ts';
import { commands, examples, README } from '../support/readme.ts';
import { startTestServer } from '../support/server.ts';

const server = closedAfterAll(await startTestServer({}));

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

describe('examples', () => {
  test.each(examples.map(({ query, answer }, i) => [i, query, answer] as const))('%i', async (_i, query, answer) => {
    const { extensions: _told, ...shown } = JSON.parse((await server.ask(query)).text);
    expect(shown).toEqual(matching(JSON.parse(answer, fuzzy)));
  });
  test('are the nine of the connector, the two by filter, the first, a list, and what there is', () => {
    expect(examples).toHaveLength(14);
  });
});

test('the first query works as a command', async () => {
  const curl = commands
    .find((command) => command.startsWith('curl'))
    ?.replace('http://127.0.0.1:4000/graphql', server.url);
  const { stdout } = await promisify(execFile)('sh', ['-c', curl ?? '']);
  const [, answer = ''] = /```sh\ncurl[\s\S]*?```json\n([\s\S]*?)```/.exec(README) ?? [];
  expect(JSON.parse(stdout)).toMatchObject(JSON.parse(answer));
});

test('every npm command names a script that exists', async () => {
  const { scripts } = (await import('../../package.json', { with: { type: 'json' } })).default;
  const named = [...README.matchAll(/npm (?:run )?(start|test|check|[a-z]+:[a-z]+)\b/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(3);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});

test('the tables of settings and codes are complete and true', () => {
  for (const [name, type] of Object.entries(settings)) {
    const fallback = type.safeParse(undefined).data;
    expect(README).toContain(
      `| \`${name}\` | ${fallback === undefined ? '' : `\`${fallback}\``} | ${type.description} |`,
    );
  }
  for (const [code, meaning] of Object.entries({ ...codes, ...requestCodes }))
    expect(README).toContain(`| \`${code}\` | ${meaning} |`);
});
