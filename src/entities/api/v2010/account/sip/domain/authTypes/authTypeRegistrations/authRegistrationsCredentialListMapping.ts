/** Credential lists for registrations with a SIP domain. */
import { entity } from '../../../../../../../../model/index.ts';
import { credentialListMapping } from '../../shared.ts';
import { SipAuthRegistrations } from '../authTypeRegistrations.ts';

export const SipAuthRegistrationsCredentialListMapping = entity('SipAuthRegistrationsCredentialListMapping', {
  in: SipAuthRegistrations,
  at: 'credentialListMappings',
  plural: 'sipAuthRegistrationsCredentialListMappings',
  sid: 'CL',
  aboutList: 'Credential lists for registrations with the SIP domain.',
  about: 'A credential list whose users can register with the SIP domain.',
  ...credentialListMapping,
});
