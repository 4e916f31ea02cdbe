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
const STARTS = 5;

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

const startUp = async (system) => {
  let composeMs;
  if (system.prepare) {
    const began = performance.now();
    const child = start(system.prepare, environment);
    await child.ended;
    composeMs = round(performance.now() - began);
  }
  const times = [];
  const cpu = [];
  const memory = [];
  for (let n = 0; n < STARTS; n++) {
    const { child, startMs, startCpuMs, close } = await open(system);
    times.push(startMs);
    cpu.push(startCpuMs);
    await sleep(500);
    memory.push((await usage(child)).rss / MB);
    await close();
  }
  return {
    startMs: round(median(times)),
    startCpuMs: round(median(cpu)),
    readyMB: round(median(memory)),
    ...(composeMs && { composeMs }),
  };
};

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

const growth = async (opened, dialect) => {
  const grown = {};
  for (const rows of [10, 100, 1000, 10_000]) {
    const ask = (send) => dialect.manyMessages(send, rows);
    // The second time counts: the first one compiles and connects.
    const cost = await costOf(opened, ask)
      .then(() => costOf(opened, ask))
      .catch((error) => ({ failed: error.message.slice(0, 160) }));
    grown[rows] = cost;
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
    requestsPerSecond: round(answers / seconds),
    p50ms: round(quantile(latencies, 0.5), 1),
    p99ms: round(quantile(latencies, 0.99), 1),
    cpuMicrosPerRequest: round((after.cpuMicros - before.cpuMicros) / answers),
    loadMB: round(Math.max(mostMB, after.rss / MB)),
    ...(wrong > 0 && { wrong }),
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
  for (const system of systems({ account: ACCOUNT_SID, supergraph: join(folder, 'supergraph.graphql') })) {
    if (only.length > 0 && !only.some((word) => system.name.includes(word))) continue;
    const { dialect } = system;
    const result = {};
    results.systems[system.name] = result;
    say(`${system.name}: start-up`);
    Object.assign(result, await startUp(system));
    if (dialect.oneCall) {
      say(`${system.name}: transactions`);
      result.limit = await limiting(open, system, upstream);
      const opened = await open(system, system.argsForLoad);
      result.table = await table(opened, dialect);
      result.growth = await growth(opened, dialect);
      await opened.close();
    }
    say(`${system.name}: load`);
    const opened = await open(system, system.argsForLoad);
    result.load = await load(opened, dialect);
    await opened.close();
  }
  results.queue = await queueing();
} finally {
  await upstream.stop();
}
results.seconds = round((performance.now() - began) / 1000);
// Only a whole run is kept: figures of one system alone have nothing to stand beside.
if (only.length === 0) writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
process.stdout.write(print(results));
