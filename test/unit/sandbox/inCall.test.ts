/** What can be done to a call and a conference while they last, and no longer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../../src/twilio/rows/row.ts';
import { refusal, type Stand, show, stand } from './stand.ts';

let twilio: Stand;
beforeEach(async () => {
  twilio = await stand();
});
afterEach(() => twilio.close());

const key = (row: Row | undefined): string => row?.sids.at(-1) ?? '';
const call = async (): Promise<Row> => {
  const row = await twilio.create('Call', {
    to: '+12065550177',
    from: '+14155550100',
    url: 'https://example.com/twiml',
  });
  twilio.pass(6);
  return row;
};
const session = { idempotencyKey: 'one', statusCallback: 'https://example.com/payments' };

describe('a call in progress', () => {
  it.each([
    ['Siprec', {}],
    ['Stream', { url: 'wss://example.com/sound', parameters: { a: '1' } }],
    ['RealtimeTranscription', { languageCode: 'en-US' }],
  ])('is tapped by %s until that is stopped', async (name, input) => {
    const { sids } = await call();
    const tap = await twilio.create(name, { name: 'ear', ...input }, sids);
    expect(show(tap, 'name', 'status', 'callSid')).toEqual({ name: 'ear', status: 'in-progress', callSid: sids[1] });
    expect(await refusal(twilio.create(name, { name: 'ear', ...input }, sids))).toBe(20001);
    const stopped = await twilio.update(name, { status: 'stopped' }, String(sids[1]), 'ear');
    expect(show(stopped, 'sid', 'status')).toEqual({ sid: key(tap), status: 'stopped' });
    expect(await refusal(twilio.update(name, { status: 'stopped' }, String(sids[1]), key(tap)))).toBe(20404);
  });

  it('takes parameters by their numbers', async () => {
    const { sids } = await call();
    const path = `/2010-04-01/Accounts/${sids[0]}/Calls/${sids[1]}/Streams.json`;
    const body = new URLSearchParams({
      Url: 'wss://example.com/sound',
      'Parameter1.Name': 'a',
      'Parameter1.Value': '1',
    });
    const { status } = await twilio.raw(path, { method: 'POST', body });
    expect(status).toBe(200);
  });

  it('takes a payment, once for the same key', async () => {
    const { sids } = await call();
    const payment = await twilio.create('Payments', { ...session, chargeAmount: '20.45' }, sids);
    expect(key(await twilio.create('Payments', { ...session, chargeAmount: '20.45' }, sids))).toBe(key(payment));
    expect(await refusal(twilio.create('Payments', { ...session, idempotencyKey: 'two' }, sids))).toBe(64021);
    const change = (input: object) =>
      twilio.update('Payments', { ...session, ...input }, String(sids[1]), key(payment));
    expect(await refusal(change({}))).toBe(20001);
    await change({ capture: 'payment-card-number' });
    await change({ status: 'complete' });
    expect(await refusal(change({ status: 'complete' }))).toBe(20404);
    const dear = { ...session, idempotencyKey: 'three', chargeAmount: '1000000' };
    expect(await refusal(twilio.create('Payments', dear, sids))).toBe(20001);
  });

  it('does at once what is asked of it at once', async () => {
    const { sids } = await call();
    const all = <T>(make: () => Promise<T>) => Promise.all(Array.from({ length: 50 }, make));
    const sessions = await all(() => twilio.create('Payments', session, sids));
    expect(new Set(sessions.map(key)).size).toBe(1);
    const taps = await all(() => twilio.create('Stream', { url: 'wss://example.com/sound' }, sids));
    expect(new Set(taps.map(key)).size).toBe(50);
    const named = { url: 'wss://example.com/sound', name: 'ear' };
    const tries = await all(() =>
      twilio.create('Stream', named, sids).then(
        () => true,
        () => false,
      ),
    );
    expect(tries.filter(Boolean)).toHaveLength(1);
  });

  it('is recorded from now on, paused, and stopped', async () => {
    const { sids } = await call();
    const [account = '', sid = ''] = sids;
    const recording = await twilio.create('CallRecording', { recordingChannels: 'dual' }, [account, sid]);
    expect(show(recording, 'channels', 'source', 'status', 'duration', 'track')).toEqual({
      ...{ channels: 2, source: 'StartCallRecordingAPI', status: 'in-progress', duration: null, track: 'both' },
    });
    const change = (status: string) => twilio.update('CallRecording', { status }, sid, 'Twilio.CURRENT');
    expect(show(await change('paused'), 'sid', 'status')).toEqual({ sid: key(recording), status: 'paused' });
    await change('in-progress');
    twilio.pass(3);
    expect(show(await change('stopped'), 'status', 'duration')).toEqual({ status: 'stopped', duration: 3 });
    expect(await refusal(change('stopped'))).toBe(20404);
    expect(await refusal(twilio.update('CallRecording', { status: 'paused' }, sid, key(recording)))).toBe(21220);
    twilio.pass(5);
    const done = await twilio.fetch('Recording', key(recording));
    expect(show(done, 'status', 'duration', 'price')).toEqual({ status: 'completed', duration: 3, price: '-0.00250' });
    await twilio.remove('CallRecording', sid, key(recording));
    expect(await twilio.list('CallRecording', {}, [account, sid])).toEqual([]);
    expect(await refusal(twilio.fetch('Recording', key(recording)))).toBe(20404);
  });

  it('talks with its app', async () => {
    const { sids } = await call();
    const message = await twilio.create('UserDefinedMessage', { content: { say: 'hello' } }, sids);
    expect(key(message)).toMatch(/^KX/);
    expect(await refusal(twilio.create('UserDefinedMessage', { content: 'hello' }, sids))).toBe(20001);
    const callback = { callback: 'https://example.com/app' };
    const subscription = await twilio.create('UserDefinedMessageSubscription', callback, sids);
    await twilio.remove('UserDefinedMessageSubscription', String(sids[1]), key(subscription));
    const again = twilio.remove('UserDefinedMessageSubscription', String(sids[1]), key(subscription));
    expect(await refusal(again)).toBe(20404);
  });

  it('has called its webhook', async () => {
    const { sids } = await call();
    const [event] = await twilio.list('CallEvent', {}, sids);
    expect(event?.json).toMatchObject({
      request: { url: 'https://example.com/twiml', parameters: { CallSid: sids[1] } },
      response: { response_code: 200 },
    });
  });
});

it.each([
  ['Siprec', {}],
  ['Stream', { url: 'wss://example.com/sound' }],
  ['RealtimeTranscription', {}],
  ['Payments', session],
  ['CallRecording', {}],
  ['UserDefinedMessage', { content: {} }],
  ['UserDefinedMessageSubscription', { callback: 'https://example.com/app' }],
])('a finished call takes no %s', async (name, input) => {
  const { sids } = await call();
  twilio.pass(3600);
  expect(await refusal(twilio.create(name, input, sids))).toBe(21220);
});

it('a conference is recorded from the start of a guest who asks for it, until its end', async () => {
  const [meeting] = await twilio.list('Conference', { status: 'in-progress' });
  const [account = '', conference = ''] = meeting?.sids ?? [];
  const guest = { to: '+12065550177', from: '+14155550100', conferenceRecord: 'true' };
  await twilio.create('Participant', guest, [account, conference]);
  await twilio.create('Participant', guest, [account, conference]);
  const [recording, ...others] = await twilio.list('ConferenceRecording', {}, [account, conference]);
  expect(others).toEqual([]);
  await twilio.update('ConferenceRecording', { status: 'paused' }, conference, 'Twilio.CURRENT');
  twilio.pass(30);
  await twilio.update('Conference', { status: 'completed' }, conference);
  const done = await twilio.fetch('ConferenceRecording', conference, key(recording));
  expect(show(done, 'status', 'duration', 'conferenceSid', 'callSid')).toEqual({
    ...{ status: 'completed', duration: 30, conferenceSid: conference, callSid: null },
  });
});
