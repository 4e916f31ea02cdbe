/** Writes the sorted schema to schema.graphql or, with --check, says whether that file still is the schema. */
import { readFile, writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { entities } from '../entities/index.ts';
import { createRegistry } from '../model/registry.ts';
import { buildSchema } from '../schema/index.ts';

const file = new URL('../../schema.graphql', import.meta.url);
const schema = `${printSchema(lexicographicSortSchema(buildSchema(createRegistry(entities))))}\n`;

if (!process.argv.includes('--check')) await writeFile(file, schema);
else if ((await readFile(file, 'utf8').catch(() => '')) !== schema) {
  process.stderr.write('schema.graphql is not the schema of the code: run `npm run schema` and read the difference.\n');
  process.exitCode = 1;
}
