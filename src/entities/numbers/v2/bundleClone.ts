/** Regulatory bundle clones. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const RegulatoryBundleClone = entity('RegulatoryBundleClone', {
  in: numbers,
  at: 'bundleClone',
  key: 'bundleSid',
  about: 'Copies a regulatory bundle into another account.',
  fields: {
    bundleSid: t.ref('RegulatoryBundle'),
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
    url: t.omit,
  },
  create: {
    targetAccountSid: t.sid.required.about('SID of the account that gets the copy.'),
    moveToDraft: t.boolean.about(
      'Whether the copy is a DRAFT that can change; otherwise it is approved like the original.',
    ),
    friendlyName: t.string,
  },
  createWith: 'key',
  admin: ['create'],
});
