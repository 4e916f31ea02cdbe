/** Lists of networks from which SIP traffic is let in. */
import { entity, t } from '../../../../../model/index.ts';
import { Sip } from '../sip.ts';

const friendlyName = t.string.about('A name for people, at most 255 characters.');

export const SipIpAccessControlList = entity('SipIpAccessControlList', {
  in: Sip,
  at: 'ipAccessControlLists',
  plural: 'sipIpAccessControlLists',
  sid: 'AL',
  about: 'A list of IP addresses. Map it to a SIP domain, and traffic from there is let in without a password.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName,
    dateCreated: t.dateTime,
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
