/** Several connections of one server: each with its own account and limit, suspended and renewed by itself. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Run, requireBuild, run as start, urlOf } from '../support/command.ts';
import { call, message, page, path, recording, sid } from '../support/rows.ts';
import { ACCOUNT, TOKEN } from '../support/server.ts';
import { type Seen, type StandIn, startStandIn } from '../support/standIn.ts';

const OTHER = `AC${'b'.repeat(32)}`;
const OTHER_TOKEN = 'e'.repeat(32);

let twilio: StandIn;
let folder: string;
const undo: (() => unknown)[] = [];
beforeAll(requireBuild);
beforeEach(async () => {
  twilio = await startStandIn();
  folder = await mkdtemp(join(tmpdir(), 'twilio-graphql-'));
  undo.push(
    () => twilio.close(),
    () => rm(folder, { recursive: true }),
  );
});
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});

const file = () => join(folder, 'connections.yaml');
/** Where this test's servers have their control sockets and keep their state. */
const places = () => ({ XDG_RUNTIME_DIR: folder, TWILIO_GRAPHQL_STATE: join(folder, 'state') });
const run = (args: readonly string[], settings: Record<string, string> = {}): Run => {
  const running = start({ ...places(), ...settings }, args);
  undo.push(() => running.child.kill('SIGKILL'));
  return running;
};
/** Runs a command to its end. */
const command = async (...args: string[]): Promise<{ code: unknown; out: string; err: string }> => {
  const { ended, out, err } = run(args);
  return { code: await ended, out: out(), err: err() };
};

const two = (more = '') => `connections:
  sales: { account_sid: ${ACCOUNT}, auth_token: ${TOKEN}, upstream_url: "${twilio.url}", tps_per_node: 2 }
  support: { account_sid: ${OTHER}, auth_token: ${OTHER_TOKEN}, upstream_url: "${twilio.url}"${more} }
  trial: { sandbox: true }
`;
interface Live extends Run {
  readonly origin: string;
  ask(name: string, query: string): Promise<{ status: number; data: Record<string, unknown>; code: unknown }>;
}
const serve = async (
  text: string,
  args: readonly string[] = [],
  settings: Record<string, string> = {},
): Promise<Live> => {
  await writeFile(file(), text);
  const running = run(['--config', file(), ...args], settings);
  const { origin } = new URL(await urlOf(running));
  const ask = async (name: string, query: string) => {
    const response = await fetch(`${origin}/connections/${name}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ query }),
    });
    const { data, errors = [] } = (await response.json()) as {
      data: Record<string, unknown>;
      errors?: { extensions: { code: string } }[];
    };
    return { status: response.status, data, code: errors[0]?.extensions.code };
  };
  return { ...running, origin, ask };
};
const callOf = (n: number) => `{ call(sid: "${sid('CA', n)}") { duration } }`;
/** The call that a request names. */
const callAt = (seen: Seen) => call(1, { sid: /CA\w{32}/.exec(seen.path)?.[0] });
const userOf = ({ headers }: Seen): string =>
  Buffer.from(String(headers.authorization).replace('Basic ', ''), 'base64').toString();

describe('each by itself', () => {
  test('goes with its own credentials, and waits for no other', async () => {
    let release = () => {};
    const held = new Promise<void>((go) => {
      release = go;
    });
    twilio.play(async (seen) => {
      if (userOf(seen).startsWith(ACCOUNT)) await held;
      return callAt(seen);
    });
    const { ask } = await serve(two());
    // Two are held by Twilio, and the others by the limit.
    const slow = Promise.all([1, 2, 3, 4, 5].map((n) => ask('sales', callOf(n))));
    await expect.poll(() => twilio.seen.length).toBeGreaterThanOrEqual(2);
    expect((await ask('support', callOf(1))).status).toBe(200);
    release();
    await slow;
    expect(twilio.seen.filter((seen) => userOf(seen) === `${ACCOUNT}:${TOKEN}`)).toHaveLength(5);
    const others = twilio.seen.filter((seen) => userOf(seen) === `${OTHER}:${OTHER_TOKEN}`);
    expect(others.map(({ path }) => path)).toEqual([expect.stringContaining(OTHER)]);
    expect((await ask('trial', '{ account { friendlyName } }')).data).toMatchObject({
      account: { friendlyName: expect.stringContaining('Sandbox') },
    });
    expect(twilio.seen).toHaveLength(6);
  });

  test('has its own addresses: files, GraphiQL, health; and there is no other', async () => {
    twilio.play(() => page('recordings', [recording()]));
    const { origin, ask } = await serve(two());
    const { data } = await ask('support', '{ recordings(first: 1) { nodes { mediaUrl } } }');
    const [{ mediaUrl } = { mediaUrl: '' }] = (data.recordings as { nodes: { mediaUrl: string }[] }).nodes;
    expect(mediaUrl).toContain(`${origin.replace('127.0.0.1', new URL(mediaUrl).hostname)}/connections/support/media/`);
    twilio.play(() => (response) => response.writeHead(200, { 'content-type': 'audio/mpeg' }).end('sound'));
    expect(await (await fetch(mediaUrl)).text()).toBe('sound');
    expect(userOf(twilio.seen[0] as Seen)).toBe(`${OTHER}:${OTHER_TOKEN}`);

    const html = { headers: { accept: 'text/html' }, redirect: 'manual' } as const;
    expect(await (await fetch(`${origin}/`, html)).text()).toContain('<a href="connections/sales/graphql">sales</a>');
    expect((await fetch(`${origin}/connections/trial/`, html)).headers.get('location')).toBe(
      '/connections/trial/graphql',
    );
    expect(await (await fetch(`${origin}/connections/trial/graphql`, html)).text()).toContain('<title>twilio-graphql');
    expect((await fetch(`${origin}/connections/trial/health/ready`)).status).toBe(200);
    expect(await ask('nobody', '{ __typename }')).toMatchObject({ status: 404, code: 'UNKNOWN_CONNECTION' });
    expect((await fetch(`${origin}/graphql`)).status).toBe(404);
  });

  test('one named default has /graphql itself, too', async () => {
    const { origin, ask } = await serve('connections: { other: { sandbox: true }, default: { sandbox: true } }');
    expect(await ask('default', '{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
    expect(await (await fetch(`${origin}/graphql?query={__typename}`)).json()).toMatchObject({
      data: { __typename: 'Query' },
    });
  });
});

describe('suspended', () => {
  test.each([[[]], [['--nodes', '2']]])(
    'by command: answers 503, sends nothing, ends what was under way, and stays so %j',
    async (options) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      twilio.play(async () => {
        await held;
        return call(1, { duration: '90' });
      });
      const first = await serve(two(), options);
      const underWay = first.ask('sales', callOf(1));
      await expect.poll(() => twilio.seen.length).toBe(1);
      expect(await command('suspend', 'sales')).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^sales is suspended/),
      });
      for (let i = 0; i < 4; i++)
        expect(await first.ask('sales', callOf(2))).toMatchObject({ status: 503, code: 'SUSPENDED' });
      expect((await fetch(`${first.origin}/connections/sales/health/ready`)).status).toBe(503);
      expect(
        (await fetch(`${first.origin}/connections/sales/graphql`, { headers: { accept: 'text/html' } })).status,
      ).toBe(503);
      expect((await first.ask('trial', '{ __typename }')).status).toBe(200);
      release();
      expect((await underWay).data).toEqual({ call: { duration: 90 } });
      expect(twilio.seen).toHaveLength(1);

      first.child.kill('SIGTERM');
      expect(await first.ended).toBe(0);
      const second = await serve(two(), options);
      expect(second.out()).toContain('SUSPENDED');
      expect(await second.ask('sales', callOf(2))).toMatchObject({ status: 503, code: 'SUSPENDED' });
      expect(await command('resume', 'sales')).toMatchObject({ code: 0 });
      for (let i = 0; i < 4; i++) expect(await second.ask('sales', callOf(1))).toMatchObject({ status: 200 });
    },
  );

  test('by the file: on a hangup, without a restart; and what the file says last counts', async () => {
    twilio.play(() => call());
    const { ask, child, err } = await serve(two());
    expect(await ask('support', callOf(1))).toMatchObject({ status: 200 });
    await writeFile(file(), two(', suspended: true'));
    child.kill('SIGHUP');
    await expect.poll(() => ask('support', callOf(1))).toMatchObject({ status: 503, code: 'SUSPENDED' });
    expect(await command('resume', 'support')).toMatchObject({ code: 0 });
    expect(await ask('support', callOf(1))).toMatchObject({ status: 200 });
    expect(await command('reload')).toMatchObject({ code: 0 });
    expect(await ask('support', callOf(1))).toMatchObject({ status: 200 });
    for (const [text, status] of [
      [two(), 200],
      [two(', suspended: true'), 503],
      [two(), 200],
    ] as const) {
      await writeFile(file(), text);
      expect(await command('reload')).toMatchObject({ code: 0 });
      expect(await ask('support', callOf(1))).toMatchObject({ status });
    }
    // What needs a start is named each time, and not done.
    await writeFile(file(), `${two(', tps_per_node: 9')}  more: { sandbox: true }\n`);
    for (const times of [1, 2]) {
      expect(await command('reload')).toMatchObject({ code: 0 });
      const named = '"needsStart":["support: tps_per_node","more: the connection itself"]';
      expect(err().split(named)).toHaveLength(times + 1);
    }
    expect(await ask('more', '{ __typename }')).toMatchObject({ status: 404 });
    await writeFile(file(), 'connections: {');
    child.kill('SIGHUP');
    await expect.poll(err).toContain('configuration not read again');
    expect(await ask('support', callOf(1))).toMatchObject({ status: 200 });
  });

  test('says why it cannot: nobody runs, no such name, several are meant', async () => {
    const nobody = await command('suspend', 'sales');
    expect(nobody).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^suspend: none of your servers is running; .+\n$/),
    });
    await serve(two());
    expect(await command('suspend', 'nobody')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^suspend: no running server has .+ sales, support, trial\n$/),
    });
    await serve(two());
    expect(await command('suspend', 'sales')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^suspend: several servers are running .+; choose one with --config or PORT\n$/),
    });
    expect(await command('suspend')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^error: missing required argument 'name'/),
    });
  });
});

describe('credentials', () => {
  const tokens = (text: string) => writeFile(join(folder, 'token'), text);
  const rotating = () =>
    `connections: { sales: { account_sid: ${ACCOUNT}, auth_token_file: token, upstream_url: "${twilio.url}" } }`;

  test.each([[[]], [['--nodes', '2']]])('are renewed without a restart or a failed request %j', async (args) => {
    let taken = TOKEN;
    let held: Promise<void> | undefined;
    let release = () => {};
    twilio.play(async (seen) => {
      await held;
      return userOf(seen) === `${ACCOUNT}:${taken}` ? callAt(seen) : [401, { code: 20003, message: 'Authenticate' }];
    });
    await tokens(TOKEN);
    const { ask, child, err } = await serve(rotating(), args);
    expect(await ask('sales', callOf(1))).toMatchObject({ status: 200, code: undefined });
    const sent = twilio.seen.length;
    held = new Promise<void>((go) => {
      release = go;
    });
    // Sent with the old one, which is no longer taken when it arrives.
    const underWay = Promise.all([2, 3, 4, 5].map((n) => ask('sales', callOf(n))));
    await expect.poll(() => twilio.seen.length).toBe(sent + 4);
    taken = OTHER_TOKEN;
    await tokens(OTHER_TOKEN);
    child.kill('SIGHUP');
    const processes = Number(args[1] ?? 1);
    await expect.poll(() => err().split('configuration read again').length - 1).toBeGreaterThanOrEqual(processes);
    held = undefined;
    release();
    for (const { code } of await underWay) expect(code).toBeUndefined();
    for (let n = 6; n < 12; n++) expect((await ask('sales', callOf(n))).code).toBeUndefined();
    expect(userOf(twilio.seen.at(-1) as Seen)).toBe(`${ACCOUNT}:${OTHER_TOKEN}`);
    // Refused for good: told once, and not repeated.
    taken = 'none';
    const before = twilio.seen.length;
    expect((await ask('sales', callOf(12))).code).toBe('UNAUTHENTICATED');
    expect(twilio.seen).toHaveLength(before + 1);
  });

  test('a cursor from before still resumes its list', async () => {
    twilio.play(({ query }) => page('calls', [call(1), call(2)], query.get('Page') ? null : `${path('Calls')}?Page=1`));
    await tokens(TOKEN);
    const { ask, child, err } = await serve(rotating());
    const { data } = await ask('sales', '{ calls(first: 1) { pageInfo { endCursor } } }');
    const { endCursor } = (data.calls as { pageInfo: { endCursor: string } }).pageInfo;
    await tokens(OTHER_TOKEN);
    child.kill('SIGHUP');
    await expect.poll(err).toContain('configuration read again');
    expect(await ask('sales', `{ calls(first: 1, after: "${endCursor}") { nodes { sid } } }`)).toMatchObject({
      code: undefined,
      data: { calls: { nodes: [{ sid: sid('CA', 2) }] } },
    });
  });

  test('a subaccount is opened by those of the account above', async () => {
    twilio.play(() => message(1, { account_sid: OTHER }));
    const { ask, out } = await serve(`connections: { below: {
      account_sid: ${ACCOUNT}, auth_token: ${TOKEN}, subaccount_sid: ${OTHER}, upstream_url: "${twilio.url}" } }`);
    expect(await ask('below', `{ message(sid: "${sid('SM')}") { sid } }`)).toMatchObject({ code: undefined });
    expect(twilio.seen.map((seen) => [userOf(seen), seen.path.includes(OTHER)])).toEqual([
      [`${ACCOUNT}:${TOKEN}`, true],
    ]);
    expect(out()).toContain('ACbbbb…bbbb with its parent account ACaaaa…aaaa');
  });
});

describe('check', () => {
  const check = async (text: string) => {
    await writeFile(file(), text);
    const { code, out, err } = await command('check', '--config', file());
    return { code, lines: out.trim().split('\n'), err };
  };

  test('tries each with one transaction, and says what it found', async () => {
    twilio.play((seen) =>
      userOf(seen).startsWith(ACCOUNT)
        ? [200, { sid: ACCOUNT }, { date: new Date(Date.now() - 90_000).toUTCString() }]
        : [401, { code: 20003, message: OTHER_TOKEN }],
    );
    const { code, lines, err } = await check(two());
    expect([code, err]).toEqual([1, '']);
    expect(lines).toEqual([
      expect.stringMatching(
        /^sales: ok; Twilio accepts the credentials of ACaaaa…aaaa; through .+; no proxy; the clock of this machine is (89|9\d|1\d\d) s ahead/,
      ),
      expect.stringMatching(
        /^support: FAILED; UNAUTHENTICATED: Twilio rejects the credentials; .+; through .+; no proxy$/,
      ),
      'trial: ok; a sandbox, which needs no account',
    ]);
    expect(twilio.seen).toHaveLength(2);
    expect(lines.join()).not.toMatch(new RegExp(`${TOKEN}|${OTHER_TOKEN}|${ACCOUNT}|${OTHER}`));
  });

  test('a failure is an answer, and not tried again', async () => {
    twilio.play(() => [503, { message: 'busy' }]);
    const { code, lines } = await check(two());
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^sales: FAILED; UPSTREAM_ERROR: /);
    expect(twilio.seen).toHaveLength(2);
  });

  test('finds all mistakes at once, and then tries nothing', async () => {
    const { code, err } = await check(two(', region: ie1, tps: 3'));
    expect([
      code,
      err
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ]).toEqual([1, ['connections.support.tps', 'connections.support.edge']]);
    expect(twilio.seen).toHaveLength(0);
  });
});
