/** Spending: destinations, limits and the kill switch, with the sends that reach the stand-in as the witness. */
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { switchSends } from '../../src/spending/index.ts';
import { openSqliteStore } from '../../src/store/index.ts';
import { closedAfterAll, closedAfterTest } from '../support/hooks.ts';
import { bearer, createKey, newState } from '../support/keys.ts';
import { call, message, number, page, path, sid } from '../support/rows.ts';
import { type GraphQLAnswer, startAgainst, type TestServer } from '../support/server.ts';
import { type Script, startStandIn } from '../support/standIn.ts';

const twilio = closedAfterAll(await startStandIn());
const server = closedAfterAll(await startAgainst(twilio.url, { TWILIO_MAX_PAID_FIELDS: '1' }));
let made = 1000;
const accepting: Script = ({ method, path: at }) => {
  if (method !== 'POST')
    return at === path('Messages') ? page('messages', []) : [404, { code: 20404, message: 'not found' }];
  if (at === path('Messages')) return [201, message(made++)];
  return [201, at === path('Calls') ? call(made++) : number(made++)];
};
beforeEach(() => twilio.play(accepting));
const sent = () => twilio.seen.filter(({ method }) => method === 'POST').length;

const TO = '+15550100002';
const sendTo = (to: string, more = '') =>
  `mutation { messageCreate(input: { to: "${to}", from: "+15550100001", body: "Hi"${more} }) { message { sid } userErrors { code field message } } }`;
const codesOf = ({ errors, data }: GraphQLAnswer): unknown[] => [
  ...errors.map(({ extensions }) => extensions.code),
  ...(data?.messageCreate?.userErrors ?? data?.callCreate?.userErrors ?? []).map(({ code }: { code: string }) => code),
];
const codeOf = async (query: string, one: TestServer = server, headers = {}) =>
  codesOf(await one.ask(query, {}, undefined, headers))[0] ?? 'OK';

describe('paid fields of one operation', () => {
  const field = (i: number) =>
    `a${i}: messageCreate(input: { to: "${TO}", from: "+15550100001", body: "Hi" }) { message { sid } }`;
  test('fifty aliased sends send nothing', async () => {
    const fields = Array.from({ length: 50 }, (_, i) => field(i));
    const halves = `mutation { ...A ... on Mutation { ${field(1)} } } fragment A on Mutation { ${field(0)} }`;
    for (const query of [`mutation { ${fields.join(' ')} }`, halves])
      expect(await codeOf(query)).toBe('TOO_MANY_PAID_FIELDS');
    expect(sent()).toBe(0);
  });
  test('what is repeated, skipped, free or a dry run does not count', async () => {
    const dry = `d: messageCreate(dryRun: true, input: { to: "${TO}", from: "+15550100001", body: "Hi" }) { userErrors { code } }`;
    const free = `q: queueCreate(input: { friendlyName: "x" }) { userErrors { code } }`;
    const { errors } = await server.ask(
      `mutation { ${field(0)} ...F ... @skip(if: true) { ${field(1)} } ${dry} ${free} } fragment F on Mutation { ${field(0)} }`,
    );
    expect(errors).toEqual([]);
    expect(twilio.seen.filter(({ path: at }) => at === path('Messages'))).toHaveLength(1);
  });
});

describe('addresses that Twilio is given', () => {
  const bad = [
    'http://localhost/x',
    'http://LOCALHOST./x',
    'http://a.localhost:8080',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://10.0.0.8/',
    'http://192.168.1.1/',
    'http://172.16.0.1',
    'http://169.254.169.254/latest',
    'http://100.64.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://0.0.0.0:80/',
    'http://metadata.google.internal/',
    'http://printer.local/',
    'http://intranet/',
    'http://user:pw@127.0.0.1/',
    'http://①②⑦.0.0.1/',
    'http://[::127.0.0.1]/',
    'http://[5f00::1]/',
    'http://127.0.0.1../',
    'http://localhost../',
    'http://localhost.localdomain/',
    'http://kubernetes.default.svc/',
    'http://kubernetes.default.svc.cluster.local/',
    'http://x.private/',
  ];
  test.each(bad)('%s is refused', async (url) => {
    for (const more of [`, statusCallback: "${url}"`, `, mediaUrl: ["https://example.com/a.png", "${url}"]`]) {
      const answer = await server.ask(sendTo(TO, more));
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.text).toMatch(/statusCallback|mediaUrl/);
    }
    expect(sent()).toBe(0);
  });
  test('public ones are accepted, and free writes are held to the rule, too', async () => {
    for (const url of ['https://example.com/x', 'http://8.8.8.8/', 'http://[2606:4700::1]/', 'https://10.example.com/'])
      expect(await codeOf(sendTo(TO, `, statusCallback: "${url}"`))).toBe('OK');
    const { data } = await server.ask(
      `mutation { applicationCreate(input: { friendlyName: "x", smsUrl: "http://127.0.0.1/" }) { userErrors { field } } }`,
    );
    expect(data.applicationCreate.userErrors).toEqual([{ field: ['input', 'smsUrl'] }]);
  });
});

describe('addresses in inputs of products', () => {
  const created: readonly (readonly [product: string, of: (url: string) => string])[] = [
    [
      'bulkExportCustomJobCreate',
      (url) =>
        `bulkExportCustomJobCreate(resourceType: "Calls", input: { startDay: "2026-01-01", endDay: "2026-01-02", friendlyName: "x", webhookUrl: "${url}" })`,
    ],
    ['supersimEsimProfileCreate', (url) => `supersimEsimProfileCreate(input: { callbackUrl: "${url}" })`],
    [
      'notifyNotificationCreate',
      (url) =>
        `notifyNotificationCreate(serviceSid: "${sid('IS', 1)}", input: { body: "x", identity: ["a"], deliveryCallbackUrl: "${url}" })`,
    ],
  ];
  test.each(created)('%s', async (name, of) => {
    const { data } = await server.ask(`mutation { ${of('http://10.0.0.1/x')} { userErrors { code field } } }`);
    expect(data[name].userErrors).toEqual([
      { code: 'BAD_USER_INPUT', field: ['input', expect.stringMatching(/(webhook|callback)Url$/i)] },
    ]);
    expect(sent()).toBe(0);
    await server.ask(`mutation { ${of('https://example.com/x?a=b')} { userErrors { code } } }`);
    const forms = twilio.seen.filter(({ method }) => method === 'POST').map(({ form }) => [...form.values()]);
    expect(forms).toEqual([expect.arrayContaining(['https://example.com/x?a=b'])]);
  });
});

describe('destinations', () => {
  test.each([
    '+19005550100',
    '+449098790000',
    '+448712345678',
    '+881612345678',
    '+870773111632',
    '+88213300655',
    '+979123456789',
    '911',
    '+112',
    '+1911',
    'whatsapp:+1988',
    '999',
    'whatsapp:+19005550100',
  ])('%s is refused by default', async (to) => {
    const answer = await server.ask(sendTo(to));
    expect(codesOf(answer)).toEqual(['DESTINATION_NOT_ALLOWED']);
    expect(answer.data.messageCreate.userErrors[0].field).toEqual(['input', 'to']);
    expect(sent()).toBe(0);
  });
  test.each([
    '+1 (900) 555-0100',
    '0118816123456789',
    '+447911123456;ext=1',
    '+447911123456,1',
    '+447911123456x1',
    '+44_7911123456',
    '+44•7911123456',
    '+1/900/555/0199',
    '+44 7911 123456#',
    '++447911123456',
    '+0447911123456',
    '\uff0b19005550199',
    '+\uff119005550199',
    '\uff119005550199',
    '+1\u200b9005550199',
    '\u200b+19005550199',
    '\u00a0+19005550199',
    ' +19005550199 ',
    'whatsapp:+447911123456;ext=1',
    'WhatsApp:\uff0b447911123456',
    'rcs: +447911123456',
    'sms:+44_7911123456',
    '+447911123456*',
    'whatsapp:+44791112345*',
    'other:+447911123456;1',
    ' whatsapp:+19005550199;1',
  ])('%s is refused as no E.164 number', async (to) => {
    expect(await codeOf(sendTo(to))).toBe('BAD_USER_INPUT');
    expect(sent()).toBe(0);
  });
  test.each(['sip:+1900@example.com;x=1', 'client:+447911123456', 'messenger:123,4', '22222'])(
    '%s is left as it is',
    async (to) => expect(await codeOf(sendTo(to))).toBe('OK'),
  );
  const creating = (twiml: string) =>
    `mutation { callCreate(input: { to: "${TO}", from: "+15550100001", twiml: ${JSON.stringify(twiml)} }) { call { sid } userErrors { code field } } }`;
  test('numbers in instructions for a call count, too', async () => {
    const dial = (to: string) => creating(`<Response><Dial>${to}</Dial></Response>`);
    expect(await codeOf(dial('+19005550100'))).toBe('DESTINATION_NOT_ALLOWED');
    expect(await codeOf(dial('1-800-FLOWERS'))).toBe('BAD_USER_INPUT');
    expect(await codeOf(creating('<Response><Redirect>http://10.0.0.1/x</Redirect></Response>'))).toBe(
      'BAD_USER_INPUT',
    );
    expect(sent()).toBe(0);
    expect(await codeOf(dial('+12125550100'))).toBe('OK');
  });
  test('a list allows its countries and no others', async () => {
    const some = closedAfterTest(await startAgainst(twilio.url, { TWILIO_DESTINATIONS: 'US,DE,premium' }));
    const answers = new Map<string, unknown>();
    const all = [
      TO,
      '+15005550006',
      '+12125550100',
      '+4915112345678',
      '+19005550100',
      '+18765551234',
      '+442071838750',
      '+33612345678',
      'whatsapp:+442071838750',
    ];
    for (const to of all) answers.set(to, await codeOf(sendTo(to), some));
    expect([...answers].filter(([, code]) => code !== 'OK').map(([to]) => to)).toEqual(all.slice(5));
    expect(sent()).toBe(5);
  });
});

describe('limits', () => {
  test('200 sends at once over three nodes with a limit of 5 send 5', async () => {
    const settings = { TWILIO_GRAPHQL_STATE: newState(), TWILIO_SPENDING_LIMITS: 'messages/day=5' };
    const nodes = await Promise.all([1, 2, 3].map(() => startAgainst(twilio.url, settings)));
    for (const node of nodes) closedAfterTest(node);
    const codes = await Promise.all(Array.from({ length: 200 }, (_, i) => codeOf(sendTo(TO), nodes[i % 3])));
    expect([sent(), codes.filter((code) => code === 'OK').length]).toEqual([5, 5]);
    expect(new Set(codes)).toEqual(new Set(['OK', 'SPENDING_LIMIT']));
    const refused = await nodes[0]?.ask(sendTo(TO));
    expect(refused?.errors[0]?.extensions.retryAfter).toBeGreaterThan(0);
    expect(refused?.errors[0]?.message).toContain('messages/day=5');
    expect((await nodes[0]?.ask('{ messages { nodes { sid } } }'))?.errors).toEqual([]);
  });

  test('the lowest limit of a kind and window holds, and a send counts once', async () => {
    const settings = { TWILIO_SPENDING_LIMITS: 'messages/day=5,messages/day=3,messages/day=4' };
    const limited = closedAfterTest(await startAgainst(twilio.url, settings));
    const codes: string[] = [];
    for (let i = 0; i < 4; i++) codes.push(String(await codeOf(sendTo(TO), limited)));
    expect(codes).toEqual(['OK', 'OK', 'OK', 'SPENDING_LIMIT']);
  });

  test('a certain failure is released, an unknown outcome is kept, a replay is not counted', async () => {
    const limited = closedAfterTest(await startAgainst(twilio.url, { TWILIO_SPENDING_LIMITS: 'messages/day=3' }));
    twilio.play(() => [400, { code: 21211, message: 'no', status: 400 }]);
    for (let i = 0; i < 6; i++) expect(await codeOf(sendTo(TO), limited)).toBe('REJECTED');
    twilio.play((request) => (request.method === 'POST' ? (response) => response.destroy() : accepting(request, 0)));
    expect(await codeOf(sendTo(TO), limited)).toBe('OUTCOME_UNKNOWN');
    // Replays read the row again.
    twilio.play((request, index) => {
      const [sid] = /SM\w{32}/.exec(request.path) ?? [];
      return sid ? message(1, { sid }) : accepting(request, index);
    });
    const keyed = sendTo('+15550100003').replace('messageCreate(', 'messageCreate(idempotencyKey: "one", ');
    for (let i = 0; i < 4; i++) expect(await codeOf(keyed, limited)).toBe('OK');
    expect(await codeOf(sendTo('+15550100004'), limited)).toBe('OK');
    expect(await codeOf(sendTo('+15550100005'), limited)).toBe('SPENDING_LIMIT');
    expect(await codeOf(keyed, limited)).toBe('OK');
    expect(sent()).toBe(2);
  });

  test('per destination, per minute, and by estimated cost', async () => {
    const limited = closedAfterTest(
      await startAgainst(twilio.url, { TWILIO_SPENDING_LIMITS: 'messages/destination=1,calls/day=0,cost/day=0.05' }),
    );
    expect(await codeOf(sendTo(TO), limited)).toBe('OK');
    expect(await codeOf(sendTo(TO), limited)).toBe('SPENDING_LIMIT');
    expect(await codeOf(sendTo('+15550100003'), limited)).toBe('OK');
    expect(
      await codeOf(
        `mutation { callCreate(input: { to: "${TO}", from: "+15550100001", url: "https://example.com" }) { call { sid } userErrors { code } } }`,
        limited,
      ),
    ).toBe('SPENDING_LIMIT');
    const codes = await Promise.all(Array.from({ length: 10 }, (_, i) => codeOf(sendTo(`+1555010001${i}`), limited)));
    expect(codes.filter((code) => code === 'OK')).toHaveLength(3);
    expect(sent()).toBe(5);
  });

  test('a destination is a number, whatever its channel', async () => {
    const limited = closedAfterTest(
      await startAgainst(twilio.url, { TWILIO_SPENDING_LIMITS: 'messages/destination=1' }),
    );
    expect(await codeOf(sendTo(TO), limited)).toBe('OK');
    for (const channel of ['', 'whatsapp:', 'WhatsApp:', 'WHATSAPP:', 'rcs:', 'sms:'])
      expect(await codeOf(sendTo(`${channel}${TO}`), limited)).toBe('SPENDING_LIMIT');
    for (const other of ['whatsapp:+15550100003', 'messenger:15550100002'])
      expect(await codeOf(sendTo(other), limited)).toBe('OK');
    expect(sent()).toBe(3);
  });

  test("of a key are its own, and its destinations narrow the server's", async () => {
    const state = newState();
    const small = await createKey(state, ['messages:write'], { limits: ['messages/day=1'], destinations: ['US'] });
    const other = await createKey(state, ['messages:write']);
    const locked = closedAfterTest(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state }));
    expect(await codeOf(sendTo('+442071838750'), locked, bearer(small.text))).toBe('DESTINATION_NOT_ALLOWED');
    expect(await codeOf(sendTo(TO), locked, bearer(small.text))).toBe('OK');
    expect(await codeOf(sendTo(TO), locked, bearer(small.text))).toBe('SPENDING_LIMIT');
    expect(await codeOf(sendTo('+442071838750'), locked, bearer(other.text))).toBe('OK');
    expect(sent()).toBe(2);
  });
});

test('the kill switch holds on every node, over restarts, until it is switched on; reads go on', async () => {
  const state = newState();
  const start = () => startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state });
  const nodes = [closedAfterTest(await start()), closedAfterTest(await start())];
  const store = closedAfterTest(await openSqliteStore(join(state, 'store.db')));
  await switchSends(store, 'off');
  for (const node of [...nodes, closedAfterTest(await start())]) {
    expect(await codeOf(sendTo(TO), node)).toBe('SENDS_OFF');
    expect((await node.ask('{ messages { nodes { sid } } }')).errors).toEqual([]);
  }
  expect(sent()).toBe(0);
  await switchSends(store, 'on');
  for (const node of nodes) expect(await codeOf(sendTo(TO), node)).toBe('OK');
  expect(sid('SM', made - 1)).toBeTruthy();
  expect(sent()).toBe(2);
});
