/** What goes on by itself in the sandbox, under a clock that the test moves. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANCHOR, refusal, registry, type Stand, show, stand } from './stand.ts';

let twilio: Stand;
beforeEach(async () => {
  twilio = await stand();
});
afterEach(() => twilio.close());

const FROM = '+14155550100';
const TO = '+12065550177';
const key = (row: { sids: readonly string[] }) => row.sids.at(-1) ?? '';

describe('a message', () => {
  it('goes queued → sent → delivered and is priced at last', async () => {
    const sent = await twilio.create('Message', { to: TO, from: FROM, body: 'Hello' });
    const sid = key(sent);
    const now = async () => show(await twilio.fetch('Message', sid), 'status', 'price', 'dateSent');
    expect(show(sent, 'status', 'direction', 'numSegments', 'price', 'dateSent')).toEqual({
      ...{ status: 'queued', direction: 'outbound-api', numSegments: 1, price: null, dateSent: null },
    });
    twilio.pass(1);
    expect(await now()).toEqual({ status: 'sent', price: null, dateSent: new Date(ANCHOR.getTime() + 43_201_000) });
    twilio.pass(2);
    expect(await now()).toMatchObject({ status: 'delivered', price: '-0.00750' });
  });

  it('brings its media', async () => {
    const row = await twilio.create('Message', {
      to: TO,
      from: FROM,
      mediaUrl: ['https://example.com/a.png', 'https://example.com/b.jpg'],
    });
    expect(key(row)).toMatch(/^MM/);
    expect(show(row, 'numMedia', 'body')).toEqual({ numMedia: 2, body: '' });
    const media = await twilio.list('Media', {}, row.sids);
    expect(media.map((each) => show(each, 'contentType', 'parentSid'))).toEqual([
      { contentType: 'image/jpeg', parentSid: key(row) },
      { contentType: 'image/png', parentSid: key(row) },
    ]);
  });

  it('is sent over WhatsApp from the sender that everybody may try, and read', async () => {
    const row = await twilio.create('Message', {
      to: 'whatsapp:+917892312345',
      from: 'whatsapp:+14155238886',
      body: 'Hi',
    });
    twilio.pass(10);
    expect(show(await twilio.fetch('Message', key(row)), 'status')).toEqual({ status: 'read' });
    expect(await refusal(twilio.create('Message', { to: TO, from: 'whatsapp:+14155238886', body: 'Hi' }))).toBe(21910);
    expect(
      await refusal(twilio.create('Message', { to: `whatsapp:${TO}`, from: 'whatsapp:+12015550123', body: 'Hi' })),
    ).toBe(63007);
  });

  it('waits for its hour, and can be canceled until then', async () => {
    const service = `MG${'1'.repeat(32)}`;
    const sendAt = new Date(ANCHOR.getTime() + 14 * 3600_000);
    const plan = { to: TO, messagingServiceSid: service, body: 'Later', scheduleType: 'fixed', sendAt };
    const kept = await twilio.create('Message', plan);
    const dropped = await twilio.create('Message', plan);
    expect(show(kept, 'status')).toEqual({ status: 'scheduled' });
    expect(show(await twilio.update('Message', { status: 'canceled' }, key(dropped)), 'status')).toEqual({
      status: 'canceled',
    });
    twilio.pass(2 * 3600 + 10);
    expect(show(await twilio.fetch('Message', key(kept)), 'status', 'from')).toEqual({
      status: 'delivered',
      from: expect.stringMatching(/^\+/),
    });
    expect(show(await twilio.fetch('Message', key(dropped)), 'status')).toEqual({ status: 'canceled' });
    expect(await refusal(twilio.update('Message', { status: 'canceled' }, key(kept)))).toBe(30409);
    expect(await refusal(twilio.create('Message', { ...plan, sendAt: new Date(0) }))).toBe(35114);
    expect(await refusal(twilio.create('Message', { ...plan, messagingServiceSid: undefined, from: FROM }))).toBe(
      35118,
    );
  });

  it('is blanked or removed only when it is through', async () => {
    const row = await twilio.create('Message', { to: TO, from: FROM, body: 'Secret' });
    expect(await refusal(twilio.update('Message', { body: '' }, key(row)))).toBe(20009);
    expect(await refusal(twilio.remove('Message', key(row)))).toBe(20009);
    twilio.pass(5);
    expect(await refusal(twilio.update('Message', { body: 'Other' }, key(row)))).toBe(20001);
    expect(show(await twilio.update('Message', { body: '' }, key(row)), 'body', 'status')).toEqual({
      body: '',
      status: 'delivered',
    });
    await twilio.remove('Message', key(row));
    expect(await refusal(twilio.fetch('Message', key(row)))).toBe(20404);
  });

  it.each([
    [21211, { to: '12', from: FROM, body: 'Hi' }],
    [21211, { to: '+15005550001', from: FROM, body: 'Hi' }],
    [21612, { to: '+15005550002', from: FROM, body: 'Hi' }],
    [21408, { to: '+15005550003', from: FROM, body: 'Hi' }],
    [21610, { to: '+15005550004', from: FROM, body: 'Hi' }],
    [21614, { to: '+15005550009', from: FROM, body: 'Hi' }],
    [21212, { to: TO, from: '+15005550001', body: 'Hi' }],
    [21606, { to: TO, from: '+15005550007', body: 'Hi' }],
    [21606, { to: TO, from: '+12015550123', body: 'Hi' }],
    [21611, { to: TO, from: '+15005550008', body: 'Hi' }],
    [21604, { to: '', from: FROM, body: 'Hi' }],
    [21603, { to: TO, body: 'Hi' }],
    [21602, { to: TO, from: FROM }],
    [21266, { to: FROM, from: FROM, body: 'Hi' }],
    [21617, { to: TO, from: FROM, body: 'x'.repeat(1601) }],
    [21620, { to: TO, from: FROM, mediaUrl: ['no address'] }],
    [20001, { to: TO, from: FROM, body: 'Hi', riskCheck: 'perhaps' }],
  ])('is refused with %i', async (code, input) => {
    expect(await refusal(twilio.create('Message', input))).toBe(code);
  });
});

describe('a call', () => {
  const dial = { to: TO, from: FROM, url: 'https://example.com/twiml' };

  it('goes queued → ringing → in-progress → completed, recorded if asked', async () => {
    const call = await twilio.create('Call', { ...dial, record: true });
    const sid = key(call);
    const status = async () => show(await twilio.fetch('Call', sid), 'status').status;
    expect(show(call, 'status', 'startTime', 'price')).toEqual({ status: 'queued', startTime: null, price: null });
    twilio.pass(1);
    expect(await status()).toBe('ringing');
    twilio.pass(3);
    expect(await status()).toBe('in-progress');
    expect(await refusal(twilio.remove('Call', sid))).toBe(20009);
    twilio.pass(12);
    const over = await twilio.fetch('Call', sid);
    expect(show(over, 'status', 'duration', 'price', 'direction')).toEqual({
      ...{ status: 'completed', duration: 12, price: '-0.01400', direction: 'outbound-api' },
    });
    const [recording] = await twilio.list('Recording', { callSid: sid });
    expect(recording && show(recording, 'status', 'duration', 'source')).toEqual({
      ...{ status: 'completed', duration: 12, source: 'OutboundAPI' },
    });
    await twilio.remove('Call', sid);
    expect(await refusal(twilio.fetch('Call', sid))).toBe(20404);
  });

  it('is ended by an update: canceled before it is answered, completed in any case', async () => {
    const early = key(await twilio.create('Call', dial));
    const late = key(await twilio.create('Call', dial));
    expect(show(await twilio.update('Call', { status: 'canceled' }, early), 'status')).toEqual({ status: 'canceled' });
    twilio.pass(7);
    expect(show(await twilio.update('Call', { status: 'canceled' }, late), 'status')).toEqual({
      status: 'in-progress',
    });
    const over = await twilio.update('Call', { status: 'completed' }, late);
    expect(show(over, 'status', 'duration')).toEqual({ status: 'completed', duration: 3 });
    expect(await refusal(twilio.update('Call', { status: 'completed' }, late))).toBe(21220);
    twilio.pass(60);
    expect(show(await twilio.fetch('Call', early), 'status')).toEqual({ status: 'canceled' });
  });

  it('runs as fast as its pace', async () => {
    await twilio.close();
    twilio = await stand({ pace: 0.01 });
    const sid = key(await twilio.create('Call', dial));
    twilio.pass(1);
    expect(show(await twilio.fetch('Call', sid), 'status')).toEqual({ status: 'completed' });
  });

  it.each([
    [21201, { ...dial, to: '' }],
    [21213, { ...dial, from: '' }],
    [21205, { to: TO, from: FROM }],
    [21205, { ...dial, url: 'no address' }],
    [21211, { ...dial, to: '12' }],
    [21217, { ...dial, to: '+15005550001' }],
    [21210, { ...dial, from: '+12015550123' }],
    [21212, { ...dial, from: 'me' }],
  ])('is refused with %i', async (code, input) => {
    expect(await refusal(twilio.create('Call', input))).toBe(code);
  });

  it('is rated, anew each time, and the ratings are summed up', async () => {
    const call = 'CAdefbf2b4caa7df11dc48106385e32345';
    expect(await refusal(twilio.create('CallFeedback', { qualityScore: 6 }, [twilio.account, call]))).toBe(20001);
    const rating = await twilio.create('CallFeedback', { qualityScore: 5 }, [twilio.account, call]);
    expect(show(rating, 'sid', 'qualityScore', 'issues')).toEqual({ sid: call, qualityScore: 5, issues: [] });
    expect(show(await twilio.fetch('CallFeedback', call), 'qualityScore')).toEqual({ qualityScore: 5 });
    const documented = await twilio.create('CallFeedbackSummary', { startDate: '2014-06-01', endDate: '2014-06-04' });
    expect(key(documented)).toBe('FS11f26a89d7260fb8cef070b768fcf5d1');
    const summary = await twilio.create('CallFeedbackSummary', { startDate: '2026-08-01', endDate: '2026-11-01' });
    expect(show(summary, 'status')).toEqual({ status: 'queued' });
    twilio.pass(2);
    const done = await twilio.fetch('CallFeedbackSummary', key(summary));
    expect(show(done, 'status', 'callFeedbackCount')).toEqual({
      status: 'completed',
      callFeedbackCount: expect.any(Number),
    });
    expect(Number(show(done, 'callCount').callCount)).toBeGreaterThan(90);
  });
});

describe('conferences and queues', () => {
  const meeting = async () => (await twilio.list('Conference'))[0]?.sids ?? [];

  it('lists running conferences unless another status is requested', async () => {
    const statuses = async (params = {}) => (await twilio.list('Conference', params)).map((row) => row.json.status);
    expect(await statuses()).toEqual(['in-progress']);
    expect(await statuses({ status: 'in-progress' })).toEqual(['in-progress']);
    expect(await statuses({ status: 'completed' })).toEqual(['completed', 'completed']);
  });

  it('dials somebody in and sends them out', async () => {
    const conference = await meeting();
    const invited = await twilio.create('Participant', { to: TO, from: FROM, label: 'guest' }, conference);
    twilio.pass(5);
    const guest = await twilio.fetch('Participant', key({ sids: conference }), 'guest');
    expect(show(guest, 'status', 'callSid', 'muted')).toEqual({
      status: 'connected',
      callSid: key(invited),
      muted: false,
    });
    twilio.pass(3600);
    expect(show(await twilio.fetch('Call', key(guest)), 'status')).toEqual({ status: 'in-progress' });
    await twilio.remove('Participant', key({ sids: conference }), key(guest));
    expect(show(await twilio.fetch('Call', key(guest)), 'status')).toEqual({ status: 'completed' });
    expect(await twilio.list('Participant', { muted: true }, conference)).toHaveLength(1);
  });

  it('ends with everybody hung up on', async () => {
    const conference = await meeting();
    const [participant] = await twilio.list('Participant', {}, conference);
    const ended = await twilio.update('Conference', { status: 'completed' }, key({ sids: conference }));
    expect(show(ended, 'status', 'reasonConferenceEnded')).toEqual({
      ...{ status: 'completed', reasonConferenceEnded: 'conference-ended-via-api' },
    });
    expect(await twilio.list('Participant', {}, conference)).toEqual([]);
    expect(show(await twilio.fetch('Call', participant ? key(participant) : ''), 'status')).toEqual({
      status: 'completed',
    });
  });

  it('takes the caller in front out of a queue', async () => {
    const queue = (await twilio.list('Queue')).find((row) => row.json.friendly_name === 'support');
    if (!queue) throw new Error('no queue');
    expect(show(queue, 'currentSize')).toEqual({ currentSize: 2 });
    expect(await refusal(twilio.remove('Queue', key(queue)))).toBe(20001);
    const front = await twilio.fetch('Member', key(queue), 'Front');
    expect(show(front, 'position')).toEqual({ position: 1 });
    await twilio.update('Member', { url: 'https://example.com/twiml' }, key(queue), 'Front');
    const [left] = await twilio.list('Member', {}, queue.sids);
    expect(left && show(left, 'position').position).toBe(1);
    twilio.pass(30);
    expect(show(await twilio.fetch('Call', key(front)), 'status')).toEqual({ status: 'completed' });
  });
});

describe('numbers', () => {
  it('are offered until they are bought, and again when they are given back', async () => {
    const offers = async () => {
      const rows = await twilio.list(
        'AvailablePhoneNumberLocal',
        { areaCode: 617, contains: '01*7', smsEnabled: true },
        [twilio.account, 'US'],
      );
      return rows.map((row) => row.json.phone_number);
    };
    const before = await offers();
    expect(before).toContain('+16175550177');
    const number = await twilio.create('IncomingPhoneNumber', { phoneNumber: '+16175550177' });
    expect(show(number, 'friendlyName', 'type')).toEqual({ friendlyName: '(617) 555-0177', type: 'local' });
    expect(await offers()).toEqual(before.filter((each) => each !== '+16175550177'));
    expect(await refusal(twilio.create('IncomingPhoneNumber', { phoneNumber: '+16175550177' }))).toBe(21422);
    await twilio.remove('IncomingPhoneNumber', key(number));
    expect(await offers()).toEqual(before);
  });

  it.each([
    [21422, 'IncomingPhoneNumber', { phoneNumber: '+15005550000' }],
    [21421, 'IncomingPhoneNumber', { phoneNumber: '+15005550001' }],
    [21421, 'IncomingPhoneNumber', { phoneNumber: 'mine' }],
    [21452, 'IncomingPhoneNumber', { areaCode: '533' }],
    [21458, 'IncomingPhoneNumberMobile', { phoneNumber: '+16175550177' }],
    [20001, 'IncomingPhoneNumber', {}],
  ])('are refused with %i', async (code, name, input) => {
    expect(await refusal(twilio.create(name, input))).toBe(code);
  });

  it('are found in lists of their type', async () => {
    const all = await twilio.list('IncomingPhoneNumber');
    expect(all).toHaveLength(9);
    for (const type of ['Local', 'Mobile', 'TollFree']) {
      const ofType = all.filter(({ json }) => json.type === type.toLowerCase());
      expect((await twilio.list(`IncomingPhoneNumber${type}`)).map(key)).toEqual(ofType.map(key));
    }
  });

  it('are handed over to a subaccount', async () => {
    const child = await twilio.gateway.create(registry.get('Account'), [], { friendlyName: 'Shop' });
    const [number] = await twilio.list('IncomingPhoneNumber');
    await twilio.update('IncomingPhoneNumber', { accountSid: key(child) }, number ? key(number) : '');
    const [moved] = await twilio.list('IncomingPhoneNumber', {}, child.sids);
    expect(moved?.json).toMatchObject({ sid: number?.json.sid, account_sid: key(child) });
  });

  it('are verified by a call, and may be shown from then on', async () => {
    const call = { to: TO, from: '+13035550177', url: 'https://example.com/twiml' };
    expect(await refusal(twilio.create('Call', call))).toBe(21210);
    const request = await twilio.create('ValidationRequest', { phoneNumber: '+13035550177', friendlyName: 'Mine' });
    expect(show(request, 'validationCode').validationCode).toMatch(/^\d{6}$/);
    twilio.pass(30);
    const [callerId] = await twilio.list('OutgoingCallerId');
    expect(callerId && show(callerId, 'phoneNumber', 'friendlyName')).toEqual({
      phoneNumber: '+13035550177',
      friendlyName: 'Mine',
    });
    await twilio.create('Call', call);
    expect(await refusal(twilio.create('ValidationRequest', { phoneNumber: '+13035550177' }))).toBe(21450);
  });
});

describe('accounts, recordings and usage', () => {
  it('opens and closes a subaccount, never the main one', async () => {
    const accounts = registry.get('Account');
    const child = await twilio.gateway.create(accounts, [], { friendlyName: 'Shop' });
    expect(show(child, 'ownerAccountSid', 'status')).toEqual({ ownerAccountSid: twilio.account, status: 'active' });
    await twilio.gateway.update(accounts, child.sids, { status: 'closed' });
    expect(await refusal(twilio.create('Queue', { friendlyName: 'q' }, child.sids))).toBe(20005);
    expect(await twilio.list('Queue', {}, child.sids)).toEqual([]);
    expect(await refusal(twilio.gateway.update(accounts, child.sids, { status: 'active' }))).toBe(21479);
    expect(await refusal(twilio.gateway.update(accounts, [twilio.account], { status: 'closed' }))).toBe(21477);
  });

  it('lets a subaccount reach itself alone', async () => {
    const accounts = registry.get('Account');
    const [shop] = (await twilio.gateway.page(accounts, [], {})).rows.filter((row) => key(row) !== twilio.account);
    const told = await twilio.raw(`/2010-04-01/Accounts/${shop?.json.sid}.json`);
    const { auth_token: token } = (await told.json()) as { auth_token: string };
    const theirs = twilio.connect(String(shop?.json.sid), token);
    expect((await theirs.page(accounts, [], {})).rows).toHaveLength(1);
    expect((await theirs.page(registry.get('Message'), shop?.sids ?? [], {})).rows).toHaveLength(6);
    await expect(theirs.page(registry.get('Message'), [twilio.account], {})).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refusal(theirs.create(accounts, [], {}))).toBe(21101);
    expect(await refusal(theirs.fetch(registry.get('Balance'), shop?.sids ?? []))).toBe(20404);
  });

  it('keeps the details of a deleted recording', async () => {
    const recordings = await twilio.list('Recording');
    const sid = 'RE2e915e78549694bd0a0742d2d39454e5';
    await twilio.remove('Recording', sid);
    expect(await refusal(twilio.fetch('Recording', sid))).toBe(20404);
    expect(await twilio.list('Recording')).toHaveLength(recordings.length - 1);
    const all = await twilio.list('Recording', { includeSoftDeleted: true });
    expect(all.find((row) => key(row) === sid)?.json).toMatchObject({ status: 'deleted', media_url: null });
  });

  it('counts what is used, and takes it off the balance', async () => {
    const usage = async (name: string, params = {}) => {
      const rows = await twilio.list(name, { category: 'sms-outbound', pageSize: 1000, ...params });
      return rows.reduce((sum, row) => sum + Number(row.json.count), 0);
    };
    const balance = async () =>
      Number((await twilio.gateway.fetch(registry.get('Balance'), [twilio.account])).json.balance);
    const [all, today, before] = [await usage('UsageRecord'), await usage('UsageRecordToday'), await balance()];
    expect(all).toBeGreaterThan(50);
    expect(await usage('UsageRecordDaily')).toBe(all);
    expect(await usage('UsageRecordMonthly')).toBe(all);
    expect(await usage('UsageRecordYearly')).toBe(all);
    expect(await usage('UsageRecordAllTime')).toBe(all);
    expect(await usage('UsageRecord', { startDate: '2026-11-02' })).toBe(today);
    for (let i = 0; i < 10; i++) await twilio.create('Message', { to: TO, from: FROM, body: 'Hello' });
    twilio.pass(10);
    expect(await usage('UsageRecordToday')).toBe(today + 10);
    expect(await balance()).toBeCloseTo(before - 0.08, 1);
  });
});

it('does what Twilio’s documentation shows with the rows that it names', async () => {
  await twilio.remove('Call', 'CAaa4a99c300bd9d1bcc0d1ae9dcd248c6');
  expect(await refusal(twilio.fetch('Call', 'CAaa4a99c300bd9d1bcc0d1ae9dcd248c6'))).toBe(20404);
  const blanked = await twilio.update('Message', { body: '' }, 'SM3ad97d41e786c02bca47c8ce1745053b');
  expect(show(blanked, 'body')).toEqual({ body: '' });
  const number = await twilio.update(
    'IncomingPhoneNumber',
    { friendlyName: 'A' },
    'PN4047ac009a15885690a50a1d388b8411',
  );
  expect(show(number, 'friendlyName', 'accountSid')).toEqual({ friendlyName: 'A', accountSid: twilio.account });
  const callerId = await twilio.update('OutgoingCallerId', { friendlyName: 'B' }, 'PN6f5f9bf39cb1801a6e21a5a80d274bdd');
  expect(show(callerId, 'friendlyName')).toEqual({ friendlyName: 'B' });
});
