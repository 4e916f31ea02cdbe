/** Which credential lists let devices register with a SIP domain. */
import { entity } from '../../../../../../../../model/index.ts';
import { credentialListMapping } from '../../shared.ts';
import { SipAuthRegistrations } from '../authTypeRegistrations.ts';

export const SipAuthRegistrationsCredentialListMapping = entity('SipAuthRegistrationsCredentialListMapping', {
  in: SipAuthRegistrations,
  at: 'credentialListMappings',
  plural: 'sipAuthRegistrationsCredentialListMappings',
  sid: 'CL',
  about: 'A credential list for registration: who is on it may register with the domain and be called there.',
  ...credentialListMapping,
});
