/** Credential lists of a trunk. */
import { entity, t } from '../../../../model/index.ts';
import { SipTrunk } from '../trunk.ts';

export const SipTrunkCredentialList = entity('SipTrunkCredentialList', {
  in: SipTrunk,
  at: 'credentialsLists',
  sid: 'CL',
  plural: 'credentialLists',
  inside: ['credentialList', 'credentialLists'],
  about: 'A credential list that may sign in to a trunk.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.ref('SipCredentialList'),
    trunkSid: t.ref('SipTrunk'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { credentialListSid: t.sid.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
