/** How exact a limit is: on a quiet machine, with burners on every core, and in a server that is itself held up. */
import { spawn } from 'node:child_process';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { densest, shortest } from './arrivals.mjs';
import { freePort, start } from './child.mjs';
import { openIn } from './open.mjs';
import { systems } from './systems.mjs';

export const PER_SECOND = 25;
const TRANSACTIONS = 200;
/** The server's event loop stands still for so long, so often. */
const BLOCK = { forMs: 120, everyMs: 200 };

const round = (number, digits = 1) => Number(number.toFixed(digits));

/** So many Gets at once, each of a call of its own in an operation of its own: what leaves, what arrives, and when. */
const measure = async ({ child, client }, { oneCall }, upstream) => {
  // Warm, and then idle for longer than a window.
  for (let n = 0; n < PER_SECOND; n++) await oneCall(client.ask, n);
  await sleep(1500);
  await upstream.ask({ ask: 'reset', watch: true });
  await child.ask({ ask: 'watch' });
  await Promise.all(Array.from({ length: TRANSACTIONS }, (_, n) => oneCall(client.ask, n)));
  const { arrivals } = await upstream.ask({ ask: 'arrivals' });
  const { sent } = await child.ask({ ask: 'sent' });
  const first = arrivals.at(0).to;
  const full = arrivals[PER_SECOND - 1].to;
  return {
    transactions: arrivals.length,
    mostInASecond: densest(arrivals.map(({ to }) => ({ from: to, to }))),
    surelyInASecond: densest(arrivals),
    smallestWindowMs: round(shortest(arrivals, PER_SECOND).asSeen),
    sentInASecond: densest(sent.map(({ from }) => ({ from, to: from }))),
    smallestSentWindowMs: round(shortest(sent, PER_SECOND).atLeast),
    burstMs: round(full - first),
    sustainedPerSecond: round(((arrivals.length - PER_SECOND) * 1000) / (arrivals.at(-1).to - full), 2),
  };
};

/** What is done to the machine or to the server meanwhile; each answers how to end it. */
const CONDITIONS = {
  quiet: async () => () => {},
  'busy cores': async () => {
    const burners = os.cpus().map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
    return () => {
      for (const burner of burners) burner.kill('SIGKILL');
    };
  },
  'blocked server': async ({ child }) => {
    await child.ask({ ask: 'block', ...BLOCK });
    return () => {};
  },
};

/** The worst of several runs. */
const worst = (runs) => {
  const all = (name) => runs.map((run) => run[name]);
  return {
    runs: runs.length,
    mostInASecond: Math.max(...all('mostInASecond')),
    surelyInASecond: Math.max(...all('surelyInASecond')),
    smallestWindowMs: Math.min(...all('smallestWindowMs')),
    sentInASecond: Math.max(...all('sentInASecond')),
    smallestSentWindowMs: Math.min(...all('smallestSentWindowMs')),
    burstMs: Math.max(...all('burstMs')),
    sustainedPerSecond: [Math.min(...all('sustainedPerSecond')), Math.max(...all('sustainedPerSecond'))],
  };
};

/** Once for a system that turns out to have no limit. */
export const limiting = async (open, system, upstream, { repeats = 5, only = Object.keys(CONDITIONS), say } = {}) => {
  const result = {};
  for (const name of only) {
    const runs = [];
    for (let n = 0; n < repeats && !(runs[0]?.mostInASecond > 2 * PER_SECOND); n++) {
      const opened = await open(system);
      const end = await CONDITIONS[name](opened);
      try {
        runs.push(await measure(opened, system.dialect, upstream));
      } finally {
        end();
        await opened.close();
      }
      say?.(`${name}: ${JSON.stringify(runs.at(-1))}`);
    }
    result[name] = worst(runs);
    if (result[name].mostInASecond > 2 * PER_SECOND) break;
  }
  return result;
};

/** The longest that the event loop stands still while so many are queued, wait, and leave. */
export const queueing = async () => {
  const child = start([fileURLToPath(new URL('systems/queue.mjs', import.meta.url))], {});
  const answer = await child.ask({ ask: 'run' });
  await child.stop();
  return answer;
};

const isMain = process.argv[1] === fileURLToPath(import.meta.url);
if (isMain) {
  const [, , repeats = '5', ...only] = process.argv;
  const port = await freePort();
  const upstream = start([fileURLToPath(new URL('upstream.mjs', import.meta.url))], { PORT: String(port) });
  const open = openIn({
    TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'f'.repeat(32),
    TWILIO_UPSTREAM_URL: `http://127.0.0.1:${port}`,
    TWILIO_TPS_PER_NODE: String(PER_SECOND),
  });
  const [ours] = systems({});
  const say = (text) => process.stderr.write(`${text}\n`);
  const settings = { repeats: Number(repeats), say, ...(only.length > 0 && { only }) };
  try {
    const limit = await limiting(open, ours, upstream, settings);
    process.stdout.write(`${JSON.stringify({ limit, queue: await queueing() }, null, 2)}\n`);
  } finally {
    await upstream.stop();
  }
}
