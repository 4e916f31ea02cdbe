/** What is told of the work: log lines and metrics that count right and hold nobody's data, and whether it is ready. */
import { get as request } from 'node:http';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { requireBuild, run as start, urlOf } from '../support/command.ts';
import { closedAfterTest } from '../support/hooks.ts';
import { call, message, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, type TestServer, TOKEN } from '../support/server.ts';
import { type StandIn, startStandIn } from '../support/standIn.ts';

const NUMBER = '15005550006';
const BODY = 'planted words';
const PLANTED = new RegExp(`${NUMBER}|${BODY}|${TOKEN}|${ACCOUNT}|AC[0-9a-f]{32}|15550100|2010-04-01|/Messages`);

let twilio: StandIn;
beforeEach(async () => {
  twilio = closedAfterTest(await startStandIn());
});

const serve = async (settings: Record<string, string> = {}, upstream = twilio.url): Promise<TestServer> =>
  closedAfterTest(await startAgainst(upstream, settings));
const at = (server: { url: string }, path: string) => server.url.replace('/graphql', path);
const metricsOf = async (server: { url: string }) => (await fetch(at(server, '/metrics'))).text();
/** The sum of all series of a name whose labels fit. */
const sum = (text: string, name: string, labels = ''): number =>
  text
    .split('\n')
    .filter((line) => line.startsWith(`twilio_graphql_${name}{`) && line.includes(labels))
    .reduce((all, line) => all + Number(line.split(' ').at(-1)), 0);
const readiness = async (server: { url: string }) => {
  const response = await fetch(at(server, '/health/ready'));
  const { connections } = (await response.json()) as { connections: { state: string }[] };
  return [response.status, ...connections.map(({ state }) => state)];
};

const SEND = `mutation Send${NUMBER}($to: String!) {
  messageCreate(input: { to: $to, from: "+${NUMBER}", body: "${BODY}" }) { message { sid } userErrors { code: message } }
}`;
const REFUSAL = [400, { code: 21211, message: `The number +${NUMBER} is not valid: ${BODY}` }] as const;
/** A read, a refused write, a document that is wrong, and credentials that are refused. */
const work = async (server: TestServer) => {
  twilio.play(({ method }) => (method === 'POST' ? [...REFUSAL] : message(1, { body: BODY, to: `+${NUMBER}` })));
  await server.ask(`query Read_${TOKEN} { message(sid: "${sid('SM')}") { body to } }`);
  await server.ask(SEND, { to: `+${NUMBER}` });
  await server.ask(`{ nothing(like: "${BODY}") }`);
  twilio.play(() => [401, { code: 20003, message: `${TOKEN} ${BODY}` }]);
  await server.ask(`query Last { message(sid: "${sid('SM', 2)}") { body } }`);
};

describe('log', () => {
  const base = ['time', 'level', 'connection', 'event', 'request'];
  const keysOf = (lines: readonly unknown[]) => lines.map((line) => Object.keys(line as object).sort());

  test('nothing of what goes as it should is logged by default', async () => {
    const server = await serve();
    await work(server);
    expect(server.logged).toEqual([]);
  });

  test('at info, a line for each operation: these keys and nothing of what was asked', async () => {
    const server = await serve({ LOG_LEVEL: 'info' });
    await work(server);
    const lines = server.logged as Record<string, unknown>[];
    const keys = [...base, 'operationName', 'caller', 'type', 'cost', 'durationMs', 'codes'].sort();
    const unread = keys.filter((key) => key !== 'operationName' && key !== 'request');
    expect(keysOf(lines)).toEqual([keys, keys, unread, keys]);
    expect(lines.map(({ operationName, type, codes, cost }) => [operationName, type, codes, cost])).toEqual([
      ['Read_#', 'query', [], { predicted: expect.any(Number), actual: 1 }],
      ['Send###########', 'mutation', ['OTHER'], { predicted: expect.any(Number), actual: 1 }],
      [undefined, 'none', ['GRAPHQL_VALIDATION_FAILED'], { predicted: 0, actual: 0 }],
      ['Last', 'query', ['UNAUTHENTICATED'], { predicted: expect.any(Number), actual: 1 }],
    ]);
    expect(lines.every(({ level, connection }) => level === 'info' && connection === 'default')).toBe(true);
    expect(JSON.stringify(lines)).not.toMatch(PLANTED);
  });

  test.each([
    [{ 'apollographql-client-name': 'till-app', 'user-agent': 'curl/8' }, 'till-app'],
    [{ 'apollographql-client-name': `shop +${NUMBER}` }, 'shop###########'],
    [{ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' }, 'Mozilla'],
    [{ 'user-agent': '' }, 'unknown'],
    [{ 'apollographql-client-name': '()' }, 'unknown'],
  ])('who calls is told as the client names itself: %j', async (headers, caller) => {
    const server = await serve({ LOG_LEVEL: 'info' });
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const types = { 'content-type': 'application/json', accept };
      await fetch(server.url, { method: 'POST', headers: { ...types, ...headers }, body: '{"query":"{__typename}"}' });
    }
    expect(server.logged.map((line) => (line as { caller: string }).caller)).toEqual([caller, caller]);
  });

  test('at debug, a line for each transaction as well, tied to its operation', async () => {
    const server = await serve({ LOG_LEVEL: 'debug' });
    await work(server);
    const lines = server.logged as Record<string, unknown>[];
    const transactions = lines.filter(({ event }) => event === 'transaction');
    const facts = 'entity operation method outcome status sent durationMs waitedMs attempt'.split(' ');
    const keys = [...base, ...facts].sort();
    expect(keysOf(transactions)).toEqual([keys, keys, keys]);
    expect(
      transactions.map(({ entity, operation, method, outcome, status }) => [
        entity,
        operation,
        method,
        outcome,
        status,
      ]),
    ).toEqual([
      ['Message', 'fetch', 'GET', 'OK', 200],
      ['Message', 'create', 'POST', 'REJECTED', 400],
      ['Message', 'fetch', 'GET', 'UNAUTHENTICATED', 401],
    ]);
    const operations = lines.filter(({ event, request }) => event === 'operation' && request);
    expect(transactions.map(({ request }) => request)).toEqual(operations.map(({ request }) => request));
    expect(JSON.stringify(lines)).not.toMatch(PLANTED);
  });
});

describe('metrics', () => {
  test('count what Twilio has seen, whatever became of it', async () => {
    const server = await serve();
    await work(server);
    let seen = 3;
    twilio.play((_, index) => (index === 0 ? [429] : call()));
    const one = `{ call(sid: "${sid('CA')}") { status } }`;
    await Promise.all([server.ask(one), server.ask(one)]);
    seen += twilio.seen.length;
    expect(twilio.seen.length).toBe(2);
    twilio.play(({ path }) => call(Number.parseInt(path.slice(-7, -5), 16)));
    await server.ask(`{ ${[1, 2, 1, 2].map((n, i) => `c${i}: call(sid: "${sid('CA', n)}") { status }`).join(' ')} }`);
    seen += twilio.seen.length;
    const text = await metricsOf(server);
    expect(sum(text, 'transactions_total')).toBe(seen);
    expect(sum(text, 'transactions_total', 'operation="fetch",outcome="RATE_LIMITED"')).toBe(1);
    expect(sum(text, 'transactions_total', 'entity="Message",operation="create",outcome="REJECTED"')).toBe(1);
    expect(sum(text, 'transaction_duration_seconds_count')).toBe(seen);
    expect(sum(text, 'queue_wait_seconds_count')).toBe(seen);
    expect(sum(text, 'retries_total')).toBe(1);
    expect(sum(text, 'joined_reads_total', 'entity="Call"')).toBe(1);
    expect(sum(text, 'gets_total', 'entity="Call"')).toBe(6);
    expect(sum(text, 'get_transactions_total', 'entity="Call"')).toBe(4);
    expect(sum(text, 'operations_total')).toBe(7);
    expect(sum(text, 'operations_total', 'type="mutation",outcome="OTHER"')).toBe(1);
    expect(sum(text, 'cost_actual_sum')).toBe(seen);
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toMatch(PLANTED);
  });

  test('a file is a transaction of what it belongs to', async () => {
    const server = await serve();
    twilio.play(() => (response) => response.writeHead(200, { 'content-type': 'audio/mpeg' }).end('sound'));
    const file = await fetch(at(server, `/media/recordings/${ACCOUNT}/${sid('RE')}.mp3`));
    expect([await file.text(), twilio.seen.length]).toEqual(['sound', 1]);
    const text = await metricsOf(server);
    expect(sum(text, 'transactions_total')).toBe(1);
    expect(sum(text, 'transactions_total', 'entity="Recording",operation="file",outcome="OK"')).toBe(1);
  });

  test('what could not be sent is counted apart', async () => {
    const server = await serve({}, 'http://127.0.0.1:9');
    await server.ask(`{ call(sid: "${sid('CA')}") { status } }`);
    const text = await metricsOf(server);
    expect(sum(text, 'transactions_total')).toBe(0);
    expect(sum(text, 'unsent_total', 'outcome="UPSTREAM_UNREACHABLE"')).toBe(3);
  });

  test('an introspection is a hit the second time', async () => {
    const server = await serve();
    for (let i = 0; i < 3; i++) await server.ask('{ __schema { queryType { name } } }');
    const text = await metricsOf(server);
    expect([sum(text, 'introspections_total', 'cache="miss"'), sum(text, 'introspections_total', '"hit"')]).toEqual([
      1, 2,
    ]);
  });
});

describe('ready', () => {
  test('once Twilio has taken the credentials, until it refuses them, and again', async () => {
    const server = await serve();
    const account = { sid: ACCOUNT, friendly_name: 'Mine' };
    twilio.play(() => account);
    expect(await readiness(server)).toEqual([200, 'ready']);
    expect(await readiness(server)).toEqual([200, 'ready']);
    expect(twilio.seen.map(({ path }) => path)).toEqual([`/2010-04-01/Accounts/${ACCOUNT}.json`]);
    twilio.play(() => [401, { code: 20003, message: 'Authenticate' }]);
    await server.ask('{ account { friendlyName } }');
    expect(await readiness(server)).toEqual([503, 'unauthenticated']);
    expect(await readiness(server)).toEqual([503, 'unauthenticated']);
    twilio.play(() => account);
    await server.ask('{ account { friendlyName } }');
    expect(await readiness(server)).toEqual([200, 'ready']);
    expect(twilio.seen.length).toBe(1);
  });

  test('not while Twilio has never been reached', async () => {
    const server = await serve({}, 'http://127.0.0.1:9');
    expect(await readiness(server)).toEqual([503, 'unreachable']);
    expect((await fetch(at(server, '/health/live'))).status).toBe(200);
  });
});

describe('several nodes', () => {
  beforeAll(requireBuild);
  test('are one scrape', async () => {
    const nodes = start({}, ['--nodes', '2']);
    onTestFinished(() => void nodes.child.kill('SIGKILL'));
    const url = await urlOf(nodes);
    const ask = () =>
      new Promise((resolve) =>
        request(
          `${url}?query={account{sid}}`,
          { agent: false, headers: { accept: 'application/json', 'content-type': 'application/json' } },
          (response) => response.resume().on('end', resolve),
        ),
      );
    for (let i = 0; i < 6; i++) await ask();
    for (let i = 0; i < 2; i++) expect(sum(await metricsOf({ url }), 'operations_total')).toBe(6);
  });
});
