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
    sid: t.ref('RegulatoryBundle', 'copy'),
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
  filters: {},
  create: { friendlyName: t.string },
  admin: ['create'],
});
