/** Which networks a SIP domain takes calls from. */
import { entity } from '../../../../../../model/index.ts';
import { SipDomain } from '../domain.ts';
import { ipAccessControlListMapping, ofDomain } from './shared.ts';

export const SipIpAccessControlListMapping = entity('SipIpAccessControlListMapping', {
  in: SipDomain,
  at: 'ipAccessControlListMappings',
  plural: 'sipIpAccessControlListMappings',
  sid: 'AL',
  about: 'An IP access control list that opens a SIP domain: calls from its addresses are let in.',
  ...ipAccessControlListMapping,
  fields: { ...ipAccessControlListMapping.fields, ...ofDomain },
});
