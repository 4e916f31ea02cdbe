/** Random requests near the limits of a document: each gets data or errors with codes, and memory stays bounded. */
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { attacksOn, requestOf } from '../bench/attacks.mjs';
import { chance } from '../support/chance.ts';
import { requireBuild, run, urlOf } from '../support/command.ts';

const MAX_RESIDENT_MB = 300;
const EACH = 3;

const seed = Number(process.env.SEED ?? 0);
const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
});

/** What is wrong with an answer. */
const faultOf = (status: number, text: string): string | undefined => {
  const { data, errors } = JSON.parse(text);
  for (const { extensions } of errors ?? [])
    if (typeof extensions?.code !== 'string' || extensions.code === 'INTERNAL_SERVER_ERROR') return text.slice(0, 500);
  return status >= 500 || (!data && !errors) ? `${status} ${text.slice(0, 500)}` : undefined;
};

test('random requests of every kind', { timeout: 240_000 }, async () => {
  requireBuild();
  const random = chance(7);
  const server = run({});
  try {
    const url = await urlOf(server);
    const residentMb = () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]) / 1024;
    for (const [kind, make] of Object.entries(attacksOn(schema, random)))
      for (let i = 0; i < EACH; i++) {
        const { search, ...init } = requestOf(make(), random);
        const response = await fetch(url + search, init);
        expect([kind, seed, faultOf(response.status, await response.text())]).toEqual([kind, seed, undefined]);
        expect(residentMb(), `${kind}, seed ${seed}`).toBeLessThan(MAX_RESIDENT_MB);
      }
    expect((await fetch(new URL('/health/live', url))).status).toBe(200);
  } finally {
    server.child.kill('SIGKILL');
    await server.ended;
  }
});
