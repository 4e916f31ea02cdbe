/** A hundred thousand jobs in one limiter: the longest that the event loop stands still while they come, wait, and leave. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Limiter } from '../../../dist/twilio/limiter/limiter.js';

const JOBS = 100_000;
const AT_ONCE = 500;

process.once('message', async () => {
  const limiter = new Limiter(25, { queueLimit: 2 * JOBS, queueWaitMs: 1e9 });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const longest = () => {
    const ms = Math.round(delay.max / 1e6);
    delay.reset();
    return ms;
  };
  const send = async (sent) => sent();
  const leaving = new AbortController();
  const greedy = { request: {}, signal: leaving.signal };
  delay.enable();
  const all = [];
  while (all.length < JOBS) {
    for (let n = 0; n < AT_ONCE; n++) all.push(limiter.schedule(send, greedy).catch(() => {}));
    await sleep(1);
  }
  const comingMs = longest();
  const asked = performance.now();
  await limiter.schedule(send, { request: {} });
  const anotherMs = Math.round(performance.now() - asked);
  await sleep(3000);
  const waitingMs = longest();
  leaving.abort();
  await Promise.all(all);
  await sleep(50);
  process.send({ jobs: JOBS, comingMs, waitingMs, leavingMs: longest(), anotherMs });
});
