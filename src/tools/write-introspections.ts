/** Writes the answers to the introspections of usual tools, as the last step of the build. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { entities } from '../entities/index.ts';
import { usualIntrospections } from '../http/index.ts';
import { createRegistry } from '../model/index.ts';
import { buildSchema } from '../schema/index.ts';

const folder = new URL('../introspection/', import.meta.url);
await mkdir(folder, { recursive: true });
const answers = usualIntrospections(buildSchema(createRegistry(entities)));
const names = answers.map(([key]) => `${key}.json.gz`);
await Promise.all(answers.map(([, bytes], i) => writeFile(new URL(names[i] ?? '', folder), bytes)));
const stale = (await readdir(folder)).filter((name) => !names.includes(name));
await Promise.all(stale.map((name) => rm(new URL(name, folder))));
