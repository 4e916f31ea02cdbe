/** Callers and their keys: who is answered, and that a refused request sends nothing. */
import { describe, expect, test } from 'vitest';
import { closedAfterTest } from '../support/hooks.ts';
import { bearer, createKey, newState, onKeys } from '../support/keys.ts';
import { call, page } from '../support/rows.ts';
import { startAgainst, startTestServer } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const CALLS = '{ calls(first: 1) { nodes { sid } } }';
const state = newState();
const twilio = await startStandIn();
const web = await createKey(state, ['calls:read']);
const server = await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state });
const ask = (headers: Record<string, string>, query = CALLS) => server.ask(query, {}, undefined, headers);
const playing = () => twilio.play(() => page('calls', [call()]));
const { origin } = new URL(server.url);

describe('a key', () => {
  test('is answered', async () => {
    playing();
    expect((await ask(bearer(web.text))).data.calls.nodes).toHaveLength(1);
    expect((await ask({ authorization: `bearer  ${web.text}` })).status).toBe(200);
  });

  test.each([
    ['none', {}],
    ['another scheme', { authorization: `Basic ${Buffer.from(`x:${web.text}`).toString('base64')}` }],
    ['no scheme', { authorization: web.text }],
    ['a wrong secret', bearer(web.text.replace(/.$/, (last) => (last === '0' ? '1' : '0')))],
    ['an unknown ID', bearer(web.text.replace(/_[0-9a-f]{12}_/, '_000000000000_'))],
    ['its hash', bearer(web.key.hash)],
    ['something else', bearer('x'.repeat(3000))],
    ['its path', bearer('../../store.db')],
    ['two keys', { authorization: `Bearer ${web.text} ${web.text}` }],
    ['another header', { 'x-api-key': web.text }],
  ])('is refused: %s', async (_, headers) => {
    playing();
    const answer = await ask(headers as Record<string, string>);
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([401, 'UNAUTHORIZED']);
    expect(answer.text).not.toContain(web.text);
    expect(twilio.seen).toHaveLength(0);
  });

  test('is demanded by WWW-Authenticate, before the body is read', async () => {
    const response = await fetch(server.url, { method: 'POST', body: '{' });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="twilio-graphql"']);
    const wrong = await fetch(server.url, { method: 'POST', headers: bearer('x') });
    expect(wrong.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  test('in the query string is none', async () => {
    const url = `${server.url}?query=${encodeURIComponent(CALLS)}&access_token=${web.text}&authorization=${web.text}`;
    expect((await fetch(url)).status).toBe(401);
  });

  test('expires', async () => {
    playing();
    const { text } = await createKey(state, ['calls:read'], { expiresAt: Date.now() - 1 });
    const old = await ask(bearer(text));
    expect([old.status, old.errors[0]?.message]).toEqual([401, expect.stringMatching(/expired|not valid/)]);
    expect(twilio.seen).toHaveLength(0);
  });

  test('is revoked without a restart, and rotated with an overlap', async () => {
    playing();
    const { text, key } = await createKey(state, ['calls:read']);
    await expect.poll(async () => (await ask(bearer(text))).status).toBe(200);
    const next = await onKeys(state, (keys) => keys.rotate(key.name, 60_000));
    await expect.poll(async () => (await ask(bearer(next.text))).status).toBe(200);
    expect((await ask(bearer(text))).status).toBe(200);
    await onKeys(state, (keys) => keys.revoke(key.name));
    const statuses = () => Promise.all([text, next.text].map(async (each) => (await ask(bearer(each))).status));
    await expect.poll(statuses).toEqual([401, 401]);
  });

  test('is for its connections only', async () => {
    const { text } = await createKey(state, ['calls:read'], { connections: ['other'] });
    await expect.poll(async () => (await ask(bearer(text))).status).toBe(404);
    expect((await ask(bearer(text))).errors[0]?.extensions.code).toBe('UNKNOWN_CONNECTION');
  });
});

test('health needs no key, media does, and metrics count refusals', async () => {
  playing();
  expect((await fetch(`${origin}/health/live`)).status).toBe(200);
  expect((await fetch(`${origin}/media/recordings/AC${'a'.repeat(32)}/RE${'a'.repeat(32)}.mp3`)).status).toBe(401);
  expect(twilio.seen).toHaveLength(0);
  await ask({});
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  expect(metrics).toMatch(/operations_total\{connection="default",type="none",outcome="UNAUTHORIZED"\} [1-9]/);
});

test('nothing secret is logged', () => {
  expect(JSON.stringify(server.logged)).not.toContain(web.text);
});

test('an address that sends wrong keys has to wait; a key that was accepted before does not', async () => {
  const own = newState();
  const { text } = await createKey(own, ['calls:read']);
  const other = closedAfterTest(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: own }));
  const send = (key: string) => other.ask(CALLS, {}, undefined, bearer(key));
  playing();
  expect((await send(text)).status).toBe(200);
  const answers = await Promise.all(Array.from({ length: 80 }, (_, i) => send(`wrong-${i}`)));
  const limited = answers.filter(({ status }) => status === 429);
  expect(limited.length).toBeGreaterThan(10);
  expect(limited[0]?.errors[0]?.extensions.code).toBe('TOO_MANY_ATTEMPTS');
  expect((await send(text)).status).toBe(200);
  expect(twilio.seen).toHaveLength(2);
});

describe('without a key', () => {
  test('a server on loopback answers, and is locked by the first key', async () => {
    playing();
    const own = newState();
    const open = closedAfterTest(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: own }));
    expect((await open.ask(CALLS)).status).toBe(200);
    const { key, text } = await createKey(own, ['calls:read']);
    await expect.poll(async () => (await open.ask(CALLS)).status).toBe(401);
    const revoked = bearer(text);
    await expect.poll(async () => (await open.ask(CALLS, {}, undefined, revoked)).status).toBe(200);
    await onKeys(own, (keys) => keys.revoke(key.id));
    await expect.poll(async () => (await open.ask(CALLS, {}, undefined, revoked)).status).toBe(401);
    expect((await open.ask(CALLS)).status).toBe(401);
  });

  test('a server elsewhere does not start, unless AUTH=none says so', async () => {
    const elsewhere = { HOST: '0.0.0.0', TWILIO_GRAPHQL_STATE: newState() };
    for (const settings of [elsewhere, { ...elsewhere, AUTH: 'required' }]) {
      const refused = await startTestServer(settings).catch((error: Error) => error.message);
      expect(refused).toMatch(/^HOST: 0\.0\.0\.0 [^\n]* key create [^\n]*AUTH=none[^\n]*$/);
    }
    const open = closedAfterTest(await startTestServer({ ...elsewhere, AUTH: 'none' }));
    const { data } = await (
      await fetch(open.url.replace('0.0.0.0', '127.0.0.1'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ __schema { queryType { name } } }' }),
      })
    ).json();
    expect(data.__schema.queryType.name).toBe('Query');
  });

  test('elsewhere, introspection, GraphiQL and metrics of a live account are not shown', async () => {
    const settings = { HOST: '0.0.0.0', TWILIO_GRAPHQL_STATE: newState() };
    const open = closedAfterTest(await startAgainst(twilio.url, { ...settings, AUTH: 'none' }));
    const url = open.url.replace('0.0.0.0', '127.0.0.1');
    const post = (query: string) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      }).then(async (response) => JSON.parse(await response.text()));
    for (const query of [
      '{ __schema { queryType { name } } }',
      '{ ...F } fragment F on Query { a: __type(name: "Call") { name } }',
    ])
      expect((await post(query)).errors[0].extensions.code).toBe('INTROSPECTION_DISABLED');
    expect((await post('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
});
