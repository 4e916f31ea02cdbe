/** Which credential lists let devices call through a SIP domain. */
import { entity } from '../../../../../../../../model/index.ts';
import { credentialListMapping } from '../../shared.ts';
import { SipAuthCalls } from '../authTypeCalls.ts';

export const SipAuthCallsCredentialListMapping = entity('SipAuthCallsCredentialListMapping', {
  in: SipAuthCalls,
  at: 'credentialListMappings',
  plural: 'sipAuthCallsCredentialListMappings',
  sid: 'CL',
  about: 'A credential list for calls: who is on it may place calls through the domain.',
  ...credentialListMapping,
});
