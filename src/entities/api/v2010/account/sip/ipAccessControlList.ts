/** Lists of IP addresses for SIP. */
import { entity, t } from '../../../../../model/index.ts';
import { Sip } from '../sip.ts';

const friendlyName = t.string.about('A name of your choice, at most 255 characters.');

export const SipIpAccessControlList = entity('SipIpAccessControlList', {
  in: Sip,
  at: 'ipAccessControlLists',
  plural: 'sipIpAccessControlLists',
  sid: 'AL',
  aboutList: 'IP access control lists for SIP.',
  about: 'A list of IP addresses. Map it to a SIP domain to allow calls from them without a password.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    friendlyName: friendlyName.always,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { friendlyName: friendlyName.required },
  update: { friendlyName: friendlyName.required },
  remove: true,
  fetch: true,
});
