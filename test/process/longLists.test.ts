/** Long lists read by many fields and clients at once: each gets its answer or a code, and memory stays bounded. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { requireBuild, run, urlOf } from '../support/command.ts';
import { closedAfterAll } from '../support/hooks.ts';
import { call, page, path, sid } from '../support/rows.ts';
import { ACCOUNT } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

/** The most that was seen is 253. */
const MAX_RESIDENT_MB = 300;
const ROWS = 10_000;
const SIZE = 1000;

const twilio = closedAfterAll(await startStandIn());
/** As long as Twilio's own, with the addresses of all that belongs to a call. */
const rowOf = (n: number) =>
  call(n, {
    ...{ duration: String(n % 600), price: `-0.${String(n % 1000).padStart(4, '0')}`, from: `+1555${n % 50}0000001` },
    subresource_uris: Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [`resource${i}`, `${path('Calls')}/${sid('CA', n)}/Resource${i}.json`]),
    ),
  });
/** As bytes: the test's own process has other things to do. */
const pages = Array.from({ length: ROWS / SIZE }, (_, n) =>
  JSON.stringify(
    page(
      'calls',
      Array.from({ length: SIZE }, (_, i) => rowOf(n * SIZE + i + 1)),
      n + 1 < ROWS / SIZE ? `${path('Calls')}?PageSize=${SIZE}&Page=${n + 1}` : null,
    ),
  ),
);

const random = chance(20261129);
/** Of all rows: evaluated here, so that the pages are the same; or by Twilio, so that they are not. */
const filter = () => {
  const moment = new Date(Date.UTC(2001, 0, 1) + random.below(800_000_000_000)).toISOString();
  const [mine, theirs] = [`duration: { gte: ${-1 - random.below(1_000_000)} }`, `startTime: { gte: "${moment}" }`];
  return `filter: { ${random.pick([mine, theirs, `${mine} ${theirs}`])} }`;
};
/** Each reads the whole list; none of them is like another. */
const FIELDS: Readonly<Record<string, () => string>> = {
  counts: () => `calls(${filter()}) { totalCount }`,
  aggregates: () => `calls(${filter()}) { aggregate { sum(field: PRICE) countBy(field: FROM) { count } } }`,
  groups: () => `calls(${filter()}) { groupBy(field: FROM) { key count } }`,
  orders: () => `calls(first: ${1 + random.below(100)} ${filter()} orderBy: [{ field: PRICE }]) { nodes { sid } }`,
  pages: () => `calls(first: ${900 + random.below(100)} ${filter()}) { nodes { sid } totalCount }`,
};
const CODES = new Set(['SCAN_LIMIT', 'MAX_COST_EXCEEDED', 'THROTTLED', 'OPERATION_TIMEOUT']);

test.each(Object.entries(FIELDS))('%s', { timeout: 240_000 }, async (_kind, field) => {
  requireBuild();
  twilio.play(({ query }) => (response) => {
    response.setHeader('content-type', 'application/json');
    response.end(pages[Number(query.get('Page') ?? 0)]);
  });
  const server = run({
    ...{ TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: 'f'.repeat(32), TWILIO_UPSTREAM_URL: twilio.url },
    ...{ TWILIO_OPERATION_TIMEOUT_MS: '120000', TWILIO_QUEUE_WAIT_MS: '120000' },
  });
  let mostMb = 0;
  const watch = setInterval(() => {
    const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8');
    mostMb = Math.max(mostMb, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }, 20);
  try {
    const url = await urlOf(server);
    const ask = async (fields: number) => {
      const query = `{ ${Array.from({ length: fields }, (_, i) => `a${i}: ${field()}`).join(' ')} }`;
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
      const { data, errors = [] } = (await response.json()) as {
        data: Record<string, { totalCount?: number } | null>;
        errors?: { extensions: { code: string } }[];
      };
      for (const { extensions } of errors) expect(CODES).toContain(extensions.code);
      for (const list of Object.values(data))
        if (typeof list?.totalCount === 'number') expect(list.totalCount).toBe(ROWS);
      return { answered: errors.length === 0, fields: Object.keys(data).length };
    };
    expect(await ask(2)).toEqual({ answered: true, fields: 2 });
    expect((await ask(100)).fields).toBe(100);
    const clients = await Promise.all(Array.from({ length: 20 }, () => ask(1)));
    expect(clients.every(({ answered }) => answered)).toBe(true);
    const greedy = await Promise.all(Array.from({ length: 2 }, () => ask(20)));
    expect(greedy.every(({ fields }) => fields === 20)).toBe(true);
    expect(mostMb).toBeGreaterThan(50);
    expect(mostMb).toBeLessThan(MAX_RESIDENT_MB);
  } finally {
    clearInterval(watch);
    server.child.kill('SIGKILL');
    await server.ended;
  }
});
