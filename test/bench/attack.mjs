/**
 * Random requests of every kind against a running server: for each kind the longest turn of the event loop, the most
 * resident memory, and answers that are neither data nor errors with codes.
 * `node test/bench/attack.mjs [kind] [--count 20] [--seed 1]`, after `npm run build`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSchema } from 'graphql';
import { attacksOn, randomOf, requestOf } from './attacks.mjs';

const { values, positionals } = parseArgs({
  options: {
    count: { type: 'string', default: '20' },
    seed: { type: 'string' },
    seconds: { type: 'string', default: '600' },
  },
  allowPositionals: true,
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const random = randomOf(seed);
const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const attacks = attacksOn(buildSchema(readFileSync(path('schema.graphql'), 'utf8'), { assumeValid: true }), random);

const folder = mkdtempSync(join(tmpdir(), 'twilio-graphql-attack-'));
const TURNS = join(folder, 'turns.json');
const started = [];
const start = async (args, env, sign) => {
  const child = spawn(process.execPath, args, { cwd: folder, env: { PATH: process.env.PATH, ...env } });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-5000)));
  while (!said.includes(sign)) {
    if (child.exitCode !== null) throw new Error(said);
    await sleep(20);
  }
  return { child, said };
};
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const sandbox = await start([path('dist/tools/sandbox.js'), '--port', '0'], {}, 'Stop');
const found = (pattern) => pattern.exec(sandbox.said)[1];
const probe = `--import=${pathToFileURL(path('test/bench/turns.mjs'))}`;
const { child, said } = await start(
  ['--max-semi-space-size=8', probe, path('dist/bundle/main.js')],
  {
    ...{ PORT: '0', TURNS, TWILIO_GRAPHQL_STATE: folder, TWILIO_TPS_PER_NODE: '1000' },
    ...{ TWILIO_UPSTREAM_URL: found(/Sandbox +(\S+)/), TWILIO_ACCOUNT_SID: found(/Account SID +(\S+)/) },
    TWILIO_AUTH_TOKEN: found(/Auth Token +(\S+)/),
  },
  'Stop',
);
const url = /http:\S+\/graphql/.exec(said)[0];
const turns = async () => {
  rmSync(TURNS, { force: true });
  child.kill('SIGUSR2');
  for (;;) {
    await sleep(3);
    try {
      return JSON.parse(readFileSync(TURNS, 'utf8'));
    } catch {}
  }
};
const residentMb = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024;

/** What is wrong with an answer; `undefined` if it is data or has errors with codes. */
const faultOf = (response, text) => {
  try {
    const { data, errors } = JSON.parse(text);
    if (errors?.some(({ extensions }) => typeof extensions?.code !== 'string')) return 'an error without a code';
    if (errors?.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')) return 'an internal error';
    if (!data && !errors) return 'neither data nor errors';
    return response.status >= 500 ? `status ${response.status}` : undefined;
  } catch {
    return 'no JSON';
  }
};

const keep = join(tmpdir(), 'twilio-graphql-attack.json');
let longestOfAll = 0;
const until = Date.now() + Number(values.seconds) * 1000;
console.log(`seed ${seed}`);
console.log(`${'kind'.padEnd(34)}turn (CPU ms)  first  median  memory (MB)  longest answer (ms)`);
for (const [kind, make] of Object.entries(attacks)) {
  if (positionals[0] && !kind.includes(positionals[0])) continue;
  const cpu = [];
  const faults = new Map();
  let mostMb = 0;
  let slowest = 0;
  for (let i = 0; i < Number(values.count) && Date.now() < until; i++) {
    const attack = make();
    const { search, ...init } = requestOf(attack, random);
    await turns();
    const since = performance.now();
    const sampling = setInterval(() => (mostMb = Math.max(mostMb, residentMb())), 20);
    let fault;
    try {
      const response = await fetch(url + search, { ...init, signal: AbortSignal.timeout(60_000) });
      fault = faultOf(response, await response.text());
    } catch (error) {
      fault = `no answer: ${error.cause?.code ?? error.name}`;
    }
    clearInterval(sampling);
    slowest = Math.max(slowest, performance.now() - since);
    const turn = (await turns()).cpu;
    mostMb = Math.max(mostMb, residentMb());
    cpu.push(turn);
    if (fault) {
      faults.set(fault, (faults.get(fault) ?? 0) + 1);
      writeFileSync(`${keep}.${kind.replaceAll(' ', '-')}.fault`, JSON.stringify(attack));
    }
    if (turn > longestOfAll || turn === Math.max(...cpu))
      writeFileSync(`${keep}.${kind.replaceAll(' ', '-')}`, JSON.stringify(attack));
    longestOfAll = Math.max(longestOfAll, turn);
  }
  if (cpu.length === 0) continue;
  const [first] = cpu;
  const sorted = [...cpu].sort((a, b) => a - b);
  const row = [Math.max(...cpu), first, sorted[sorted.length >> 1], mostMb, slowest].map((each) =>
    each.toFixed(0).padStart(9),
  );
  console.log(`${kind.padEnd(34)}${row.join(' ')}  ${[...faults].map(([fault, n]) => `${n} × ${fault}`).join(', ')}`);
}
const live = await fetch(url.replace('/graphql', '/health/live'));
console.log(`/health/live: ${live.status}; requests kept in ${keep}.*`);
process.exit(live.status === 200 ? 0 : 1);
