/** Every input by which a write reaches people is held to the destinations, however deep it lies; and none is forgotten. */
import { expect, test } from 'vitest';
import { entities } from '../../../src/entities/index.ts';
import type { Entity, Value, Values } from '../../../src/model/index.ts';
import { Spending } from '../../../src/spending/index.ts';

interface Place {
  readonly entity: Entity;
  readonly change: 'create' | 'update' | 'replace';
  readonly path: readonly string[];
  readonly value: Value;
}
const placesIn = (values: Values, path: readonly string[] = []): [path: readonly string[], value: Value][] =>
  Object.entries(values).flatMap(([name, value]) => [
    [[...path, name], value],
    ...placesIn(value.object?.fields ?? {}, [...path, name]),
  ]);
const inputs: readonly Place[] = entities.flatMap((entity) =>
  (['create', 'update', 'replace'] as const).flatMap((change) =>
    placesIn(entity[change] ?? {}).map(([path, value]) => ({ entity, change, path, value })),
  ),
);
const nameOf = ({ entity, change, path }: Place) => [entity.name, change, ...path].join('.');

const spending = new Spending({
  ...{ store: async () => undefined, scope: 'x', secret: 'x', limits: [], destinations: ['US'], isSandbox: false },
});
const placed = (values: Values, [name = '', ...rest]: readonly string[], given: unknown): Record<string, unknown> => {
  const value = values[name];
  const inner = rest.length > 0 ? placed(value?.object?.fields ?? {}, rest, given) : given;
  return { [name]: value?.many ? [inner] : inner };
};
const checkOf = ({ entity, change, path }: Place, given: unknown) => {
  const values = entity[change] ?? {};
  const send = { entity, values, input: placed(values, path, given), isPaid: false };
  spending.check(send, undefined);
};

const marked = inputs.filter(({ value }) => value.isDestination);
test.each(marked.map((place) => [nameOf(place), place] as const))('%s', (_name, place) => {
  const wrong = `input.${place.path.join('.')}: a number in GB is not allowed`;
  const deep = (address: string) => ({ a: [{ binding: { address, proxy_address: '+442071838750' } }] });
  const isJson = place.value.scalar === 'JSON';
  for (const address of ['+442071838750', 'whatsapp:+442071838750']) {
    if (!isJson) expect(() => checkOf(place, address)).toThrow(wrong);
    const inJson = place.value.phone ? `input.${place.path.join('.')}: must be in E.164 form` : wrong;
    expect(() => checkOf(place, JSON.stringify(deep(address)))).toThrow(inJson);
    expect(() => checkOf(place, JSON.stringify({ inner: JSON.stringify(deep(address)) }))).toThrow(inJson);
    if (isJson) expect(() => checkOf(place, deep(address))).toThrow(wrong);
  }
  for (const address of ['+12125550100', 'client:+442071838750', 'sip:+442071838750@example.com', 'alice', ''])
    for (const given of [
      isJson ? deep(address) : address,
      ...(place.value.phone ? [] : [JSON.stringify(deep(address))]),
    ])
      expect(() => checkOf(place, given)).not.toThrow();
});

test('a number in JSON counts however it is written, and other texts do not', () => {
  const place = marked.find((each) => nameOf(each) === 'NotifyNotification.create.toBinding') as Place;
  const check = (address: unknown) => () => checkOf(place, JSON.stringify({ address }));
  for (const address of [
    '+44 20 7183 8750',
    '+44 (20) 7183-8750',
    '\uff0b442071838750',
    ' sms:+442071838750 ',
    '\u200b+442071838750',
  ])
    expect(check(address), address).toThrow('a number in GB');
  for (const address of ['1 + 44 = 45', '2026-11-29T10:00:00+00:00', '+44', 'a+442071838750@example.com', 7, null])
    expect(check(address), String(address)).not.toThrow();
});

test('hostile JSON is read in a moment', () => {
  const place = marked.find((each) => nameOf(each) === 'FlexInteraction.create.channel') as Place;
  const of = (text: string) => () => checkOf(place, text);
  const deep = 100_000;
  const startedAt = performance.now();
  expect(of(`${'['.repeat(deep)}"+442071838750"${']'.repeat(deep)}`)).toThrow('a number in GB');
  expect(of(`["${'+'.repeat(2 * deep)}"]`)).not.toThrow();
  expect(of(`[${'"[[[[[[[[[[",'.repeat(deep / 5)}"x"]`)).not.toThrow();
  const many = Array.from({ length: 15_000 }, (_, i) => `+1212${5_550_000 + i}`);
  expect(of(JSON.stringify(many))).toThrow('must have at most 1000 recipients');
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

/** Phone numbers, and texts that are called like an address, by which no write reaches anybody; and why. */
const NOBODY: readonly (readonly [RegExp, why: string])[] = [
  [/\.(from|fallbackFrom|callerId|dequeueFrom|callFrom)$/, 'who calls or writes: one of the account itself'],
  [/proxy(Identifier|Address)$|projectedAddress$/i, 'a number of the account, from which a participant is reached'],
  [
    /^IncomingPhoneNumber|^ProxyPhoneNumber|^(ComplianceTollfreeInquiry)\.create\.tollfreePhoneNumber/,
    'bought or owned',
  ],
  [/Safelist\./, 'only allows what is sent later'],
  [
    /(contact|business\w*|individual|authorizedRepresentative1)Phone(Number)?$/i,
    'for people at a carrier or an authority',
  ],
  [/^NumbersSmsVerificationCheck\./, 'compares a code'],
  [/^(LookupQuery|PortInRequest|MessagingChannelSender)\./, 'data about a number'],
  [/^ConversationsV2Communication\./, 'records what was said elsewhere'],
  [/^ConversationsV2Action\.create\.payload\.from\./, 'who writes'],
  [/^(VoiceTranscription|IntelligenceV2Transcript)\./, 'names who has spoken'],
  [/^ConversationsAddressConfiguration\./, 'an address of the account'],
  [/^ConnectionPolicyTarget\./, 'a SIP address'],
  [
    /(ip|email|street|emergency)Address|addressSid|Address(Line|Country|City|Street|PostalCode|Subdivision)|businessStreet/i,
    'no phone number',
  ],
  [/^FlexInteraction(Invite|Channel)\./, 'routes a task to agents'],
];
const LIKE_ADDRESS = /^(to|\w*address|\w*identifier|recipients?|participants?|target|toBinding|phoneNumber|routing)$/i;
test('every phone number and address of a write is decided', () => {
  const open = inputs
    .filter(
      ({ value, path }) =>
        value.phone || (/^(String|JSON)$/.test(value.scalar) && LIKE_ADDRESS.test(path.at(-1) ?? '')),
    )
    .filter(({ value }) => !value.isDestination)
    .map(nameOf);
  expect(open.filter((name) => !NOBODY.some(([pattern]) => pattern.test(name)))).toEqual([]);
  expect(NOBODY.filter(([pattern]) => !open.some((name) => pattern.test(name))).map(([pattern]) => pattern)).toEqual(
    [],
  );
});
