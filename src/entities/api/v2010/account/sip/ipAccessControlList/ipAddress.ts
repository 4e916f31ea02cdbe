/** Addresses and networks from which SIP traffic is let in. */
import { entity, t } from '../../../../../../model/index.ts';
import { SipIpAccessControlList } from '../ipAccessControlList.ts';

const friendlyName = t.string.about('A name for people, at most 255 characters.');
const ipAddress = t.string.about('The address in dotted form, such as 203.0.113.7; IPv4 only.');
const cidrPrefixLength = t.int.about('How many leading bits must match, 32 for this very address as by default.');

export const SipIpAddress = entity('SipIpAddress', {
  in: SipIpAccessControlList,
  at: 'ipAddresses',
  plural: 'sipIpAddresses',
  sid: 'IP',
  about: 'An address, or with a shorter prefix a network, from which SIP traffic is let in.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    ipAccessControlListSid: t.ref('SipIpAccessControlList').about('The list that it stands on.'),
    friendlyName,
    ipAddress,
    cidrPrefixLength,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: {},
  create: { friendlyName: friendlyName.required, ipAddress: ipAddress.required, cidrPrefixLength },
  update: { friendlyName, ipAddress, cidrPrefixLength },
  remove: true,
  fetch: true,
});
