/** Item assignments of a regulatory bundle. */
import { entity, t } from '../../../../../model/index.ts';
import { RegulatoryBundle } from '../bundle.ts';

export const RegulatoryBundleItemAssignment = entity('RegulatoryBundleItemAssignment', {
  in: RegulatoryBundle,
  at: 'itemAssignments',
  sid: 'BV',
  one: 'itemAssignment',
  about: 'An end-user or document that is part of a bundle.',
  fields: {
    sid: t.sid,
    bundleSid: t.ref('RegulatoryBundle'),
    accountSid: t.ref('Account'),
    objectSid: t
      .refByPrefix({ IT: 'RegulatoryEndUser', RD: 'RegulatorySupportingDocument' })
      .about('SID of an end user (IT…) or a supporting document (RD…).'),
    dateCreated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { objectSid: t.string.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
