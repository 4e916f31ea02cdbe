/** IP access control lists for calls to a SIP domain. */
import { entity } from '../../../../../../../../model/index.ts';
import { ipAccessControlListMapping } from '../../shared.ts';
import { SipAuthCalls } from '../authTypeCalls.ts';

export const SipAuthCallsIpAccessControlListMapping = entity('SipAuthCallsIpAccessControlListMapping', {
  in: SipAuthCalls,
  at: 'ipAccessControlListMappings',
  plural: 'sipAuthCallsIpAccessControlListMappings',
  sid: 'AL',
  aboutList: 'IP access control lists for calls to the SIP domain.',
  about: 'An IP access control list whose addresses can call the SIP domain.',
  ...ipAccessControlListMapping,
});
