/** Source IP mappings. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

export const VoiceSourceIpMapping = entity('VoiceSourceIpMapping', {
  in: voice,
  at: 'sourceIpMappings',
  sid: 'IB',
  about: 'Sends calls from an IP address to a SIP domain.',
  fields: {
    sid: t.sid,
    ipRecordSid: t.ref('VoiceIpRecord'),
    sipDomainSid: t.ref('SipDomain'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { ipRecordSid: t.sid.required, sipDomainSid: t.sid.required },
  update: { sipDomainSid: t.sid.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
