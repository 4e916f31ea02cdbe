/** Paid writes happen at most once, and their outcome is told: the stand-in's own list of what it accepted is the witness. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { impatientServer, serverWithStandIn } from '../support/hooks.ts';
import { othersFirst } from '../support/queue.ts';
import { message, page, path, refusal } from '../support/rows.ts';
import { startAgainst, type TestServer } from '../support/server.ts';
import type { Answer, Seen } from '../support/standIn.ts';

const { twilio, server } = await serverWithStandIn();
const impatient = await impatientServer(twilio, 1500);

const SEND = `mutation Send($key: String, $body: String = "Hello", $to: String = "+15550100002") {
  messageCreate(idempotencyKey: $key, input: { to: $to, from: "+15550100001", body: $body }) {
    message { sid body } userErrors { code message twilioCode } } }`;
const posts = () => twilio.seen.filter(({ method }) => method === 'POST');
let keys = 0;
let sids = 100;
const newKey = () => `key-${process.pid}-${keys++}`;

/** A Twilio that keeps what it accepts; `answer` says what the client hears of an accepted message. */
const keeping = (answer: (accepted: Record<string, unknown>, index: number) => Answer = (row) => [201, row]) => {
  const accepted: Record<string, unknown>[] = [];
  const script = (request: Seen): Answer => {
    if (request.method === 'POST') {
      const { To: to, From: from, Body: body } = Object.fromEntries(request.form);
      const row = message(sids++, { to, from, body, date_created: new Date().toUTCString() });
      accepted.push(row);
      return answer(row, accepted.length - 1);
    }
    const one = accepted.find((row) => request.path === path(`Messages/${row.sid}`));
    if (one) return one;
    if (request.path !== path('Messages')) return [404, { code: 20404, message: 'not found', status: 404 }];
    const { query } = request;
    const rows = accepted.filter((row) =>
      ['To', 'From'].every((name) => (query.get(name) ?? row[name.toLowerCase()]) === row[name.toLowerCase()]),
    );
    return page('messages', [...rows].reverse());
  };
  twilio.play(script);
  return accepted;
};

describe('with an idempotency key', () => {
  test('the same key and input is sent once, one after the other', async () => {
    const accepted = keeping();
    const key = newKey();
    const first = await server.ask(SEND, { key });
    const again = await server.ask(SEND, { key });
    expect(first.data).toEqual({
      messageCreate: { message: { sid: accepted[0]?.sid, body: 'Hello' }, userErrors: [] },
    });
    expect(again.data).toEqual(first.data);
    expect(first.extensions.idempotency).toEqual({ key, replayed: false });
    expect(again.extensions.idempotency).toEqual({ key, replayed: true });
    expect(accepted).toHaveLength(1);
  });

  test('a hundred at once are one POST and one answer', async () => {
    const accepted = keeping();
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 100 }, () => server.ask(SEND, { key })));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(
      answers.filter(({ extensions }) => !(extensions.idempotency as { replayed: boolean }).replayed),
    ).toHaveLength(1);
    expect(accepted).toHaveLength(1);
  });

  test('a hundred at once over three servers of one store are one POST and one answer', async () => {
    const accepted = keeping();
    const key = newKey();
    const TWILIO_GRAPHQL_STATE = await mkdtemp(join(tmpdir(), 'twilio-graphql-keys-'));
    const servers = await Promise.all([1, 2, 3].map(() => startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE })));
    const asked = Array.from({ length: 100 }, (_, i) => servers[i % 3]?.ask(SEND, { key }));
    const answers = await Promise.all(asked);
    expect(new Set(answers.map((answer) => JSON.stringify(answer?.data)))).toEqual(
      new Set([
        JSON.stringify({ messageCreate: { message: { sid: accepted[0]?.sid, body: 'Hello' }, userErrors: [] } }),
      ]),
    );
    expect(posts()).toHaveLength(1);
    await Promise.all(servers.map((each) => each.close()));
  });

  test('as a header, for an operation with one create', async () => {
    const accepted = keeping();
    const headers = { 'idempotency-key': newKey() };
    await server.ask(SEND, {}, undefined, headers);
    await server.ask(SEND, {}, undefined, headers);
    expect(accepted).toHaveLength(1);
    const two = `mutation { a: messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "" }) { userErrors { code } }
      b: messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "" }) { userErrors { code } } }`;
    const { data } = await server.ask(two, {}, undefined, { 'idempotency-key': newKey() });
    const refused = { userErrors: [{ code: 'BAD_USER_INPUT' }] };
    expect(data).toEqual({ a: refused, b: refused });
    expect(accepted).toHaveLength(1);
  });

  test('another input with the same key is refused', async () => {
    const accepted = keeping();
    const key = newKey();
    await server.ask(SEND, { key });
    for (const other of [{ body: 'Other' }, { to: '+15550100003' }]) {
      const { data, errors } = await server.ask(SEND, { key, ...other });
      const codes = [
        ...errors.map(({ extensions }) => extensions.code),
        ...(data?.messageCreate?.userErrors ?? []).map(({ code }: { code: string }) => code),
      ];
      expect(codes).toEqual(['IDEMPOTENCY_KEY_MISMATCH']);
    }
    expect(accepted).toHaveLength(1);
  });

  test('a final refusal is answered again without a request', async () => {
    twilio.play(() => refusal(21211, "The 'To' number +15550100002 is not a valid phone number.", 400));
    const key = newKey();
    const first = await server.ask(SEND, { key });
    const again = await server.ask(SEND, { key });
    expect(first.data.messageCreate.userErrors).toMatchObject([{ code: 'REJECTED', twilioCode: 21211 }]);
    expect(again.data.messageCreate.userErrors).toMatchObject([{ code: 'REJECTED', twilioCode: 21211 }]);
    expect(again.text).not.toContain('+15550100002');
    expect(posts()).toHaveLength(1);
  });

  test('what was certainly not sent may be sent with the same key', async () => {
    const key = newKey();
    twilio.play(() => [429, { code: 20429, message: 'Too Many Requests', status: 429 }, { 'retry-after': '120' }]);
    await server.ask(SEND, { key });
    const accepted = keeping();
    const { data } = await server.ask(SEND, { key });
    expect(data.messageCreate.message.sid).toBe(accepted[0]?.sid);
    expect(accepted).toHaveLength(1);
  });
});

describe('an outcome that was lost', () => {
  const faults: [name: string, fault: () => Answer][] = [
    ['reset after accept', () => (response) => response.destroy()],
    ['500 after accept', () => [500, { message: 'broken' }]],
    ['an unreadable 201', () => [201, '<html>']],
    ['no answer in time', () => () => undefined],
  ];
  test.each(faults)('%s: is found in the list, and sent once', async (name, fault) => {
    const accepted = keeping(() => fault());
    const sender = name === 'no answer in time' ? impatient : server;
    const { data, errors } = await sender.ask(SEND, { body: `Lost ${newKey()}` });
    expect(errors).toEqual([]);
    expect(data.messageCreate.message.sid).toBe(accepted[0]?.sid);
    expect(accepted).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  test('that no list has is reported with an operation id, and never sent again', async () => {
    twilio.play(({ method }) => (method === 'POST' ? [500, {}] : page('messages', [])));
    const { errors } = await server.ask(SEND, { key: newKey() });
    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', outcome: 'UNKNOWN' } }]);
    const id = String(errors[0]?.extensions.operationId);
    const asked = await server.ask('query($id: ID) { operation(id: $id) { state entity sid message { sid } } }', {
      id,
    });
    expect(asked.data.operation).toEqual({ state: 'UNKNOWN', entity: 'Message', sid: null, message: null });
    expect(posts()).toHaveLength(1);
  });

  test('with two possible rows stays unknown', async () => {
    const body = `Twice ${newKey()}`;
    const twin = { body, to: '+15550100002', from: '+15550100001', date_created: new Date().toUTCString() };
    twilio.play(({ method }) =>
      method === 'POST' ? [500, {}] : page('messages', [message(1, twin), message(2, twin)]),
    );
    const { errors } = await server.ask(SEND, { body });
    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
  });

  test('is found by its key later on', async () => {
    let isListed = false;
    const body = `Later ${newKey()}`;
    const key = newKey();
    const row = message(7, { body, to: '+15550100002', from: '+15550100001', date_created: new Date().toUTCString() });
    twilio.play(({ method, path: asked }) => {
      if (method === 'POST') return (response) => response.destroy();
      if (asked === path(`Messages/${row.sid}`)) return row;
      return page('messages', isListed ? [row] : []);
    });
    const { errors } = await server.ask(SEND, { key, body });
    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    isListed = true;
    const ask = () =>
      server.ask('query($key: String) { operation(idempotencyKey: $key) { state message { sid } } }', { key });
    await expect.poll(async () => (await ask()).data.operation).toEqual({ state: 'DONE', message: { sid: row.sid } });
    const { data } = await server.ask(SEND, { key, body });
    expect(data.messageCreate.message.sid).toBe(row.sid);
    expect(posts()).toHaveLength(1);
  });
});

test('a client that leaves does not take a keyed write with it', async () => {
  const slow: TestServer = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '1' });
  const accepted = keeping();
  const key = newKey();
  const { gone } = await othersFirst(slow);
  const leaving = new AbortController();
  const left = expect(slow.ask(SEND, { key }, leaving.signal)).rejects.toThrow();
  const OUTCOME = 'query($key: String!) { operation(idempotencyKey: $key) { state } }';
  await expect.poll(async () => (await slow.ask(OUTCOME, { key })).data?.operation?.state).toBe('QUEUED');
  leaving.abort();
  await left;
  gone.abort();
  await expect.poll(() => accepted.length).toBe(1);
  const { data } = await slow.ask(SEND, { key });
  expect(data.messageCreate.message.sid).toBe(accepted[0]?.sid);
  expect(accepted).toHaveLength(1);
  await slow.close();
});
