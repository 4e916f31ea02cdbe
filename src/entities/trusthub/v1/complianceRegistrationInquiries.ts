/** Compliance registration inquiries. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const ComplianceRegistrationInquiry = entity('ComplianceRegistrationInquiry', {
  in: trusthub,
  at: 'complianceRegistrationInquiries',
  key: 'registrationId',
  about: 'Opens or resumes an embedded form for regulatory papers in Great Britain.',
  fields: {
    inquiryId: t.string.about('ID with which the page opens the embedded form.'),
    inquirySessionToken: t.shownOnce.about('Token with which the page opens the embedded form.'),
    registrationId: t.string.about('ID of the registration, to resume the form later.'),
    url: t.omit,
  },
  create: {
    endUserType: t.enum('Individual', 'Business').required,
    phoneNumberType: t.enum('local', 'national', 'mobile', 'toll-free').required,
    businessIdentityType: t
      .enum('direct_customer', 'isv_reseller_or_partner', 'unknown')
      .about("Whether the business is Twilio's direct customer, or resells."),
    businessRegistrationAuthority: t
      .enum('UK:CRN', 'US:EIN', 'CA:CBN', 'AU:ACN', 'Other')
      .about('Which register `businessRegistrationNumber` belongs to.'),
    businessLegalName: t.string.pii,
    notificationEmail: t.string.pii.about('Where Twilio reports the outcome.'),
    acceptedNotificationReceipt: t.boolean,
    businessRegistrationNumber: t.string.pii,
    businessWebsiteUrl: t.string,
    friendlyName: t.string,
    authorizedRepresentative1FirstName: t.string.pii,
    authorizedRepresentative1LastName: t.string.pii,
    authorizedRepresentative1Phone: t.phone,
    authorizedRepresentative1Email: t.string.pii,
    authorizedRepresentative1DateOfBirth: t.string.pii.about('Date of birth of the authorized representative.'),
    addressStreet: t.string.pii,
    addressStreetSecondary: t.string.pii,
    addressCity: t.string.pii,
    addressSubdivision: t.string.pii,
    addressPostalCode: t.string.pii,
    addressCountryCode: t.string,
    emergencyAddressStreet: t.string.pii,
    emergencyAddressStreetSecondary: t.string.pii,
    emergencyAddressCity: t.string.pii,
    emergencyAddressSubdivision: t.string.pii,
    emergencyAddressPostalCode: t.string.pii,
    emergencyAddressCountryCode: t.string,
    useAddressAsEmergencyAddress: t.boolean.about('Whether the business address is also given to emergency services.'),
    fileName: t.string.pii,
    file: t.string.pii,
    firstName: t.string.pii,
    lastName: t.string.pii,
    dateOfBirth: t.string.pii,
    individualEmail: t.string.pii,
    individualPhone: t.phone,
    isIsvEmbed: t.boolean.about('Whether a software vendor embeds the form for customers of its own.'),
    isvRegisteringForSelfOrTenant: t.string.about(
      'Whether the software vendor registers itself or one of its customers.',
    ),
    statusCallbackUrl: t.url.about('URL to which Twilio reports changes of the regulatory bundle.'),
    themeSetId: t.string.about("ID of the form's look."),
  },
  update: { isIsvEmbed: t.boolean, themeSetId: t.string },
  admin: ['create', 'update'],
});
