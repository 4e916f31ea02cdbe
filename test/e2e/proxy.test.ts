/** Through a proxy that tells what it saw: every combination, what it must not see, and everything that it may refuse. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/config/index.ts';
import { checkConnections } from '../../src/server/check.ts';
import { Limiter } from '../../src/twilio/limiter/limiter.ts';
import type { ProxyServer } from '../../src/twilio/transport/proxy/route.ts';
import { Transport } from '../../src/twilio/transport/transport.ts';
import { type Certificates, makeCertificates } from '../support/certificates.ts';
import { type Cell, cells, GET, leaves, proxySettings, SEND } from '../support/proxyCells.ts';
import { call, message, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, startTestServer, type TestServer, TOKEN } from '../support/server.ts';
import { type StandIn, startStandIn } from '../support/standIn.ts';
import { PASSWORD, type StubOptions, type StubProxy, startStubProxy, USER } from '../support/stubProxy.ts';

let certificates: Certificates;
let upstreams: Record<Cell['upstream'], StandIn>;
let proxies: Record<'plain' | 'tls', StubProxy>;
beforeAll(async () => {
  certificates = await makeCertificates();
  const [http, https, plain, tls] = await Promise.all([
    startStandIn(),
    startStandIn(certificates),
    startStubProxy(),
    startStubProxy({ tls: certificates }),
  ]);
  upstreams = { http, https };
  proxies = { plain, tls };
});
afterAll(async () => {
  await Promise.all([...Object.values(upstreams), ...Object.values(proxies)].map((each) => each.close()));
});

interface Behind {
  readonly server: TestServer;
  readonly twilio: StandIn;
  readonly proxy: StubProxy;
}
const AUTO: Pick<Cell, 'authScheme' | 'sslType' | 'upstream'> = {
  authScheme: 'NONE',
  sslType: 'AUTO',
  upstream: 'https',
};
interface More {
  readonly settings?: Record<string, string>;
  readonly proxy?: Partial<ProxyServer>;
  readonly caFile?: string;
  readonly url?: string;
}
/** A server behind a proxy that behaves so; everything is forgotten first, and closed at last. */
const behind = async (cell: Partial<Cell>, stub: StubOptions, more: More, run: (_: Behind) => Promise<void>) => {
  const { authScheme, sslType, upstream } = { ...AUTO, ...cell };
  const proxy = sslType === 'ALWAYS' ? proxies.tls : proxies.plain;
  proxy.play(stub);
  const twilio = upstreams[upstream];
  twilio.play(({ method }) => (method === 'GET' ? call(1) : [201, message(1)]));
  const { host, port } = proxy;
  const way = { host, port, authScheme, sslType, user: USER, password: PASSWORD, ...more.proxy };
  const { url = twilio.url, settings, caFile = certificates.caFile } = more;
  const server = await startAgainst(url, { ...proxySettings(way), TWILIO_CA_FILE: caFile, ...settings });
  try {
    await run({ server, twilio, proxy });
  } finally {
    await server.close();
  }
};

const secretsOf = (text: string): readonly string[] =>
  Object.entries({
    user: USER,
    password: PASSWORD,
    basic: Buffer.from(`${USER}:${PASSWORD}`).toString('base64'),
    token: TOKEN,
    twilio: Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64'),
  }).flatMap(([name, secret]) => (text.includes(secret) ? [name] : []));

describe.each(cells)('$authScheme, $sslType, $upstream', (cell) => {
  test('answers, and nobody sees credentials that are not his', async () => {
    await behind(cell, { auth: cell.authScheme }, {}, async ({ server, twilio, proxy }) => {
      for (const _ of [1, 2]) expect((await server.ask(GET)).data).toEqual({ call: { sid: sid('CA') } });
      const sent = await server.ask(SEND);
      expect(sent.data.messageCreate).toEqual({ message: { sid: sid('SM') }, userErrors: [] });
      expect(twilio.seen.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
      const passed = proxy.heard.filter(({ status }) => status === 200);
      expect(passed.map(({ method }) => method)).toEqual(cell.tunnel ? ['CONNECT'] : ['GET', 'GET', 'POST']);
      expect(proxy.heard.length - passed.length).toBe(cell.authScheme === 'DIGEST' ? 1 : 0);
      for (const { headers } of twilio.seen) {
        expect(headers).not.toHaveProperty('proxy-authorization');
        expect(headers.authorization).toBe(`Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`);
        expect(headers.host).toBe(cell.tunnel ? 'api.twilio.com' : new URL(twilio.url).host);
      }
      const bytes = proxy.bytes();
      if (cell.upstream === 'https') expect(secretsOf(bytes)).toEqual(cell.authScheme === 'BASIC' ? ['basic'] : []);
      expect(secretsOf(bytes)).not.toContain('password');
      if (cell.tunnel) for (const { headers } of proxy.heard) expect(headers).not.toHaveProperty('authorization');
    });
  });
});

/** One tunnel and one usual request of each scheme. */
const some = cells.filter(({ sslType }) => sslType === 'AUTO');

describe.each(some)('refused: $authScheme, $upstream', (cell) => {
  const wrong = { password: 'another secret' };
  const { auth, expected, tries } = {
    NONE: { auth: 'BASIC', expected: 'The proxy wants credentials (407), and has none: it asks for Basic.', tries: 1 },
    BASIC: { auth: 'BASIC', expected: 'The proxy refused its user name or password (407).', tries: 1 },
    // The first one brings the challenge.
    DIGEST: { auth: 'DIGEST', expected: 'The proxy refused its user name or password (407).', tries: 2 },
  }[cell.authScheme] as { auth: Cell['authScheme']; expected: string; tries: number };

  test('one clear error, a paid write certainly unsent, and nothing counted as sent', async () => {
    const more = { proxy: wrong, settings: { LOG_LEVEL: 'debug' } };
    await behind(cell, { auth }, more, async ({ server, twilio, proxy }) => {
      for (const query of [SEND, GET, SEND]) {
        const { errors, text } = await server.ask(query);
        expect(errors).toMatchObject([{ message: expected, extensions: { code: 'UPSTREAM_UNREACHABLE' } }]);
        expect(errors[0]?.extensions).not.toHaveProperty('outcome');
        expect(JSON.parse(text).extensions.cost.actualQueryCost).toBe(0);
        expect(secretsOf(text)).toEqual([]);
      }
      expect(proxy.heard.map(({ status }) => status)).toEqual(Array(3 * tries).fill(407));
      expect(twilio.seen).toEqual([]);
      const logged = JSON.stringify(server.logged);
      expect(logged).toContain('UPSTREAM_UNREACHABLE');
      expect(secretsOf(logged)).toEqual([]);
      expect(logged).not.toContain(wrong.password);
    });
  });
});

describe.each(['https', 'http'] as const)('Digest, %s', (upstream) => {
  const cell = { authScheme: 'DIGEST', upstream } as const;

  test('many at once, each nonce counted in order, though it may be used but a few times', async () => {
    await behind(cell, { auth: 'DIGEST', nonceUses: 3 }, {}, async ({ server, twilio, proxy }) => {
      // No connection is kept, so that tunnels are asked for again and again.
      twilio.play(({ path }) => [200, { ...call(1), sid: /CA[0-9a-f]+/.exec(path)?.[0] }, { connection: 'close' }]);
      for (let round = 0; round < 6; round++) {
        const gets = Array.from({ length: 10 }, (_, i) => `c${i}: call(sid: "${sid('CA', round * 10 + i)}") { sid }`);
        const { errors, text } = await server.ask(`{ ${gets.join(' ')} }`);
        expect(errors).toEqual([]);
        expect(JSON.parse(text).extensions.cost.actualQueryCost).toBe(10);
      }
      expect(twilio.seen).toHaveLength(60);
      const refused = proxy.heard.filter(({ status }) => status === 407).length;
      // A tunnel that took longer than the time for opening one is opened again: on a busy machine there may be more.
      const passed = proxy.heard.length - refused;
      if (upstream === 'http') expect(passed).toBe(60);
      else expect(passed).toBeGreaterThanOrEqual(60);
      // A nonce for every third request at least, and fewer than one for each: they are kept.
      expect(refused).toBeGreaterThanOrEqual(20);
      expect(refused).toBeLessThan(passed);
    });
  });

  test('a paid write meets a stale nonce and is sent once', async () => {
    await behind(cell, { auth: 'DIGEST', nonceUses: 1 }, {}, async ({ server, twilio, proxy }) => {
      twilio.play(() => [201, message(1), { connection: 'close' }]);
      for (let n = 1; n <= 4; n++) {
        expect((await server.ask(SEND)).data.messageCreate.userErrors).toEqual([]);
        expect(twilio.seen).toHaveLength(n);
      }
      expect(proxy.heard.filter(({ status }) => status === 407)).toHaveLength(4);
    });
  });

  test('a nonce outlives the connection on which it came', async () => {
    await behind(cell, { auth: 'DIGEST' }, {}, async ({ server, twilio, proxy }) => {
      twilio.play(() => [201, message(1), { connection: 'close' }]);
      for (let n = 1; n <= 4; n++) expect((await server.ask(SEND)).errors).toEqual([]);
      expect(twilio.seen).toHaveLength(4);
      expect(proxy.heard.map(({ status }) => status)).toEqual([407, 200, 200, 200, 200]);
    });
  });

  test('its kinds, those that are known and others', async () => {
    await behind(cell, {}, {}, async ({ server, twilio, proxy }) => {
      for (const algorithm of ['MD5', 'SHA-256', 'MD5-sess', 'SHA-256-sess']) {
        proxy.play({ auth: 'DIGEST', algorithm });
        twilio.play(() => [200, call(1), { connection: 'close' }]);
        expect((await server.ask(GET)).errors).toEqual([]);
        expect(twilio.seen).toHaveLength(1);
      }
      twilio.play(() => call(1));
      for (const [challenge, expected] of [
        ['Basic realm="x"', 'The proxy does not take Digest credentials (407): it asks for Basic.'],
        ['Digest realm="x", nonce="n", qop="auth-int"', 'a kind of Digest that is not known here (407).'],
        ['Digest realm="x", nonce="n", qop="auth", algorithm=MD4', 'a kind of Digest that is not known here (407).'],
        ['Strange', 'The proxy does not take Digest credentials (407): it does not say how it wants them.'],
        ['Digest realm="x", nonce="n", qop="auth", stale=true', 'wants other Digest credentials each time (407).'],
      ] as const) {
        proxy.play({ auth: 'DIGEST', challenge });
        const { errors, text } = await server.ask(GET);
        expect(errors).toMatchObject([{ message: expect.stringContaining(expected) }]);
        expect(proxy.heard.length).toBeLessThanOrEqual(4);
        expect(secretsOf(text)).toEqual([]);
      }
      expect(twilio.seen).toEqual([]);
    });
  });

  test('a read whose client leaves ends at Twilio, too, and the next one is answered', async () => {
    await behind(cell, { auth: 'DIGEST' }, {}, leaves);
  });
});

test('Basic credentials are not what the proxy wants', async () => {
  await behind({ authScheme: 'BASIC' }, { auth: 'DIGEST' }, {}, async ({ server, proxy }) => {
    const { errors } = await server.ask(GET);
    expect(errors[0]?.message).toBe('The proxy does not take Basic credentials (407): it asks for Digest.');
    expect(proxy.heard).toHaveLength(1);
  });
});

test('what may come of CONNECT', async () => {
  await behind({}, {}, {}, async ({ server, twilio, proxy }) => {
    for (const [refuses, tries, expected] of [
      [403, 1, 'The proxy refused the connection to Twilio (403).'],
      [503, 4, 'The proxy could not connect to Twilio (503).'],
      ['reset', 4, 'No connection to the proxy (ECONNRESET).'],
    ] as const) {
      proxy.play({ refuses });
      const { errors } = await server.ask(SEND);
      expect(errors).toMatchObject([{ message: expected, extensions: { code: 'UPSTREAM_UNREACHABLE' } }]);
      expect(errors[0]?.extensions).not.toHaveProperty('outcome');
      expect(proxy.heard).toHaveLength(tries);
    }
    expect(twilio.seen).toEqual([]);
    proxy.play({});
    expect((await server.ask(SEND)).errors).toEqual([]);
  });
});

test.each([
  ['https://[::1]:8443', '[::1]:8443'],
  ['https://twilio.invalid', 'twilio.invalid:443'],
])('CONNECT to %s', async (url, target) => {
  await behind({}, { refuses: 403 }, { url }, async ({ server, proxy }) => {
    expect((await server.ask(GET)).errors[0]?.message).toContain('403');
    expect(proxy.heard).toMatchObject([{ method: 'CONNECT', target, headers: { host: target } }]);
  });
});

test('a proxy that says nothing to CONNECT', async () => {
  const settings = { TWILIO_TIMEOUT_MS: '200' };
  await behind({}, { refuses: 'silence' }, { settings }, async ({ server, twilio }) => {
    const { errors } = await server.ask(SEND);
    const message = expect.stringMatching(/in time\.$/);
    expect(errors).toMatchObject([{ message, extensions: { code: 'UPSTREAM_UNREACHABLE' } }]);
    expect(errors[0]?.extensions).not.toHaveProperty('outcome');
    expect(twilio.seen).toEqual([]);
  });
});

test.each([
  ['no such host, https', { host: 'proxy.invalid' }, /^No connection to the proxy \((ENOTFOUND|EAI_AGAIN)\)\.$/],
  ['no such port, http', { port: 1 }, /^No connection to the proxy \(ECONNREFUSED\)\.$/],
  ['no TLS there, http', { sslType: 'ALWAYS' }, /^No connection to the proxy \((ERR_SSL_\w+|EPROTO)\)\.$/],
] as const)('the proxy is not there: %s', async (name, proxy, expected) => {
  const upstream = name.endsWith('https') ? 'https' : 'http';
  await behind({ upstream, authScheme: 'BASIC' }, {}, { proxy }, async ({ server, twilio }) => {
    const { errors, text } = await server.ask(SEND);
    const message = expect.stringMatching(expected);
    expect(errors).toMatchObject([{ message, extensions: { code: 'UPSTREAM_UNREACHABLE' } }]);
    expect(secretsOf(text + JSON.stringify(server.logged))).toEqual([]);
    expect(twilio.seen).toEqual([]);
  });
});

describe('whom TLS believes', () => {
  test.each([
    ['of the proxy', { sslType: 'ALWAYS', upstream: 'http' }, /^No connection to the proxy \(\w+\)\.$/],
    ['of the upstream', { sslType: 'AUTO', upstream: 'https' }, /^No connection to Twilio \(\w+\)\.$/],
  ] as const)(
    'a certificate %s that no known CA signed is refused, whatever the environment',
    async (_, cell, expected) => {
      const { caFile } = await makeCertificates();
      vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
      await behind(cell, {}, { caFile }, async ({ server, twilio, proxy }) => {
        const { errors } = await server.ask(GET);
        expect(errors[0]?.message).toMatch(expected);
        expect(twilio.seen).toEqual([]);
        expect(secretsOf(proxy.bytes())).toEqual([]);
      });
      vi.unstubAllEnvs();
    },
  );

  test("an upstream of its own: by its own name, with one connection for all of Twilio's hosts", async () => {
    const origin = new URL(upstreams.https.url.replace('127.0.0.1', 'localhost'));
    const transport = new Transport({ limiter: new Limiter(1000), origin, ca: certificates.ca, timeoutMs: 5000 });
    upstreams.https.play(() => ({}));
    for (const host of ['api', 'conversations', 'api', 'insights'])
      await transport.request({ method: 'get', uri: `https://${host}.twilio.com/` });
    const { seen } = upstreams.https;
    expect(seen.map(({ headers }) => headers.host?.split('.')[0])).toEqual(['api', 'conversations', 'api', 'insights']);
    expect(new Set(seen.map(({ port }) => port)).size).toBe(1);
    await transport.close();
  });

  test('a name that is not in the certificate is refused', async () => {
    const others = await makeCertificates('other.example');
    const twilio = await startStandIn(others);
    const more = { url: twilio.url.replace('127.0.0.1', 'localhost'), caFile: others.caFile };
    await behind({}, {}, more, async ({ server, proxy }) => {
      expect((await server.ask(GET)).errors[0]?.message).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
      expect(proxy.heard[0]?.status).toBe(200);
      expect(twilio.seen).toEqual([]);
    });
    await twilio.close();
  });
});

describe('the environment', () => {
  const url = 'https://twilio.invalid';
  const ask = async (settings: Record<string, string>) => {
    proxies.plain.play({ refuses: 403 });
    const { host, port } = proxies.plain;
    const server = await startAgainst(url, { HTTPS_PROXY: `http://jane:secret@${host}:${port}`, ...settings });
    const { errors, text } = await server.ask(GET);
    expect(text).not.toMatch(/jane|secret/);
    await server.close();
    return errors[0]?.message;
  };

  test('is used where no proxy is named', async () => {
    expect(await ask({})).toBe('The proxy refused the connection to Twilio (403).');
    const [{ target, headers } = { target: '', headers: {} }] = proxies.plain.heard;
    expect(target).toBe('twilio.invalid:443');
    expect(headers['proxy-authorization']).toBe(`Basic ${Buffer.from('jane:secret').toString('base64')}`);
  });

  test.each([
    ['PROXY_ENABLED', { PROXY_ENABLED: 'false' }],
    ['NO_PROXY', { NO_PROXY: 'a.example, .invalid' }],
  ])('is overruled by %s', async (_, settings) => {
    expect(await ask(settings)).toMatch(/^No connection to Twilio \((ENOTFOUND|EAI_AGAIN)\)\.$/);
    expect(proxies.plain.heard).toEqual([]);
  });

  test('has nothing to do with what lies on this machine, as the sandbox does', async () => {
    proxies.plain.play({ refuses: 403 });
    const { host, port } = proxies.plain;
    const server = await startTestServer({ HTTP_PROXY: `http://${host}:${port}` });
    expect((await server.ask('{ calls(first: 1) { nodes { sid } } }')).errors).toEqual([]);
    expect(proxies.plain.heard).toEqual([]);
    await server.close();
  });
});

describe.each(some)('`check` through the proxy: $authScheme, $upstream', (cell) => {
  test('tries it as the server would', async () => {
    const { plain } = proxies;
    const twilio = upstreams[cell.upstream];
    const way = { host: plain.host, port: plain.port, authScheme: cell.authScheme, user: USER };
    const look = async (password: string) => {
      plain.play({ auth: cell.authScheme });
      twilio.play(() => ({ sid: ACCOUNT }));
      const config = await readConfig({
        TWILIO_ACCOUNT_SID: ACCOUNT,
        TWILIO_AUTH_TOKEN: TOKEN,
        TWILIO_UPSTREAM_URL: twilio.url,
        TWILIO_CA_FILE: certificates.caFile,
        ...proxySettings({ ...way, password }),
      });
      return (await checkConnections(config))[0];
    };
    const right = await look(PASSWORD);
    expect(right?.works).toBe(true);
    expect(right?.text).toContain(`the proxy ${plain.host}:${plain.port}`);
    expect(twilio.seen).toHaveLength(1);
    if (cell.authScheme === 'NONE') return;
    const wrong = await look('another secret');
    expect(wrong?.works).toBe(false);
    expect(wrong?.text).toContain('UPSTREAM_UNREACHABLE: The proxy refused its user name or password (407).');
    expect(secretsOf(JSON.stringify([right, wrong]))).toEqual([]);
    expect(twilio.seen).toEqual([]);
  });
});

test('a server that ends leaves no tunnel open', async () => {
  await behind({}, {}, {}, async ({ server, proxy }) => {
    await server.ask(GET);
    expect(proxy.open()).toBe(1);
  });
  await expect.poll(() => proxies.plain.open()).toBe(0);
});

test('a tunnel that Twilio closes is opened anew, and the proxy may close as well', async () => {
  await behind({}, {}, {}, async ({ server, twilio, proxy }) => {
    twilio.play((_request, index) => [200, call(1), index === 0 ? { connection: 'close' } : {}]);
    for (const _ of [1, 2, 3]) expect((await server.ask(GET)).errors).toEqual([]);
    expect(proxy.heard).toHaveLength(2);
  });
});
