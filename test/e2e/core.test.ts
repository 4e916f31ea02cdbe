/** What the rest of the core API adds: secrets told once, numbers behind addresses, details that lists leave out. */
import { describe, expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';
import { call, message, number, page, path, refusal, sid } from '../support/rows.ts';
import { ACCOUNT } from '../support/server.ts';

const { twilio, server } = await serverWithStandIn();

describe('a secret that Twilio shows once', () => {
  const SECRET = 'only-once-and-never-again';
  test('is in the payload of its create, and of that alone', async () => {
    twilio.play(() => [201, { sid: sid('SK'), friendly_name: 'Key', secret: SECRET }]);
    const create = `newKeyCreate(input: { friendlyName: "Key" }) { newKey { sid secret key { friendlyName } } userErrors { code } }`;
    const { data, errors } = await server.ask(`mutation { ${create} }`);
    expect(errors).toEqual([]);
    expect(data.newKeyCreate.newKey).toMatchObject({ sid: sid('SK'), secret: SECRET });
    expect(JSON.stringify(server.logged)).not.toContain(SECRET);
  });
  test("a subaccount's Auth Token: by its create, not by Get, list or update", async () => {
    const account = { sid: ACCOUNT, auth_token: SECRET, friendly_name: 'Sub', status: 'active' };
    twilio.play(({ method, path: at }) =>
      at.endsWith('Accounts.json') && method === 'GET'
        ? page('accounts', [account])
        : [method === 'GET' ? 200 : 201, account],
    );
    const { data } = await server.ask(
      'mutation { accountCreate(input: { friendlyName: "Sub" }) { account { sid authToken } } }',
    );
    expect(data.accountCreate.account.authToken).toBe(SECRET);
    const others = [
      '{ account { sid authToken } }',
      '{ accounts { nodes { sid authToken } } }',
      `mutation { accountUpdate(sid: "${ACCOUNT}", input: { friendlyName: "x" }) { account { sid authToken } } }`,
    ];
    for (const query of others) {
      const { text, errors } = await server.ask(query);
      expect(errors).toEqual([]);
      expect(text).not.toContain(SECRET);
      expect(text).toContain('"authToken":null');
    }
  });
  test('is not in an error, either', async () => {
    twilio.play(() => [201, { secret: SECRET }]);
    const { text, errors } = await server.ask('mutation { newKeyCreate(input: {}) { newKey { sid } } }');
    expect(errors[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNREADABLE', outcome: 'UNKNOWN' });
    expect(text + JSON.stringify(server.logged)).not.toContain(SECRET);
  });
});

describe('the number behind an address', () => {
  const owned = [number(1, { phone_number: '+15550100001' }), number(2, { phone_number: '+15550100002' })];
  test('is looked up by its value, once', async () => {
    twilio.play(({ path: at, query }) =>
      at.includes('Incoming')
        ? page(
            'incoming_phone_numbers',
            owned.filter((row) => row.phone_number === query.get('PhoneNumber')),
          )
        : call(1, { from: '+15550100001', to: '+15550100001' }),
    );
    const { data, errors } = await server.ask(`{ call(sid: "${sid('CA')}") { fromNumber { sid } toNumber { sid } } }`);
    expect(errors).toEqual([]);
    expect(data.call).toEqual({ fromNumber: { sid: sid('PN') }, toNumber: { sid: sid('PN') } });
    expect(twilio.seen).toHaveLength(2);
    expect(twilio.seen[1]?.query.get('PhoneNumber')).toBe('+15550100001');
  });
  test('of a hundred messages costs one page, and is null where the account has none', async () => {
    twilio.play(({ path: at }) =>
      at.includes('Incoming')
        ? page('incoming_phone_numbers', owned)
        : page(
            'messages',
            Array.from({ length: 100 }, (_, n) =>
              message(n, { from: `+1555010000${n % 4}`, to: n % 2 ? 'whatsapp:+15550100001' : null }),
            ),
          ),
    );
    const { data, errors } = await server.ask(
      '{ messages(first: 100) { nodes { fromNumber { sid } toNumber { sid } } } }',
    );
    expect(errors).toEqual([]);
    expect(data.messages.nodes.slice(0, 4)).toEqual(
      [null, sid('PN', 1), sid('PN', 2), null].map((one) => ({ fromNumber: one && { sid: one }, toNumber: null })),
    );
    expect(twilio.seen).toHaveLength(2);
  });
  test('of many in an account with more than a page of numbers is still found', async () => {
    twilio.play(({ path: at, query }) => {
      if (!at.includes('Incoming')) return page('calls', [call(1, { from: '+15550100001', to: '+15550100002' })]);
      const asked = query.get('PhoneNumber');
      return asked
        ? page(
            'incoming_phone_numbers',
            owned.filter((row) => row.phone_number === asked),
          )
        : page('incoming_phone_numbers', owned.slice(0, 1), `${path('IncomingPhoneNumbers')}?Page=1`);
    });
    const { data } = await server.ask('{ calls(first: 1) { nodes { fromNumber { sid } toNumber { sid } } } }');
    expect(data.calls.nodes[0]).toEqual({ fromNumber: { sid: sid('PN', 1) }, toNumber: { sid: sid('PN', 2) } });
    expect(twilio.seen).toHaveLength(3);
  });
});

test('a field that lists leave out is fetched when it is selected', async () => {
  const listed = { sid: sid('NO'), account_sid: ACCOUNT, error_code: '11200' };
  twilio.play(({ path: at }) =>
    at.endsWith('Notifications.json') ? page('notifications', [listed]) : { ...listed, response_body: '<html>' },
  );
  const cheap = await server.ask('{ notifications { nodes { sid errorCode } } }');
  expect(cheap.data.notifications.nodes).toEqual([{ sid: sid('NO'), errorCode: 11200 }]);
  expect(twilio.seen).toHaveLength(1);
  const { data } = await server.ask('{ notifications { nodes { responseBody } } }');
  expect(data.notifications.nodes).toEqual([{ responseBody: '<html>' }]);
  expect(twilio.seen).toHaveLength(3);
});

test('names and values go out one by one', async () => {
  twilio.play(() => [201, { sid: sid('MZ'), call_sid: sid('CA') }]);
  const start = (parameters: string) =>
    server.ask(
      `mutation { streamCreate(callSid: "${sid('CA')}", input: { url: "wss://a.example/", parameters: ${parameters} }) { stream { sid } userErrors { code field } } }`,
    );
  const { errors } = await start('{ one: "1", two: "2" }');
  expect(errors).toEqual([]);
  expect(Object.fromEntries(twilio.seen[0]?.form ?? [])).toMatchObject({
    'Parameter1.Name': 'one',
    'Parameter1.Value': '1',
    'Parameter2.Name': 'two',
    'Parameter2.Value': '2',
  });
  for (const wrong of ['"text"', '[1]', '{ one: 1 }']) {
    twilio.seen.length = 0;
    expect((await start(wrong)).data.streamCreate.userErrors).toEqual([
      { code: 'BAD_USER_INPUT', field: ['input', 'parameters'] },
    ]);
    expect(twilio.seen).toHaveLength(0);
  }
});

test('a redirect that is the answer is returned, and not followed', async () => {
  twilio.play(() => [
    307,
    { redirect_to: 'https://elsewhere.example/signed' },
    { location: `${twilio.url}/elsewhere` },
  ]);
  const { data, errors } = await server.ask(
    `{ recordingAddOnResultPayloadData(recordingSid: "${sid('RE')}", recordingAddOnResultSid: "${sid('XR')}", recordingAddOnResultPayloadSid: "${sid('XH')}") { redirectTo } }`,
  );
  expect(errors).toEqual([]);
  expect(data.recordingAddOnResultPayloadData).toEqual({ redirectTo: 'https://elsewhere.example/signed' });
  expect(twilio.seen).toHaveLength(1);
});

test('subaccounts are walked, each in its own place; one that is refused leaves the others alone', async () => {
  const subs = ['b', 'c'].map((letter) => `AC${letter.repeat(32)}`);
  twilio.play(({ path: at }) => {
    if (at.endsWith('/Accounts.json'))
      return page(
        'accounts',
        subs.map((one) => ({ sid: one, friendly_name: one.slice(2, 3) })),
      );
    return at.includes(subs[1] ?? '')
      ? refusal(20003, 'Suspended', 403)
      : page('messages', [message(1, { account_sid: subs[0] })]);
  });
  const { data, errors } = await server.ask(
    '{ accounts { nodes { friendlyName messages(first: 5) { nodes { sid account { friendlyName } } } } } }',
  );
  expect(data.accounts.nodes).toEqual([
    { friendlyName: 'b', messages: { nodes: [{ sid: sid('SM'), account: { friendlyName: 'b' } }] } },
    { friendlyName: 'c', messages: null },
  ]);
  expect(errors).toMatchObject([
    { path: ['accounts', 'nodes', 1, 'messages', 'nodes'], extensions: { code: 'FORBIDDEN' } },
  ]);
  expect(twilio.seen.map((request) => request.path)).toEqual([
    '/2010-04-01/Accounts.json',
    ...subs.map((one) => `/2010-04-01/Accounts/${one}/Messages.json`),
  ]);
});

test('mutations reach a subaccount by accountSid', async () => {
  const sub = `AC${'b'.repeat(32)}`;
  twilio.play(() => [201, message(1, { account_sid: sub })]);
  await server.ask(
    `mutation { messageCreate(accountSid: "${sub}", input: { to: "+1555", from: "+1555", body: "x" }) { message { sid } } }`,
  );
  expect(twilio.seen[0]?.path).toBe(`/2010-04-01/Accounts/${sub}/Messages.json`);
});
