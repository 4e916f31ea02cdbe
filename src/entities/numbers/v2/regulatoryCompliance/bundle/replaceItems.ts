/** Item replacement of a regulatory bundle. */
import { entity, t } from '../../../../../model/index.ts';
import { RegulatoryBundle } from '../bundle.ts';

export const RegulatoryBundleItemReplacement = entity('RegulatoryBundleItemReplacement', {
  in: RegulatoryBundle,
  at: 'replaceItems',
  one: 'itemReplacement',
  inside: ['itemReplacement', 'itemReplacements'],
  about: "Replaces a bundle's items with those of another bundle.",
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
  create: { fromBundleSid: t.sid.required },
  admin: ['create'],
});
