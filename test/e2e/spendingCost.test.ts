/** Limits on cost: a send reserves exactly what its dry run shows, with keys whose limits just fit, and just do not. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type Chance, chance } from '../support/chance.ts';
import { closedAfterAll } from '../support/hooks.ts';
import { bearer, createKey, newState, onKeys } from '../support/keys.ts';
import { call, message, number, page, path, sid } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const twilio = closedAfterAll(await startStandIn());
const state = newState();
const server = closedAfterAll(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state }));
let made = 1;
beforeEach(() =>
  twilio.play(({ method, path: at }) => {
    if (method !== 'POST') return page('incoming_phone_numbers', []);
    if (at === path('Messages')) return [201, message(made++)];
    if (at === path('Calls')) return [201, call(made++)];
    if (at.includes('/IncomingPhoneNumbers')) return [201, number(made++)];
    return [201, { sid: sid('VE', made++), service_sid: sid('VA', 1), to: '+15550100002', status: 'pending' }];
  }),
);
const sent = () => twilio.seen.filter(({ method }) => method === 'POST').length;

const ALL = ['*:*', 'account:admin', 'pii:read'];
const NUMBERS = ['+12125550100', '+14165550123', '+442071838750', '+4915112345678', '+18765551234', '+33612345678'];
const PIECES = ['a', 'Hello ', '€', '[x]', 'é', 'ç', 'Ж', '“', '👍', '👨‍👩‍👧', '\n', '漢'];
const text = (random: Chance): string => {
  const pieces = Array.from({ length: 1 + random.below(3) }, () => random.pick(PIECES));
  const length = random.pick([1, 60, 70, 71, 134, 135, 153, 160, 161, 306, 307, 700, 1600]);
  let body = '';
  while (body.length < length) body += random.pick(pieces);
  return body.slice(0, 1600).replace(/\p{Cs}$/u, '') || 'x';
};

type Send = readonly [mutation: string, input: Record<string, unknown>, more?: string];
const sends: readonly ((random: Chance, to: string) => Send)[] = [
  (random, to) => [
    'messageCreate',
    { to, from: '+15550100001', body: text(random), ...(random.below(3) === 0 && { smartEncoded: true }) },
  ],
  (random, to) => ['messageCreate', { to, from: '+15550100001', body: text(random) }],
  (_random, to) => ['callCreate', { to, from: '+15550100001', url: 'https://example.com/' }],
  (_random, to) => ['verificationCreate', { to, channel: 'sms' }, `serviceSid: "${sid('VA', 1)}", `],
  (random, to) => [
    `incomingPhoneNumber${random.pick(['', 'Local', 'Mobile', 'TollFree'])}Create`,
    { phoneNumber: to, friendlyName: 'x' },
  ],
];

interface Payload {
  readonly estimatedPrice: string | null;
  readonly userErrors: readonly { readonly code: string }[];
}
const run = async ([name, input, more = '']: Send, key: string, dryRun = false): Promise<[code: string, Payload]> => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${name}(${more}dryRun: ${dryRun}, input: $input) { estimatedPrice userErrors { code } } }`;
  const { data, errors } = await server.ask(query, { input }, undefined, bearer(key));
  const payload = data?.done as Payload;
  return [String(errors[0]?.extensions.code ?? payload?.userErrors[0]?.code ?? 'OK'), payload];
};
const keyOf = async (limit: string) => (await createKey(state, ALL, { limits: [limit] })).text;

test('what a dry run shows is what a send reserves, to the cent', async () => {
  const random = chance(53);
  const free = await keyOf('cost/day=1000');
  const cases: { send: Send; price: number }[] = [];
  for (let round = 0; round < 60; round++) {
    const send = random.pick(sends)(random, random.pick(NUMBERS));
    const [code, { estimatedPrice }] = await run(send, free, true);
    expect([code, estimatedPrice], JSON.stringify(send)).toEqual(['OK', expect.stringMatching(/^\d+\.\d\d$/)]);
    cases.push({ send, price: Number(estimatedPrice) });
  }
  expect(new Set(cases.map(({ price }) => price)).size).toBeGreaterThan(15);
  const keys = await onKeys(state, async (all) => {
    const made = [];
    for (const [i, { price }] of cases.entries())
      for (const most of [price - 0.01, price])
        made.push(
          await all.create({ name: `case-${i}-${most}`, scopes: ALL, limits: [`cost/day=${most.toFixed(2)}`] }),
        );
    return made;
  });
  for (const [i, { send, price }] of cases.entries()) {
    const what = `${price} ${JSON.stringify(send)}`;
    const before = sent();
    const [refused] = await run(send, keys[2 * i]?.text ?? '');
    expect([refused, sent() - before], what).toEqual(['SPENDING_LIMIT', 0]);
    const [accepted] = await run(send, keys[2 * i + 1]?.text ?? '');
    expect([accepted, sent() - before], what).toEqual(['OK', 1]);
  }
});

describe('without a price in the dry run', () => {
  test.each<[what: string, send: Send, cost: number]>([
    [
      'a satellite phone is far',
      ['callCreate', { to: '+881612345678', from: '+15550100001', url: 'https://a.example/' }],
      1.5,
    ],
    [
      'media cost several segments',
      ['messageCreate', { to: NUMBERS[0], from: '+15550100001', mediaUrl: ['https://a.example/'] }],
      0.03,
    ],
    [
      'another channel has parts, too',
      ['messageCreate', { to: `whatsapp:${NUMBERS[2]}`, from: 'whatsapp:+15550100001', body: 'Ж'.repeat(71) }],
      0.3,
    ],
    ['a client is near', ['callCreate', { to: 'client:a', from: '+15550100001', url: 'https://a.example/' }], 0.15],
    ['an area code is near', ['incomingPhoneNumberCreate', { areaCode: '415' }], 2.5],
  ])('%s', async (_what, send, cost) => {
    const special = { limits: [`cost/day=${cost}`], destinations: ['satellite'] };
    const open = closedAfterAll(
      await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state, TWILIO_DESTINATIONS: 'satellite' }),
    );
    const ask = async (key: string) => {
      const [name, input] = send;
      const { data, errors } = await open.ask(
        `mutation($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { done: ${name}(input: $input) { userErrors { code } } }`,
        { input },
        undefined,
        bearer(key),
      );
      return errors[0]?.extensions.code ?? data.done.userErrors[0]?.code ?? 'OK';
    };
    const less = { ...special, limits: [`cost/day=${(cost - 0.01).toFixed(2)}`] };
    expect(await ask((await createKey(state, ALL, less)).text)).toBe('SPENDING_LIMIT');
    expect(sent()).toBe(0);
    const { text: key } = await createKey(state, ALL, special);
    expect([await ask(key), await ask(key), sent()]).toEqual(['OK', 'SPENDING_LIMIT', 1]);
  });
});

test('fractions of a dollar add up to the limit', async () => {
  const key = await keyOf('cost/day=0.30');
  const of = (body: string): Send => ['messageCreate', { to: NUMBERS[0], from: '+15550100001', body }];
  const codes = [];
  for (const length of [153 * 10, 153 * 10, 1530, 1]) codes.push((await run(of('a'.repeat(length)), key))[0]);
  expect([codes, sent()]).toEqual([['OK', 'OK', 'OK', 'SPENDING_LIMIT'], 3]);
});
