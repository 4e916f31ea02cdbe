/** Gets and references: what one query costs, and what it answers when Twilio has nothing or fails. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaveOnce } from '../support/leaving.ts';
import { call, message, number, page, path, recording, refusal, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, type TestServer, TOKEN } from '../support/server.ts';
import { type Answer, type StandIn, startStandIn } from '../support/standIn.ts';

let twilio: StandIn;
let server: TestServer;
/** Gives up soon on a Twilio that is silent. Every other test would send twice on a busy machine. */
let impatient: TestServer;
beforeAll(async () => {
  twilio = await startStandIn();
  server = await startAgainst(twilio.url);
  impatient = await startAgainst(twilio.url, { TWILIO_TIMEOUT_MS: '400' });
});
afterAll(async () => {
  await server.close();
  await impatient.close();
  await twilio.close();
});
const paths = () => twilio.seen.map((request) => request.path);

test('a row with its kinds: enum, moment, whole number, exact money', async () => {
  twilio.play(() => call(1, { price: '-0.00850', duration: '90', caller_name: null }));
  const { data, errors } = await server.ask(
    `{ call(sid: "${sid('CA')}") { id sid status direction startTime duration price callerName answeredBy } }`,
  );
  expect(errors).toEqual([]);
  expect(data.call).toEqual({
    id: Buffer.from(`Call:${ACCOUNT}/${sid('CA')}`).toString('base64url'),
    sid: sid('CA'),
    status: 'COMPLETED',
    direction: 'INBOUND',
    startTime: '2026-11-20T10:00:00Z',
    duration: 90,
    price: '-0.00850',
    callerName: null,
    answeredBy: null,
  });
  expect(twilio.seen).toHaveLength(1);
  expect(twilio.seen[0]).toMatchObject({ method: 'GET', path: path(`Calls/${sid('CA')}`) });
  expect(twilio.seen[0]?.headers).toMatchObject({
    host: 'api.twilio.com',
    authorization: `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`,
  });
});

test('a word that Twilio added tomorrow breaks nothing', async () => {
  twilio.play(() => call(1, { status: 'teleported' }));
  const { data, errors } = await server.ask(`{ call(sid: "${sid('CA')}") { status duration } }`);
  expect(errors).toEqual([]);
  expect(data.call).toEqual({ status: 'UNRECOGNIZED', duration: 90 });
});

test('a value that cannot be read fails its own field, and always in the same words', async () => {
  twilio.play(() => page('calls', [call(1, { duration: 'long' }), call(2)]));
  const ask = () => server.ask('{ calls(first: 2) { nodes { sid duration } } }');
  const first = await ask();
  expect(first.data.calls.nodes).toEqual([
    { sid: sid('CA', 1), duration: null },
    { sid: sid('CA', 2), duration: 90 },
  ]);
  expect(first.errors).toMatchObject([
    { path: ['calls', 'nodes', 0, 'duration'], extensions: { code: 'UPSTREAM_UNREADABLE' } },
  ]);
  const told = ({ data, errors }: typeof first) => ({
    data,
    errors: errors.map(({ extensions, ...error }) => ({ ...error, code: extensions.code })),
  });
  for (let times = 0; times < 10; times++) expect(told(await ask())).toEqual(told(first));
});

test.each(['2147483648', '-2147483649', '9007199254740993', '1.5'])(
  'a whole number that has no place in an Int is one clear error: %s',
  async (duration) => {
    twilio.play(() => call(1, { duration }));
    const { data, errors } = await server.ask(`{ call(sid: "${sid('CA')}") { sid duration } }`);
    expect(data.call).toEqual({ sid: sid('CA'), duration: null });
    expect(errors).toMatchObject([
      {
        path: ['call', 'duration'],
        message: "Twilio's value of duration cannot be read as what it should be.",
        extensions: { code: 'UPSTREAM_UNREADABLE' },
      },
    ]);
  },
);

test('a number of 64 bits stays exact', async () => {
  const json = `{"events":[{"sid":"${sid('EV')}","event_date_ms":9007199254740993}],"meta":{"key":"events","next_page_url":null}}`;
  twilio.play(() => [200, json]);
  const { data, errors } = await server.ask(
    `{ taskrouter { events(workspaceSid: "${sid('WS')}") { nodes { eventDateMs } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.taskrouter.events.nodes).toEqual([{ eventDateMs: '9007199254740993' }]);
});

test('equal Gets are one', async () => {
  twilio.play(() => call(1));
  const alias = (n: number) => `c${n}: call(sid: "${sid('CA')}") { sid }`;
  const { data } = await server.ask(`{ ${Array.from({ length: 10 }, (_, n) => alias(n)).join(' ')} }`);
  expect(Object.keys(data)).toHaveLength(10);
  expect(twilio.seen).toHaveLength(1);
});

test('a list primes what its rows point to', async () => {
  twilio.play(({ path: at }) =>
    at.endsWith('Calls.json')
      ? page('calls', [call(1), call(2, { parent_call_sid: sid('CA') })])
      : refusal(20404, 'no', 404),
  );
  const { data, errors } = await server.ask(`{ calls(first: 2) { nodes { sid parentCall { sid duration } } } }`);
  expect(errors).toEqual([]);
  expect(data.calls.nodes[1].parentCall).toEqual({ sid: sid('CA'), duration: 90 });
  expect(twilio.seen).toHaveLength(1);
});

test('recordings with their calls: one Get for each different call', async () => {
  twilio.play(({ path: at }) => {
    if (at.endsWith('Recordings.json'))
      return page(
        'recordings',
        [1, 2, 3, 4].map((n) => recording(n, { call_sid: sid('CA', n % 2) })),
      );
    return call(Number(at.slice(-6, -5)));
  });
  const { data } = await server.ask('{ recordings(first: 4) { nodes { sid call { sid } } } }');
  expect(data.recordings.nodes.map((node: { call: { sid: string } }) => node.call.sid)).toEqual(
    [1, 0, 1, 0].map((n) => sid('CA', n)),
  );
  expect(twilio.seen).toHaveLength(3);
});

test('a call leads to its recordings, its children and its number by direction', async () => {
  twilio.play(({ path: at, query }) => {
    if (at.endsWith('Recordings.json'))
      return page('recordings', query.get('CallSid') === sid('CA') ? [recording(1)] : []);
    if (at.endsWith('/Calls.json'))
      return page('calls', query.get('ParentCallSid') === sid('CA') ? [call(2, { parent_call_sid: sid('CA') })] : []);
    if (at.includes('/IncomingPhoneNumbers/')) return number(7);
    if (at.includes('/OutgoingCallerIds/')) return number(7);
    const isOutbound = at.endsWith(`${sid('CA', 3)}.json`);
    return call(isOutbound ? 3 : 1, {
      direction: isOutbound ? 'outbound-api' : 'inbound',
      phone_number_sid: sid('PN', 7),
    });
  });
  const { data, errors } = await server.ask(`{
    a: call(sid: "${sid('CA')}") { recordings { nodes { sid } } childCalls { nodes { sid } } phoneNumber { __typename } }
    b: call(sid: "${sid('CA', 3)}") { phoneNumber { __typename ... on OutgoingCallerId { phoneNumber } } } }`);
  expect(errors).toEqual([]);
  expect(data.a).toEqual({
    recordings: { nodes: [{ sid: sid('RE') }] },
    childCalls: { nodes: [{ sid: sid('CA', 2) }] },
    phoneNumber: { __typename: 'IncomingPhoneNumber' },
  });
  expect(data.b.phoneNumber).toEqual({ __typename: 'OutgoingCallerId', phoneNumber: '+15550100002' });
});

test('node and nodes find what an id names', async () => {
  twilio.play(({ path: at }) =>
    at.includes('/Calls/') ? call(1) : at.includes('/Media/') ? { sid: sid('ME'), parent_sid: sid('SM') } : message(1),
  );
  const id = (name: string, ...sids: string[]) => Buffer.from(`${name}:${sids.join('/')}`).toString('base64url');
  const { data, errors } = await server.ask(
    'query($id: ID!, $ids: [ID!]!) { node(id: $id) { __typename id ... on Call { duration } } nodes(ids: $ids) { __typename id } }',
    {
      id: id('Call', ACCOUNT, sid('CA')),
      ids: [id('Media', ACCOUNT, sid('SM'), sid('ME')), id('Message', ACCOUNT, sid('SM'))],
    },
  );
  expect(errors).toEqual([]);
  expect(data.node).toEqual({ __typename: 'Call', id: id('Call', ACCOUNT, sid('CA')), duration: 90 });
  expect(data.nodes.map((node: { __typename: string }) => node.__typename)).toEqual(['Media', 'Message']);
  expect(twilio.seen).toHaveLength(3);
});

test("a subaccount's resources are reached through Account and by accountSid", async () => {
  const sub = `AC${'b'.repeat(32)}`;
  twilio.play(({ path: at }) =>
    at.endsWith('Messages.json')
      ? page('messages', [message(1, { account_sid: sub })])
      : { sid: sub, friendly_name: 'Sub' },
  );
  const { data, errors } = await server.ask(
    `{ account(sid: "${sub}") { friendlyName messages(first: 1) { nodes { sid } } } messages(accountSid: "${sub}", first: 1) { nodes { account { friendlyName } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.messages.nodes[0].account.friendlyName).toBe('Sub');
  expect(new Set(paths())).toEqual(
    new Set([`/2010-04-01/Accounts/${sub}.json`, `/2010-04-01/Accounts/${sub}/Messages.json`]),
  );
});

test('what does not exist is null, and no error', async () => {
  twilio.play(() => refusal(20404, 'The requested resource was not found', 404));
  const { data, errors } = await server.ask(`{ call(sid: "${sid('CA')}") { sid } }`);
  expect({ data, errors }).toEqual({ data: { call: null }, errors: [] });
  expect(twilio.seen).toHaveLength(1);
});

describe('failures', () => {
  const problem = {
    type: 'https://www.twilio.com/docs/api/errors/20003',
    title: 'Forbidden',
    status: 403,
    code: 20003,
    detail: 'No.',
  };
  const failures: [name: string, answer: Answer, code: string, requests: number, more?: object][] = [
    ['401', refusal(20003, 'Authenticate', 401), 'UNAUTHENTICATED', 1, { twilioCode: 20003, status: 401 }],
    ['403 in the form of RFC 9457', [403, problem], 'FORBIDDEN', 1, { twilioCode: 20003, moreInfo: problem.type }],
    ['400', refusal(20001, 'Bad', 400), 'REJECTED', 1, { moreInfo: 'https://www.twilio.com/docs/errors/20001' }],
    ['429', refusal(20429, 'Too many', 429), 'RATE_LIMITED', 3],
    ['500', [500, { message: 'oops' }], 'UPSTREAM_ERROR', 3],
    ['503 with a page', [503, '<html>'], 'UPSTREAM_ERROR', 3],
    ['redirect', [302, '', { location: 'http://127.0.0.1:1/' }], 'UPSTREAM_ERROR', 3],
    ['not JSON', [200, '<html>'], 'UPSTREAM_UNREADABLE', 3],
    ['not the resource', [200, { surprise: true }], 'UPSTREAM_UNREADABLE', 1],
    ['reset', (response) => response.destroy(), 'UPSTREAM_INTERRUPTED', 3],
    ['no answer', () => undefined, 'UPSTREAM_TIMEOUT', 2],
  ];
  test.each(failures)('%s', async (_name, answer, code, requests, more = {}) => {
    twilio.play(() => answer);
    const asked = code === 'UPSTREAM_TIMEOUT' ? impatient : server;
    const { data, errors, text } = await asked.ask(`{ call(sid: "${sid('CA')}") { sid } }`);
    expect(data).toEqual({ call: null });
    expect(errors[0]?.extensions).toMatchObject({ code, ...more });
    expect(errors[0]?.path).toEqual(['call']);
    expect(twilio.seen).toHaveLength(requests);
    for (const secret of [TOKEN, 'Basic', 'authorization', '127.0.0.1', ' at ']) expect(text).not.toContain(secret);
  });

  test('a read that fails once succeeds', async () => {
    twilio.play((_request, index) => (index === 0 ? [503, {}] : call(1)));
    const { data, errors } = await server.ask(`{ call(sid: "${sid('CA')}") { sid } }`);
    expect({ data, errors }).toEqual({ data: { call: { sid: sid('CA') } }, errors: [] });
  });

  test('one failed Get leaves the others alone', async () => {
    twilio.play(({ path: at }) => (at.includes(sid('CA', 2)) ? refusal(20003, 'No', 403) : call(1)));
    const { data, errors } = await server.ask(
      `{ a: call(sid: "${sid('CA', 1)}") { sid } b: call(sid: "${sid('CA', 2)}") { sid } }`,
    );
    expect(data).toEqual({ a: { sid: sid('CA') }, b: null });
    expect(errors).toHaveLength(1);
  });
});

test('a client that leaves stops its reads, also those that wait', async () => {
  const slow = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '1' });
  let broken = 0;
  twilio.play(() => (response) => {
    response.on('close', () => broken++);
  });
  const query = `{ ${[1, 2, 3].map((n) => `c${n}: call(sid: "${sid('CA', n)}") { sid }`).join(' ')} }`;
  await leaveOnce(
    () => twilio.seen.length === 1,
    (signal) => slow.ask(query, {}, signal),
  );
  await expect.poll(() => broken).toBe(1);
  // What comes after them has its turn, and they have none.
  twilio.play(() => call(4));
  expect((await slow.ask(`{ call(sid: "${sid('CA', 4)}") { sid } }`)).errors).toEqual([]);
  expect(twilio.seen).toHaveLength(1);
  await slow.close();
});

describe('what a reference leads to is fetched', () => {
  const list = sid('CL', 1);
  const at = `SIP/CredentialLists/${list}`;
  test.each<[what: string, selection: string, fetches: number]>([
    ['where its values are selected', 'friendlyName credentials { nodes { username } }', 1],
    ['where only its key is selected, which shows whether it exists', 'sid', 1],
    ['not where nothing is selected but its key and what lies in it', 'sid credentials { nodes { username } }', 0],
    ['not where a fragment selects the same', '...F @include(if: true)', 0],
  ])('%s', async (_what, selection, fetches) => {
    twilio.play(({ path: asked }) => {
      if (asked === path(at)) return { sid: list, account_sid: ACCOUNT, friendly_name: 'Phones' };
      if (asked === path(`${at}/Credentials`))
        return page('credentials', [{ sid: sid('CR'), account_sid: ACCOUNT, username: 'one' }]);
      if (asked === path('SIP/Domains')) return page('domains', [{ sid: sid('SD'), account_sid: ACCOUNT }]);
      return page('contents', [{ sid: list, account_sid: ACCOUNT, friendly_name: 'Phones' }]);
    });
    const { data, errors } = await server.ask(`{ sipDomains(first: 1) { nodes { credentialListMappings(first: 1) {
      nodes { sipCredentialList { ${selection} } } } } } }
      ${selection.includes('...F') ? 'fragment F on SipCredentialList { sid credentials { nodes { username } } }' : ''}`);
    expect(errors).toEqual([]);
    const shown = data.sipDomains.nodes[0].credentialListMappings.nodes[0].sipCredentialList;
    if ('sid' in shown) expect(shown.sid).toBe(list);
    if ('credentials' in shown) expect(shown.credentials.nodes).toEqual([{ username: 'one' }]);
    expect(twilio.seen.filter(({ path: asked }) => asked === path(at))).toHaveLength(fetches);
  });
});
