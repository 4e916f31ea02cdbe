/** Trust Hub A2P brand registration. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const TrusthubA2pBrandRegistration = entity('TrusthubA2pBrandRegistration', {
  in: trusthub,
  at: 'a2PBrandRegistrations',
  json: 'camel',
  body: 'json',
  about: 'Opens an embedded form to register an A2P brand.',
  fields: {
    id: t.string.as('twilioId'),
    sessionId: t.secret.about('ID of the session with which the page opens the embedded form.'),
    sessionToken: t.shownOnce.about(
      'Token of the session with which the page opens the embedded form. Valid for 24 hours.',
    ),
  },
  create: {
    brandType: t.enum('STANDARD', 'SOLE_PROPRIETOR').required.about('A sole proprietor has no tax ID, and low limits.'),
    themeSetId: t.string.about("ID of the form's look."),
    friendlyName: t.string,
    notificationEmail: t.string.pii.required.about('Where Twilio reports the outcome.'),
    businessName: t.string.pii,
    businessRegistrationAuthority: t.string.about('Which register `businessRegistrationNumber` belongs to.'),
    businessRegistrationNumber: t.string.pii.about(
      'Number of the business in the register, such as an EIN, at most 21 characters.',
    ),
    businessIndustry: t.string,
    businessWebsite: t.url,
    businessType: t.string,
    businessStockSymbol: t.string.about('Ticker symbol, for companies that are traded.'),
    businessStockExchange: t.string.about('Exchange of `businessStockSymbol`.'),
    businessTaxExemptStatus: t.string.about(
      'Section of the tax code of the United States under which it is exempt, such as 501c3.',
    ),
    brandExternalVettingToken: t.secret.about('Token of Campaign Verify, for political organizations.'),
    businessStreetAddress: t.string.pii,
    businessStreetAddress2: t.string.pii,
    businessCity: t.string.pii,
    businessStateProvinceRegion: t.string.pii,
    businessPostalCode: t.string.pii,
    businessCountry: t.string.about('Two-letter ISO 3166-1 country code, such as US.'),
    businessContactFirstName: t.string.pii,
    businessContactLastName: t.string.pii,
    businessContactEmail: t.string.pii,
    businessContactPhone: t.phone,
    authorizedContactVerificationEmail: t.string.pii.about(
      'Address of the person who answers for the brand. A code goes there.',
    ),
    authorizedContactMobilePhoneNumberE164: t.phone.destination.about(
      'Mobile number of the person who answers for the brand, in E.164 format.',
    ),
    isTest: t.boolean.about('Whether the brand is for tests: it is not registered with carriers.'),
    skipAutomaticSecVet: t.boolean.about(
      'Whether the brand is not vetted at once. Vetting raises its limits and costs extra.',
    ),
  },
  paid: ['create'],
  admin: ['create'],
});
