/** Lists of SIP credentials. */
import { entity, t } from '../../../../../model/index.ts';
import { Sip } from '../sip.ts';

export const SipCredentialList = entity('SipCredentialList', {
  in: Sip,
  at: 'credentialLists',
  plural: 'sipCredentialLists',
  sid: 'CL',
  about: 'A list of user names with passwords. Map it to a SIP domain to allow these users to call the domain.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    friendlyName: t.string.always,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { friendlyName: t.string.required },
  update: { friendlyName: t.string.required },
  remove: true,
  fetch: true,
});
