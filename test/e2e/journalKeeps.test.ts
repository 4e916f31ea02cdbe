/** What the store keeps of a paid write, for whom and for how long: no text or number, for its caller, an hour or a day. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { beforeAll, expect, test } from 'vitest';
import { requireBuild, run } from '../support/command.ts';
import { closedAfterAll, closedAfterTest } from '../support/hooks.ts';
import { bearer, createKey, newState } from '../support/keys.ts';
import { message, page } from '../support/rows.ts';
import { ACCOUNT, startAgainst, TOKEN } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

beforeAll(requireBuild);
const TWILIO_GRAPHQL_STATE = newState();
const twilio = closedAfterAll(await startStandIn());
const server = closedAfterAll(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE }));
const HOUR_MS = 3_600_000;

const SEND = `mutation($key: String!, $body: String!) { messageCreate(idempotencyKey: $key,
  input: { to: "+15550100002", from: "+15550100001", body: $body }) { message { sid } userErrors { code } } }`;
const send = async (key: string, body = 'x') => server.ask(SEND, { key, body });
const operation = async (key: string) =>
  (await server.ask('query($key: String!) { operation(idempotencyKey: $key) { id state } }', { key })).data.operation;
const posts = () => twilio.seen.filter(({ method }) => method === 'POST').length;
const metrics = async () => (await fetch(new URL('/metrics', server.url))).text();

/** Makes an operation so much older, as if it had been written then. */
const age = (id: string, byMs: number): void => {
  const db = new Database(join(TWILIO_GRAPHQL_STATE, 'store.db'));
  db.pragma('busy_timeout = 5000');
  const { value } = db.prepare('SELECT value FROM entries WHERE id = ?').get(id) as { value: string };
  const aged = JSON.parse(value);
  for (const name of ['createdAt', 'updatedAt', 'sentAt', 'lostAt', 'nextLookupAt'])
    if (aged[name] !== undefined) aged[name] -= byMs;
  db.prepare('UPDATE entries SET value = ?, version = version + 1, expires_at = expires_at - ? WHERE id = ?').run(
    JSON.stringify(aged),
    byMs,
    id,
  );
  db.prepare('UPDATE queued_entries SET due_at = due_at - ? WHERE id = ?').run(byMs, id);
  db.close();
};

test('an outcome that no lookup finds in an hour is UNRESOLVED: a metric, a list, and never sent again', async () => {
  twilio.play(({ method }) => (method === 'POST' ? (response) => response.destroy() : page('messages', [])));
  expect((await send('lost')).errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
  const { id } = await operation('lost');
  age(id, HOUR_MS - 60_000);
  expect((await operation('lost')).state).toBe('UNKNOWN');
  // A lookup that is under way has the version of before; then the time is moved again.
  await expect
    .poll(
      async () => {
        age(id, 2 * 60_000);
        return (await operation('lost')).state;
      },
      { interval: 1500 },
    )
    .toBe('UNRESOLVED');
  await expect.poll(metrics).toContain('twilio_graphql_open_writes{connection="default",state="UNRESOLVED"} 1');
  expect(await metrics()).toContain(
    'twilio_graphql_unresolved_operations_total{connection="default",entity="Message"} 1',
  );
  const settings = { TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKEN, TWILIO_GRAPHQL_STATE };
  const { ended, out } = run(settings, ['operations', '--unresolved']);
  expect(await ended).toBe(0);
  expect(out()).toMatch(new RegExp(`UNRESOLVED\\tMessage create\\t.*${id}`));
  expect((await send('lost')).errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', operationId: id } }]);
  expect(posts()).toBe(1);
});

test('a key is known for 24 hours, and new after that', async () => {
  twilio.play(({ method }) => (method === 'POST' ? [201, message(7)] : message(7)));
  expect((await send('day')).data.messageCreate.message.sid).toBeTruthy();
  const { id } = await operation('day');
  age(id, 23.9 * HOUR_MS);
  expect((await send('day')).extensions.idempotency).toEqual({ key: 'day', replayed: true });
  const other = await send('day', 'other');
  expect(other.data?.messageCreate?.userErrors[0]?.code ?? other.errors[0]?.extensions.code).toBe(
    'IDEMPOTENCY_KEY_MISMATCH',
  );
  expect(posts()).toBe(1);
  age(id, 0.2 * HOUR_MS);
  expect((await send('day', 'other')).extensions.idempotency).toEqual({ key: 'day', replayed: false });
  expect(posts()).toBe(2);
});

test('it keeps no text, number, key or credential, of whatever outcome', async () => {
  const number = '+15550177';
  const answers = [
    [201, message(1)],
    [500, {}],
    [400, { code: 21211, message: `The number ${number}03 is not valid`, status: 400 }],
  ] as const;
  let next = 0;
  twilio.play(({ method }) => (method === 'POST' ? [...(answers[next++] ?? [500])] : page('messages', [])));
  const query = `mutation($key: String!, $to: String!) { messageCreate(idempotencyKey: $key,
    input: { to: $to, from: "${number}00", body: "planted words" }) { userErrors { code } } }`;
  for (const n of [1, 2, 3]) await server.ask(query, { key: `planted-key-${n}`, to: `${number}0${n}` });
  expect(posts()).toBe(3);
  const files = readdirSync(TWILIO_GRAPHQL_STATE).filter((name) => name.startsWith('store.db'));
  const kept = files.map((name) => readFileSync(join(TWILIO_GRAPHQL_STATE, name), 'latin1')).join();
  expect(kept).toContain('REFUSED');
  for (const planted of ['planted words', number.slice(1), 'planted-key', TOKEN]) expect(kept).not.toContain(planted);
});

test('keys of one caller mean nothing for another', async () => {
  const state = newState();
  const callers = [
    await createKey(state, ['messages:write', 'messages:read', 'pii:read']),
    await createKey(state, ['messages:write', 'messages:read', 'pii:read']),
  ];
  const shared = closedAfterTest(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state }));
  let n = 0;
  twilio.play(({ method }) => (method === 'POST' ? [201, message(++n)] : message(1)));
  const replayed = [];
  for (const { text } of [...callers, ...callers]) {
    const { extensions } = await shared.ask(SEND, { key: 'same', body: 'x' }, undefined, bearer(text));
    replayed.push((extensions.idempotency as { replayed: boolean } | undefined)?.replayed);
  }
  expect(replayed).toEqual([false, false, true, true]);
  expect(posts()).toBe(2);
});
