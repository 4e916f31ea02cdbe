/** What a repeated write answers where its row cannot be read again: never a null that could mean that nothing was sent. */
import { describe, expect, test } from 'vitest';
import { impatientServer, serverWithStandIn } from '../support/hooks.ts';
import { message, path, sid } from '../support/rows.ts';
import { ACCOUNT } from '../support/server.ts';
import type { Answer, Seen } from '../support/standIn.ts';

const { twilio, server } = await serverWithStandIn();
const impatient = await impatientServer(twilio);
let keys = 0;
const newKey = () => `replay-${process.pid}-${keys++}`;
const sent = () => twilio.seen.filter(({ method }) => method === 'POST').length;

const TASK = { sid: sid('WT', 7), workspace_sid: sid('WS'), attributes: '{}', priority: 3 };
const TASKS = `/v1/Workspaces/${sid('WS')}/Tasks`;
const rows: Readonly<Record<string, object>> = {
  [path('Messages')]: message(7),
  [path(`Messages/${sid('SM', 7)}`)]: message(7),
  [TASKS]: TASK,
  [`${TASKS}/${TASK.sid}`]: TASK,
};
/** A Twilio that takes every write; `get` answers the Gets of rows. */
const plays = (get: Answer) =>
  twilio.play(({ method, path: at }: Seen): Answer => {
    const row = rows[at] ?? [404, { code: 20404, message: 'not found', status: 404 }];
    if (method === 'POST') return [at === TASKS || at === path('Messages') ? 201 : 200, row];
    return at === TASKS ? { tasks: [TASK], meta: { key: 'tasks', next_page_url: null } } : get;
  });

interface Write {
  readonly field: string;
  readonly row: readonly (string | number)[];
  readonly sid: string;
}
const writes: Readonly<Record<string, Write>> = {
  create: {
    field:
      'messageCreate(idempotencyKey: $key, input: { to: "+15550100002", from: "+15550100001", body: "x" }) { row: message { sid } userErrors { code } }',
    row: ['it', 'row'],
    sid: sid('SM', 7),
  },
  update: {
    field: `taskrouterTaskUpdate(workspaceSid: "${sid('WS')}", sid: "${TASK.sid}", idempotencyKey: $key, input: { priority: 4 }) { row: task { sid } userErrors { code } }`,
    row: ['it', 'row'],
    sid: TASK.sid,
  },
  'update by filter': {
    field: `taskrouterTasksUpdate(workspaceSid: "${sid('WS')}", idempotencyKey: $key, filter: { priority: { gt: 0 } }, input: { priority: 4 }, limit: 5) { results { outcome row: task { sid } } userErrors { code } }`,
    row: ['it', 'results', 0, 'row'],
    sid: TASK.sid,
  },
};
const faults: Readonly<Record<string, readonly [answer: Answer, code: string]>> = {
  '500': [[500, { message: 'broken' }], 'UPSTREAM_ERROR'],
  'a page of HTML with 404': [[404, '<html>', { 'content-type': 'text/html' }], 'UPSTREAM_ERROR'],
  '404': [[404, { code: 20404, message: 'not found', status: 404 }], 'NOT_FOUND'],
  '401': [[401, { code: 20003, message: 'Authenticate', status: 401 }], 'UNAUTHENTICATED'],
  '429': [[429, { code: 20429, message: 'Too Many', status: 429 }, { 'retry-after': '60' }], 'RATE_LIMITED'],
  'a page of HTML': [[200, '<html>', { 'content-type': 'text/html' }], 'UPSTREAM_UNREADABLE'],
  'another row': [{ ...message(8), ...{ sid: sid('SM', 8) } }, 'UPSTREAM_UNREADABLE'],
  'a reset': [(response) => response.destroy(), 'UPSTREAM_INTERRUPTED'],
  silence: [() => undefined, 'UPSTREAM_TIMEOUT'],
};

describe.each(Object.entries(writes))('%s', (_name, write) => {
  const ask = `mutation($key: String) { it: ${write.field} }`;

  test.each(Object.entries(faults))('its Get answers %s', async (_fault, [answer, code]) => {
    const key = newKey();
    plays({});
    const first = await impatient.ask(ask, { key });
    expect(first.errors).toEqual([]);
    const before = sent();
    plays(answer);
    const { data, errors, extensions } = await impatient.ask(ask, { key });
    expect(errors).toMatchObject([{ path: write.row, extensions: { code, outcome: 'DONE', sid: write.sid } }]);
    expect(data.it.userErrors).toEqual([]);
    if (data.it.results) expect(data.it.results).toEqual([{ outcome: 'DONE', row: null }]);
    else expect(data.it.row).toBeNull();
    expect(extensions.idempotency).toEqual({ key, replayed: true });
    expect([before, sent()]).toEqual([1, 0]);
  });
});

test('the time of the operation ends while its row is read again', async () => {
  const key = newKey();
  const ask = `mutation($key: String) { it: ${writes.create?.field} }`;
  plays({});
  await server.ask(ask, { key });
  plays(() => undefined);
  const { data, errors } = await server.ask(ask, { key }, undefined, { 'x-request-timeout-ms': '300' });
  expect(data).toEqual({ it: { row: null, userErrors: [] } });
  expect(errors).toMatchObject([
    { path: ['it', 'row'], extensions: { code: 'OPERATION_TIMEOUT', outcome: 'DONE', sid: sid('SM', 7) } },
  ]);
});

describe('a row that Twilio has no request for', () => {
  const KEY = { sid: sid('SK', 7), friendly_name: 'k', secret: 's3cret' };
  const creates: readonly (readonly [field: string, of: object, row: string, sid: string | undefined])[] = [
    ['newKeyCreate(idempotencyKey: $key, input: { friendlyName: "k" })', KEY, 'newKey', KEY.sid],
    [
      `messageFeedbackCreate(idempotencyKey: $key, messageSid: "${sid('SM', 7)}", input: { outcome: CONFIRMED })`,
      { message_sid: sid('SM', 7), outcome: 'confirmed' },
      'messageFeedback',
      undefined,
    ],
    [
      'insightsQueryCreate(idempotencyKey: $key, input: { query: {} })',
      { domain: 'Conversations', items: [] },
      'query',
      undefined,
    ],
  ];
  const fields: Readonly<Record<string, string>> = {
    newKey: 'friendlyName',
    messageFeedback: 'outcome',
    query: 'domain',
  };
  const twice = async (field: string, row: string, selected: string) => {
    const ask = `mutation($key: String) { it: ${field} { row: ${row} { ${selected} } userErrors { code } } }`;
    const variables = { key: newKey() };
    const first = await server.ask(ask, variables);
    expect([first.errors, first.data?.it.userErrors]).toEqual([[], []]);
    return { first, again: await server.ask(ask, variables) };
  };

  test.each(creates)('%s: says that the write was carried out', async (field, made, row, key) => {
    twilio.play(({ method }) => (method === 'POST' ? [201, made] : [500, { message: 'There is no such Get.' }]));
    const { again } = await twice(field, row, `__typename ${fields[row]}`);
    expect(again.data).toEqual({ it: { row: null, userErrors: [] } });
    expect(again.errors).toMatchObject([{ path: ['it', 'row'], extensions: { code: 'NOT_FOUND', outcome: 'DONE' } }]);
    expect(again.errors[0]?.extensions.sid).toBe(key);
    expect(twilio.seen).toHaveLength(1);
  });

  test('is there with its key, if nothing else is selected', async () => {
    twilio.play(() => [201, KEY]);
    const { first, again } = await twice(
      'newKeyCreate(idempotencyKey: $key, input: { friendlyName: "k" })',
      'newKey',
      'sid',
    );
    expect(again.errors).toEqual([]);
    expect(again.data).toEqual(first.data);
    expect(twilio.seen).toHaveLength(1);
  });

  test('is read where Twilio has the same row', async () => {
    const recording = { sid: sid('RE', 7), account_sid: ACCOUNT, call_sid: sid('CA', 7), status: 'processing' };
    const at = path(`Recordings/${recording.sid}`);
    twilio.play(({ method, path }) =>
      method === 'POST' ? [201, recording] : path === at ? recording : [404, { code: 20404, status: 404 }],
    );
    const { first, again } = await twice(
      `callRecordingCreate(idempotencyKey: $key, callSid: "${recording.call_sid}", input: {})`,
      'recording',
      'sid status',
    );
    expect([again.errors, again.data]).toEqual([[], first.data]);
    const { key } = again.extensions.idempotency as { key: string };
    const { data } = await server.ask(`{ operation(idempotencyKey: "${key}") { state recording { sid status } } }`);
    expect(data.operation).toEqual({ state: 'DONE', recording: first.data.it.row });
  });
});
