/** Writes what is generated and kept: schema.graphql and the schema of the connections file; or checks it (--check). */
import { readFile, writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { connectionsSchema } from '../config/index.ts';
import { entities } from '../entities/index.ts';
import { createRegistry } from '../model/index.ts';
import { buildSchema } from '../schema/index.ts';

const generated: Readonly<Record<string, () => string>> = {
  'schema.graphql': () => printSchema(lexicographicSortSchema(buildSchema(createRegistry(entities)))),
  'src/config/connections.schema.json': () => JSON.stringify(connectionsSchema(), null, 2),
};

for (const [name, generate] of Object.entries(generated)) {
  const file = new URL(`../../${name}`, import.meta.url);
  const text = `${generate()}\n`;
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${name} is not what the code says: run \`npm run schema\` and read the difference.\n`);
    process.exitCode = 1;
  }
}
