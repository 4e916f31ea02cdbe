/** The sandbox as a server: credentials, pages, filters, malformed requests, and the same seed at every start. */
import { Agent, request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Account } from '../../../src/entities/api/v2010/account.ts';
import { entities } from '../../../src/entities/index.ts';
import { legacyEntity, t } from '../../../src/model/index.ts';
import { createRegistry } from '../../../src/model/registry.ts';
import { startSandbox } from '../../../src/sandbox/index.ts';
import { core, refusal, registry, type Stand, stand } from './stand.ts';

let twilio: Stand;
beforeEach(async () => {
  twilio = await stand();
});
afterEach(() => twilio.close());

const calls = () => `/2010-04-01/Accounts/${twilio.account}/Calls.json`;
const json = async (path: string): Promise<Record<string, unknown>> =>
  (await (await twilio.raw(path)).json()) as Record<string, unknown>;

describe('credentials', () => {
  it.each([
    ['none', ''],
    ['wrong ones', `Basic ${Buffer.from('AC1:wrong').toString('base64')}`],
    ['nonsense', 'Basic %%%'],
  ])('refuses %s', async (_, authorization) => {
    const answer = await twilio.raw(calls(), { headers: { authorization } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      ...{ code: 20003, message: 'Authenticate', more_info: 'https://www.twilio.com/docs/errors/20003', status: 401 },
    });
  });
});

describe('pages', () => {
  it('say what Twilio says of them, and name the filters again', async () => {
    const path = `${calls()}?Status=completed&PageSize=10`;
    const page = await json(path);
    expect(page).toMatchObject({ page: 0, page_size: 10, start: 0, end: 9, uri: path, previous_page_uri: null });
    expect(page.first_page_uri).toBe(`${calls()}?Status=completed&PageSize=10&Page=0`);
    expect(page.next_page_uri).toMatch(/\?Status=completed&PageSize=10&Page=1&PageToken=PA\d+$/);
    const next = await json(String(page.next_page_uri));
    expect(next).toMatchObject({ page: 1, start: 10, end: 19 });
    const back = await json(String(next.previous_page_uri));
    expect(back.calls).toEqual(page.calls);
  });

  it('do not shift when something new comes on top, nor when their anchor goes', async () => {
    const first = await json(`${calls()}?PageSize=10`);
    const before = await json(String(first.next_page_uri));
    await twilio.create('Call', { to: '+12065550177', from: '+14155550100', twiml: '<Response/>' });
    const anchor = (first.calls as { sid: string; status: string }[]).at(-1);
    if (anchor?.status === 'completed') await twilio.remove('Call', anchor.sid);
    expect((await json(String(first.next_page_uri))).calls).toEqual(before.calls);
  });

  it('hold 50 rows by default, never more than 1000', async () => {
    expect((await json(calls())).calls).toHaveLength(50);
    expect(await json(`${calls()}?PageSize=5000`)).toMatchObject({ page_size: 1000, next_page_uri: null });
    expect((await json(`${calls()}?PageSize=50&Page=1`)).page).toBe(1);
    for (const query of ['PageSize=0', 'PageSize=x', 'Page=-1'])
      expect(await json(`${calls()}?${query}`)).toMatchObject({ code: 20001 });
    expect(await json(`${calls()}?PageToken=zz`)).toMatchObject({ code: 21481 });
  });
});

describe('filters', () => {
  const count = async (query: string) => ((await json(`${calls()}?PageSize=1000&${query}`)).calls as unknown[]).length;

  it('take days and moments, bounds included', async () => {
    const [call] = (await json(`${calls()}?Status=completed`)).calls as { start_time: string }[];
    const moment = new Date(call?.start_time ?? '').toISOString();
    const day = moment.slice(0, 10);
    expect(call?.start_time).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
    expect(await count(`StartTime=${moment}`)).toBeGreaterThan(0);
    expect(await count(`StartTime%3E=${moment}&StartTime%3C=${moment}`)).toBe(await count(`StartTime=${moment}`));
    expect(await count(`StartTime=${day}`)).toBe(await count(`StartTime%3E=${day}&StartTime%3C=${day}`));
    expect(await count('StartTime%3C=2000-01-01')).toBe(0);
  });

  it('refuse values that there are not', async () => {
    for (const query of ['Status=done', 'StartTime=yesterday'])
      expect(await json(`${calls()}?${query}`)).toMatchObject({ code: 20001, status: 400 });
    expect(
      await refusal(twilio.list('Participant', { muted: 'perhaps' }, [twilio.account, `CF${'1'.repeat(32)}`])),
    ).toBe(20404);
  });
});

describe('requests that cannot be served', () => {
  it.each([
    [404, 20404, 'GET', '/2010-04-01/Nowhere.json', undefined],
    [405, 20004, 'PUT', '/2010-04-01/Accounts.json', undefined],
    [400, 20001, 'GET', '/2010-04-01/%zz', undefined],
    [400, 20001, 'POST', '/2010-04-01/Accounts.json', '{"FriendlyName":"x"}'],
    [413, 20413, 'POST', '/2010-04-01/Accounts.json', 'x'.repeat(300_000)],
  ])('are answered with %i and %i', async (status, code, method, path, body) => {
    const type = { 'content-type': body?.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded' };
    const answer = await twilio.raw(path, { method, headers: type, ...(body && { body }) });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({
      code,
      status,
      more_info: `https://www.twilio.com/docs/errors/${code}`,
    });
  });

  it('name what was not found, as Twilio does', async () => {
    const path = `/2010-04-01/Accounts/${twilio.account}/Calls/CA${'9'.repeat(32)}.json`;
    expect(await json(path)).toEqual({
      ...{ code: 20404, message: `The requested resource ${path} was not found`, status: 404 },
      more_info: 'https://www.twilio.com/docs/errors/20404',
    });
  });

  it('do not tell one product’s paths from another’s', async () => {
    const agent = new Agent();
    const headers = {
      host: 'verify.twilio.com',
      authorization: `Basic ${Buffer.from(`${twilio.account}:${twilio.sandbox.authToken}`).toString('base64')}`,
    };
    const { statusCode } = await request(new URL(calls(), twilio.sandbox.origin), { headers, dispatcher: agent });
    expect(statusCode).toBe(404);
    await agent.close();
  });
});

describe('the seed', () => {
  it('is the same at every start', async () => {
    const other = await stand();
    for (const entity of core.filter(({ filters }) => filters)) {
      const place = await twilio.placeOf(entity);
      const rows = async (from: Stand) => (await from.gateway.page(entity, place, {})).rows.map(({ json }) => json);
      expect(await rows(other), entity.name).toEqual(await rows(twilio));
    }
    await other.close();
  });

  it('is a small believable account', async () => {
    const sizes: Record<string, number> = {};
    for (const name of [
      'Call',
      'Message',
      'Recording',
      'Transcription',
      'Address',
      'Application',
      'OutgoingCallerId',
      'UsageTrigger',
    ])
      sizes[name] = (await twilio.list(name)).length;
    expect(sizes).toEqual({
      Call: 134,
      Message: 134,
      Recording: 44,
      Transcription: 12,
      Address: 2,
      Application: 2,
      OutgoingCallerId: 3,
      UsageTrigger: 3,
    });
    const main = await twilio.gateway.fetch(registry.get('Account'), [twilio.account]);
    expect(main.json).toMatchObject({
      friendly_name: 'Sandbox (nothing here is real)',
      owner_account_sid: twilio.account,
      subresource_uris: { calls: calls() },
    });
  });

  it.each([
    ['Recording', 'RE2e915e78549694bd0a0742d2d39454e5'],
    ['Call', 'CAaa4a99c300bd9d1bcc0d1ae9dcd248c6'],
    ['Call', 'CAdefbf2b4caa7df11dc48106385e32345'],
    ['Message', 'SM3ad97d41e786c02bca47c8ce1745053b'],
    ['IncomingPhoneNumber', 'PN4047ac009a15885690a50a1d388b8411'],
    ['OutgoingCallerId', 'PN6f5f9bf39cb1801a6e21a5a80d274bdd'],
  ])('holds the documented %s %s', async (name, sid) => {
    expect((await twilio.fetch(name, sid)).json.sid).toBe(sid);
  });

  it('has only numbers that are kept free for fiction', async () => {
    const fiction =
      /^(whatsapp:)?\+(1\d{3}55501\d\d|14155238886|442079460\d{3}|441632960\d{3}|447700900\d{3}|493023125\d{3}|49176040690\d\d|336399812\d\d)$/;
    for (const name of ['Call', 'Message'])
      for (const { json } of await twilio.list(name)) {
        expect(json.from).toMatch(fiction);
        expect(json.to).toMatch(fiction);
      }
  });

  it('refers only to what is there', async () => {
    for (const call of await twilio.list('Call')) {
      const { parent_call_sid: parent, phone_number_sid: number, direction } = call.json;
      if (parent) await twilio.fetch('Call', String(parent));
      if (number)
        await twilio.fetch(direction === 'inbound' ? 'IncomingPhoneNumber' : 'OutgoingCallerId', String(number));
    }
    for (const { json } of await twilio.list('Recording'))
      await (json.call_sid
        ? twilio.fetch('Call', String(json.call_sid))
        : twilio.fetch('Conference', String(json.conference_sid)));
    for (const { json } of await twilio.list('Transcription'))
      await twilio.fetch('Recording', String(json.recording_sid));
    for (const { json } of await twilio.list('Notification'))
      if (json.call_sid) await twilio.fetch('Call', String(json.call_sid));
  });
});

it('answers its own failure instead of falling over', async () => {
  let broken = false;
  const clock = () => {
    if (broken) throw new Error('no time');
    return Date.now();
  };
  const fragile = await startSandbox({ registry, routes: async () => [], now: clock });
  broken = true;
  const answer = await fetch(fragile.origin);
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ code: 20500, status: 500 });
  broken = false;
  expect((await fetch(fragile.origin)).status).toBe(401);
  await fragile.close();
});

it('serves an unknown entity by its descriptor alone', async () => {
  const Thing = legacyEntity('Thing', {
    ...{ in: Account, at: 'things', sid: 'TH', about: 'A thing.', deprecated: 'No.' },
    legacy: '/2010-04-01/Accounts/{AccountSid}/Things.json',
    fields: {
      sid: t.sid.about('.'),
      accountSid: t.ref('Account').about('.'),
      size: t.int.about('.'),
      dateCreated: t.dateTime.about('.'),
      uri: t.omit,
    },
    ...{
      filters: { size: t.equal },
      create: { size: t.int.required.about('.') },
      update: { size: t.int.about('.') },
      remove: true,
      fetch: true,
    },
  });
  const things = '/2010-04-01/Accounts/{AccountSid}/Things.json';
  const one = '/2010-04-01/Accounts/{AccountSid}/Things/{Sid}.json';
  const host = 'api.twilio.com';
  const sandbox = await startSandbox({
    registry: createRegistry([Account, Thing], [...entities, Thing]),
    routes: async () => [
      { entity: Thing, operation: 'list', method: 'GET', host, path: things },
      { entity: Thing, operation: 'create', method: 'POST', host, path: things },
      { entity: Thing, operation: 'fetch', method: 'GET', host, path: one },
      { entity: Thing, operation: 'update', method: 'POST', host, path: one },
      { entity: Thing, operation: 'remove', method: 'DELETE', host, path: one },
    ],
  });
  const authorization = `Basic ${Buffer.from(`${sandbox.accountSid}:${sandbox.authToken}`).toString('base64')}`;
  const list = `/2010-04-01/Accounts/${sandbox.accountSid}/Things.json`;
  const send = async (path: string, method = 'GET', body?: string) => {
    const type = 'application/x-www-form-urlencoded';
    const init = { method, headers: { authorization, 'content-type': type }, ...(body && { body }) };
    const answer = await fetch(new URL(path, sandbox.origin), init);
    return { status: answer.status, json: answer.status === 204 ? undefined : await answer.json() } as {
      status: number;
      json: never;
    };
  };
  const made = await send(list, 'POST', 'Size=3');
  expect(made).toMatchObject({
    status: 201,
    json: { size: 3, account_sid: sandbox.accountSid, sid: expect.stringMatching(/^TH[0-9a-f]{32}$/) },
  });
  const { uri } = made.json as { uri: string };
  expect(await send(uri, 'POST', 'Size=4')).toMatchObject({ status: 200, json: { size: 4 } });
  expect(await send(`${list}?Size=4`)).toMatchObject({ json: { things: [{ size: 4 }] } });
  expect(await send(`${list}?Size=5`)).toMatchObject({ json: { things: [] } });
  expect(await send(list, 'POST', 'Size=big')).toMatchObject({ status: 400, json: { code: 20001 } });
  expect(await send(uri, 'DELETE')).toMatchObject({ status: 204 });
  expect(await send(uri)).toMatchObject({ status: 404, json: { code: 20404 } });
  await sandbox.close();
});
