/** Credential lists of a trunk. */
import { entity, t } from '../../../../model/index.ts';
import { SipTrunk } from '../trunk.ts';

export const SipTrunkCredentialList = entity('SipTrunkCredentialList', {
  in: SipTrunk,
  at: 'credentialsLists',
  sid: 'CL',
  plural: 'credentialLists',
  inside: ['credentialList', 'credentialLists'],
  about: 'A credential list: a trunk accepts calls from phone systems that sign in with one of its credentials.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.ref('SipCredentialList', 'credentialList'),
    trunkSid: t.ref('SipTrunk'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { credentialListSid: t.sid.required.about('SID (CL…) of the credential list to map.') },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
