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
    regulationSid: t.ref('Regulation').about('SID of the regulation that the bundle is to fulfill.'),
    friendlyName: t.string,
    status: t
      .enum('draft', 'pending-review', 'in-review', 'twilio-rejected', 'twilio-approved', 'provisionally-approved')
      .about('A DRAFT can change; PENDING_REVIEW submits it; a number needs a TWILIO_APPROVED one.'),
    validUntil: t.dateTime.about('Day after which the bundle no longer counts; null without end.'),
    email: t.string.pii.about('Email address that is informed when the status changes.'),
    statusCallback: t.url,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  create: { fromBundleSid: t.sid.required.about('SID of the bundle whose items replace those of this one.') },
  admin: ['create'],
});
