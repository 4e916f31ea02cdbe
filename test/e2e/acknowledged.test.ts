/** A read that began before a write was acknowledged answers nobody who asks after it: in one process, and in several. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { interleave } from '../support/acknowledged.ts';
import { requireBuild, run, urlOf } from '../support/command.ts';
import { closedAfterTest } from '../support/hooks.ts';
import { call, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, startTestServer, TOKEN } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const SEEDS = [1, 2];

const PARENT = `AC${'b'.repeat(32)}`;
const KEY = `SK${'c'.repeat(32)}`;

describe('one process', () => {
  test('with one connection, whose reads are shared in between', async () => {
    const twilio = closedAfterTest(await startStandIn());
    const server = closedAfterTest(await startAgainst(twilio.url));
    for (const seed of SEEDS) {
      const { reads, sent } = await interleave(twilio, [server.url], seed);
      expect(sent).toBeLessThan(reads);
    }
  });

  test.each([
    ['of the same account', `account_sid: ${ACCOUNT}, auth_token: ${TOKEN}`],
    ['of a parent account', `account_sid: ${PARENT}, subaccount_sid: ${ACCOUNT}, auth_token: ${TOKEN}`],
    ['of an API key', `account_sid: ${ACCOUNT}, api_key: ${KEY}, api_secret: ${TOKEN}`],
  ])('with another connection %s', async (_, credentials) => {
    const twilio = closedAfterTest(await startStandIn());
    const config = join(await mkdtemp(join(tmpdir(), 'twilio-graphql-')), 'connections.yaml');
    const own = `account_sid: ${ACCOUNT}, auth_token: ${TOKEN}`;
    const connection = (given: string) => `{ ${given}, upstream_url: "${twilio.url}", tps_per_node: 1000 }`;
    await writeFile(config, `connections: { a: ${connection(own)}, b: ${connection(credentials)} }`);
    const server = closedAfterTest(await startTestServer({ TWILIO_GRAPHQL_CONFIG: config }));
    const urls = ['a', 'b'].map((name) => new URL(`/connections/${name}/graphql`, server.url).href);
    for (const seed of SEEDS) {
      const { reads, sent } = await interleave(twilio, urls, seed);
      expect(sent).toBeLessThan(reads);
    }
  });
});

test('a read that began before a write of unknown outcome answers nobody who asks after it', async () => {
  const twilio = closedAfterTest(await startStandIn());
  const server = closedAfterTest(await startAgainst(twilio.url));
  const release: (() => void)[] = [];
  twilio.play((_seen, index) => (response) => {
    release.push(() => response.end(JSON.stringify(call(1, { duration: String(index) }))));
  });
  const READ = `{ call(sid: "${sid('CA')}") { duration } }`;
  const WRITE = `mutation { callUpdate(sid: "${sid('CA')}", input: { status: COMPLETED }) { call { sid } } }`;
  const before = server.ask(READ);
  await expect.poll(() => twilio.seen.length).toBe(1);
  const { errors } = await server.ask(WRITE, {}, undefined, { 'x-request-timeout-ms': '3000' });
  expect(errors).toMatchObject([{ extensions: { outcome: 'UNKNOWN' } }]);
  const after = server.ask(READ);
  await expect.poll(() => twilio.seen.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  for (const each of release) each();
  expect((await before).data.call.duration).toBe(0);
  expect((await after).data.call.duration).toBe(2);
});

test('two processes', async () => {
  requireBuild();
  const twilio = closedAfterTest(await startStandIn());
  const settings = { TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKEN, TWILIO_UPSTREAM_URL: twilio.url };
  const nodes = run({ ...settings, TWILIO_TPS_PER_NODE: '1000' }, ['--nodes', '2']);
  closedAfterTest({ close: () => nodes.child.kill('SIGKILL') });
  const url = await urlOf(nodes);
  for (const seed of SEEDS) await interleave(twilio, [url], seed);
});
