/** What the language says of products beyond the core API, on the wire: the real SDK and transport, before a stand-in. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { entities } from '../../src/entities/index.ts';
import { SyncListItem } from '../../src/entities/sync/v1/service/syncList/syncListItem.ts';
import { ancestors, checkKey, createRegistry, keyArgument, t } from '../../src/model/index.ts';
import { Gateway } from '../../src/twilio/gateway.ts';
import { Limiter } from '../../src/twilio/limiter/index.ts';
import { Loaders, NegativeCache } from '../../src/twilio/loading/index.ts';
import { read } from '../../src/twilio/rows/index.ts';
import { createClient } from '../../src/twilio/sdk/index.ts';
import { CredentialStore, Transport } from '../../src/twilio/transport/index.ts';
import {
  ArchivedCall,
  all,
  Bucket,
  ConfigurationWebhook,
  Day,
  Export,
  iam,
  Lookup,
  Profile,
  Role,
  SID,
  Store,
} from '../support/productEntities.ts';

interface Seen {
  readonly method: string | undefined;
  readonly host: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const seen: Seen[] = [];
let answers: [status: number, body: unknown, headers?: Record<string, string>][] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { method, url, headers } = request;
  seen.push({ method, host: headers.host, url, headers, body });
  const [status, json, more] = answers.shift() ?? [500, {}];
  response.writeHead(status, { 'content-type': 'application/json', ...more });
  response.end(typeof json === 'string' ? json : JSON.stringify(json));
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const origin = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
const transport = new Transport({ limiter: new Limiter(1000), origin, timeoutMs: 5000, noRetry: true });
const credentials = { accountSid: SID('AC'), username: SID('AC'), password: 'secret' };
const registry = createRegistry(all);
const gateway = new Gateway(createClient(credentials, transport), registry);
afterAll(async () => {
  await transport.close();
  server.close();
});
beforeEach(() => {
  seen.length = 0;
  answers = [];
});
const answer = (...given: typeof answers) => {
  answers = given;
};
const lines = () => seen.map(({ method, host, url }) => `${method} ${host}${url}`);

describe('a list', () => {
  test('of keys alone goes on by token, and its rows have nothing else', async () => {
    answer(
      [200, { stores: ['mem_1', 'mem_2'], meta: { key: 'stores', nextToken: 'abc', pageSize: 2 } }],
      [200, { stores: ['mem_3'], meta: { key: 'stores', nextToken: null } }],
    );
    const first = await gateway.page(Store, [], { pageSize: 2 });
    const second = await gateway.page(Store, [], { pageSize: 2 }, first.next);
    expect([first.rows, second.rows].flat().map(({ sids }) => sids)).toEqual([['mem_1'], ['mem_2'], ['mem_3']]);
    expect([first.next, second.next]).toEqual(['abc', undefined]);
    expect(lines()).toEqual([
      'GET memory.twilio.com/v1/ControlPlane/Stores?pageSize=2',
      'GET memory.twilio.com/v1/ControlPlane/Stores?pageSize=2&pageToken=abc',
    ]);
  });
  test('that does not say whether it goes on is an error, and so is a next page of another list', async () => {
    for (const meta of [{ key: 'days' }, { key: 'days', next_page_url: 'https://bulkexports.twilio.com/v1/Exports' }]) {
      answer([200, { days: [], meta }]);
      const page = gateway.page(Day, ['Calls'], {}).then(({ next }) => gateway.page(Day, ['Calls'], {}, next));
      await expect(page).rejects.toMatchObject({ code: 'UPSTREAM_UNREADABLE' });
      expect(seen.length).toBeGreaterThan(0);
    }
  });
});

describe('a row', () => {
  test('by a key that is called id, with JSON in camel case and 64 bits', async () => {
    answer([200, '{"id":"mem_1","displayName":"Shop","version":9007199254740993}']);
    const row = await gateway.fetch(Store, ['mem_1']);
    expect([row.sids, read(row, 'displayName'), read(row, 'version')]).toEqual([['mem_1'], 'Shop', '9007199254740993']);
  });
  test('by the keys of what it lies in, through a method of the version, with a parameter of the fetch', async () => {
    answer([200, { id: 'p_1', createdAt: '2026-11-20T10:00:00Z', traits: { Contact: { name: 'A' } } }]);
    const row = await gateway.fetch(Profile, ['mem_1', 'p_1'], {}, { traitGroups: 'Contact' });
    expect(row.sids).toEqual(['mem_1', 'p_1']);
    expect(lines()).toEqual(['GET memory.twilio.com/v1/Stores/mem_1/Profiles/p_1?traitGroups=Contact']);
  });
  test('by a key of two parts', async () => {
    answer([200, { field: 'sms_pumping_risk', bucket: 'a b:c+d', limit: 5 }]);
    const row = await gateway.fetch(Bucket, ['sms_pumping_risk', 'a b:c+d']);
    expect(row.sids).toEqual(['sms_pumping_risk', 'a b:c+d']);
    expect(lines()).toEqual(['GET lookups.twilio.com/v2/RateLimits/Fields/sms_pumping_risk/Bucket/a%20b:c+d']);
  });
  test('of a list that has a context, too', async () => {
    answer([200, { account_sid: SID('AC'), method: 'POST', filters: ['onMessageAdded'], target: 'webhook' }]);
    await gateway.fetch(ConfigurationWebhook, []);
    expect(lines()).toEqual(['GET conversations.twilio.com/v1/Configuration/Webhooks']);
  });
  test.each([
    ['in JSON', 302, { redirect_to: 'https://files.example/day.gz' }, {}],
    ['in a header', 307, '', { location: 'https://files.example/day.gz' }],
  ])('that is an address to go to, %s: returned and not followed', async (_, status, body, headers) => {
    answer([status, body, headers]);
    const row = await gateway.fetch(Day, ['Calls', '2026-11-20']);
    expect(read(row, 'redirectTo')).toBe('https://files.example/day.gz');
    expect(row.sids).toEqual(['Calls', '2026-11-20']);
    expect(seen).toHaveLength(1);
  });
  test('that redirects although it must not is an error', async () => {
    answer([302, { redirect_to: 'https://files.example/' }]);
    await expect(gateway.fetch(Export, ['Calls'])).rejects.toMatchObject({ code: 'UPSTREAM_ERROR' });
  });
});

describe('a write', () => {
  test('in JSON keeps numbers, booleans and objects', async () => {
    answer([200, { id: 'p_1' }]);
    await gateway.create(Profile, ['mem_1'], { traits: { Contact: { age: 7, vip: true } } });
    expect(seen[0]).toMatchObject({ method: 'POST', body: '{"traits":{"Contact":{"age":7,"vip":true}}}' });
    expect(seen[0]?.headers['content-type']).toBe('application/json');
  });
  test('by PATCH, with a header of its own', async () => {
    answer([200, { id: 'mem_1', displayName: 'Shop' }]);
    await gateway.update(Store, ['mem_1'], { displayName: 'Shop', ifMatch: '3' });
    expect(seen[0]).toMatchObject({
      method: 'PATCH',
      url: '/v1/ControlPlane/Stores/mem_1',
      body: '{"displayName":"Shop"}',
    });
    expect(seen[0]?.headers['if-match']).toBe('3');
  });
  test('to a version that is not the latest is a conflict', async () => {
    answer([412, { code: 20412, message: 'Precondition failed' }]);
    await expect(gateway.update(Store, ['mem_1'], { displayName: 'x', ifMatch: '1' })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { status: 412 },
    });
    expect(seen).toHaveLength(1);
  });
  test('to rows that have no fields', async () => {
    answer([204, '']);
    await gateway.remove(ArchivedCall, ['2026-11-20', SID('CA')]);
    expect(lines()).toEqual([`DELETE voice.twilio.com/v1/Archives/2026-11-20/Calls/${SID('CA')}`]);
  });
});

describe('a version', () => {
  const { rows: _, ...whole } = Store;
  const Versioned = { ...whole, name: 'Versioned', etag: true as const };
  test('is read off the header of the row alone', async () => {
    answer(
      [200, { id: 'mem_1' }, { etag: '"7"' }],
      [200, { stores: [{ id: 'mem_1' }], meta: { nextToken: null, key: 'stores' } }],
    );
    const alone = new Gateway(createClient(credentials, transport), createRegistry([Versioned]));
    expect((await alone.fetch(Versioned, ['mem_1'])).json).toEqual({ id: 'mem_1', etag: '"7"' });
    expect((await alone.page(Versioned, [], {})).rows[0]?.json).toEqual({ id: 'mem_1' });
  });
});

test('a list of SCIM goes on by the index of its next row, with what it was asked for', async () => {
  const User = { ...Store, name: 'ScimUser', paging: 'scim' as const, key: 'id', fields: { id: t.string } };
  const users = new Gateway(createClient(credentials, transport), createRegistry([User]));
  const page = (startIndex: number, ...ids: string[]) => ({
    ...{ schemas: ['urn:scim'], startIndex, itemsPerPage: ids.length, totalResults: 3 },
    Resources: ids.map((id) => ({ id })),
  });
  answer([200, page(1, 'a', 'b')], [200, page(3, 'c')], [200, { Resources: [] }]);
  const first = await users.page(User, [], { filter: 'x eq 1' });
  const second = await users.page(User, [], { filter: 'x eq 1' }, first.next);
  expect([first.rows, second.rows].flat().map(({ sids }) => sids)).toEqual([['a'], ['b'], ['c']]);
  expect(second.next).toBeUndefined();
  expect(lines()[1]).toBe('GET memory.twilio.com/v1/ControlPlane/Stores?startIndex=3&filter=x+eq+1');
  await expect(users.page(User, [], {})).rejects.toMatchObject({ code: 'UPSTREAM_UNREADABLE' });
});

test("Twilio's own limit of an operation is waited for, by row or for all", async () => {
  const at: number[] = [];
  const times = async (of: 'row' | 'account', seconds: number) => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const Limited = { ...Export, name: `Limited${of}`, limits: { fetch: { requests: 2, seconds, of } } };
    const limited = new Gateway(createClient(credentials, transport), createRegistry([Limited]));
    answer(...keys.map((): (typeof answers)[number] => [200, { resource_type: 'Calls' }]));
    const began = performance.now();
    await Promise.all(keys.map((key) => limited.fetch(Limited, [key]).then(() => at.push(performance.now() - began))));
    return at.splice(0);
  };
  for (const round of [await times('account', 0.3), await times('account', 0.3)]) {
    expect(round.filter((ms) => ms >= 300).length).toBeGreaterThanOrEqual(3);
    expect(round.filter((ms) => ms >= 600).length).toBeGreaterThanOrEqual(1);
  }
  // Each row has a limit of its own: nobody waits for the hour to end.
  expect(await times('row', 3600)).toHaveLength(5);
});

test("Twilio's limit of a list with some argument counts the lists with that argument only", async () => {
  const limits = { list: { requests: 2, seconds: 3600, of: 'account', with: 'orderBy' } } as const;
  const Limited = { ...Store, name: 'LimitedStore', limits };
  const limited = new Gateway(createClient(credentials, transport), createRegistry([Limited]));
  const list = (params: Record<string, unknown>) => limited.page(Limited, [], params);
  answer(...Array.from({ length: 5 }, (): (typeof answers)[number] => [200, { stores: [], meta: { key: 'stores' } }]));
  for (const params of [{}, { orderBy: 'ASC' }, { pageSize: 5 }, { orderBy: 'DESC' }]) await list(params);
  await expect(list({ orderBy: 'ASC' })).rejects.toMatchObject({ code: 'THROTTLED' });
  await list({});
  expect(seen).toHaveLength(5);
});

test("Twilio's limit on what lies in one row counts all writes there together", async () => {
  const limit = { requests: 2, seconds: 3600, of: 'parent' } as const;
  const Limited = { ...SyncListItem, limits: { update: limit, remove: limit } };
  const others = entities.filter((each) => each !== SyncListItem);
  const limited = new Gateway(createClient(credentials, transport), createRegistry([...others, Limited]));
  const at = (list: string, index: string) => [SID('IS'), `ES${list.repeat(32)}`, index];
  answer([200, { index: 1 }], [204, ''], [204, '']);
  await limited.update(Limited, at('a', '1'), { data: {} });
  await limited.remove(Limited, at('a', '2'));
  await expect(limited.remove(Limited, at('a', '3'))).rejects.toMatchObject({ code: 'THROTTLED' });
  await limited.remove(Limited, at('b', '3'));
  expect(seen).toHaveLength(3);
});

describe('a subaccount that is reached through its parent', () => {
  const connect = (more: object) => {
    const parent = { accountSid: SID('AC'), username: `AC${'2'.repeat(32)}`, password: 'parent', throughParent: true };
    const credentialStore = new CredentialStore({ ...parent, ...more });
    const own = new Transport({ limiter: new Limiter(1000), origin, timeoutMs: 5000, credentialStore });
    return new Gateway(createClient(parent, own), registry);
  };
  const users = () =>
    seen.map(({ headers }) => Buffer.from(headers.authorization?.slice('Basic '.length) ?? '', 'base64').toString());
  test('has its products by its own token, which is read once', async () => {
    answer(
      [200, { auth_token: 'sub' }],
      ...[1, 2].map((): (typeof answers)[number] => [200, { resource_type: 'Calls' }]),
    );
    const gateway = connect({});
    await Promise.all(['Calls', 'Messages'].map((key) => gateway.fetch(Export, [key])));
    expect(users()).toEqual([`AC${'2'.repeat(32)}:parent`, `${SID('AC')}:sub`, `${SID('AC')}:sub`]);
    expect(lines()[0]).toBe(`GET api.twilio.com/2010-04-01/Accounts/${SID('AC')}.json`);
  });
  test.each([
    ['refuse', { products: 'refuse' }],
    ['an API key of the parent', { username: `SK${'3'.repeat(32)}` }],
  ])('has none of its parent: %s', async (_, more) => {
    const writeOrRead = [
      () => connect(more).fetch(Export, ['Calls']),
      () => connect(more).create(Profile, ['mem_1'], {}),
    ];
    for (const run of writeOrRead) await expect(run()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(seen).toEqual([]);
  });
  test('has its products by the token that is given', async () => {
    answer([200, { resource_type: 'Calls' }]);
    await connect({ products: { ownToken: 'own' } }).fetch(Export, ['Calls']);
    expect(users()).toEqual([`${SID('AC')}:own`]);
  });
  test('fails like its parent where the token cannot be read', async () => {
    answer([401, { code: 20003, message: 'Authenticate' }]);
    await expect(connect({}).fetch(Export, ['Calls'])).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(seen).toHaveLength(1);
  });
});

describe('packages', () => {
  const row = (more: object) => ({ phone_number: '+14155550100', valid: true, caller_name: null, ...more });
  test('that one request selects are one fetch, and what was fetched is not paid for again', async () => {
    answer(
      [200, row({ caller_name: { caller_name: 'A', caller_type: 'CONSUMER' }, sim_swap: {} })],
      [200, row({ line: 1 })],
    );
    const loaders = new Loaders(gateway, new NegativeCache(), 1000, {});
    const get = (...packages: string[]) => loaders.get(Lookup, ['+14155550100'], { packages });
    const [one, two] = await Promise.all([get('caller_name'), get('sim_swap')]);
    expect(one && read(one, 'callerName')).toEqual({ callerName: 'A', callerType: 'CONSUMER', errorCode: null });
    expect(two && read(two, 'simSwap')).toEqual({});
    await get('sim_swap', 'caller_name');
    await get();
    expect(lines()).toEqual(['GET lookups.twilio.com/v2/PhoneNumbers/+14155550100?Fields=caller_name%2Csim_swap']);
  });
});

test('a key that could leave the path never comes that far', () => {
  for (const key of ['', '.', '..', 'a/b', 'a\\b', '%2f', 'a?b', 'a#b', 'x'.repeat(513), 'a\nb'])
    expect(() => checkKey(Export, key, 'resourceType')).toThrow(/must be/);
  expect(checkKey(Export, 'Calls', 'resourceType')).toBe('Calls');
});

test('a method of the SDK may take a key that no resource has', () => {
  const permissions = { ...Export, in: iam, at: 'rolePermission', by: Role };
  expect(ancestors(permissions).map(keyArgument)).toEqual(['roleSid']);
});
