/** Reads that Twilio charges for are held to the kill switch and to limits on cost; the stand-in is the witness. */
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { switchSends } from '../../src/spending/index.ts';
import { openSqliteStore } from '../../src/store/index.ts';
import { closedAfterAll, closedAfterTest } from '../support/hooks.ts';
import { bearer, createKey, newState } from '../support/keys.ts';
import { sid } from '../support/rows.ts';
import { startAgainst, type TestServer } from '../support/server.ts';
import { type Script, startStandIn } from '../support/standIn.ts';

const twilio = closedAfterAll(await startStandIn());
const NUMBER = '+14155550100';
const packages: Script = ({ path, query }) =>
  path.startsWith('/v1/Events')
    ? { sid: sid('AE', 1), event_type: 'x' }
    : {
        ...{ phone_number: NUMBER, valid: true, country_code: 'US', caller_name: null, sim_swap: null, carrier: null },
        ...(query.get('Fields')?.includes('caller_name') && { caller_name: { caller_name: 'A' } }),
        ...(query.get('Fields')?.includes('sim_swap') && { sim_swap: { carrier_name: 'B' } }),
      };
beforeEach(() => twilio.play(packages));
const sent = () => twilio.seen.length;

const look = (selection: string, phone = NUMBER) =>
  `{ lookup { phoneNumber(phoneNumber: "${phone}") { ${selection} } } }`;
const NAME = look('callerName { callerName }');
const start = async (settings: Record<string, string> = {}) =>
  closedAfterTest(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: newState(), ...settings }));
const ask = async (server: TestServer, query: string, headers = {}) => {
  const { errors, data } = await server.ask(query, {}, undefined, headers);
  const { path, extensions } = errors[0] ?? { path: [], extensions: { code: 'OK' } };
  return { at: (path ?? []).join('.'), code: extensions.code, data };
};
const codeOf = async (server: TestServer, query: string, headers = {}) => (await ask(server, query, headers)).code;

describe('while sends are off', () => {
  const off = async () => {
    const state = newState();
    const server = await start({ TWILIO_GRAPHQL_STATE: state });
    const store = closedAfterTest(await openSqliteStore(join(state, 'store.db')));
    const { id } = (await server.ask(look('id'))).data.lookup.phoneNumber;
    await switchSends(store, 'off');
    twilio.play(packages);
    return { server, store, id };
  };
  test.each<[at: string, queryOf: (id: string) => string]>([
    ['lookup.phoneNumber', () => look('valid callerName { callerName } simSwap { carrierName }')],
    ['node.callerName', (id) => `{ node(id: "${id}") { ... on LookupPhoneNumber { callerName { callerName } } } }`],
    [
      'lookupV1.phoneNumber',
      () => `{ lookupV1 { phoneNumber(phoneNumber: "${NUMBER}", type: ["carrier"]) { carrier } } }`,
    ],
    ['lookupV1.phoneNumber', () => `{ lookupV1 { phoneNumber(phoneNumber: "${NUMBER}", addOns: ["x"]) { carrier } } }`],
    ['monitor.event', () => `{ monitor { event(sid: "${sid('AE', 1)}") { sid } } }`],
  ])('%s is not sent', async (at, queryOf) => {
    const { server, store, id } = await off();
    const paid = queryOf(id);
    expect(await ask(server, paid)).toMatchObject({ at, code: 'SENDS_OFF' });
    expect(sent()).toBe(at.startsWith('node') ? 1 : 0);
    await switchSends(store, 'on');
    expect(await codeOf(server, paid)).toBe('OK');
  });
  test('free reads go on, also those of the same rows', async () => {
    const { server } = await off();
    expect(await codeOf(server, look('valid countryCode'))).toBe('OK');
    expect(await codeOf(server, `{ lookupV1 { phoneNumber(phoneNumber: "${NUMBER}") { countryCode } } }`)).toBe('OK');
    expect(sent()).toBe(2);
  });
});

describe('limits on cost', () => {
  test('count packages, and only those that are selected', async () => {
    const server = await start({ TWILIO_SPENDING_LIMITS: 'cost/day=0.12' });
    for (let i = 0; i < 5; i++) expect(await codeOf(server, look('valid'))).toBe('OK');
    expect(await codeOf(server, look('callerName { callerName } simSwap { carrierName }'))).toBe('OK');
    expect(await codeOf(server, NAME)).toBe('OK');
    const spent = sent();
    expect(await ask(server, NAME)).toMatchObject({ at: 'lookup.phoneNumber', code: 'SPENDING_LIMIT' });
    expect(sent()).toBe(spent);
    expect(await codeOf(server, look('valid'))).toBe('OK');
  });
  test('one request to Twilio is counted once, whatever its aliases', async () => {
    const server = await start({ TWILIO_SPENDING_LIMITS: 'cost/minute=0.02' });
    const aliases = Array.from(
      { length: 20 },
      (_, i) => `a${i}: phoneNumber(phoneNumber: "${NUMBER}") { callerName { callerName } }`,
    );
    expect(await codeOf(server, `{ lookup { ${aliases.join(' ')} } }`)).toBe('OK');
    expect(sent()).toBe(1);
    const others = [1, 2, 3].map(
      (i) => `b${i}: phoneNumber(phoneNumber: "+1415555020${i}") { callerName { callerName } }`,
    );
    const { errors } = await server.ask(`{ lookup { ${others.join(' ')} } }`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['SPENDING_LIMIT', 'SPENDING_LIMIT']);
    expect(sent()).toBe(2);
  });
  test('a refusal, and what was never sent, cost nothing; a lost answer does', async () => {
    const state = newState();
    const settings = { TWILIO_GRAPHQL_STATE: state, TWILIO_SPENDING_LIMITS: 'cost/day=0.01' };
    const down = closedAfterTest(await startAgainst('http://127.0.0.1:9', settings));
    for (let i = 0; i < 2; i++) expect(await codeOf(down, NAME)).toBe('UPSTREAM_UNREACHABLE');
    const server = await start(settings);
    twilio.play(() => [404, { code: 20404, message: 'no', status: 404 }]);
    for (let i = 0; i < 3; i++) expect((await ask(server, NAME)).data.lookup.phoneNumber).toBeNull();
    expect(sent()).toBe(3);
    twilio.play((request, index) => (index === 0 ? [429, {}] : packages(request, index)));
    expect([await codeOf(server, NAME), sent()]).toEqual(['OK', 2]);
    expect(await codeOf(server, NAME)).toBe('SPENDING_LIMIT');

    const other = await start({ TWILIO_SPENDING_LIMITS: 'cost/day=0.01' });
    twilio.play(() => (response) => void response.destroy());
    expect([await codeOf(other, NAME), await codeOf(other, NAME), sent()]).toEqual([
      'UPSTREAM_INTERRUPTED',
      'SPENDING_LIMIT',
      1,
    ]);
  });
  test('of a key are its own, also where two keys ask for the same at once', async () => {
    const state = newState();
    const key = async (limit: string) =>
      bearer((await createKey(state, ['*:read', 'pii:read'], { limits: [limit] })).text);
    const [poor, rich] = [await key('cost/day=0'), await key('cost/day=0.01')];
    const server = await start({ TWILIO_GRAPHQL_STATE: state, TWILIO_TPS_PER_NODE: '1' });
    // Takes the only turn of this second, so that both wait together.
    expect(await codeOf(server, look('valid'), rich)).toBe('OK');
    // Those whose limit allows it share one read, whoever was first.
    const codes = await Promise.all(
      [poor, ...Array.from({ length: 8 }, () => rich)].map((of) => codeOf(server, NAME, of)),
    );
    expect([codes, sent()]).toEqual([['SPENDING_LIMIT', ...Array.from({ length: 8 }, () => 'OK')], 2]);
    expect(await codeOf(server, NAME, rich)).toBe('SPENDING_LIMIT');
  });
  test('a query of many numbers costs what its packages do', async () => {
    const server = await start({ TWILIO_SPENDING_LIMITS: 'cost/day=0.35' });
    twilio.play(() => [201, { phone_numbers: [] }]);
    const query = (...fields: string[]) =>
      `mutation { lookupQueryCreate(input: { phoneNumbers: [${fields.map((each) => `{ phoneNumber: "${NUMBER}", fields: ["${each}"] }`)}] }) { userErrors { code } } }`;
    expect(await codeOf(server, query('identity_match', 'sim_swap'))).toBe('SPENDING_LIMIT');
    expect(sent()).toBe(0);
    expect(await codeOf(server, query('identity_match', 'caller_name'))).toBe('OK');
    expect(sent()).toBe(1);
  });
});

test('while the store cannot be used, paid reads are refused, and free ones go on', async () => {
  const state = newState();
  const server = await start({ TWILIO_GRAPHQL_STATE: state, TWILIO_SPENDING_LIMITS: 'cost/day=10' });
  expect(await codeOf(server, NAME)).toBe('OK');
  await rename(join(state, 'store.db'), join(state, 'aside.db'));
  const spent = sent();
  expect(await codeOf(server, NAME)).toBe('STORE_UNAVAILABLE');
  expect(sent()).toBe(spent);
  expect(await codeOf(server, look('valid'))).toBe('OK');
});
