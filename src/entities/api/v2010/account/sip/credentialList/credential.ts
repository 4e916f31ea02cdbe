/** User names with passwords for SIP. */
import { entity, t } from '../../../../../../model/index.ts';
import { SipCredentialList } from '../credentialList.ts';

const password = t.secret.about(
  'At least 12 characters, including an upper-case letter, a lower-case letter and a digit.',
);

export const SipCredential = entity('SipCredential', {
  in: SipCredentialList,
  at: 'credentials',
  plural: 'sipCredentials',
  sid: 'CR',
  aboutList: 'Credentials of the list, without passwords.',
  about: 'User name and password of a SIP device. The password can be changed but not read.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    credentialListSid: t.ref('SipCredentialList').always.about('The list that contains it.'),
    username: t.string.pii.always.about('The user name, at most 32 characters.'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: {},
  create: { username: t.string.pii.required, password: password.required },
  update: { password },
  remove: true,
  fetch: true,
});
