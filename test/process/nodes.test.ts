/** Several processes on one port: their sandbox, their limits, a crash among them, and how they end. */
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Run, requireBuild, run as start, urlOf } from '../support/command.ts';
import { closedAfterTest } from '../support/hooks.ts';
import { call, sid } from '../support/rows.ts';
import { ACCOUNT, TOKEN } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

beforeAll(requireBuild);

const run = (settings: Record<string, string>, ...args: string[]): Run => {
  const running = start(settings, args);
  onTestFinished(() => void running.child.kill('SIGKILL'));
  return running;
};

/** Asks on a connection of its own, which the next process in turn gets. */
const ask = (
  url: string,
  query: string,
): Promise<{ data: Record<string, unknown>; errors?: { extensions: { code: string } }[] }> =>
  new Promise((resolve, reject) => {
    const path = `${url}?query=${encodeURIComponent(query)}`;
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    get(path, { agent: new Agent(), headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve(JSON.parse(text)));
    }).on('error', reject);
  });
const mutate = (url: string, query: string) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query }),
  }).then((response) => response.json());

const live = (upstream: string, more: Record<string, string> = {}) => ({
  TWILIO_ACCOUNT_SID: ACCOUNT,
  TWILIO_AUTH_TOKEN: TOKEN,
  TWILIO_UPSTREAM_URL: upstream,
  ...more,
});
/** The processes that a command has started. */
const nodesOf = async (running: Run): Promise<readonly number[]> => {
  const { readFile } = await import('node:fs/promises');
  const { pid } = running.child;
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
};

/** Never without an id: 0 stands for every process of the test run. */
const kill = (pid: number | undefined): void => {
  if (!pid) throw new Error('There is no process to end.');
  process.kill(pid, 'SIGKILL');
};

test('one sandbox for all, one port, one banner', async () => {
  const nodes = run({}, '--nodes', '3');
  const url = await urlOf(nodes);
  expect(nodes.out().match(/^ *twilio-graphql/gm)).toHaveLength(1);
  expect(nodes.out()).toContain('3 processes');
  expect(nodes.out()).toContain('THE SANDBOX');
  const { data } = await mutate(
    url,
    'mutation { queueCreate(input: { friendlyName: "Everywhere" }) { queue { sid } } }',
  );
  for (let i = 0; i < 6; i++)
    expect((await ask(url, `{ queue(sid: "${data.queueCreate.queue.sid}") { friendlyName } }`)).data).toEqual({
      queue: { friendlyName: 'Everywhere' },
    });
  nodes.child.kill('SIGTERM');
  expect(await nodes.ended).toBe(0);
  expect(nodes.err()).toBe('');
});

test('each has a limit of its own', async () => {
  const twilio = closedAfterTest(await startStandIn());
  twilio.play(() => call(1));
  // What would have to wait is refused, so that what was sent is what both limits had room for.
  const settings = { TWILIO_TPS_PER_NODE: '3', TWILIO_QUEUE_WAIT_MS: '1' };
  const url = await urlOf(run(live(twilio.url, settings), '--nodes', '2'));
  const round = async () => {
    twilio.seen.length = 0;
    const queries = Array.from({ length: 20 }, (_, i) => ask(url, `{ call(sid: "${sid('CA', i)}") { sid } }`));
    const answers = await Promise.all(queries);
    const refused = answers.filter(({ errors }) => errors?.[0]?.extensions.code === 'THROTTLED');
    return { sent: twilio.seen.length, refused: refused.length };
  };
  // The first rounds may come before the second process listens.
  await expect.poll(round, { interval: 1200 }).toEqual({ sent: 6, refused: 14 });
});

/** Makes the process throw or reject on a signal, as a mistake in it would. */
const mistaken = (how: 'throw' | 'reject'): Record<string, string> => {
  const error = 'Object.assign(new Error("for +1555" + "0100007"), { body: "secret " + "words" })';
  const act = how === 'throw' ? `throw ${error}` : `Promise.reject(${error})`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`process.on("SIGUSR2",()=>{${act}})`)}` };
};

test.each(['throw', 'reject'] as const)(
  'a mistake in the server (%s) is logged without data, and ends it when it has answered',
  async (how) => {
    const twilio = closedAfterTest(await startStandIn());
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    twilio.play(async () => {
      await released;
      return call(1);
    });
    const server = run({ ...live(twilio.url), ...mistaken(how) });
    const url = await urlOf(server);
    const running = ask(url, `{ call(sid: "${sid('CA')}") { sid } }`);
    await expect.poll(() => twilio.seen.length).toBe(1);
    server.child.kill('SIGUSR2');
    await expect.poll(server.err).toContain('"fatal"');
    const codeOf = async () => JSON.stringify(await ask(url, '{ __typename }'));
    await expect.poll(codeOf).toContain('SHUTTING_DOWN');
    release();
    expect(await running).toEqual({ data: { call: { sid: sid('CA') } }, extensions: expect.anything() });
    expect(await server.ended).toBe(1);
    expect(server.err()).not.toMatch(/15550100007|secret words/);
  },
);

test.runIf(process.platform === 'linux')('a process that ends over a mistake is replaced', async () => {
  const nodes = run(mistaken('throw'), '--nodes', '2');
  const url = await urlOf(nodes);
  const [first = 0] = await nodesOf(nodes);
  process.kill(first, 'SIGUSR2');
  await expect.poll(nodes.err).toMatch(/"code":1.*"node ended"/);
  await expect.poll(() => nodesOf(nodes)).toHaveLength(2);
  expect(await nodesOf(nodes)).not.toContain(first);
  expect((await ask(url, '{ account { friendlyName } }')).data.account).toBeTruthy();
});

test.runIf(process.platform === 'linux')('one that crashes is replaced while the others answer', async () => {
  const nodes = run({}, '--nodes', '2');
  const url = await urlOf(nodes);
  const before = await nodesOf(nodes);
  expect(before).toHaveLength(2);
  kill(before[0]);
  await expect.poll(nodes.err).toContain('"node ended"');
  for (let i = 0; i < 20; i++) {
    expect((await ask(url, '{ account { friendlyName } }')).data.account).toBeTruthy();
    await sleep(20);
  }
  await expect.poll(() => nodesOf(nodes)).toHaveLength(2);
  expect(await nodesOf(nodes)).not.toContain(before[0]);
  // One that fails again and again is given ever longer pauses.
  for (const _ of [1, 2]) {
    await expect.poll(() => nodesOf(nodes)).toHaveLength(2);
    const [, last] = await nodesOf(nodes);
    kill(last);
    await expect.poll(async () => (await nodesOf(nodes)).includes(last ?? 0)).toBe(false);
    await expect.poll(() => nodesOf(nodes)).toHaveLength(2);
  }
  const pauses = [...nodes.err().matchAll(/"replacedInMs":(\d+)/g)].map(([, ms]) => Number(ms));
  expect(pauses).toHaveLength(3);
  expect(pauses[0]).toBe(0);
  // One that has run for a while, as on a busy machine, has not failed at its start, and the pauses begin again.
  for (const [i, pause] of pauses.entries()) expect([0, (pauses[i - 1] ?? 0) * 2 || 250]).toContain(pause);
  nodes.child.kill('SIGINT');
  expect(await nodes.ended).toBe(0);
});

test('on SIGTERM all of them finish what they have', async () => {
  const twilio = closedAfterTest(await startStandIn());
  const held: (() => void)[] = [];
  twilio.play(async ({ path }) => {
    await new Promise<void>((go) => held.push(go));
    return call(1, { sid: /CA\w+/.exec(path)?.[0] });
  });
  const nodes = run(live(twilio.url), '--nodes', '2');
  const url = await urlOf(nodes);
  const asked = Array.from({ length: 4 }, (_, i) => ask(url, `{ call(sid: "${sid('CA', i)}") { duration } }`));
  await expect.poll(() => held.length).toBe(4);
  nodes.child.kill('SIGTERM');
  const ready = new URL('/health/ready', url);
  await expect.poll(() => fetch(ready).then(({ status }) => status)).toBe(503);
  for (const go of held) go();
  for (const { data } of await Promise.all(asked)) expect(data).toEqual({ call: { duration: 90 } });
  expect(await nodes.ended).toBe(0);
});

test.runIf(process.platform === 'linux')('they end with the one that started them', async () => {
  const nodes = run({}, '--nodes', '2');
  const url = await urlOf(nodes);
  nodes.child.kill('SIGKILL');
  await nodes.ended;
  await expect.poll(() => ask(url, '{ __typename }').catch(() => 'gone')).toBe('gone');
});

test.each([
  [{ PORT: 'nine' }, ['--nodes', '2'], 1, /^PORT: [^\n]+\n$/],
  [{}, ['--nodes', '65'], 2, /^error: option '--nodes <count>' .+ from 1 to 64/],
  [{ PORT: 'nine' }, ['--nodes'], 2, /^error: option '--nodes <count>' argument missing/],
  [{}, ['--knodes', '2'], 2, /^error: unknown option '--knodes'\n\(Did you mean --nodes\?\)/],
] as const)('a mistake is reported once: %j %j', async (settings, args, code, message) => {
  const nodes = run({ ...settings }, ...args);
  expect(await nodes.ended).toBe(code);
  expect([nodes.out(), nodes.err()]).toEqual(['', expect.stringMatching(message)]);
});

test('a port that is taken is reported once', async () => {
  const twilio = closedAfterTest(await startStandIn());
  const nodes = run({ PORT: new URL(twilio.url).port }, '--nodes', '2');
  expect(await nodes.ended).toBe(1);
  expect(nodes.err()).toMatch(/^PORT: .+\n$/);
});
