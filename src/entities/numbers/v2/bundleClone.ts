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
    url: t.omit,
  },
  create: { targetAccountSid: t.sid.required, moveToDraft: t.boolean, friendlyName: t.string },
  createWith: 'key',
  admin: ['create'],
});
