/** Requests: trusted documents, few errors, cursors of others, and no secret in anything that a server says. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { closedAfterAll, closedAfterTest } from '../support/hooks.ts';
import { bearer, createKey, newState } from '../support/keys.ts';
import { call, message, page, sid } from '../support/rows.ts';
import { startAgainst, startTestServer, TOKEN } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const CALLS = '{ calls(first: 1) { nodes { sid } pageInfo { endCursor } } }';
const twilio = closedAfterAll(await startStandIn());
beforeEach(() => twilio.play(() => page('calls', [call(1), call(2)])));

const manifestOf = (content: object): string => {
  const file = join(newState(), 'manifest.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const forms = {
  'Relay and graphql-codegen': { one: CALLS },
  Apollo: {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: 'one', body: CALLS, name: 'X', type: 'query' }],
  },
};
test.each(Object.entries(forms))('a manifest of %s', async (_, content) => {
  const only = closedAfterTest(
    await startAgainst(twilio.url, { TRUSTED_DOCUMENTS: manifestOf(content), TRUSTED_DOCUMENTS_ONLY: 'true' }),
  );
  const send = async (body: object) => {
    const response = await fetch(only.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { data, errors } = (await response.json()) as {
      data?: unknown;
      errors?: { message: string; extensions: { code: string } }[];
    };
    return data ? 'OK' : errors?.[0]?.extensions.code;
  };
  for (const name of ['documentId', 'doc_id', 'id']) expect(await send({ [name]: 'one' })).toBe('OK');
  expect(await send({ extensions: { persistedQuery: { version: 1, sha256Hash: 'one' } } })).toBe('OK');
  expect(await send({ query: CALLS })).toBe('OK');
  twilio.seen.length = 0;
  expect(await send({ documentId: 'two' })).toBe('PERSISTED_QUERY_NOT_FOUND');
  expect(await send({ documentId: 'one', query: '{ messages { totalCount } }' })).toBe('DOCUMENT_NOT_TRUSTED');
  for (const query of ['{ calls { totalCount } }', `${CALLS} `, '{ __schema { queryType { name } } }', ''])
    expect(await send({ query })).toBe('DOCUMENT_NOT_TRUSTED');
  expect(twilio.seen).toHaveLength(0);
});

test('a manifest that cannot be read is a mistake in the settings', async () => {
  const started = (settings: Record<string, string>) =>
    startTestServer(settings).catch((error: Error) => error.message);
  expect(await started({ TRUSTED_DOCUMENTS: '/nowhere.json' })).toMatch(/^TRUSTED_DOCUMENTS: /);
  expect(await started({ TRUSTED_DOCUMENTS_ONLY: 'true' })).toMatch(/^TRUSTED_DOCUMENTS: must also be set/);
});

test('an answer has at most 20 errors', async () => {
  const open = closedAfterTest(await startAgainst(twilio.url));
  twilio.play(() =>
    page(
      'messages',
      Array.from({ length: 50 }, (_, n) => message(n, { num_media: 'many' })),
    ),
  );
  const { errors, extensions } = await open.ask('{ messages(first: 50) { nodes { numMedia } } }');
  expect([errors.length, extensions.omittedErrors]).toEqual([20, 30]);
});

test('a cursor of a caller with other rights is none; secrets are in no answer and no line of the log', async () => {
  const state = newState();
  const [one, same, other] = await Promise.all(
    [['calls:read'], ['calls:read'], ['calls:read', 'pii:read']].map((scopes) => createKey(state, scopes)),
  );
  const locked = closedAfterTest(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state, LOG_LEVEL: 'debug' }));
  const ask = (key: typeof one, query: string) => locked.ask(query, {}, undefined, bearer(key?.text ?? ''));
  const first = await ask(one, CALLS);
  const after = CALLS.replace('first: 1', `first: 1, after: "${first.data.calls.pageInfo.endCursor}"`);
  expect((await ask(same, after)).data.calls.nodes).toEqual([{ sid: sid('CA', 2) }]);
  expect((await ask(other, after)).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  const answers = [
    first.text,
    (await ask(other, after)).text,
    (await locked.ask(CALLS, {}, undefined, bearer(`${one?.text}x`))).text,
  ];
  const everything = JSON.stringify([answers, locked.logged]);
  for (const secret of [TOKEN, one?.text, other?.text, '+15550100002']) expect(everything).not.toContain(secret);
});
