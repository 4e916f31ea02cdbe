/** Writes what the server reads of its whole schema without building it, as a step of the build. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { entities } from '../entities/index.ts';
import { usualIntrospections } from '../http/index.ts';
import { createRegistry } from '../model/index.ts';
import { buildSchema, describeEntities, introspectionLines } from '../schema/index.ts';

const folder = new URL('../introspection/', import.meta.url);
await mkdir(folder, { recursive: true });
const registry = createRegistry(entities);
const schema = buildSchema(registry);
const files = new Map<string, Buffer | string>([
  ...usualIntrospections(schema).map(([key, bytes]) => [`${key}.json.gz`, bytes] as const),
  ['types.jsonl', introspectionLines(schema)] as const,
  ['entities.json', JSON.stringify(describeEntities(schema, registry))] as const,
]);
await Promise.all([...files].map(([name, bytes]) => writeFile(new URL(name, folder), bytes)));
const stale = (await readdir(folder)).filter((name) => !files.has(name));
await Promise.all(stale.map((name) => rm(new URL(name, folder))));
