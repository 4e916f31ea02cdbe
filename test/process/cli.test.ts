/** The command line as a process: help, wrong usage, `.env`, and `query` with its pages, formats and choice of server. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createProgram } from '../../src/cli/index.ts';
import { MAIN, type Run, requireBuild, type Start, run as start, urlOf } from '../support/command.ts';
import { closedAfterTest } from '../support/hooks.ts';
import { message, page, path } from '../support/rows.ts';
import { ACCOUNT, TOKEN } from '../support/server.ts';
import { type StandIn, startStandIn } from '../support/standIn.ts';

beforeAll(requireBuild);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twilio-graphql-'));
});

const run = (args: readonly string[], settings: Record<string, string> = {}, more: Start = {}): Run => {
  const places = { XDG_RUNTIME_DIR: folder, TWILIO_GRAPHQL_STATE: join(folder, 'state') };
  const running = start({ ...places, ...settings }, args, more);
  onTestFinished(() => void running.child.kill('SIGKILL'));
  return running;
};
const command = async (args: readonly string[], settings: Record<string, string> = {}, more: Start = {}) => {
  const { ended, out, err } = run(args, settings, more);
  return { code: await ended, out: out(), err: err() };
};

const names = createProgram().commands.map((each) => each.name());

describe('usage', () => {
  test.each(['', ...names])('%s --help has an example, and --version a version', (name) => {
    const program = createProgram();
    const called = name === '' ? program : program.commands.find((each) => each.name() === name);
    let help = '';
    called?.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).toMatch(/Examples:\n {2}(\$|echo) ?.*twilio-graphql/);
    expect(called?.version()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test.each([
    [['chek'], /unknown command 'chek'\n\(Did you mean check\?\)/],
    [['check', 'sales'], /^error: `check` takes no arguments\n/],
    [['check', '--confg', 'x'], /unknown option '--confg'\n\(Did you mean --config\?\)/],
    [['operations', 'all'], /^error: `operations` takes no arguments\n/],
    [['suspend'], /missing required argument 'name'/],
    [['suspend', 'a', 'b'], /^error: `suspend` takes only <name>\n/],
    [['query', '-', '--variables', '[1]'], /--variables must be a JSON object/],
    [['query', '-', '--all', '--format', 'json'], /--all prints rows/],
    [['query', 'no-such.graphql'], /error: there is no file no-such\.graphql/],
    [['query', '-', '--header', 'x'], /--header.* It must be a name and a value/],
    [['query', '-', '--header', 'x: a\nb: c'], /--header[\s\S]* It must be a name and a value/],
    [['complete', 'tcsh'], /Allowed choices are zsh, bash, fish, powershell/],
    [['query', '-', '--connection', 'sales'], /there is no such connection; there are: default/],
  ])('%j is wrong usage, with exit code 2', async (args, expected) => {
    const { code, out, err } = await command(args);
    expect([code, out, err]).toEqual([2, '', expect.stringMatching(expected)]);
  });
});

test('completes commands, options and choices', async () => {
  const words = async (...typed: string[]) =>
    (await command(['complete', '--', ...typed])).out.split('\n').flatMap((line) => line.split('\t')[0] ?? []);
  expect(await words('qu')).toContain('query');
  expect(await words('query', '--con')).toEqual(expect.arrayContaining(['--config', '--connection']));
  expect(await words('query', '--format', '')).toEqual(expect.arrayContaining(['json', 'ndjson', 'csv']));
  expect((await command(['complete', 'bash'])).out).toContain('complete -F');
});

test('.env is read, and the environment takes precedence', async () => {
  await writeFile(join(folder, '.env'), `TWILIO_ACCOUNT_SID=${ACCOUNT}\nTWILIO_AUTH_TOKEN=${TOKEN}\nLOG_LEVEL=info\n`);
  const { out } = await command(['config'], { LOG_LEVEL: 'warn' }, { cwd: folder });
  expect(out).toContain(`account_sid: ${ACCOUNT}`);
  expect(out).toContain('log_level: warn');
  expect(out).toContain('sandbox: false');
  expect(out).not.toContain(TOKEN);
});

test('check and config agree that a sandbox is a sandbox', async () => {
  const [check, config] = await Promise.all([command(['check']), command(['config'])]);
  expect(check.out).toBe('default: ok; a sandbox, which needs no account\n');
  expect(config.out).toContain('sandbox: true');
});

describe('query', () => {
  let twilio: StandIn;
  const live = (): Record<string, string> => ({
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_UPSTREAM_URL: twilio.url,
  });
  const body = 'Hello, "you"';
  const rows = Array.from({ length: 25 }, (_, i) => message(i, { body }));
  beforeEach(async () => {
    twilio = closedAfterTest(await startStandIn());
    twilio.play(({ query }) => {
      const size = Number(query.get('PageSize'));
      const begin = Number(query.get('Page') ?? 0) * size;
      const next = begin + size < rows.length ? `${path('Messages')}?Page=${begin / size + 1}&PageSize=${size}` : null;
      return page('messages', rows.slice(begin, begin + size), next);
    });
  });
  const input = 'query Rows($first: Int) { list: messages(first: $first) { edges { node { sid body } } } }';

  test('follows all pages, as NDJSON and as CSV', async () => {
    const args = ['query', '-', '--all', '--variables', '{"first":10}'];
    const [ndjson, csv] = await Promise.all([
      command(args, live(), { input }),
      command([...args, '--format', 'csv'], live(), { input }),
    ]);
    expect([ndjson.code, ndjson.err, csv.code, csv.err]).toEqual([0, '', 0, '']);
    const shown = rows.map((row) => ({ sid: row.sid, body }));
    expect(
      ndjson.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(shown);
    expect(csv.out).toBe(['sid,body', ...shown.map((row) => `${row.sid},"Hello, ""you"""`), ''].join('\n'));
  });

  test('asks for large pages by itself', async () => {
    const { out } = await command(['query', '-', '--all'], live(), { input: '{ messages { nodes { sid } } }' });
    expect(out.trim().split('\n')).toHaveLength(rows.length);
    expect(twilio.seen.map(({ query }) => query.get('PageSize'))).toEqual(['1000']);
  });

  test('says where it stopped, and that there is more', async () => {
    const limited = await command(['query', '-', '--format', 'ndjson', '--variables', '{"first":10}'], live(), {
      input,
    });
    expect(limited).toMatchObject({
      code: 0,
      err: 'Stopped after 10 messages with more to read. Add --all to read them.\n',
    });
    const first = rows.slice(0, 10);
    twilio.play(({ query }) =>
      query.get('Page')
        ? [400, { code: 20001, message: 'Broken' }]
        : page('messages', first, `${path('Messages')}?Page=1&PageSize=10`),
    );
    const failed = await command(['query', '-', '--all', '--variables', '{"first":10}'], live(), { input });
    expect([failed.code, failed.out.trim().split('\n')]).toEqual([1, expect.objectContaining({ length: 10 })]);
    expect(failed.err).toMatch(/no longer has the page.*\nStopped after 10 messages with more to read\.\n$/);
  });

  test('sends headers, and the key of the environment', async () => {
    const asked: IncomingHttpHeaders[] = [];
    const server = createServer((request, response) => {
      asked.push(request.headers);
      response.end('{"data":{}}');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    const args = ['query', '-', '--url', url, '--header', 'Idempotency-Key: a b', '--header', 'x-team: 7'];
    expect(await command(args, { TWILIO_GRAPHQL_KEY: 'secret' }, { input: '{ a }' })).toMatchObject({ code: 0 });
    expect(asked).toEqual([
      expect.objectContaining({ authorization: 'Bearer secret', 'idempotency-key': 'a b', 'x-team': '7' }),
    ]);
  });

  test.each([
    ['mutation { messageDelete(sid: "SM00000000000000000000000000000000") { deletedSid } }', /only a query has rows/],
    ['{ messages { nodes { sid } } calls { nodes { sid } } }', /exactly one list; it has messages, calls/],
    ['{ account { sid } }', /exactly one list; no field selects nodes or edges/],
    ['{ account {', /Syntax Error/],
  ])('--all refuses %s and sends nothing', async (document, expected) => {
    const { code, err } = await command(['query', '-', '--all'], live(), { input: document });
    expect([code, err]).toEqual([2, expect.stringMatching(expected)]);
    expect(twilio.seen).toHaveLength(0);
  });

  test('an answer with errors has exit code 1', async () => {
    const { code, out } = await command(['query', '-'], {}, { input: '{ nothing }' });
    expect([code, JSON.parse(out).errors]).toEqual([1, [expect.anything()]]);
  });

  test('goes to the running server with the same account and port, and to no other', async () => {
    const settings = { PORT: '0', LOG_LEVEL: 'info', ...live() };
    const server = run(['start'], settings);
    await urlOf(server);
    const document = 'query Here { messages(first: 1) { nodes { sid } } }';
    expect(await command(['query', '-'], settings, { input: document })).toMatchObject({ code: 0 });
    await expect.poll(server.err).toContain('"operationName":"Here"');
    const other = { ...settings, TWILIO_ACCOUNT_SID: `AC${'b'.repeat(32)}` };
    const elsewhere = document.replace('Here', 'Elsewhere');
    expect(await command(['query', '-'], other, { input: elsewhere })).toMatchObject({ code: 0 });
    expect(server.err()).not.toContain('Elsewhere');
    expect(twilio.seen.at(-1)?.path).toContain(other.TWILIO_ACCOUNT_SID);
  });
});

/** `script` of util-linux runs a command on a terminal of its own. */
const hasTerminal = process.platform === 'linux' && existsSync('/usr/bin/script');
test.runIf(hasTerminal)('on a terminal, it tests the credentials in the background, and warns in red', async () => {
  const twilio = closedAfterTest(await startStandIn());
  twilio.play(() => [401, { code: 20003, message: 'Authenticate' }]);
  const { spawn } = await import('node:child_process');
  const { PATH = '' } = process.env;
  const child = spawn('/usr/bin/script', ['-qfec', `${process.execPath} ${MAIN}`, '/dev/null'], {
    cwd: folder,
    env: {
      ...{ PATH, TERM: 'xterm-256color', HOST: '0.0.0.0', AUTH: 'none', PORT: '0', TWILIO_GRAPHQL_STATE: folder },
      ...{ TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKEN, TWILIO_UPSTREAM_URL: twilio.url },
      ...{ LOG_LEVEL: 'info', XDG_RUNTIME_DIR: folder },
    },
  });
  onTestFinished(() => void child.kill('SIGTERM'));
  let shown = '';
  child.stdout.on('data', (chunk) => (shown += chunk));
  await expect.poll(() => shown).toContain('NOT CONNECTED');
  expect(shown).toContain('Configured for the LIVE account ACaaaa…aaaa');
  expect(shown).toContain('\u001b[31mWARNING        HOST=0.0.0.0');
  expect(shown).toMatch(/UNAUTHENTICATED: Twilio rejects the credentials/);
  expect(twilio.seen).toHaveLength(1);
  const url = (/http:\S+\/graphql/.exec(shown)?.[0] ?? '').replace('0.0.0.0', '127.0.0.1');
  execFileSync('curl', [
    '-s',
    url,
    '-H',
    'content-type: application/json',
    '-d',
    '{"query":"query Recent { __typename }"}',
  ]);
  await expect.poll(() => shown).toMatch(/query Recent OK \d+ ms cost 0\/0 curl/);
});
