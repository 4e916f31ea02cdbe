/** Trust product provisional copies. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const TrustProductProvisionalCopy = entity('TrustProductProvisionalCopy', {
  in: trusthub,
  at: 'trustProductsProvisionalCopy',
  key: 'trustProductSid',
  about: 'A draft copy of an approved trust product, to be changed.',
  fields: {
    trustProductSid: t.ref('TrustProduct'),
    accountSid: t.ref('Account'),
    policySid: t.ref('TrusthubPolicy').about('SID (RN…) of the policy, which says what it must contain.'),
    friendlyName: t.string,
    status: t.string.about('Status of the copy; a new copy is `draft`.'),
    email: t.string.pii.about('Where Twilio reports changes of status.'),
    statusCallback: t.url,
    validUntil: t.dateTime.about('Until when the approval is valid; null if it does not expire.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  create: {},
  createWith: 'key',
  fetch: true,
  admin: ['create'],
});
