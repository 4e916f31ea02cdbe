/**
 * Sends messages through three server processes while answers are lost, nodes are killed and Redis is restarted, and
 * counts in the upstream's log what happened: `npm run chaos -- --store file|redis --seconds 60 --rate 200`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { forkUpstream } from './upstream.mjs';

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'file' },
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    patience: { type: 'string', default: '120' },
  },
});
const SECONDS = Number(values.seconds);
const RATE = Number(values.rate);
const NODES = 3;
const KILL_EVERY_MS = 10_000;
/** How long a client goes on asking for one answer. */
const PATIENCE_MS = Number(values.patience) * 1000;
/** How long lookups may take once all is quiet. */
const LOOKUP_MS = 300_000;
/** How long a node may take to start on a busy machine. */
const START_MS = 120_000;
/** How many outcomes are asked for at once. */
const AT_ONCE = 100;
const root = fileURLToPath(new URL('../../', import.meta.url));

const freePort = async () => {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
};

const folder = await mkdtemp(join(tmpdir(), 'twilio-graphql-chaos-'));
const upstream = await forkUpstream({ reset: 0.05, error: 0.05, busy: 0.1, seed: Number(values.seed) });

const startRedis = async (port) => {
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...durable];
  return spawn('redis-server', options, { stdio: 'ignore' });
};
const redisPort = values.store === 'redis' ? await freePort() : undefined;
let redis = redisPort && (await startRedis(redisPort));

/** None is left behind, however this ends. */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
const spawnNode = (port) => {
  const child = spawn(process.execPath, ['dist/bundle/main.js'], {
    cwd: root,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'f'.repeat(32),
      TWILIO_UPSTREAM_URL: upstream.url,
      TWILIO_TPS_PER_NODE: '1000',
      TWILIO_GRAPHQL_STATE: join(folder, 'state'),
      XDG_RUNTIME_DIR: folder,
      ...(redisPort && { REDIS_URL: `redis://127.0.0.1:${redisPort}` }),
    },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
};
const isLive = (port) =>
  fetch(`http://127.0.0.1:${port}/health/live`).then(
    ({ ok }) => ok,
    () => false,
  );
/** A node whose start ends, because Redis is away for too long, is started again. */
const startNode = async (port) => {
  const deadline = Date.now() + START_MS;
  let child = spawnNode(port);
  while (!(await isLive(port))) {
    if (Date.now() > deadline) throw new Error('A node did not start.');
    await sleep(50);
    if (child.exitCode !== null) child = spawnNode(port);
  }
  return { child, port, url: `http://127.0.0.1:${port}/graphql` };
};
const nodes = await Promise.all(Array.from({ length: NODES }, async () => startNode(await freePort())));

const ask = async (url, query, variables) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(40_000),
  });
  return response.json();
};
const SEND = `mutation($key: String!, $to: String!, $body: String!) {
  messageCreate(idempotencyKey: $key, input: { to: $to, from: "+15550100001", body: $body }) {
    message { sid } userErrors { code } } }`;
const OUTCOME = 'query($key: String!) { operation(idempotencyKey: $key) { id state sid createdAt sentAt } }';

/** By key: the body sent and the SIDs answered. */
const sends = new Map();
const latencies = [];
/** How often clients got which answer. */
const heard = {};
const hear = (answer) => {
  const { message, userErrors = [] } = answer?.data?.messageCreate ?? {};
  const code = message ? 'OK' : (answer?.errors?.[0]?.extensions?.code ?? userErrors[0]?.code ?? 'no answer');
  heard[code] = (heard[code] ?? 0) + 1;
};
const send = async (n) => {
  const key = `chaos-${values.seed}-${n}`;
  const record = { body: `Message ${n}`, sids: new Set(), tries: 0 };
  sends.set(key, record);
  const to = `+1555${String(n).padStart(7, '0')}`;
  const deadline = Date.now() + PATIENCE_MS;
  for (let node = n; Date.now() < deadline; node++) {
    record.tries++;
    const began = performance.now();
    const answer = await ask(nodes[node % NODES].url, SEND, { key, to, body: record.body }).catch(() => undefined);
    hear(answer);
    const sid = answer?.data?.messageCreate?.message?.sid;
    if (sid) {
      record.sids.add(sid);
      latencies.push(performance.now() - began);
      // A client that repeats itself gets the same answer.
      if (n % 10 > 0) return;
      const again = await ask(nodes[(node + 1) % NODES].url, SEND, { key, to, body: record.body }).catch(
        () => undefined,
      );
      const same = again?.data?.messageCreate?.message?.sid;
      if (same) record.sids.add(same);
      return;
    }
    await sleep(200 + Math.random() * 800);
  }
};

let over = false;
const killNodes = async () => {
  for (let i = 0; !over; i++) {
    await sleep(KILL_EVERY_MS);
    if (over) return;
    const victim = i % NODES;
    const { child, port } = nodes[victim];
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    nodes[victim] = await startNode(port);
  }
};
const restartRedis = async () => {
  if (!redis) return;
  await sleep((SECONDS * 1000) / 2);
  const ended = once(redis, 'exit');
  redis.kill('SIGKILL');
  await ended;
  await sleep(1000);
  redis = await startRedis(redisPort);
};

const disturbances = [killNodes(), restartRedis()];
const pending = [];
const began = performance.now();
for (let n = 0; n < SECONDS * RATE; n++) {
  const dueAt = began + (n / RATE) * 1000;
  if (dueAt > performance.now()) await sleep(dueAt - performance.now());
  pending.push(send(n));
}
over = true;
const endedAt = performance.now();
await Promise.all([...pending, ...disturbances]);
const clientsDoneAt = performance.now();

const log = await upstream.log();
const accepted = new Map();
for (const row of log.accepted) accepted.set(row.body, [...(accepted.get(row.body) ?? []), row.sid]);
const duplicates = [...accepted.values()].filter((sids) => sids.length > 1).length;
const twoAnswers = [...sends.values()].filter(({ sids }) => sids.size > 1).length;
const open = [...sends].filter(([, { body, sids }]) => accepted.has(body) && sids.size === 0);
const hasOutcome = async ([key, { body }]) => {
  const answer = await ask(nodes[0].url, OUTCOME, { key }).catch(() => undefined);
  return answer?.data?.operation?.sid === accepted.get(body)[0];
};
/** Accepted writes of which the journal does not know the row, once lookups have had their time. */
let unknown = open;
const quietAt = Date.now();
for (const deadline = quietAt + LOOKUP_MS; unknown.length > 0 && Date.now() < deadline; await sleep(1000)) {
  const isKnown = [];
  for (let i = 0; i < unknown.length; i += AT_ONCE)
    isKnown.push(...(await Promise.all(unknown.slice(i, i + AT_ONCE).map(hasOutcome))));
  unknown = unknown.filter((_, i) => !isKnown[i]);
}
const withoutOutcome = unknown.length;
const remaining = await Promise.all(
  unknown.slice(0, 10).map(async ([key]) => (await ask(nodes[0].url, OUTCOME, { key }).catch(String)).data?.operation),
);
const wrong = [...sends.values()].filter(
  ({ body, sids }) => sids.size === 1 && !accepted.get(body)?.includes([...sids][0]),
).length;
const sorted = latencies.sort((one, other) => one - other);
const result = {
  store: values.store,
  seconds: SECONDS,
  rate: RATE,
  sends: sends.size,
  accepted: log.accepted.length,
  lostAnswers: log.counts.reset + log.counts.error,
  answered429: log.counts.busy,
  upstreamReads: (await upstream.log()).counts.reads,
  heard,
  kills: Math.floor((SECONDS * 1000) / KILL_EVERY_MS),
  duplicates,
  acceptedWithoutOutcome: withoutOutcome,
  ...(remaining.length > 0 && { remaining }),
  keysWithTwoAnswers: twoAnswers,
  wrongAnswers: wrong,
  medianMs: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
  clientsDoneAfterS: Math.round((clientsDoneAt - endedAt) / 1000),
  lookedUpAfterS: Math.round((Date.now() - quietAt) / 1000),
  driverPeakMb: Math.round(process.resourceUsage().maxRSS / 1024),
};
console.log(JSON.stringify(result, null, 2));
for (const { child } of nodes) child.kill('SIGKILL');
if (redis) redis.kill('SIGKILL');
upstream.close();
await rm(folder, { recursive: true, force: true });
const isSound = duplicates + withoutOutcome + twoAnswers + wrong === 0 && log.accepted.length > 0;
console.log(isSound ? '1 passed, 0 failed' : '0 passed, 1 failed');
process.exit(isSound ? 0 : 1);
