/** A host of Twilio that fails completely: it is left alone, its clients are told at once, and it is found again. */
import { describe, expect, test } from 'vitest';
import { Limiter } from '../../src/twilio/limiter/index.ts';
import { Transport } from '../../src/twilio/transport/index.ts';
import { closedAfterTest, serverWithStandIn } from '../support/hooks.ts';
import { call, message, sid } from '../support/rows.ts';
import { ACCOUNT } from '../support/server.ts';
import type { Seen } from '../support/standIn.ts';

const { twilio, server } = await serverWithStandIn();
const down = () => [503, { message: 'Service Unavailable' }] as [number, object];
const works = ({ method, path: at, headers: { host } }: Seen) => {
  if (method === 'POST') return [201, message(1)] as [number, object];
  if (host === 'verify.twilio.com') return { sid: at.slice(-34), account_sid: ACCOUNT, friendly_name: 'x' };
  return call(Number.parseInt(at.slice(-37, -5), 16));
};

/** A host of the core API and one of a product: how a row of it is read. */
const HOSTS = ['api.twilio.com', 'verify.twilio.com'] as const;
type Host = (typeof HOSTS)[number];
const FIELDS: Readonly<Record<Host, (n: number) => string>> = {
  'api.twilio.com': (n) => `call(sid: "${sid('CA', n)}") { __typename }`,
  'verify.twilio.com': (n) => `verify { service(sid: "${sid('VA', n)}") { friendlyName } }`,
};
let rows = 0;
const ask = (host: Host = 'api.twilio.com') => server.ask(`{ ${FIELDS[host](++rows)} }`);
const metric = async (name: string, host: Host = 'api.twilio.com') => {
  const text = await (await fetch(new URL('/metrics', server.url))).text();
  return Number(new RegExp(`^twilio_graphql_${name}\\{[^}]*host="${host}"[^}]*\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
};

test.each(HOSTS)(
  'retries keep to their budget: a hundred reads of %s that fail are eight more requests, and one a second',
  async (host) => {
    twilio.play(down);
    const fields = Array.from({ length: 100 }, (_, n) => `c${n}: ${FIELDS[host](5000 + n)}`);
    const began = performance.now();
    const { errors, extensions } = await server.ask(`{ ${fields.join(' ')} }`);
    const seconds = (performance.now() - began) / 1000;
    expect([errors.length, extensions.omittedErrors]).toEqual([20, 80]);
    const repeated = twilio.seen.length - new Set(twilio.seen.map(({ path: at }) => at)).size;
    expect(repeated).toBeGreaterThan(0);
    expect(repeated).toBeLessThanOrEqual(8 + seconds);
  },
);

describe.each(HOSTS)('%s', (host) => {
  const other = HOSTS.find((each) => each !== host) as Host;
  /** Of this host. */
  const seen = () => twilio.seen.filter(({ headers }) => headers.host === host);
  const codeNow = async () => (await ask(host)).errors[0]?.extensions.code;

  test('opens when nothing but failures comes, refuses before anything is sent, and closes again; another host goes on', async () => {
    // On a busy machine it may have been opened before.
    twilio.play(works);
    await expect.poll(codeNow, { interval: 100 }).toBeUndefined();
    const opened = await metric('circuit_breaker_opened_total', host);
    twilio.play((request) => (request.headers.host === host ? down() : works(request)));
    // How soon, circuitBreaker.test.ts says: there the clock is the test's.
    await expect.poll(codeNow, { interval: 100 }).toBe('UPSTREAM_UNAVAILABLE');
    expect(await metric('circuit_breaker_state', host)).toBe(2);
    expect(await metric('circuit_breaker_opened_total', host)).toBeGreaterThan(opened);
    expect(server.logged).toContainEqual(expect.objectContaining({ event: 'circuit breaker opened' }));

    twilio.seen.length = 0;
    expect((await ask(host)).errors).toMatchObject([
      { extensions: { code: 'UPSTREAM_UNAVAILABLE', retryAfter: expect.any(Number) } },
    ]);
    expect(seen()).toEqual([]);
    expect((await ask(other)).errors).toEqual([]);
    if (host === 'api.twilio.com') {
      const refused = await server.ask(SEND);
      expect(refused.errors[0]?.extensions).toEqual({ code: 'UPSTREAM_UNAVAILABLE', retryAfter: expect.any(Number) });
      expect(seen()).toEqual([]);
    }

    twilio.play(works);
    await expect.poll(codeNow, { interval: 100 }).toBeUndefined();
    // The probe, which brought the answer.
    expect(seen()).toHaveLength(1);
    expect(await metric('circuit_breaker_state', host)).toBe(0);
  });
});

test('nothing but 401 and 404, for as long as it would take to open, closes no host: they are of one account', async () => {
  let n = 0;
  twilio.play(() => {
    const status = n++ % 2 ? 401 : 404;
    return [status, { code: 20000 + status, message: 'No.', status }];
  });
  const began = performance.now();
  do {
    for (const host of HOSTS)
      expect((await ask(host)).errors[0]?.extensions.code).toBeOneOf([undefined, 'UNAUTHENTICATED']);
  } while (performance.now() - began < 4000);
  expect(twilio.seen.length).toBe(n);
  twilio.play(works);
  for (const host of HOSTS) {
    expect(await metric('circuit_breaker_state', host)).toBe(0);
    expect((await ask(host)).errors).toEqual([]);
  }
});

const SEND = `mutation { messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "x" }) { message { sid } } }`;

test('one write that fails, with all lookups after it, says nothing about the host', async () => {
  twilio.play(down);
  expect((await server.ask(SEND)).errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
  expect(twilio.seen.length).toBeGreaterThan(4);
  expect(await metric('circuit_breaker_state')).toBe(0);
  twilio.play(works);
  expect((await ask()).errors).toEqual([]);
});

test('writes that fail say nothing about the host either: each may fail because of what was written', async () => {
  twilio.play(down);
  const failedAt = performance.now();
  do {
    expect((await server.ask(SEND)).errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
  } while (performance.now() - failedAt < 4000);
  expect(await metric('circuit_breaker_state')).toBe(0);
  twilio.play(works);
  expect((await ask()).errors).toEqual([]);
});

test('what is queued for a host that has failed is refused with the next turn, and other hosts go on', async () => {
  const transport = closedAfterTest(
    new Transport({ limiter: new Limiter(4), origin: new URL(twilio.url), timeoutMs: 5000 }),
  );
  const get = (host: string) =>
    transport.request({ method: 'GET', uri: `https://${host}.twilio.com/x` }).then(
      () => 'OK',
      ({ code }) => code,
    );
  twilio.play(({ headers }) => (headers.host === 'verify.twilio.com' ? down() : {}));
  const failing = Array.from({ length: 200 }, () => get('verify'));
  expect(await failing.at(-1)).toBe('UPSTREAM_UNAVAILABLE');
  // All others are refused with it, and not one after the other with a turn each.
  const refused = (await Promise.all(failing)).filter((code) => code === 'UPSTREAM_UNAVAILABLE').length;
  expect(refused).toBeGreaterThan(100);
  expect(twilio.seen.length).toBeLessThan(100);
  expect(await get('api')).toBe('OK');
  expect(await get('verify')).toBe('UPSTREAM_UNAVAILABLE');
});
