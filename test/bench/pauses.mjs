/**
 * How long single requests hold the event loop: the longest turn for each of several heavy ones, the first time and
 * after that. `node test/bench/pauses.mjs [name]`, after `npm run build`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ACCOUNT = `AC${'a'.repeat(32)}`;
const sid = (prefix, n) => prefix + n.toString(16).padStart(32, '0');
const ROWS = 10_000;
const row = (n, more = {}) => ({
  ...{ sid: sid('CA', n), account_sid: ACCOUNT, parent_call_sid: null, status: n % 7 ? 'completed' : 'busy' },
  ...{
    direction: 'inbound',
    from: `+1555${String(n % 100).padStart(7, '0')}`,
    to: '+15550100002',
    duration: String(n % 600),
  },
  ...{
    start_time: new Date(Date.UTC(2026, 9, 1) - n * 60_000).toUTCString(),
    end_time: new Date(Date.UTC(2026, 9, 1) - n * 59_000).toUTCString(),
  },
  ...{
    date_created: new Date(Date.UTC(2026, 9, 1) - n * 60_000).toUTCString(),
    price: `-${n % 1000}.0085`,
    price_unit: 'USD',
    ...more,
  },
});
let more = {};
/** Pages as bytes: what it takes to write them is not the server's. */
const pages = new Map();
const page = (from, size) => {
  const key = `${from} ${size} ${JSON.stringify(more).length}`;
  const known = pages.get(key);
  if (known) return known;
  const rows = Array.from({ length: Math.min(size, ROWS - from) }, (_, i) => row(from + i + 1, more));
  const next =
    from + size < ROWS ? `/2010-04-01/Accounts/${ACCOUNT}/Calls.json?PageSize=${size}&PageToken=${from + size}` : null;
  const bytes = Buffer.from(JSON.stringify({ calls: rows, next_page_uri: next }));
  pages.set(key, bytes);
  return bytes;
};
const twilio = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://twilio');
  const one = /(CA\w{32})\.json$/.exec(pathname)?.[1];
  response.setHeader('content-type', 'application/json');
  response.end(
    one
      ? JSON.stringify(row(Number.parseInt(one.slice(2), 16)))
      : page(Number(searchParams.get('PageToken') ?? 0), Number(searchParams.get('PageSize'))),
  );
});
await once(twilio.listen(0, '127.0.0.1'), 'listening');

const aliases = (count, field) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: ${field(i)}`).join(' ')} }`;
const ors = (count, one) => ({ or: Array.from({ length: count }, (_, i) => one(i)) });
const LIST = 'query($filter: CallFilter) { calls(filter: $filter) { totalCount } }';
const CASES = {
  'aliases: 1,600 of __typename': () => [aliases(1600, () => '__typename')],
  'aliases: 400 Gets': () => [aliases(400, (i) => `call(sid: "${sid('CA', i + 1)}") { sid }`)],
  'aliases: 600 lists': () => [aliases(600, () => 'calls { totalCount }')],
  'aliases: 300 lists of another filter each': () => [
    aliases(300, (i) => `calls(filter: { duration: { gt: ${i} } }) { totalCount }`),
  ],
  'aliases: 1,200 fields of 100 rows': () => [`{ calls(first: 100) { nodes ${aliases(1200, () => 'sid')} } }`],
  'fragments: 2,000 spreads': () => [
    `{ ${Array.from({ length: 800 }, () => '...F').join(' ')} } fragment F on Query { ${Array.from({ length: 6 }, (_, i) => `f${i}: __typename`).join(' ')} }`,
  ],
  'one response name 1,600 times': () => [`{ ${'__typename '.repeat(1600)} }`],
  'one object 1,200 times': () => [`{ ${'account { sid } '.repeat(1200)} }`],
  'fields unknown, 1,600': () => [aliases(1600, (i) => `nothing${i}`)],
  'nesting of 190': () => [`{ ${'account { '.repeat(95)} sid ${'}'.repeat(95)} }`],
  'conditions: 3,000 equal values': () => [LIST, { filter: ors(3000, (i) => ({ price: { eq: `1.${i}` } })) }],
  'conditions: 3,000 in a set': () => [
    LIST,
    { filter: { price: { in: Array.from({ length: 3000 }, (_, i) => `1.${i}`) } } },
  ],
  'conditions: 300 bounds': () => [LIST, { filter: ors(300, (i) => ({ price: { gt: `1000${i}` } })) }],
  'conditions: 300 texts': () => [LIST, { filter: ors(300, (i) => ({ from: { contains: `x${i}` } })) }],
  'conditions: 6,000 phone numbers': () => [
    LIST,
    { filter: { from: { notIn: Array.from({ length: 6000 }, (_, i) => `+1415555${String(i).padStart(4, '0')}`) } } },
  ],
  aggregates: () => [
    '{ calls { aggregate { a: sum(field: PRICE) b: avg(field: PRICE) c: min(field: START_TIME) d: max(field: PRICE) e: countBy(field: FROM) { value count } f: countBy(field: SID) { value count } } } }',
  ],
  'groups: 10,000': () => ['{ calls { groupBy(field: SID) { key count } } }'],
  'groups by hour': () => [
    '{ calls { groupBy(field: START_TIME, bucket: HOUR, timeZone: "Asia/Kolkata") { key count sum(field: PRICE) } } }',
  ],
  'order by three keys': () => [
    '{ calls(first: 1000, orderBy: [{ field: STATUS }, { field: PRICE }, { field: START_TIME }]) { nodes { sid } } }',
  ],
  'answer of 1,000 rows': () => [
    '{ calls(first: 1000) { nodes { sid status direction from to startTime endTime duration price priceUnit dateCreated } } }',
  ],
  'answer of 8,000 rows': () => [
    aliases(
      8,
      (i) =>
        `calls(first: 1000, filter: { duration: { gte: ${i} } }) { nodes { sid status from to startTime duration price } }`,
    ),
  ],
  'answer of 1,000 rows with cursors': () => ['{ calls(first: 1000) { edges { cursor node { sid } } } }'],
  'pages of 15 MB': () => ['{ calls(first: 1000) { nodes { sid } } }', undefined, { annotation: 'x'.repeat(14_500) }],
  'body of 250 kB': () => [
    'query($filter: CallFilter) { calls(filter: $filter) { totalCount } }',
    { filter: { from: { in: Array.from({ length: 12_000 }, (_, i) => `+1415${String(i).padStart(7, '0')}`) } } },
  ],
  'dry run by filter': () => [
    'mutation { callsUpdate(filter: { duration: { lt: 9 } }, input: { status: COMPLETED }, limit: 1000, dryRun: true) { matched } }',
  ],
  introspection: () => ['{ __schema { types { name fields { name type { name } } } } }'],
};

const folder = mkdtempSync(join(tmpdir(), 'twilio-graphql-pauses-'));
const TURNS = join(folder, 'turns.json');
const main = fileURLToPath(new URL('../../dist/bundle/main.js', import.meta.url));
const server = spawn(
  process.execPath,
  [`--import=${pathToFileURL(fileURLToPath(new URL('turns.mjs', import.meta.url)))}`, main],
  {
    cwd: folder,
    env: {
      ...{ PATH: process.env.PATH, PORT: '0', TURNS, TWILIO_GRAPHQL_STATE: folder },
      ...{ TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: 'f'.repeat(32), TWILIO_TPS_PER_NODE: '1000' },
      ...{ TWILIO_UPSTREAM_URL: `http://127.0.0.1:${twilio.address().port}`, TWILIO_MAX_COST: '100000' },
      ...{ TWILIO_MAX_PREDICTED_COST: '100000' },
    },
  },
);
let said = '';
server.stdout.on('data', (chunk) => (said += chunk));
while (!said.includes('Stop')) await sleep(20);
const url = /http:\S+\/graphql/.exec(said)[0];
const turns = async () => {
  rmSync(TURNS, { force: true });
  server.kill('SIGUSR2');
  for (;;) {
    await sleep(5);
    try {
      return JSON.parse(readFileSync(TURNS, 'utf8'));
    } catch {}
  }
};
const ask = async (query, variables) => {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.text();
};
await sleep(1000);
await ask('{ calls(first: 1) { nodes { sid } } }');
console.log('longest turn of the event loop, ms of processor time (elapsed)');
for (const [name, prepare] of Object.entries(CASES)) {
  if (process.argv[2] && !name.includes(process.argv[2])) continue;
  const [query, variables, given] = prepare();
  more = given ?? {};
  const found = [];
  let answer = '';
  for (let time = 0; time < 3; time++) {
    await turns();
    // Another text each time: what was checked before is not checked again.
    answer = await ask(`${query} # ${time}`, variables);
    found.push(await turns());
  }
  const figures = found.map(({ cpu, wall }) => `${cpu.toFixed(0)} (${wall.toFixed(0)})`).join('  ');
  console.log(
    `${name.padEnd(44)} ${figures.padEnd(34)} ${answer.length} bytes ${/"message":"[^"]{0,60}/.exec(answer)?.[0] ?? ''}`,
  );
}
server.kill('SIGKILL');
twilio.close();
twilio.closeAllConnections();
rmSync(folder, { recursive: true, force: true });
