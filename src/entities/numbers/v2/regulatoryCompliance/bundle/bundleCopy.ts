/** Bundle copies of a regulatory bundle. */
import { entity, t } from '../../../../../model/index.ts';
import { RegulatoryBundle } from '../bundle.ts';

export const RegulatoryBundleCopy = entity('RegulatoryBundleCopy', {
  in: RegulatoryBundle,
  at: 'bundleCopies',
  one: 'bundleCopy',
  inside: ['bundleCopy', 'bundleCopies'],
  about: 'A copy of a bundle, to be changed and submitted again.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    regulationSid: t.ref('Regulation'),
    friendlyName: t.string,
    status: t.enum(
      'draft',
      'pending-review',
      'in-review',
      'twilio-rejected',
      'twilio-approved',
      'provisionally-approved',
    ),
    validUntil: t.dateTime,
    email: t.string.pii,
    statusCallback: t.url,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  filters: {},
  create: { friendlyName: t.string },
  admin: ['create'],
});
