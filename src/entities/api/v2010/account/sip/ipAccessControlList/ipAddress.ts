/** IP addresses and networks for SIP. */
import { entity, t } from '../../../../../../model/index.ts';
import { SipIpAccessControlList } from '../ipAccessControlList.ts';

const friendlyName = t.string.about('A name of your choice, at most 255 characters.');
const ipAddress = t.string.about('IPv4 address, such as 203.0.113.7.');
const cidrPrefixLength = t.int.about('Number of leading bits that must match. Default: 32, a single address.');

export const SipIpAddress = entity('SipIpAddress', {
  in: SipIpAccessControlList,
  at: 'ipAddresses',
  plural: 'sipIpAddresses',
  sid: 'IP',
  aboutList: 'IP addresses and networks of the list.',
  about: 'An IP address or network from which SIP traffic is accepted.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    ipAccessControlListSid: t.ref('SipIpAccessControlList').always.about('The list that contains it.'),
    friendlyName: friendlyName.always,
    ipAddress: ipAddress.always,
    cidrPrefixLength,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: {},
  create: { friendlyName: friendlyName.required, ipAddress: ipAddress.required, cidrPrefixLength },
  update: { friendlyName, ipAddress, cidrPrefixLength },
  remove: true,
  fetch: true,
});
