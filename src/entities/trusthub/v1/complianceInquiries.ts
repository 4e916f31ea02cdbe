/** Compliance inquiries. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const ComplianceInquiry = entity('ComplianceInquiry', {
  in: trusthub,
  at: 'complianceInquiries',
  key: 'customerId',
  about: 'Opens or resumes an embedded form for a customer profile.',
  fields: {
    inquiryId: t.string,
    inquirySessionToken: t.shownOnce,
    customerId: t.ref('CustomerProfile', 'customerProfile'),
    url: t.omit,
  },
  create: { notificationEmail: t.string.pii, themeSetId: t.string, primaryProfileSid: t.sid },
  update: { primaryProfileSid: t.sid.required, themeSetId: t.string },
  admin: ['create', 'update'],
});
