/** The seed's SIP side: two domains, who and what may come in, and lists that open them; addresses of RFC 5737. */
import { ACCOUNT, type Planter } from './plant.ts';

type Members = readonly (readonly [name: string, value: string | readonly [address: string, prefix: number]])[];

const layList = (planter: Planter, friendlyName: string, days: number, members: Members): string => {
  const isPeople = members.every(([, value]) => typeof value === 'string');
  const [type, of, prefix, own] = isPeople
    ? ['SipCredentialList', 'SipCredential', 'CL', 'CR']
    : ['SipIpAccessControlList', 'SipIpAddress', 'AL', 'IP'];
  const sid = planter.sid(prefix ?? '');
  planter.lay(type ?? '', [ACCOUNT], { sid, friendlyName, dateCreated: planter.daysAgo(days) });
  for (const [name, value] of members)
    planter.lay(of ?? '', [ACCOUNT, sid], {
      ...(typeof value === 'string'
        ? { username: value }
        : { friendlyName: name, ipAddress: value[0], cidrPrefixLength: value[1] }),
      ...{ sid: planter.sid(own ?? ''), dateCreated: planter.daysAgo(days - 1) },
    });
  return sid;
};

export const laySip = (planter: Planter): void => {
  const phones = layList(planter, 'Office phones', 140, [
    ['Front desk', 'front-desk'],
    ['Workshop', 'workshop'],
    ['London desk', 'london'],
  ]);
  const tablets = layList(planter, 'Field tablets', 100, [
    ['Van 1', 'van-1'],
    ['Van 2', 'van-2'],
  ]);
  layList(planter, 'Newcomers', 20, [['First day', 'newcomer']]);
  const office = layList(planter, 'Office', 140, [
    ['Head office', ['203.0.113.7', 32]],
    ['Berlin', ['198.51.100.0', 24]],
  ]);
  const exchange = layList(planter, 'Telephone exchange', 120, [
    ['Primary', ['192.0.2.10', 32]],
    ['Fallback', ['192.0.2.11', 32]],
  ]);

  const layDomain = (name: string, friendlyName: string, days: number, more: object): string => {
    const sid = planter.sid('SD');
    planter.lay('SipDomain', [ACCOUNT], {
      ...{ sid, domainName: `${name}.sip.twilio.com`, friendlyName, voiceUrl: 'https://example.com/voice' },
      ...{ dateCreated: planter.daysAgo(days), ...more },
    });
    return sid;
  };
  const layMapping = (type: string, domain: string, list: string, days: number) =>
    planter.lay(type, [ACCOUNT, domain], { sid: list, dateCreated: planter.daysAgo(days) });

  const desks = layDomain('example-repairs', 'Desks', 138, { sipRegistration: true, secure: true });
  const trunk = layDomain('example-repairs-exchange', 'Exchange', 118, {
    voiceStatusCallbackUrl: 'https://example.com/status',
  });
  for (const [domain, days] of [
    [desks, 137],
    [trunk, 117],
  ] as const) {
    layMapping('SipCredentialListMapping', domain, phones, days);
    layMapping('SipCredentialListMapping', domain, tablets, Math.min(days, 99));
    layMapping('SipIpAccessControlListMapping', domain, office, days);
    layMapping('SipIpAccessControlListMapping', domain, exchange, days - 1);
    layMapping('SipAuthRegistrationsCredentialListMapping', domain, phones, days);
    layMapping('SipAuthRegistrationsCredentialListMapping', domain, tablets, Math.min(days, 99));
  }
};
