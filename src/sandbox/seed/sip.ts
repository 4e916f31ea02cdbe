/** The seed's SIP domains, credential lists and access control lists. IP addresses are from RFC 5737. */
import { ACCOUNT, type SeedBuilder } from './builder.ts';

type Members = readonly (readonly [name: string, value: string | readonly [address: string, prefix: number]])[];

const addList = (seed: SeedBuilder, friendlyName: string, days: number, members: Members): string => {
  const isPeople = members.every(([, value]) => typeof value === 'string');
  const [type, of, prefix, own] = isPeople
    ? ['SipCredentialList', 'SipCredential', 'CL', 'CR']
    : ['SipIpAccessControlList', 'SipIpAddress', 'AL', 'IP'];
  const sid = seed.sid(prefix ?? '');
  seed.add(type ?? '', [ACCOUNT], { sid, friendlyName, dateCreated: seed.daysAgo(days) });
  for (const [name, value] of members)
    seed.add(of ?? '', [ACCOUNT, sid], {
      ...(typeof value === 'string'
        ? { username: value }
        : { friendlyName: name, ipAddress: value[0], cidrPrefixLength: value[1] }),
      ...{ sid: seed.sid(own ?? ''), dateCreated: seed.daysAgo(days - 1) },
    });
  return sid;
};

export const addSip = (seed: SeedBuilder): void => {
  const phones = addList(seed, 'Office phones', 140, [
    ['Front desk', 'front-desk'],
    ['Workshop', 'workshop'],
    ['London desk', 'london'],
  ]);
  const tablets = addList(seed, 'Field tablets', 100, [
    ['Van 1', 'van-1'],
    ['Van 2', 'van-2'],
  ]);
  addList(seed, 'Newcomers', 20, [['First day', 'newcomer']]);
  const office = addList(seed, 'Office', 140, [
    ['Head office', ['203.0.113.7', 32]],
    ['Berlin', ['198.51.100.0', 24]],
  ]);
  const exchange = addList(seed, 'Telephone exchange', 120, [
    ['Primary', ['192.0.2.10', 32]],
    ['Fallback', ['192.0.2.11', 32]],
  ]);

  const addDomain = (name: string, friendlyName: string, days: number, more: object): string => {
    const sid = seed.sid('SD');
    seed.add('SipDomain', [ACCOUNT], {
      ...{ sid, domainName: `${name}.sip.twilio.com`, friendlyName, voiceUrl: 'https://example.com/voice' },
      ...{ dateCreated: seed.daysAgo(days), ...more },
    });
    return sid;
  };
  const addMapping = (type: string, domain: string, list: string, days: number) =>
    seed.add(type, [ACCOUNT, domain], { sid: list, dateCreated: seed.daysAgo(days) });

  const desks = addDomain('example-repairs', 'Desks', 138, { sipRegistration: true, secure: true });
  const trunk = addDomain('example-repairs-exchange', 'Exchange', 118, {
    voiceStatusCallbackUrl: 'https://example.com/status',
  });
  for (const [domain, days] of [
    [desks, 137],
    [trunk, 117],
  ] as const) {
    addMapping('SipCredentialListMapping', domain, phones, days);
    addMapping('SipCredentialListMapping', domain, tablets, Math.min(days, 99));
    addMapping('SipIpAccessControlListMapping', domain, office, days);
    addMapping('SipIpAccessControlListMapping', domain, exchange, days - 1);
    addMapping('SipAuthRegistrationsCredentialListMapping', domain, phones, days);
    addMapping('SipAuthRegistrationsCredentialListMapping', domain, tablets, Math.min(days, 99));
  }
};
