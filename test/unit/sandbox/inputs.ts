/** What it takes to make one of each entity, for the tests that make them all. */
import type { Entity } from '../../../src/model/descriptor.ts';
import type { Value } from '../../../src/model/kinds.ts';
import type { Stand } from './stand.ts';

/** Inputs that some entity insists on. */
const inputs: Readonly<Record<string, unknown>> = {
  ...{ to: '+12065550177', from: '+14155550100', body: 'Hello', url: 'https://example.com/twiml' },
  ...{ callbackUrl: 'https://example.com/usage', triggerValue: '10', usageCategory: 'sms' },
  ...{ startDate: '2026-10-01', endDate: '2026-10-31', qualityScore: 4, isoCountry: 'US' },
  ...{ domainName: 'some-desks.sip.twilio.com', ipAddress: '203.0.113.77', password: 'Sandbox12Chars' },
  ...{ statusCallback: 'https://example.com/status', callback: 'https://example.com/app', content: { say: 'hello' } },
  installedAddOnSid: `XE${'7'.repeat(32)}`,
};
const phoneNumbers: Readonly<Record<string, string>> = {
  IncomingPhoneNumber: '+16175550177',
  IncomingPhoneNumberLocal: '+13125550177',
  IncomingPhoneNumberMobile: '+447700900777',
  IncomingPhoneNumberTollFree: '+18665550199',
  ValidationRequest: '+13035550177',
};
/** Lists that are made to be mapped. */
const lists: Readonly<Record<string, string>> = {
  credentialListSid: 'SipCredentialList',
  ipAccessControlListSid: 'SipIpAccessControlList',
};

/** Names of the inputs that an entity cannot be made without. */
export const needed = (entity: Entity): readonly string[] => {
  const ofGroups = (entity.requireOneOf ?? []).flatMap(([first]) => (first ? [first] : []));
  const musts = Object.keys(entity.create ?? {}).filter((name) => entity.create?.[name]?.must);
  return [...new Set([...musts, ...ofGroups])];
};

export const inputFor = async (entity: Entity, twilio: Stand): Promise<Record<string, unknown>> => {
  const wanted = async (name: string, value?: Value) => {
    const list = lists[name];
    if (list) return (await twilio.create(list, { friendlyName: `For ${entity.name}` })).json.sid;
    if (name === 'phoneNumber') return phoneNumbers[entity.name];
    return inputs[name] ?? (value?.scalar === 'String' ? `Some ${name}` : undefined);
  };
  const given: Record<string, unknown> = {};
  for (const name of needed(entity)) given[name] = await wanted(name, entity.create?.[name]);
  return given;
};
