/** Compliance inquiries. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const ComplianceInquiry = entity('ComplianceInquiry', {
  in: trusthub,
  at: 'complianceInquiries',
  key: 'customerId',
  about: 'Opens or resumes an embedded form for a customer profile.',
  fields: {
    inquiryId: t.string.about('ID with which the page opens the embedded form.'),
    inquirySessionToken: t.shownOnce.about('Token with which the page opens the embedded form.'),
    customerId: t
      .ref('CustomerProfile', 'customerProfile')
      .about('SID (BU…) of the customer profile that the form fills in.'),
    url: t.omit,
  },
  create: {
    notificationEmail: t.string.pii.about('Where Twilio reports the outcome. Default: address of the primary profile.'),
    themeSetId: t.string.about("ID of the form's look."),
    primaryProfileSid: t.sid.about('SID (BU…) of the primary customer profile. Required for a secondary profile.'),
  },
  update: { primaryProfileSid: t.sid.required, themeSetId: t.string },
  admin: ['create', 'update'],
});
