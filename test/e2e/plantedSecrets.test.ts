/** Credentials, keys, texts and numbers, planted in all that a broad run sends: none of it is in a log, a trace or a metric. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { closedAfterTest } from '../support/hooks.ts';
import { bearer, createKey, newState } from '../support/keys.ts';
import { message, page, sid } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';
import { type Answer, startStandIn } from '../support/standIn.ts';

const TOKEN = 'planted0token1of2the3account4xyz';
const NUMBER = '15005550006';
const BODY = 'planted words of a message';
const IDEMPOTENCY_KEY = 'planted-idempotency-key';
const JWT = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"planted"}').toString('base64url')}.x`;

const faults: readonly (() => Answer)[] = [
  () => [201, message(1, { body: BODY, to: `+${NUMBER}` })],
  () => [400, { code: 21211, message: `+${NUMBER} is no number: ${BODY}` }],
  () => [500, `<html>${BODY} +${NUMBER} ${TOKEN}</html>`, { 'content-type': 'text/html' }],
  () => [201, `{"body": "${BODY}", "to": "+${NUMBER}"`],
  () => [429, { code: 20429, message: BODY }, { 'retry-after': '600' }],
  () => [401, { code: 20003, message: BODY }],
  () => (response) => void response.destroy(),
];

test('they are nowhere in what the server says of its work, at the most talkative level', async () => {
  const traces: string[] = [];
  const receiver = createServer(async (request, response) => {
    for await (const chunk of request) traces.push(String(chunk));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await once(receiver.listen(0, '127.0.0.1'), 'listening');
  closedAfterTest({ close: () => receiver.close() });
  const twilio = closedAfterTest(await startStandIn());
  const state = newState();
  const key = await createKey(state, ['*:*', 'pii:read']);
  const settings = {
    ...{ TWILIO_AUTH_TOKEN: TOKEN, TWILIO_GRAPHQL_STATE: state, LOG_LEVEL: 'debug', TWILIO_TIMEOUT_MS: '2000' },
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`,
  };
  const server = await startAgainst(twilio.url, settings);
  const said: string[] = [];
  const headers = { ...bearer(key.text), 'x-request-timeout-ms': '1500' };
  const ask = async (query: string, variables = {}, more: Record<string, string> = headers) => {
    said.push((await server.ask(query, variables, undefined, more)).text);
  };
  const SEND = `mutation Send($to: String!, $body: String!, $key: String) { messageCreate(idempotencyKey: $key,
    input: { to: $to, from: "+${NUMBER}", body: $body }) { message { sid body } userErrors { code message } } }`;
  for (const [i, fault] of faults.entries()) {
    twilio.play(fault);
    await ask(SEND, { to: `+${NUMBER}`, body: BODY, key: `${IDEMPOTENCY_KEY}-${i}` });
    await ask(`{ message(sid: "${sid('SM', i)}") { body to } }`);
    await ask(`{ messages(filter: { to: { eq: "+${NUMBER}" } }) { nodes { body } } }`);
  }
  twilio.play(() => page('messages', [message(1, { body: BODY, to: `+${NUMBER}`, price: BODY })]));
  await ask(`{ messages(first: 1) { nodes { body to price } } }`);
  await ask(SEND, { to: 7, body: BODY });
  await ask(`{ nothing(like: "${BODY}", key: "${key.text}") }`);
  await ask(`{ messages(filter: { body: { eq: "${BODY}" } } `);
  for (const wrong of [JWT, `${key.text}x`, TOKEN]) await ask('{ messages { nodes { sid } } }', {}, bearer(wrong));
  const metrics = await (await fetch(server.url.replace('/graphql', '/metrics'), { headers: bearer(key.text) })).text();
  expect(metrics).toContain('twilio_graphql_');
  // Traces are sent when it ends.
  await server.close();
  expect(server.logged.length).toBeGreaterThan(20);
  expect(traces.join('')).toContain('resourceSpans');

  const secrets = [TOKEN, key.text, key.key.hash, JWT, 'planted', NUMBER];
  const output = { log: JSON.stringify(server.logged), traces: traces.join(''), metrics };
  for (const [name, text] of Object.entries(output))
    for (const secret of secrets) expect(text.includes(secret), `${secret} in ${name}`).toBe(false);
  // A client may read its own texts and numbers, and never a credential.
  for (const secret of [TOKEN, key.text, key.key.hash, JWT])
    expect(
      said.some((text) => text.includes(secret)),
      `${secret} in an answer`,
    ).toBe(false);
});
