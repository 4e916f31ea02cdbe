/** Through a real squid: every combination, stale nonces, refusals, aborts and the limit, with its log as the witness. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ProxyServer } from '../../src/twilio/transport/proxy/route.ts';
import { type Certificates, makeCertificates } from '../support/certificates.ts';
import { type Cell, cells, GET, leaves, proxySettings, type Scheme, SEND } from '../support/proxyCells.ts';
import { call, message, sid } from '../support/rows.ts';
import { startAgainst, type TestServer } from '../support/server.ts';
import { PASSWORD, requireSquid, type Squid, startSquid, USER } from '../support/squid.ts';
import { type StandIn, startStandIn } from '../support/standIn.ts';
import { densest, startWitness } from '../support/witness.ts';

let certificates: Certificates;
let upstreams: Record<Cell['upstream'], StandIn>;
let squids: Record<Scheme, Squid>;
/** A port that squid lets nobody connect to. */
const FORBIDDEN = 9;
beforeAll(async () => {
  await requireSquid();
  certificates = await makeCertificates();
  const start = (scheme: Scheme) =>
    startSquid({ scheme, certificates, more: [`acl forbidden port ${FORBIDDEN}`, 'http_access deny forbidden'] });
  const [http, https, NONE, BASIC, DIGEST] = await Promise.all([
    startStandIn(),
    startStandIn(certificates),
    start('NONE'),
    start('BASIC'),
    start('DIGEST'),
  ]);
  upstreams = { http, https };
  squids = { NONE, BASIC, DIGEST };
});
afterAll(async () => {
  await Promise.all([...Object.values(upstreams ?? {}), ...Object.values(squids ?? {})].map((each) => each.close()));
});

interface Behind {
  readonly server: TestServer;
  readonly twilio: StandIn;
  readonly squid: Squid;
}
interface More {
  readonly proxy?: Partial<ProxyServer>;
  readonly settings?: Record<string, string>;
  readonly url?: string;
}
type Asked = Pick<Cell, 'authScheme' | 'upstream'> & Partial<Cell>;

const behind = async (cell: Asked, more: More, run: (_: Behind) => Promise<void>) => {
  const { authScheme, sslType = 'AUTO' } = cell;
  const squid = squids[authScheme];
  await squid.log();
  const twilio = upstreams[cell.upstream];
  twilio.play(({ method }) => (method === 'GET' ? call(1) : [201, message(1)]));
  const port = sslType === 'ALWAYS' ? squid.tlsPort : squid.port;
  const proxy = { host: squid.host, port, authScheme, sslType, user: USER, password: PASSWORD, ...more.proxy };
  const settings = { ...proxySettings(proxy), TWILIO_CA_FILE: certificates.caFile, ...more.settings };
  const server = await startAgainst(more.url ?? twilio.url, settings);
  try {
    await run({ server, twilio, squid });
  } finally {
    await server.close();
  }
};

describe.each(cells)('$authScheme, $sslType, $upstream', (cell) => {
  test('answers, keeps its connection, and tells nobody what is not for him', async () => {
    const { squid, twilio } = { squid: squids[cell.authScheme], twilio: upstreams[cell.upstream] };
    await behind(cell, {}, async ({ server }) => {
      for (const _ of [1, 2]) expect((await server.ask(GET)).data).toEqual({ call: { sid: sid('CA') } });
      expect((await server.ask(SEND)).data.messageCreate).toEqual({ message: { sid: sid('SM') }, userErrors: [] });
    });
    expect(twilio.seen.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
    for (const { headers } of twilio.seen) expect(headers).not.toHaveProperty('proxy-authorization');
    // A tunnel is logged when it has ended.
    const log = await logged(squid, (cell.tunnel ? 1 : 3) + (cell.authScheme === 'DIGEST' ? 1 : 0));
    const methods = cell.tunnel ? ['CONNECT'] : ['GET', 'GET', 'POST'];
    const passed = log.filter(({ status }) => status !== 407);
    expect(passed.map(({ method }) => method)).toEqual(methods);
    expect(log.length - passed.length).toBe(cell.authScheme === 'DIGEST' ? 1 : 0);
    for (const { port, user } of passed) {
      expect(port).toBe(cell.tls ? squid.tlsPort : squid.port);
      expect(user).toBe(cell.authScheme === 'NONE' ? '-' : USER);
    }
  });
});

const logged = async (squid: Squid, count: number) => {
  const all = [...(await squid.log())];
  for (let tries = 0; all.length < count && tries < 100; tries++) {
    await sleep(20);
    all.push(...(await squid.log()));
  }
  return all;
};

describe.each(['https', 'http'] as const)('Digest, %s', (upstream) => {
  const cell = { authScheme: 'DIGEST', upstream } as const;

  test('nonces that become stale after four requests, one after the other and many at once', async () => {
    await behind(cell, {}, async ({ server, twilio, squid }) => {
      twilio.play(({ path, method }) => [
        method === 'GET' ? 200 : 201,
        { ...call(1), sid: /CA[0-9a-f]+/.exec(path)?.[0] ?? sid('SM') },
        { connection: 'close' },
      ]);
      for (let n = 0; n < 10; n++) expect((await server.ask(SEND)).errors).toEqual([]);
      expect(twilio.seen).toHaveLength(10);
      for (let round = 0; round < 4; round++) {
        const gets = Array.from({ length: 20 }, (_, i) => `c${i}: call(sid: "${sid('CA', 20 * round + i)}") { sid }`);
        expect((await server.ask(`{ ${gets.join(' ')} }`)).errors).toEqual([]);
      }
      expect(twilio.seen).toHaveLength(90);
      const log = await logged(squid, 90);
      expect(log.filter(({ status }) => status !== 407)).toHaveLength(90);
      expect(log.filter(({ status }) => status === 407).length).toBeGreaterThan(10);
    });
  });
});

test.each(['AUTO', 'TUNNEL'] as const)('the limit is kept behind the proxy: %s', async (sslType) => {
  const witness = await startWitness();
  onTestFinished(() => witness.close());
  const settings = { TWILIO_TPS_PER_NODE: '25' };
  await behind(
    { authScheme: 'DIGEST', sslType, upstream: 'http' },
    { url: witness.url, settings },
    async ({ server }) => {
      const gets = Array.from({ length: 80 }, (_, i) => `c${i}: call(sid: "${sid('CA', i)}") { sid }`);
      expect((await server.ask(`{ ${gets.join(' ')} }`)).errors).toEqual([]);
    },
  );
  const arrivals = await witness.arrivals();
  expect(arrivals).toHaveLength(80);
  // What the proxy holds back for a moment comes nearer to what follows it.
  expect(densest(arrivals, 950)).toBeLessThanOrEqual(25);
});

describe.each(['https', 'http'] as const)('refusals, %s', (upstream) => {
  test.each(['BASIC', 'DIGEST'] as const)('a wrong password for %s', async (authScheme) => {
    const proxy = { password: 'another secret' };
    await behind({ authScheme, upstream }, { proxy }, async ({ server, twilio, squid }) => {
      const { errors, text } = await server.ask(SEND);
      const message = 'The proxy refused its user name or password (407).';
      expect(errors).toMatchObject([{ message, extensions: { code: 'UPSTREAM_UNREACHABLE' } }]);
      expect(text).not.toMatch(/UNKNOWN|another secret|squid-user/);
      expect(twilio.seen).toEqual([]);
      const tries = authScheme === 'DIGEST' ? 2 : 1;
      expect((await logged(squid, tries)).map(({ status }) => status)).toEqual(Array(tries).fill(407));
    });
  });

  test.each([
    ['BASIC', 'DIGEST', 'The proxy does not take Basic credentials (407): it asks for Digest.'],
    ['DIGEST', 'BASIC', 'The proxy does not take Digest credentials (407): it asks for Basic.'],
    ['NONE', 'DIGEST', 'The proxy wants credentials (407), and has none: it asks for Digest.'],
  ] as const)('%s where it wants %s', async (authScheme, wanted, message) => {
    await behind({ authScheme: wanted, upstream }, { proxy: { authScheme } }, async ({ server, twilio }) => {
      expect((await server.ask(SEND)).errors).toMatchObject([{ message }]);
      expect(twilio.seen).toEqual([]);
    });
  });

  test('a client that leaves', async () => {
    await behind({ authScheme: 'DIGEST', upstream }, {}, leaves);
  });
});

test.each([
  ['a port that the proxy forbids', FORBIDDEN, 'The proxy refused the connection to Twilio (403).', 1],
  ['a port where nobody listens', 1, 'The proxy could not connect to Twilio (503).', 4],
])('%s', async (_, port, message, tries) => {
  const url = `https://127.0.0.1:${port}`;
  await behind({ authScheme: 'NONE', upstream: 'https' }, { url }, async ({ server, squid }) => {
    const { errors } = await server.ask(SEND);
    expect(errors).toMatchObject([{ message, extensions: { code: 'UPSTREAM_UNREACHABLE' } }]);
    expect(errors[0]?.extensions).not.toHaveProperty('outcome');
    expect(await logged(squid, tries)).toHaveLength(tries);
  });
});
