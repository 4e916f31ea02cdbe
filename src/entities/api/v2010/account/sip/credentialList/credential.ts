/** User names with passwords for SIP. */
import { entity, t } from '../../../../../../model/index.ts';
import { SipCredentialList } from '../credentialList.ts';

const password = t.secret.about('At least 12 characters: upper and lower case, and a digit.');

export const SipCredential = entity('SipCredential', {
  in: SipCredentialList,
  at: 'credentials',
  plural: 'sipCredentials',
  sid: 'CR',
  about: 'A user name with which a SIP device signs in. Its password can be set and changed, but never read.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    credentialListSid: t.ref('SipCredentialList').about('The list that it stands on.'),
    username: t.string.pii.about('The user name, at most 32 characters.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: {},
  create: { username: t.string.pii.required, password: password.required },
  update: { password },
  remove: true,
  fetch: true,
});
