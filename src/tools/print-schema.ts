/** Writes the files that are generated from the code; with --check, fails if one of them is out of date. */
import { readFile, writeFile } from 'node:fs/promises';
import { assertValidSchema, GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { connectionsSchema, environmentExample, settingsTable } from '../config/index.ts';
import { entities } from '../entities/index.ts';
import { createRegistry } from '../model/index.ts';
import { buildSchema } from '../schema/index.ts';

/** Replaces what stands between the markers of a page that is otherwise written by hand. Throws if a marker is missing. */
const between =
  (marker: string, generate: () => string) =>
  (text: string): string => {
    const start = `<!-- generated: ${marker} -->\n`;
    const end = '\n<!-- end -->';
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`The markers of ${marker} are missing.`);
    return `${text.slice(0, from)}${start}${generate()}${text.slice(to)}`;
  };

const schema = buildSchema(createRegistry(entities));
assertValidSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false }));

/** The text of each file, made from what it holds now. */
const generated: Readonly<Record<string, (text: string) => string>> = {
  'schema.graphql': () => `${printSchema(lexicographicSortSchema(schema))}\n`,
  'src/config/connections.schema.json': () => `${JSON.stringify(connectionsSchema(), null, 2)}\n`,
  '.env.example': () => `${environmentExample()}\n`,
  'docs/configuration.md': between('settings', settingsTable),
};

for (const [name, generate] of Object.entries(generated)) {
  const file = new URL(`../../${name}`, import.meta.url);
  const text = await readFile(file, 'utf8').catch(() => '');
  const expected = generate(text);
  if (text === expected) continue;
  if (!process.argv.includes('--check')) await writeFile(file, expected);
  else {
    process.stderr.write(`${name} is out of date: run \`npm run schema\` and review the difference.\n`);
    process.exitCode = 1;
  }
}
