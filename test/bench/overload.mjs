/**
 * What a server does with ten times what its limit allows: `npm run bench:overload -- 20 25`, the seconds of each scenario
 * and the limit.
 *
 * Server, upstream and clients are processes of their own. Every request asks for another call or another list, so that
 * nothing can be shared. Refused clients come back after `retryAfter`; the impatient ones hang up after two seconds.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { freePort, start } from './child.mjs';
import { openIn } from './open.mjs';
import { systems } from './systems.mjs';

const TIMES = 10;
const WARM_UP_MS = 5000;
const SECONDS = Number(process.argv[2] ?? 20);
const PER_SECOND = Number(process.argv[3] ?? 25);
/** How long Twilio takes for an answer. */
const DELAY_MS = 100;
const SCENARIOS = { 'clients that wait': undefined, 'clients that hang up after 2 s': 2000 };

const sid = (n) => `CA${n.toString(16).padStart(32, '0')}`;
let made = 0;
const nextQuestion = () => {
  const n = made++;
  return n % 2 > 0
    ? { query: 'query($sid: ID!) { call(sid: $sid) { sid status to } }', variables: { sid: sid(n) } }
    : {
        query: 'query($to: String!) { messages(first: 5, filter: { to: { eq: $to } }) { nodes { sid } } }',
        variables: { to: `+1666${String(n).padStart(7, '0')}` },
      };
};

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const figures = (times) => {
  const sorted = times.sort((one, other) => one - other);
  const [p50, p99, most] = [quantile(sorted, 0.5), quantile(sorted, 0.99), sorted.at(-1)];
  return sorted.length === 0
    ? 'none'
    : Object.fromEntries(Object.entries({ p50, p99, most }).map(([k, v]) => [k, Math.round(v)]));
};

const run = async (url, upstream, hangUpMs) => {
  const pool = new Pool(url.origin, { connections: 2000, pipelining: 1 });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const seen = { good: [], refused: [], expired: [], hungUp: 0, other: {}, live: [] };
  const returning = [];
  const from = performance.now() + WARM_UP_MS;
  const until = from + SECONDS * 1000;
  const isMeasured = () => performance.now() >= from && performance.now() < until;
  const ask = async () => {
    const began = performance.now();
    const signal = hangUpMs === undefined ? null : AbortSignal.timeout(hangUpMs);
    try {
      const body = JSON.stringify(nextQuestion());
      const response = await pool.request({ path: '/graphql', method: 'POST', headers, body, signal });
      const { errors } = JSON.parse(await response.body.text());
      const tookMs = performance.now() - began;
      const { code, retryAfter } = errors?.[0]?.extensions ?? {};
      if (code === 'THROTTLED') returning.push(performance.now() + retryAfter * 1000);
      if (!isMeasured()) return;
      if (!errors) seen.good.push(tookMs);
      else if (code !== 'THROTTLED') seen.other[code] = (seen.other[code] ?? 0) + 1;
      else if (errors[0].message.includes('it waited too long')) seen.expired.push(tookMs);
      else seen.refused.push(tookMs);
    } catch {
      if (isMeasured()) seen.hungUp++;
    }
  };
  const live = async () => {
    while (performance.now() < until) {
      const began = performance.now();
      await fetch(new URL('/health/live', url)).then((response) => response.text());
      if (isMeasured()) seen.live.push(performance.now() - began);
      await sleep(100);
    }
  };
  const health = live();
  await upstream.ask({ ask: 'reset', delayMs: DELAY_MS });
  const asked = [];
  let counted = 0;
  let came = 0;
  for (let n = 0, began = performance.now(); performance.now() < until; n++) {
    const dueAt = began + (n * 1000) / (PER_SECOND * TIMES);
    if (dueAt > performance.now()) await sleep(dueAt - performance.now());
    // One that comes back takes the turn of a new one.
    const back = returning.findIndex((at) => at <= performance.now());
    if (back >= 0) returning.splice(back, 1);
    if (isMeasured()) {
      if (counted++ === 0) ({ length: came } = (await upstream.ask({ ask: 'arrivals' })).arrivals);
    }
    asked.push(ask());
  }
  const sent = (await upstream.ask({ ask: 'arrivals' })).arrivals.length - came;
  await health;
  pool.destroy();
  return {
    requestsPerSecond: Math.round(counted / SECONDS),
    goodPerSecond: Number((seen.good.length / SECONDS).toFixed(1)),
    shareOfCapacity: `${Math.round((100 * seen.good.length) / SECONDS / PER_SECOND)} %`,
    sentPerSecond: Number((sent / SECONDS).toFixed(1)),
    goodMs: figures(seen.good),
    refusedPerSecond: Math.round(seen.refused.length / SECONDS),
    refusedMs: figures(seen.refused),
    refusedAfterWaiting: seen.expired.length,
    hungUp: seen.hungUp,
    healthLiveMs: figures(seen.live),
    ...(Object.keys(seen.other).length > 0 && { other: seen.other }),
  };
};

const port = await freePort();
const upstream = start([fileURLToPath(new URL('upstream.mjs', import.meta.url))], { PORT: String(port) });
const [ours] = systems({});
const open = openIn({
  TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'f'.repeat(32),
  TWILIO_UPSTREAM_URL: `http://127.0.0.1:${port}`,
  TWILIO_TPS_PER_NODE: String(PER_SECOND),
});
try {
  for (const [name, hangUpMs] of Object.entries(SCENARIOS)) {
    const { close, url } = await open(ours);
    const result = await run(url, upstream, hangUpMs);
    await close();
    process.stdout.write(`${name}: ${JSON.stringify(result, null, 2)}\n`);
  }
} finally {
  await upstream.stop();
}
