/** What an account sets up beside its numbers: keys, SIP, add-ons, and views of rows that live elsewhere. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../../src/twilio/rows/row.ts';
import { refusal, registry, type Stand, show, stand } from './stand.ts';

let twilio: Stand;
beforeEach(async () => {
  twilio = await stand();
});
afterEach(() => twilio.close());

const key = (row: Row | undefined): string => row?.sids.at(-1) ?? '';

describe('keys', () => {
  it.each([
    ['NewKey', 'Key'],
    ['NewSigningKey', 'SigningKey'],
  ])('%s tells its secret once, and is a %s from then on', async (made, kept) => {
    const row = await twilio.create(made, { friendlyName: 'Mine' });
    expect(row.once?.secret).toMatch(/^[0-9a-f]{32}$/);
    const [listed] = await twilio.list(kept);
    expect(listed?.json).toMatchObject({ sid: row.json.sid, friendly_name: 'Mine' });
    const answer = await twilio.raw(`/2010-04-01/Accounts/${twilio.account}/${kept}s/${row.json.sid}.json`);
    expect(await answer.json()).not.toHaveProperty('secret');
    await twilio.remove(kept, key(listed));
    expect(await refusal(twilio.fetch(kept, key(listed)))).toBe(20404);
  });

  it('open the account with their secret, until they are deleted', async () => {
    const row = await twilio.create('NewKey', {});
    const theirs = twilio.connect(key(row), String(row.once?.secret));
    const page = () => theirs.page(registry.get('Queue'), [twilio.account], {});
    expect((await page()).rows).toHaveLength(2);
    await twilio.remove('Key', key(row));
    await expect(page()).rejects.toMatchObject({ details: { status: 401 } });
  });

  it('a token brings its servers and their password', async () => {
    const token = await twilio.create('Token', { ttl: 60 });
    expect(token.once).toMatchObject({ ttl: '60', password: expect.stringMatching(/^[0-9a-f]{32}$/) });
    const servers = token.json.ice_servers as readonly Record<string, string>[];
    expect(servers.map(({ url }) => url?.split(':')[0])).toEqual(['stun', 'turn', 'turn', 'turn']);
    expect(servers.at(-1)?.credential).toBe(token.once?.password);
  });
});

describe('SIP', () => {
  it('refuses what cannot be', async () => {
    const domain = (domainName: string) => refusal(twilio.create('SipDomain', { domainName }));
    expect(await domain('example.com')).toBe(21231);
    expect(await domain('example-repairs.sip.twilio.com')).toBe(21231);
    expect(await refusal(twilio.create('SipCredentialList', { friendlyName: 'Office phones' }))).toBe(21240);
    const [list] = await twilio.list('SipCredentialList');
    const credential = (username: string, password: string) =>
      refusal(twilio.create('SipCredential', { username, password }, list?.sids ?? []));
    expect(await credential('new', 'tooshort1A')).toBe(21240);
    expect(await credential('newcomer', 'LongEnough1234')).toBe(21240);
    const [acl] = await twilio.list('SipIpAccessControlList');
    const address = { friendlyName: 'x', ipAddress: '203.0.113.300' };
    expect(await refusal(twilio.create('SipIpAddress', address, acl?.sids ?? []))).toBe(20001);
  });

  it('a domain says by which lists it opens', async () => {
    const { sids } = await twilio.create('SipDomain', { domainName: 'mine.sip.twilio.com' });
    const opens = async () => show(await twilio.fetch('SipDomain', key({ sids } as Row)), 'authType').authType;
    expect(await opens()).toBe('');
    const list = await twilio.create('SipCredentialList', { friendlyName: 'Mine' });
    const mapping = { credentialListSid: key(list) };
    await twilio.create('SipAuthCallsCredentialListMapping', mapping, sids);
    expect(await opens()).toBe('CREDENTIAL_LIST');
    expect(await refusal(twilio.create('SipCredentialListMapping', mapping, sids))).toBe(21231);
    await twilio.update('SipCredentialList', { friendlyName: 'Renamed' }, key(list));
    const [mapped] = await twilio.list('SipCredentialListMapping', {}, sids);
    expect(mapped?.json).toMatchObject({ sid: key(list), friendly_name: 'Renamed' });
    expect(await twilio.list('SipAuthRegistrationsCredentialListMapping', {}, sids)).toEqual([]);
    await twilio.remove('SipCredentialList', key(list));
    expect(await twilio.list('SipAuthCallsCredentialListMapping', {}, sids)).toEqual([]);
    expect(await opens()).toBe('');
  });
});

describe('add-ons', () => {
  it('step in where their extensions say', async () => {
    const [number] = await twilio.list('IncomingPhoneNumber');
    const installedAddOnSid = `XE${'5'.repeat(32)}`;
    const addOn = await twilio.create('IncomingPhoneNumberAssignedAddOn', { installedAddOnSid }, number?.sids ?? []);
    expect(key(addOn)).toBe(installedAddOnSid);
    const extensions = await twilio.list('IncomingPhoneNumberAssignedAddOnExtension', {}, addOn.sids);
    expect(extensions.map(({ json }) => json.unique_name)).toEqual(['messaging-incoming', 'voice-incoming']);
  });

  it('have what they found where they redirect to', async () => {
    const entity = registry.get('RecordingAddOnResultPayloadData');
    const place = (await twilio.placeOf(entity)).join('/').replace(/\/(RE|XR|XH)/g, (_, prefix: string) => {
      return { RE: '/Recordings/RE', XR: '/AddOnResults/XR', XH: '/Payloads/XH' }[prefix] ?? '';
    });
    const answer = await twilio.raw(`/2010-04-01/Accounts/${place}/Data.json`, { redirect: 'manual' });
    expect(answer.status).toBe(307);
    const { redirect_to: location } = (await answer.json()) as { redirect_to: string };
    expect(answer.headers.get('location')).toBe(location);
    expect(location).toContain('signature=');
  });
});

it('a list shows the rows of another that belong to its place', async () => {
  const [trouble] = (await twilio.list('Notification')).filter(({ json }) => json.call_sid);
  const call = String(trouble?.json.call_sid);
  const ofCall = await twilio.list('CallNotification', {}, [twilio.account, call]);
  expect(ofCall.map(key)).toContain(key(trouble));
  expect(ofCall.every(({ json }) => json.call_sid === call)).toBe(true);
  const whole = await twilio.fetch('CallNotification', call, key(trouble));
  expect(trouble?.json).not.toHaveProperty('response_body');
  expect(whole.json).toMatchObject({ sid: key(trouble), response_body: expect.any(String) });

  const [text] = await twilio.list('Transcription');
  const recording = String(text?.json.recording_sid);
  const ofRecording = await twilio.list('RecordingTranscription', {}, [twilio.account, recording]);
  expect(ofRecording.map(({ json }) => json)).toEqual([text?.json]);

  const [address] = (await twilio.list('Address')).filter(({ json }) => json.iso_country === 'DE');
  const numbers = await twilio.list('DependentPhoneNumber', {}, address?.sids ?? []);
  expect(numbers.map(({ json }) => json.friendly_name)).toEqual(['Berlin office']);
});
