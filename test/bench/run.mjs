/** The benchmark: every system on the same stand-in, one after the other; prints tables and writes results.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, start, usage } from './child.mjs';
import { limiting, PER_SECOND, queueing } from './limit.mjs';
import { openIn } from './open.mjs';
import { print } from './print.mjs';
import { systems } from './systems.mjs';

const ACCOUNT_SID = `AC${'a'.repeat(32)}`;
const AUTH_TOKEN = 'f'.repeat(32);
const CLIENTS = 32;
const WARM_UP_MS = 6000;
const LOAD_MS = 6000;
/** Rounds over all systems: a machine that is slower for a minute is so for all of them. */
const ROUNDS = 3;
const STARTS_A_ROUND = 2;
/** How often a list of one length is asked for. */
const REPEATED = 9;

const only = process.argv.slice(2);
const folder = await mkdtemp(join(os.tmpdir(), 'twilio-graphql-bench-'));
process.on('exit', () => rm(folder, { recursive: true, force: true }));

const upstreamPort = await freePort();
const upstream = start([new URL('upstream.mjs', import.meta.url).pathname], { PORT: String(upstreamPort) });
const upstreamUrl = `http://127.0.0.1:${upstreamPort}`;
const reset = (settings = {}) => upstream.ask({ ask: 'reset', ...settings });
const arrivals = async () => (await upstream.ask({ ask: 'arrivals' })).arrivals;

/** Twilio's OpenAPI with the stand-in as its server. */
const spec = join(folder, 'twilio_api_v2010.json');
const openapi = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@twilio/cli-core/src/services/twilio-api/twilio_api_v2010.json'),
    'utf8',
  ),
);
openapi.servers = [{ url: upstreamUrl }];
for (const path of Object.values(openapi.paths)) path.servers = openapi.servers;
writeFileSync(spec, JSON.stringify(openapi));

const environment = {
  ACCOUNT_SID,
  AUTH_TOKEN,
  AUTHORIZATION: `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}`,
  UPSTREAM: upstreamUrl,
  SPEC: spec,
  TWILIO_ACCOUNT_SID: ACCOUNT_SID,
  TWILIO_AUTH_TOKEN: AUTH_TOKEN,
  TWILIO_UPSTREAM_URL: upstreamUrl,
  TWILIO_MAX_COST: '100000',
  TWILIO_TPS_PER_NODE: String(PER_SECOND),
};

const open = openIn(environment);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
const round = (number, digits = 0) => Number(number.toFixed(digits));
const MB = 1024 * 1024;

/** What has to be done once before a system can start; milliseconds. */
const compose = async ({ prepare }) => {
  if (!prepare) return undefined;
  const began = performance.now();
  await start(prepare, environment).ended;
  return round(performance.now() - began);
};

const startUp = async (system) => {
  const { child, startMs, startCpuMs, close } = await open(system);
  await sleep(500);
  const readyMB = (await usage(child)).rss / MB;
  await close();
  return { startMs, startCpuMs, readyMB };
};

/** Of each figure the median. */
const medians = (measured, digits = {}) =>
  Object.fromEntries(
    Object.keys(measured[0]).map((name) => [name, round(median(measured.map((each) => each[name])), digits[name])]),
  );

/** What a question costs upstream, and in how many operations it has to be asked. */
const costOf = async ({ client }, question, settings) => {
  await reset(settings);
  client.forget();
  const began = performance.now();
  const rows = await question(client.ask);
  const ms = performance.now() - began;
  return { transactions: (await arrivals()).length, operations: client.operations(), rows, ms: round(ms, 1) };
};

/** Clients who meet at a list that takes its time; that it was asked before makes the server quick, and nothing else. */
const together = async (opened, { sameList }) => {
  await sameList(opened.client.ask);
  const all = async (ask) => (await Promise.all(Array.from({ length: CLIENTS }, () => sameList(ask))))[0];
  return costOf(opened, all, { delayMs: 50 });
};

const table = async (opened, dialect) => ({
  '50 recordings, each with its call': await costOf(opened, dialect.recordingsWithCalls),
  'the same, 10 distinct calls': await costOf(opened, dialect.recordingsWithCalls, { distinctCalls: 10 }),
  'one call under 10 aliases': await costOf(opened, dialect.aliasedCall),
  '200 numbers by SID in one operation': await costOf(opened, dialect.numbersBySid),
  '50 calls, each with its recordings': await costOf(opened, dialect.callsWithRecordings),
  "100 messages, each with the account's number": await costOf(opened, dialect.messagesWithNumbers),
  '50 conferences, participants of 2, their calls': await costOf(opened, dialect.conferences),
  '32 clients, the same list at the same moment': await together(opened, dialect),
  '1,000 calls': await costOf(opened, dialect.thousandCalls),
});

/** The first time compiles and connects, and does not count; of the others the median does. */
const repeated = async (measure) => {
  await measure();
  const costs = [];
  for (let n = 0; n < REPEATED; n++) costs.push(await measure());
  return { ...costs[0], ms: median(costs.map(({ ms }) => ms)) };
};

const growth = async (opened, dialect) => {
  const grown = {};
  for (const rows of [10, 100, 1000, 10_000]) {
    const ask = (send) => dialect.manyMessages(send, rows);
    grown[rows] = await repeated(() => costOf(opened, ask)).catch((error) => ({ failed: error.message.slice(0, 160) }));
  }
  return grown;
};

const load = async ({ child, client }, { messages }) => {
  let recipient = 0;
  const latencies = [];
  let answers = 0;
  let wrong = 0;
  let mostMB = 0;
  const run = async (until) => {
    while (performance.now() < until) {
      const began = performance.now();
      const { statusCode, text } = await client.post(messages.query, {
        to: `+1666${String(++recipient).padStart(7, '0')}`,
      });
      latencies.push(performance.now() - began);
      answers++;
      if (statusCode !== 200 || text.length < 10_000 || text.includes('"errors"')) wrong++;
    }
  };
  const during = async (ms) => {
    const until = performance.now() + ms;
    await Promise.all(Array.from({ length: CLIENTS }, () => run(until)));
  };
  await reset();
  await during(WARM_UP_MS);
  latencies.length = 0;
  answers = 0;
  const before = await usage(child);
  const began = performance.now();
  const watch = setInterval(async () => {
    mostMB = Math.max(mostMB, (await usage(child)).rss / MB);
  }, 500);
  await during(LOAD_MS);
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1000;
  await sleep(50);
  const after = await usage(child);
  latencies.sort((a, b) => a - b);
  return {
    requestsPerSecond: answers / seconds,
    p50ms: quantile(latencies, 0.5),
    p99ms: quantile(latencies, 0.99),
    cpuMicrosPerRequest: (after.cpuMicros - before.cpuMicros) / answers,
    loadMB: Math.max(mostMB, after.rss / MB),
    wrong,
  };
};

const results = {
  date: new Date().toISOString(),
  machine: {
    node: process.version,
    cores: os.cpus().length,
    cpu: os.cpus()[0].model.trim(),
    memoryGB: round(os.totalmem() / 1024 ** 3),
    system: `${os.platform()} ${os.arch()}`,
  },
  systems: {},
};
const say = (text) => process.stderr.write(`${text}\n`);
const began = performance.now();
try {
  await reset();
  const chosen = systems({ account: ACCOUNT_SID, supergraph: join(folder, 'supergraph.graphql') }).filter(
    ({ name }) => only.length === 0 || only.some((word) => name.includes(word)),
  );
  for (const system of chosen) {
    const { dialect, name } = system;
    const result = { composeMs: await compose(system), starts: [], loads: [] };
    results.systems[name] = result;
    if (!dialect.oneCall) continue;
    say(`${name}: transactions`);
    result.limit = await limiting(open, system, upstream);
    const opened = await open(system, system.argsForLoad);
    result.table = await table(opened, dialect);
    result.growth = await growth(opened, dialect);
    await opened.close();
  }
  for (let n = 1; n <= ROUNDS; n++)
    for (const system of chosen) {
      say(`${system.name}: start-up and load, round ${n} of ${ROUNDS}`);
      const { starts, loads } = results.systems[system.name];
      for (let i = 0; i < STARTS_A_ROUND; i++) starts.push(await startUp(system));
      const opened = await open(system, system.argsForLoad);
      loads.push(await load(opened, system.dialect));
      await opened.close();
    }
  for (const result of Object.values(results.systems)) {
    const { starts, loads } = result;
    Object.assign(result, medians(starts), { load: medians(loads, { p50ms: 1, p99ms: 1 }) });
    delete result.starts;
    delete result.loads;
  }
  results.queue = await queueing();
} finally {
  await upstream.stop();
}
results.seconds = round((performance.now() - began) / 1000);
// Only a whole run is kept: figures of one system alone have nothing to stand beside.
if (only.length === 0) writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
process.stdout.write(print(results));
