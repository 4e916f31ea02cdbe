/** Credential lists for calls to a SIP domain. */
import { entity } from '../../../../../../../../model/index.ts';
import { credentialListMapping } from '../../shared.ts';
import { SipAuthCalls } from '../authTypeCalls.ts';

export const SipAuthCallsCredentialListMapping = entity('SipAuthCallsCredentialListMapping', {
  in: SipAuthCalls,
  at: 'credentialListMappings',
  plural: 'sipAuthCallsCredentialListMappings',
  sid: 'CL',
  aboutList: 'Credential lists for calls to the SIP domain.',
  about: 'A credential list whose users can call the SIP domain.',
  ...credentialListMapping,
});
