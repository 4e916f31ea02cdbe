/** A paid write is sent once, or certainly not at all: under every fault, with the stand-in's count as the witness. */
import { describe, expect, test } from 'vitest';
import { impatientServer, serverWithStandIn } from '../support/hooks.ts';
import { leaveOnce } from '../support/leaving.ts';
import { message, path, refusal, sid } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';
import { type Answer, startStandIn } from '../support/standIn.ts';

const { twilio, server } = await serverWithStandIn();
const impatient = await impatientServer(twilio);

const SEND = `mutation { messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "" }) {
  message { sid status } userErrors { code message field twilioCode moreInfo } } }`;
const posts = () => twilio.seen.filter(({ method }) => method === 'POST');

test('is sent as Twilio wants it, the empty body included', async () => {
  twilio.play(() => [201, message(1)]);
  const { data, errors } = await server.ask(SEND);
  expect(errors).toEqual([]);
  expect(data.messageCreate).toEqual({ message: { sid: sid('SM'), status: 'QUEUED' }, userErrors: [] });
  expect(twilio.seen).toHaveLength(1);
  expect(twilio.seen[0]).toMatchObject({ method: 'POST', path: path('Messages') });
  expect(Object.fromEntries(twilio.seen[0]?.form ?? [])).toEqual({
    To: '+15550100002',
    From: '+15550100001',
    Body: '',
  });
  expect(twilio.seen[0]?.headers.host).toBe('api.twilio.com');
});

test('a list repeats its parameter', async () => {
  twilio.play(() => [201, message(1)]);
  await server.ask(
    `mutation { messageCreate(input: { to: "+1555", from: "+1555", mediaUrl: ["https://a.example/1", "https://a.example/2"] }) { message { sid } } }`,
  );
  expect(twilio.seen[0]?.form.getAll('MediaUrl')).toEqual(['https://a.example/1', 'https://a.example/2']);
});

describe('a fault after which it may have happened', () => {
  const faults: [name: string, answer: Answer, code: string][] = [
    ['500 after accept', [500, { message: 'broken' }], 'UPSTREAM_ERROR'],
    ['503', [503, 'down'], 'UPSTREAM_ERROR'],
    ['reset after accept', (response) => response.destroy(), 'UPSTREAM_INTERRUPTED'],
    [
      'truncated body',
      (response) => {
        response.writeHead(201, { 'content-length': '1000' });
        response.write('{"sid":');
        setTimeout(() => response.destroy(), 20);
      },
      'UPSTREAM_INTERRUPTED',
    ],
    ['unreadable 201', [201, '<html>'], 'UPSTREAM_UNREADABLE'],
    ['201 without a resource', [201, {}], 'UPSTREAM_UNREADABLE'],
    ['no answer in time', () => undefined, 'UPSTREAM_TIMEOUT'],
  ];
  test.each(faults)('%s: one request, outcome unknown', async (_name, answer, code) => {
    twilio.play(() => answer);
    const { data, errors, text } = await (code === 'UPSTREAM_TIMEOUT' ? impatient : server).ask(SEND);
    expect(data).toEqual({ messageCreate: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'OUTCOME_UNKNOWN', cause: code, outcome: 'UNKNOWN' });
    expect(posts()).toHaveLength(1);
    expect(text).not.toContain('Basic ');
  });
});

test('429 did nothing, so it is sent again until it is taken', async () => {
  twilio.play(() => (posts().length < 3 ? refusal(20429, 'Too Many Requests', 429) : [201, message(1)]));
  const { data, errors } = await server.ask(SEND);
  expect(errors).toEqual([]);
  expect(data.messageCreate.message.sid).toBe(sid('SM'));
  expect(posts()).toHaveLength(3);
});

test('429 with a Retry-After that is too long to wait for is returned at once', async () => {
  twilio.play(() => [429, { code: 20429, message: 'Too Many Requests', status: 429 }, { 'retry-after': '120' }]);
  const { data } = await server.ask(SEND);
  expect(data.messageCreate).toMatchObject({
    message: null,
    userErrors: [{ code: 'RATE_LIMITED', twilioCode: 20429 }],
  });
  expect(posts()).toHaveLength(1);
});

test.each([
  [400, 21211, 'REJECTED'],
  [401, 20003, 'UNAUTHENTICATED'],
  [403, 20003, 'FORBIDDEN'],
])('%i is data', async (status, twilioCode, code) => {
  twilio.play(() => refusal(twilioCode, "The 'To' number is not a valid phone number.", status));
  const { data, errors } = await server.ask(SEND);
  expect(errors).toEqual([]);
  expect(data.messageCreate).toEqual({
    message: null,
    userErrors: [
      {
        code,
        message: "The 'To' number is not a valid phone number.",
        field: ['input', 'to'],
        twilioCode,
        moreInfo: `https://www.twilio.com/docs/errors/${twilioCode}`,
      },
    ],
  });
  expect(posts()).toHaveLength(1);
});

test('nobody listens: it was certainly not sent, is tried again, and then reported', async () => {
  const gone = await startStandIn();
  await gone.close();
  const lost = await startAgainst(gone.url);
  const { errors } = await lost.ask(SEND);
  expect(errors[0]?.extensions.code).toBe('UPSTREAM_UNREACHABLE');
  expect(errors[0]?.extensions.outcome).toBeUndefined();
  await lost.close();
});

test('a client that leaves does not stop a write', async () => {
  let taken = 0;
  let go = () => {};
  const held = new Promise<void>((release) => {
    go = release;
  });
  // Lookups of what earlier tests left unknown go on meanwhile.
  twilio.play(async ({ method }) => {
    if (method !== 'POST') return [404];
    await held;
    taken++;
    return [201, message(1)];
  });
  await leaveOnce(
    () => posts().length === 1,
    (signal) => server.ask(SEND, {}, signal),
  );
  go();
  await expect.poll(() => taken).toBe(1);
  expect(posts()).toHaveLength(1);
});

test('two mutations of one operation run one after the other', async () => {
  twilio.play(({ form }) => [201, message(form.get('Body') === 'a' ? 1 : 2)]);
  const one = (name: string, body: string) =>
    `${name}: messageCreate(input: { to: "+1555", from: "+1555", body: "${body}" }) { message { sid } }`;
  const { data } = await server.ask(`mutation { ${one('a', 'a')} ${one('b', 'b')} }`);
  expect([data.a.message.sid, data.b.message.sid]).toEqual([sid('SM', 1), sid('SM', 2)]);
  expect(posts().map(({ form }) => form.get('Body'))).toEqual(['a', 'b']);
});

test('one whose outcome is unknown takes nothing away from what else was sent', async () => {
  twilio.play(({ form }) => (form.get('Body') === 'a' ? [201, message(1)] : [500, {}]));
  const one = (name: string) =>
    `${name}: messageCreate(input: { to: "+15005550001", from: "+15005550006", body: "${name}" }) { message { sid } }`;
  const { data, errors } = await server.ask(`mutation { ${one('a')} ${one('b')} }`);
  expect(data).toEqual({ a: { message: { sid: sid('SM', 1) } }, b: null });
  expect(errors).toMatchObject([{ path: ['b'], extensions: { outcome: 'UNKNOWN' } }]);
  expect(posts()).toHaveLength(2);
});

test('delete answers what is gone', async () => {
  twilio.play(() => [204]);
  const { data } = await server.ask(`mutation { callDelete(sid: "${sid('CA')}") { deletedSid userErrors { code } } }`);
  expect(data.callDelete).toEqual({ deletedSid: sid('CA'), userErrors: [] });
  const deletes = twilio.seen.filter(({ method }) => method !== 'GET');
  expect(deletes).toMatchObject([{ method: 'DELETE', path: path(`Calls/${sid('CA')}`) }]);
});
