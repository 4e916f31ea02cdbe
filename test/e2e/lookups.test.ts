/** Lookups: what is selected decides which packages are asked for, and paid, once for each number. */
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';

const { twilio, server } = await serverWithStandIn();
const NUMBER = '+14155550100';
const play = () =>
  twilio.play(({ query }) => ({
    ...{ phone_number: NUMBER, valid: true, country_code: 'US', caller_name: null, sim_swap: null },
    ...(query.get('Fields')?.includes('caller_name') && { caller_name: { caller_name: 'A', caller_type: 'CONSUMER' } }),
    ...(query.get('Fields')?.includes('sim_swap') && { sim_swap: { carrier_name: 'B' } }),
  }));
const sent = () => twilio.seen.map(({ query }) => query.get('Fields') ?? '');
const look = (selection: string, more = '') =>
  `{ ${more} lookup { phoneNumber(phoneNumber: "${NUMBER}") { ${selection} } } }`;

test('one fetch has the packages of all that is selected, and none that is not', async () => {
  play();
  const { data, errors } = await server.ask(
    `{ lookup { a: phoneNumber(phoneNumber: "${NUMBER}") { valid callerName { callerName } } b: phoneNumber(phoneNumber: "${NUMBER}") { simSwap { carrierName } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.lookup).toEqual({
    a: { valid: true, callerName: { callerName: 'A' } },
    b: { simSwap: { carrierName: 'B' } },
  });
  expect(sent()).toEqual(['caller_name,sim_swap']);
  play();
  await server.ask(look('valid countryCode'));
  expect(sent()).toEqual(['']);
});

test('a dry run names what would be paid for, and sends nothing', async () => {
  play();
  const { data } = await server.ask(look('valid simSwap { carrierName }', 'rateLimit(dryRun: true) { cost paid }'));
  expect(data.rateLimit).toEqual({ cost: 1, paid: ['LookupPhoneNumber', 'LookupPhoneNumber.simSwap'] });
  expect(sent()).toEqual([]);
});

test('a charged lookup is not repeated if its answer is lost; after 429 it is, and so is one without a charge', async () => {
  const lost = (response: ServerResponse) => void response.destroy();
  const codeOf = async (selection: string) => (await server.ask(look(selection))).errors[0]?.extensions.code;
  twilio.play((_request, index) => (index === 0 ? lost : { phone_number: NUMBER, valid: true }));
  expect(await codeOf('simSwap { carrierName }')).toBe('UPSTREAM_INTERRUPTED');
  expect(sent()).toEqual(['sim_swap']);
  twilio.play((_request, index) => (index === 0 ? lost : { phone_number: NUMBER, valid: true }));
  expect(await codeOf('valid')).toBeUndefined();
  expect(sent()).toEqual(['', '']);
  twilio.play((_request, index) => (index === 0 ? [429, {}] : { phone_number: NUMBER, valid: true }));
  expect(await codeOf('simSwap { carrierName }')).toBeUndefined();
  expect(sent()).toEqual(['sim_swap', 'sim_swap']);
});

test('a row that was loaded by its id has its packages, too', async () => {
  play();
  const id = (await server.ask(look('id'))).data.lookup.phoneNumber.id;
  play();
  const { data, errors } = await server.ask(
    `{ node(id: "${id}") { ... on LookupPhoneNumber { valid callerName { callerName } } } }`,
  );
  expect([data.node, errors]).toEqual([{ valid: true, callerName: { callerName: 'A' } }, []]);
  expect(sent()).toEqual(['', 'caller_name']);
});

test.each(['', '..', 'a/b', '%2f', 'a%2Fb', '\\'])(
  'a number such as %j is refused before anything is sent',
  async (key) => {
    play();
    const { errors } = await server.ask(`{ lookup { phoneNumber(phoneNumber: ${JSON.stringify(key)}) { valid } } }`);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(sent()).toEqual([]);
  },
);
