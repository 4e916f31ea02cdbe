/** Recipients that are not called `to`, or lie in JSON, are held to destinations and limits as `to` is. */
import { beforeEach, describe, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { closedAfterAll, closedAfterTest } from '../support/hooks.ts';
import { bearer, createKey, newState } from '../support/keys.ts';
import { sid } from '../support/rows.ts';
import { startAgainst, type TestServer } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const twilio = closedAfterAll(await startStandIn());
const server = closedAfterAll(await startAgainst(twilio.url, { TWILIO_DESTINATIONS: 'US' }));
let made = 1;
beforeEach(() =>
  twilio.play(({ path, method }) => {
    if (method === 'GET') return [404, { code: 20404, message: 'not found', status: 404 }];
    const prefix = path.includes('/Notifications') ? 'NO' : path.includes('/Sessions') ? 'KC' : 'XX';
    return [201, { sid: sid(prefix, made++), id: 'conv_action_1', service_sid: sid('IS', 1) }];
  }),
);
const sent = () => twilio.seen.filter(({ method }) => method === 'POST').length;

const json = (value: unknown) => JSON.stringify(JSON.stringify(value));
const binding = (address: string, type = 'sms') => json({ binding_type: type, address });
const notify = (...bindings: string[]) =>
  `notifyNotificationCreate(serviceSid: "${sid('IS', 1)}", input: { body: "Hi", toBinding: [${bindings}] })`;
const writes: readonly (readonly [field: string, of: (address: string) => string])[] = [
  ['input.toBinding', (address) => notify(binding('+12125550100'), binding(address))],
  [
    'input.address',
    (address) =>
      `notifyBindingCreate(serviceSid: "${sid('IS', 1)}", input: { identity: "a", bindingType: SMS, address: "${address}" })`,
  ],
  [
    'input.messagingBindingAddress',
    (address) =>
      `conversationParticipantCreate(conversationSid: "${sid('CH', 1)}", input: { messagingBindingAddress: "${address}", messagingBindingProxyAddress: "+442071838751" })`,
  ],
  [
    'input.participant',
    (address) =>
      `conversationWithParticipantsCreate(input: { participant: [${json({ messaging_binding: { address, proxy_address: '+442071838751' } })}] })`,
  ],
  [
    'input.channel',
    (address) =>
      `flexInteractionCreate(input: { channel: { type: "sms", initiated_by: "agent", participants: [{ address: "${address}", proxy_address: "+442071838751" }] } })`,
  ],
  [
    'input.identifier',
    (address) =>
      `proxyParticipantCreate(serviceSid: "${sid('KS', 1)}", sessionSid: "${sid('KC', 1)}", input: { identifier: "${address}" })`,
  ],
  [
    'input.participants',
    (address) =>
      `proxySessionCreate(serviceSid: "${sid('KS', 1)}", input: { participants: [{ Identifier: "${address}", ProxyIdentifier: "+442071838751" }] })`,
  ],
  [
    'input.payload.to.address',
    (address) =>
      `conversationsV2ActionCreate(conversationId: "conv_1", input: { type: "SEND_MESSAGE", payload: { from: { address: "+442071838751", channel: SMS }, to: [{ address: "${address}", channel: SMS }], content: { text: "Hi" } } })`,
  ],
];
interface Mistake {
  readonly code: string;
  readonly field?: readonly string[];
}
const mistakes = async (field: string, one: TestServer = server, headers = {}): Promise<readonly Mistake[]> => {
  const { data, errors } = await one.ask(
    `mutation { done: ${field} { userErrors { code field } } }`,
    {},
    undefined,
    headers,
  );
  const found: readonly Mistake[] = data?.done?.userErrors ?? [];
  return [...errors.map(({ extensions }) => ({ code: String(extensions.code) })), ...found];
};

describe('destinations', () => {
  test.each(writes)('%s', async (field, of) => {
    for (const address of ['+442071838750', 'whatsapp:+442071838750', '+12425550100'])
      expect(await mistakes(of(address))).toEqual([{ code: 'DESTINATION_NOT_ALLOWED', field: field.split('.') }]);
    expect(sent()).toBe(0);
    for (const address of ['+12125550100', 'whatsapp:+12125550100', 'alice', 'client:+442071838750'])
      expect((await mistakes(of(address))).filter(({ code }) => code === 'DESTINATION_NOT_ALLOWED')).toEqual([]);
    expect(sent()).toBe(4);
    const odd = [
      '447911123456',
      '0044/7911/123456',
      '\u200e+447911123456',
      '٤٤٧٩١١١٢٣٤٥٦',
      '447911123456x',
      'p+447911123456',
    ];
    for (const address of odd)
      expect(await mistakes(of(address))).toEqual([
        { code: expect.stringMatching(/^(DESTINATION_NOT_ALLOWED|BAD_USER_INPUT)$/), field: field.split('.') },
      ]);
    expect(sent()).toBe(4);
  });
  test('JSON that two readers could read in two ways is refused, and ordinary JSON is sent', async () => {
    const worker = (attributes: string) =>
      `workerCreate(workspaceSid: "${sid('WS', 1)}", input: { friendlyName: "a", attributes: ${JSON.stringify(attributes)} })`;
    for (const text of [
      '{"contact_uri":"+447911123456","contact_uri":"+12125550100"}',
      "{'contact_uri':'+447911123456'}",
      '\ufeff{"contact_uri":"447911123456"}',
    ]) {
      const field = ['input', 'attributes'];
      expect(await mistakes(worker(text))).toEqual([{ code: 'BAD_USER_INPUT', field }]);
    }
    expect(await mistakes(worker('{"contact_uri":447911123456}'))).toMatchObject([{ code: 'DESTINATION_NOT_ALLOWED' }]);
    expect(sent()).toBe(0);
    await mistakes(worker('{"location":"+40.7128 -74.0060","offset":"+3600000","contact_uri":"client:ada7"}'));
    expect(sent()).toBe(1);
  });
  test('a number in a random spelling never reaches Twilio', async () => {
    const { below, pick } = chance(12);
    const between = ['', '', ' ', '-', '/', '~', '_', '\u2022', '\u2212', '\u200b', '\ufe0f'];
    const calls = (address: string) =>
      pick([
        `callCreate(input: { to: "${address}", from: "+12125550100", url: "https://example.com/" })`,
        `messageCreate(input: { to: "${address}", from: "+12125550100", body: "Hi" })`,
        ...writes.map(([, of]) => of(address)),
      ]);
    for (let i = 0; i < 200; i++) {
      const zero = pick([0x30, 0xff10, 0x0660]);
      const digits = [...pick(['447911123456', '33612345678'])].map(
        (digit) => String.fromCodePoint(zero + Number(digit)) + (below(3) ? '' : pick(between)),
      );
      const address = `${pick(['', 'whatsapp:', 'tel:'])}${pick(['+', '', '00', '011', '\uff0b', '++'])}${digits.join('')}`;
      const found = await mistakes(calls(address));
      expect(
        found.map(({ code }) => code),
        address,
      ).toEqual([expect.stringMatching(/^(DEST|BAD_USER)/)]);
    }
    expect(sent()).toBe(0);
  });
  test.each(['client:ada7', 'sip:ada7@example.com', 'messenger:12345678901', 'rcs:+12125550100', '22222'])(
    '%s is called or written to',
    async (to) => {
      await mistakes(`messageCreate(input: { to: "${to}", from: "+12125550100", body: "Hi" })`);
      expect(sent()).toBe(1);
    },
  );
  test("a key's are its own", async () => {
    const state = newState();
    const open = closedAfterTest(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state }));
    const keyOf = async (destinations: string[]) =>
      bearer((await createKey(state, ['*:*', 'account:admin', 'pii:read'], { destinations })).text);
    const field = notify(binding('+442071838750'));
    expect(await mistakes(field, open, await keyOf(['US']))).toMatchObject([{ code: 'DESTINATION_NOT_ALLOWED' }]);
    expect(sent()).toBe(0);
    expect(await mistakes(field, open, await keyOf(['GB']))).toEqual([]);
    expect(sent()).toBe(1);
  });
});

describe('limits', () => {
  const limited = async (limits: string) =>
    closedAfterTest(await startAgainst(twilio.url, { TWILIO_SPENDING_LIMITS: limits }));
  const codes = async (one: TestServer, ...fields: string[]) => {
    const found = [];
    for (const field of fields) found.push((await mistakes(field, one))[0]?.code ?? 'OK');
    return found;
  };
  const [one, other, third] = ['+12125550100', '+12125550101', '+442071838750'].map((address) => binding(address));
  test('one for each recipient, whatever the channel', async () => {
    const server = await limited('messages/destination=1');
    const again = notify(binding('whatsapp:+12125550100', 'whatsapp'));
    expect(
      await codes(server, notify(one ?? '', other ?? ''), again, notify(other ?? '', third ?? ''), notify(third ?? '')),
    ).toEqual(['OK', 'SPENDING_LIMIT', 'SPENDING_LIMIT', 'OK']);
    expect(sent()).toBe(2);
  });
  test('many recipients are many messages, each at its price', async () => {
    const all = notify(one ?? '', other ?? '', third ?? '');
    expect(await codes(await limited('messages/day=2'), all, notify(one ?? '', other ?? ''))).toEqual([
      'SPENDING_LIMIT',
      'OK',
    ]);
    expect(await codes(await limited('cost/day=0.16'), all)).toEqual(['SPENDING_LIMIT']);
    expect(await codes(await limited('cost/day=0.17'), all)).toEqual(['OK']);
    expect(sent()).toBe(2);
  });
});

describe('what is a message or a call counts as one, whatever its name', () => {
  const target = `workspaceSid: "${sid('WS', 1)}", taskSid: "${sid('WT', 1)}", sid: "${sid('WR', 1)}"`;
  const reservation = (input: string) => `taskReservationUpdate(${target}, input: { ${input} })`;
  const action = `conversationsV2ActionCreate(conversationId: "conv_1", input: { type: "SEND_MESSAGE", payload: { from: { participantId: "a" }, to: [{ address: "+12125550100", channel: SMS }], content: { text: "${'Ж'.repeat(71)}" } } })`;
  test.each<[what: string, field: string, fits: string, less: string]>([
    ['an action', action, 'cost/day=0.02,messages/day=1', 'cost/day=0.01'],
    ['an action', action, 'messages/destination=1', 'messages/day=0'],
    [
      'a code by SMS',
      'numbersSmsVerificationCreate(input: { to: "+442071838750" })',
      'cost/day=0.15',
      'messages/day=0',
    ],
    [
      'a code by voice',
      'numbersVoiceVerificationCreate(input: { phoneNumber: "+442071838750" })',
      'cost/day=1.5',
      'calls/day=0',
    ],
    [
      'a call to a worker',
      reservation('instruction: "call", callTo: "+442071838750"'),
      'cost/day=1.5',
      'cost/day=1.49',
    ],
    ['a worker whose number is elsewhere', reservation('instruction: "dequeue"'), 'calls/day=1', 'calls/day=0'],
    ['no call', reservation('reservationStatus: ACCEPTED'), 'calls/day=0', 'cost/day=0.04'],
  ])('%s: %s', async (_what, field, fits, less) => {
    const start = async (limits: string) =>
      closedAfterTest(await startAgainst(twilio.url, { TWILIO_SPENDING_LIMITS: limits }));
    expect(await mistakes(field, await start(less))).toEqual([{ code: 'SPENDING_LIMIT' }]);
    expect(sent()).toBe(0);
    await mistakes(field, await start(fits));
    expect(sent()).toBe(1);
  });
});
