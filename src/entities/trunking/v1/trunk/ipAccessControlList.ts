/** Ip access control lists of a trunk. */
import { entity, t } from '../../../../model/index.ts';
import { SipTrunk } from '../trunk.ts';

export const SipTrunkIpAccessControlList = entity('SipTrunkIpAccessControlList', {
  in: SipTrunk,
  at: 'ipAccessControlLists',
  sid: 'AL',
  about: 'An IP list from which calls to a trunk are let in.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.ref('SipIpAccessControlList'),
    trunkSid: t.ref('SipTrunk'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { ipAccessControlListSid: t.sid.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
