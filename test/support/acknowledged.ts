/** Random reads, held at Twilio, and writes: who asks after a write was acknowledged must not see what was before it. */
import { request } from 'node:http';
import { expect } from 'vitest';
import { chance } from './chance.ts';
import { call, page, path, sid } from './rows.ts';
import type { StandIn } from './standIn.ts';

/** Sends on a connection of its own, which is that of the next process in turn where several listen. */
const post = (url: string, query: string): Promise<{ data: Record<string, unknown>; errors?: unknown }> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    request(url, { method: 'POST', agent: false, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve(JSON.parse(text)));
    })
      .on('error', reject)
      .end(JSON.stringify({ query }));
  });

/** What a read shows of the one row that is written: its version, and what else it asks, which nobody shares. */
const READS = [
  [`call(sid: "${sid('CA')}") { duration }`, (it: { duration: number }) => it.duration],
  ['calls(first: 3) { nodes { duration } }', (it: { nodes: { duration: number }[] }) => it.nodes[0]?.duration],
  ['calls { aggregate { max(field: DURATION) } }', (it: { aggregate: { max: number } }) => it.aggregate.max],
] as const;
const WRITE = `mutation { callUpdate(sid: "${sid('CA')}", input: { status: COMPLETED }) { call { duration } } }`;

export interface Interleaved {
  readonly reads: number;
  /** Requests to Twilio for what can be shared. */
  readonly sent: number;
}

/** Asks these servers in turn, which all work on one account. Each answer of Twilio shows the moment when it was asked. */
export const interleave = async (twilio: StandIn, urls: readonly string[], seed: number): Promise<Interleaved> => {
  const random = chance(seed);
  let version = 0;
  let sent = 0;
  const held: (() => void)[] = [];
  const arrived = new Set<string>();
  let onArrival = () => {};
  twilio.play(({ method, path: at }) => {
    const row = () => call(1, { duration: String(version) });
    if (method === 'POST') {
      version++;
      return row();
    }
    const [, queue] = /\/(QU\w{32})\.json$/.exec(at) ?? [];
    if (queue) {
      arrived.add(queue);
      onArrival();
      return { sid: queue };
    }
    sent++;
    const answer = at === path('Calls') ? page('calls', [row()]) : row();
    return (response) => void held.push(() => response.end(JSON.stringify(answer)));
  });
  const release = () => {
    for (const each of held.splice(0)) each();
  };
  let reads = 0;
  const running: Promise<void>[] = [];
  /** Resolves when its server has sent the read, or joined it to another: what it asks besides has arrived. */
  const read = async () => {
    const marker = sid('QU', seed * 10_000 + ++reads);
    const [field, versionIn] = random.pick(READS);
    const least = version;
    const query = `{ it: ${field} marker: queue(sid: "${marker}") { sid } }`;
    const answered = post(random.pick(urls), query).then(({ data, errors }) => {
      expect(errors).toBeUndefined();
      expect(versionIn(data.it as never), query).toBeGreaterThanOrEqual(least);
    });
    running.push(answered);
    const isThere = new Promise<void>((resolve) => {
      const before = onArrival;
      onArrival = () => {
        before();
        if (arrived.has(marker)) resolve();
      };
    });
    await Promise.race([isThere, answered]);
  };
  for (let step = 0; step < 25; step++) {
    const act = random.below(10);
    if (act < 5) await read();
    else if (act < 7) await Promise.all([read(), read(), read()]);
    else if (act < 9) expect((await post(random.pick(urls), WRITE)).errors).toBeUndefined();
    else release();
  }
  const waiting = setInterval(release, 5);
  await Promise.all(running).finally(() => clearInterval(waiting));
  return { reads, sent };
};
