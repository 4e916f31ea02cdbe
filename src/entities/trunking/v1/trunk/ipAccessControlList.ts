/** IP access control lists of a trunk. */
import { entity, t } from '../../../../model/index.ts';
import { SipTrunk } from '../trunk.ts';

export const SipTrunkIpAccessControlList = entity('SipTrunkIpAccessControlList', {
  in: SipTrunk,
  at: 'ipAccessControlLists',
  sid: 'AL',
  about: 'An IP access control list: a trunk accepts calls from its addresses.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.ref('SipIpAccessControlList', 'ipAccessControlList'),
    trunkSid: t.ref('SipTrunk'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { ipAccessControlListSid: t.sid.required.about('SID (AL…) of the IP access control list to map.') },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
