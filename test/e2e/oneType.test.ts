/** What Twilio shows in several places is one type here: recordings by call, conference and account; usage by category. */
import { describe, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { serverWithStandIn } from '../support/hooks.ts';
import { call, number, page, path, recording, refusal, sid } from '../support/rows.ts';
import { ACCOUNT } from '../support/server.ts';

const { twilio, server } = await serverWithStandIn();
const globalId = (n: number) => Buffer.from(`Recording:${ACCOUNT}/${sid('RE', n)}`).toString('base64url');

describe('a recording', () => {
  test('found through its call, its conference and the account has one type and one id', async () => {
    twilio.play(({ path: asked }) =>
      asked.includes('/Recordings') ? page('recordings', [recording(1)]) : { ...call(1), sid: asked.slice(-39, -5) },
    );
    const { data, errors } = await server.ask(`{
      recordings { nodes { __typename id mediaUrl } }
      callRecordings(callSid: "${sid('CA')}") { nodes { __typename id mediaUrl } }
      conferenceRecordings(conferenceSid: "${sid('CF')}") { nodes { __typename id mediaUrl } }
      call(sid: "${sid('CA')}") { callRecordings { nodes { __typename id mediaUrl } } }
    }`);
    expect(errors).toEqual([]);
    const { nodes } = data.recordings;
    expect(nodes).toMatchObject([{ __typename: 'Recording', id: globalId(1) }]);
    expect(nodes[0].mediaUrl).toContain(sid('RE'));
    for (const list of [data.callRecordings, data.conferenceRecordings, data.call.callRecordings])
      expect(list.nodes).toEqual(nodes);
  });

  test.each([
    ['call', 'Calls', 'CA'],
    ['conference', 'Conferences', 'CF'],
  ])('is updated and deleted by filter under its %s, each row once', async (parent, at, prefix) => {
    const list = `${at}/${sid(prefix)}/Recordings`;
    const random = chance(prefix.charCodeAt(1));
    const rows = Array.from({ length: 20 }, (_, n) => recording(n + 1, { duration: String(random.below(10)) }));
    const wanted = rows.filter(({ duration }) => Number(duration) < 5).map((row) => String(row.sid));
    const play = () =>
      twilio.play(({ method, path: asked }) => {
        if (method === 'GET') return page('recordings', rows);
        return method === 'DELETE' ? [204] : recording(1, { sid: /RE\w{32}/.exec(asked)?.[0], status: 'paused' });
      });
    const name = `${parent}Recordings`;
    const args = `${parent}Sid: "${sid(prefix)}", filter: { duration: { lt: 5 } }, limit: 100`;
    play();
    const updated = await server.ask(
      `mutation { ${name}Update(${args}, input: { status: PAUSED }) { results { sid outcome recording { id status } } } }`,
    );
    expect(updated.errors).toEqual([]);
    expect(updated.data[`${name}Update`].results.map((row: { sid: string }) => row.sid)).toEqual(wanted);
    expect(updated.data[`${name}Update`].results).toContainEqual(
      expect.objectContaining({ outcome: 'DONE', recording: { id: expect.any(String), status: 'PAUSED' } }),
    );
    const writes = () => twilio.seen.filter(({ method }) => method !== 'GET').map(({ path: asked }) => asked);
    expect(writes().sort()).toEqual(wanted.map((each) => path(`${list}/${each}`)).sort());
    play();
    const deleted = await server.ask(`mutation { ${name}Delete(${args}) { results { sid outcome } } }`);
    expect(deleted.errors).toEqual([]);
    expect(writes().sort()).toEqual(wanted.map((each) => path(`${list}/${each}`)).sort());
  });

  test('is steered as Twilio.CURRENT, and answers as itself', async () => {
    twilio.play(({ method }) => (method === 'POST' ? recording(7, { status: 'paused' }) : refusal(20404, 'no', 404)));
    const { data, errors } = await server.ask(`mutation {
      callRecordingUpdate(callSid: "${sid('CA')}", sid: "Twilio.CURRENT", input: { status: PAUSED }) {
        recording { id status } userErrors { message }
      }
    }`);
    expect(errors).toEqual([]);
    expect(data.callRecordingUpdate).toEqual({
      recording: { id: globalId(7), status: 'PAUSED' },
      userErrors: [],
    });
  });
});

test('what belongs to an account is AccountOwned, and its account costs one call', async () => {
  twilio.play(({ path: asked }) =>
    asked.includes('/Calls') ? call(1) : { sid: ACCOUNT, friendly_name: 'Sales', status: 'active', type: 'Full' },
  );
  const id = Buffer.from(`Call:${ACCOUNT}/${sid('CA')}`).toString('base64url');
  const { data, errors, text } = await server.ask(
    `{ node(id: "${id}") { ... on AccountOwned { accountSid account { friendlyName } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.node).toEqual({ accountSid: ACCOUNT, account: { friendlyName: 'Sales' } });
  const { requestedQueryCost, actualQueryCost } = JSON.parse(text).extensions.cost;
  expect(actualQueryCost).toBe(2);
  expect(requestedQueryCost).toBeGreaterThanOrEqual(2);
});

test.each([
  ['in small letters', { voice: true, sms: false, mms: true, fax: false }],
  ['in capitals', { voice: true, SMS: false, MMS: true, fax: false }],
])('capabilities of a number, %s', async (_, capabilities) => {
  twilio.play(() => page('incoming_phone_numbers', [number(1, { capabilities })]));
  const { data, errors } = await server.ask(
    '{ incomingPhoneNumbers { nodes { capabilities { voice sms mms fax } } } }',
  );
  expect(errors).toEqual([]);
  expect(data.incomingPhoneNumbers.nodes).toEqual([
    { capabilities: { voice: true, sms: false, mms: true, fax: false } },
  ]);
});

test('objects of known form have types', async () => {
  const encryption_details = { encryption_public_key_sid: sid('CR'), encryption_cek: 'Y2Vr', encryption_iv: 'aXY=' };
  twilio.play(({ method }) =>
    method === 'GET'
      ? page('recordings', [recording(1, { encryption_details }), recording(2, { encryption_details: null })])
      : {
          ...{ account_sid: ACCOUNT, username: 'user', password: 'secret', ttl: '60' },
          date_created: 'Fri, 20 Nov 2026 10:00:00 +0000',
          ice_servers: [
            { url: 'stun:s.example', urls: 'stun:s.example' },
            { url: 'turn:t.example', urls: 'turn:t.example', username: 'user', credential: 'secret' },
          ],
        },
  );
  const read = await server.ask(
    '{ recordings { nodes { encryptionDetails { encryptionPublicKeySid encryptionCek encryptionIv } } } }',
  );
  expect(read.errors).toEqual([]);
  expect(read.data.recordings.nodes).toEqual([
    { encryptionDetails: { encryptionPublicKeySid: sid('CR'), encryptionCek: 'Y2Vr', encryptionIv: 'aXY=' } },
    { encryptionDetails: null },
  ]);
  const made = await server.ask(
    'mutation { tokenCreate(input: {}) { token { iceServers { urls username credential } } } }',
  );
  expect(made.errors).toEqual([]);
  expect(made.data.tokenCreate.token.iceServers).toEqual([
    { urls: 'stun:s.example', username: null, credential: null },
    { urls: 'turn:t.example', username: 'user', credential: 'secret' },
  ]);
});

test('usage by category: top-level categories add up to the total', async () => {
  const usage = (category: string, price: string) => ({ account_sid: ACCOUNT, category, price, price_unit: 'usd' });
  twilio.play(() =>
    page('usage_records', [
      usage('totalprice', '10'),
      usage('calls', '6'),
      usage('calls-inbound', '4'),
      usage('calls-inbound-local', '4'),
      usage('calls-outbound', '2'),
      usage('sms', '3.5'),
      usage('sms-outbound', '3.5'),
      usage('recordings', '0.5'),
    ]),
  );
  const { data, errors } = await server.ask(`{
    usageRecords(filter: { topLevel: { eq: true } }) { nodes { category topLevel } aggregate { sum(field: PRICE) } }
    total: usageRecords(filter: { category: { eq: "totalprice" } }) { nodes { topLevel price } }
  }`);
  expect(errors).toEqual([]);
  expect(data.usageRecords.nodes.map((row: { category: string }) => row.category)).toEqual([
    'calls',
    'sms',
    'recordings',
  ]);
  expect(data.usageRecords.aggregate.sum).toBe('10');
  expect(data.total.nodes).toEqual([{ topLevel: false, price: '10' }]);
});
