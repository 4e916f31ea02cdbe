/** Credential lists of a SIP domain. */
import { entity } from '../../../../../../model/index.ts';
import { SipDomain } from '../domain.ts';
import { credentialListMapping, ofDomain } from './shared.ts';

export const SipCredentialListMapping = entity('SipCredentialListMapping', {
  in: SipDomain,
  at: 'credentialListMappings',
  plural: 'sipCredentialListMappings',
  sid: 'CL',
  aboutList: 'Credential lists mapped to the SIP domain.',
  about: 'A credential list whose users can call the SIP domain.',
  ...credentialListMapping,
  fields: { ...credentialListMapping.fields, ...ofDomain },
});
