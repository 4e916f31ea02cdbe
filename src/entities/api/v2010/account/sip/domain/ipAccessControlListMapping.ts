/** IP access control lists of a SIP domain. */
import { entity } from '../../../../../../model/index.ts';
import { SipDomain } from '../domain.ts';
import { ipAccessControlListMapping, ofDomain } from './shared.ts';

export const SipIpAccessControlListMapping = entity('SipIpAccessControlListMapping', {
  in: SipDomain,
  at: 'ipAccessControlListMappings',
  plural: 'sipIpAccessControlListMappings',
  sid: 'AL',
  aboutList: 'IP access control lists mapped to the SIP domain.',
  about: 'An IP access control list whose addresses can call the SIP domain.',
  ...ipAccessControlListMapping,
  fields: { ...ipAccessControlListMapping.fields, ...ofDomain },
});
