/** Fields of mappings. A mapping has the SID and name of its list. */
import { t } from '../../../../../../model/index.ts';

const mapping = {
  accountSid: t.ref('Account').always,
  friendlyName: t.string.pii.about('Name of the list.'),
  dateCreated: t.dateTime.about('When the list was mapped.'),
  dateUpdated: t.dateTime,
};

export const credentialListMapping = {
  fields: { sid: t.ref('SipCredentialList').about('The credential list that is mapped.'), ...mapping },
  filters: {},
  create: { credentialListSid: t.sid.required.about('The credential list (CL…) to map.') },
  remove: true,
  fetch: true,
} as const;

export const ipAccessControlListMapping = {
  fields: { sid: t.ref('SipIpAccessControlList').about('The IP access control list that is mapped.'), ...mapping },
  filters: {},
  create: { ipAccessControlListSid: t.sid.required.about('The IP access control list (AL…) to map.') },
  remove: true,
  fetch: true,
} as const;

export const ofDomain = {
  domainSid: t.sid.about('SID of the SIP domain to which the list is mapped.'),
  uri: t.omit,
};
