/** Tokens of an identity provider over HTTP: every way to forge one sends nothing. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { closedAfterAll, closedAfterTest } from '../support/hooks.ts';
import { bearer, newState } from '../support/keys.ts';
import { call, page } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const CALLS = '{ calls(first: 1) { nodes { sid to } } }';
const SUB = `AC${'b'.repeat(32)}`;
const ISSUER = 'https://login.example.com/';
const [one, two, next] = await Promise.all([1, 2, 3].map(() => generateKeyPair('RS256', { extractable: true })));
if (!one || !two || !next) throw new Error('no keys');
const jwkOf = async (pair: typeof one, kid: string) => ({
  ...(await exportJWK(pair.publicKey)),
  kid,
  alg: 'RS256',
  use: 'sig',
});
const spki = await exportSPKI(one.publicKey);
let keys: object[] = [await jwkOf(one, 'one')];
let isAway = false;
let reads = 0;
const provider = createServer((_request, response) => {
  reads++;
  if (isAway) return void response.writeHead(500).end();
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
});
await once(provider.listen(0, '127.0.0.1'), 'listening');
closedAfterAll(provider);
const twilio = closedAfterAll(await startStandIn());
const settings = {
  JWT_JWKS_URL: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/jwks`,
  JWT_ISSUER: ISSUER,
  JWT_AUDIENCE: 'twilio-graphql',
  TWILIO_GRAPHQL_STATE: newState(),
};
const server = closedAfterAll(await startAgainst(twilio.url, settings));
beforeEach(() => twilio.play(() => page('calls', [call()])));

const now = () => Math.floor(Date.now() / 1000);
const good = () => ({ iss: ISSUER, aud: 'twilio-graphql', sub: 'ada', exp: now() + 60, scope: 'openid calls:read' });
const sign = (
  claims: object = good(),
  { kid = 'one', key = one.privateKey as CryptoKey | Uint8Array, alg = 'RS256', header = {} } = {},
) => new SignJWT(claims as never).setProtectedHeader({ alg, kid, ...header } as never).sign(key);
const raw = (header: object, claims: object, signature = '') =>
  `${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.${signature}`;
const ask = (token: string, query = CALLS, to = server) => to.ask(query, {}, undefined, bearer(token));

test('a token is answered within its scopes', async () => {
  const answer = await ask(await sign());
  expect(answer.data.calls.nodes[0].to).toMatch(/•/);
  expect((await ask(await sign({ ...good(), scope: undefined, scp: 'calls:read' }))).status).toBe(403);
  expect((await ask(await sign({ ...good(), scope: ['calls:read', 'pii:read'] }))).data.calls.nodes[0].to).not.toMatch(
    /•/,
  );
  expect((await ask(await sign({ ...good(), scope: 'messages:read' }))).errors[0]?.extensions.code).toBe(
    'INSUFFICIENT_SCOPE',
  );
  expect((await ask(await sign({ ...good(), exp: now() - 20 }))).status).toBe(200);
});

describe('what is refused', () => {
  const cases: Readonly<Record<string, () => Promise<string> | string>> = {
    'no signature': () => raw({ alg: 'none' }, good()),
    'no signature, with a key ID': () => raw({ alg: 'none', kid: 'one' }, good()),
    'a public key as a shared secret': () => sign(good(), { alg: 'HS256', key: new TextEncoder().encode(spki) }),
    'another key': () => sign(good(), { key: two.privateKey }),
    'an unknown key ID': () => sign(good(), { kid: 'two' }),
    'a key ID like a path': () => sign(good(), { kid: '../../../../dev/null' }),
    'a key ID like a URL': () => sign(good(), { kid: 'http://127.0.0.1/jwks' }),
    'a key of its own': async () =>
      sign(good(), {
        key: two.privateKey,
        header: { jwk: await exportJWK(two.publicKey), jku: 'http://127.0.0.1:1/' },
      }),
    'another algorithm': async () =>
      sign(good(), { alg: 'RS512', key: (await importJWK(await exportJWK(one.privateKey), 'RS512')) as CryptoKey }),
    'another audience': () => sign({ ...good(), aud: 'other' }),
    'no audience': () => sign({ ...good(), aud: undefined }),
    'another issuer': () => sign({ ...good(), iss: `${ISSUER}x` }),
    'no expiry': () => sign({ ...good(), exp: undefined }),
    'an expiry that is no number': () => raw({ alg: 'RS256', kid: 'one' }, { ...good(), exp: '99999999999' }, 'AAAA'),
    'it has expired': () => sign({ ...good(), exp: now() - 60 }),
    'it is not valid yet': () => sign({ ...good(), nbf: now() + 120 }),
    'changed claims': async () => {
      const [header, , signature] = (await sign()).split('.');
      return `${header}.${Buffer.from(JSON.stringify({ ...good(), scope: '*:*' })).toString('base64url')}.${signature}`;
    },
    'a critical header': () => raw({ alg: 'RS256', kid: 'one', crit: ['x'], x: 1 }, good(), 'AAAA'),
    nonsense: () => 'a.b.c',
  };
  test.each(Object.keys(cases))('%s', async (name) => {
    const answer = await ask((await cases[name]?.()) ?? '');
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([401, 'UNAUTHORIZED']);
    expect(twilio.seen).toHaveLength(0);
  });
});

test('connections and accounts of a token', async () => {
  const narrow = closedAfterTest(
    await startAgainst(twilio.url, {
      ...settings,
      JWT_CONNECTIONS_CLAIM: 'connections',
      JWT_ACCOUNTS_CLAIM: 'accounts',
    }),
  );
  expect((await ask(await sign(), CALLS, narrow)).status).toBe(401);
  const other = await sign({ ...good(), connections: ['sales'], accounts: [SUB] });
  expect((await ask(other, CALLS, narrow)).status).toBe(404);
  const own = await sign({ ...good(), connections: 'default', accounts: [SUB] });
  expect((await ask(own, CALLS, narrow)).status).toBe(403);
  expect(twilio.seen).toHaveLength(0);
  expect((await ask(own, `{ calls(accountSid: "${SUB}") { nodes { sid } } }`, narrow)).data.calls.nodes).toHaveLength(
    1,
  );
});

test('keys are cached while the provider is away, and new ones are found when it is back', async () => {
  await ask(await sign());
  const before = reads;
  isAway = true;
  for (let i = 0; i < 20; i++) expect((await ask(await sign())).status).toBe(200);
  expect(reads - before).toBeLessThanOrEqual(1);
  isAway = false;
  keys = [...keys, await jwkOf(next, 'next')];
  const later = closedAfterTest(await startAgainst(twilio.url, settings));
  expect((await ask(await sign(good(), { kid: 'next', key: next.privateKey }), CALLS, later)).status).toBe(200);
});

test('no token and no key is logged', () => expect(JSON.stringify(server.logged)).not.toMatch(/eyJ/));
