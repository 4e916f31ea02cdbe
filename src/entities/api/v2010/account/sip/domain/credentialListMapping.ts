/** Which credential lists open a SIP domain. */
import { entity } from '../../../../../../model/index.ts';
import { SipDomain } from '../domain.ts';
import { credentialListMapping, ofDomain } from './shared.ts';

export const SipCredentialListMapping = entity('SipCredentialListMapping', {
  in: SipDomain,
  at: 'credentialListMappings',
  plural: 'sipCredentialListMappings',
  sid: 'CL',
  about: 'A credential list that opens a SIP domain: who is on it may place calls through the domain.',
  ...credentialListMapping,
  fields: { ...credentialListMapping.fields, ...ofDomain },
});
