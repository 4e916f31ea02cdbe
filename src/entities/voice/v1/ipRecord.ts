/** IP records. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

export const VoiceIpRecord = entity('VoiceIpRecord', {
  in: voice,
  at: 'ipRecords',
  sid: 'IL',
  about: "An IP address from which your carrier's calls come.",
  fields: {
    accountSid: t.ref('Account'),
    sid: t.sid,
    friendlyName: t.string,
    ipAddress: t.string.pii.about('IPv4 address in dotted decimal notation, such as 203.0.113.10.'),
    cidrPrefixLength: t.int.about(
      'How many leading bits of the address count, from 0 to 32. Default: 32, that address alone.',
    ),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { ipAddress: t.string.pii.required, friendlyName: t.string, cidrPrefixLength: t.int },
  update: { friendlyName: t.string },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
