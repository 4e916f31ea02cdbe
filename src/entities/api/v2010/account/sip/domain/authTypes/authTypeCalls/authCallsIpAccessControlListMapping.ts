/** From which networks devices may call through a SIP domain. */
import { entity } from '../../../../../../../../model/index.ts';
import { ipAccessControlListMapping } from '../../shared.ts';
import { SipAuthCalls } from '../authTypeCalls.ts';

export const SipAuthCallsIpAccessControlListMapping = entity('SipAuthCallsIpAccessControlListMapping', {
  in: SipAuthCalls,
  at: 'ipAccessControlListMappings',
  plural: 'sipAuthCallsIpAccessControlListMappings',
  sid: 'AL',
  about: 'An IP access control list for calls: the domain takes calls from its addresses.',
  ...ipAccessControlListMapping,
});
