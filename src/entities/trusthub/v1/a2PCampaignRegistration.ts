/** Trust Hub A2P campaign registration. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const TrusthubA2pCampaignRegistration = entity('TrusthubA2pCampaignRegistration', {
  in: trusthub,
  at: 'a2PCampaignRegistrations',
  json: 'camel',
  body: 'json',
  about: 'Opens an embedded form to register an A2P campaign.',
  fields: {
    id: t.string.as('twilioId'),
    sessionId: t.secret.about('ID of the session with which the page opens the embedded form.'),
    sessionToken: t.shownOnce.about(
      'Token of the session with which the page opens the embedded form. Valid for 24 hours.',
    ),
  },
  create: {
    a2pBrandRegistrationSid: t.sid.required.about('SID (BN…) of the brand.'),
    messagingServiceSid: t.sid.about('SID (MG…) of the messaging service that sends for the campaign.'),
    themeSetId: t.string.about("ID of the form's look."),
    useCaseCategories: t.string.list,
    useCaseDescription: t.string,
    useCaseSampleMessage1: t.string,
    useCaseSampleMessage2: t.string,
    useCaseSampleMessage3: t.string,
    useCaseSampleMessage4: t.string,
    useCaseSampleMessage5: t.string,
    useCaseOptInTypes: t.string.list.about('How people agree to get messages.'),
    useCaseOptInDescription: t.string,
    hasEmbeddedLinks: t.boolean.about('Whether messages contain links.'),
    hasEmbeddedPhone: t.boolean.about('Whether messages contain phone numbers.'),
    embeddedUrlSample: t.url.about('An example of a link in messages, with https.'),
    directLending: t.boolean.about('Whether the messages are about loans that you give.'),
    ageGated: t.boolean.about('Whether the content is for adults only.'),
    privacyPolicyUrl: t.url,
    termsAndConditionsUrl: t.url,
    optInKeywords: t.string.list.about('Words by which people agree to get messages, such as START.'),
    optInMessageSample: t.string,
    optOutKeywords: t.string.list.about('Words by which people stop messages, such as STOP.'),
    optOutMessageSample: t.string,
    helpKeywords: t.string.list.about('Words that are answered with help, such as HELP.'),
    helpMessageSample: t.string,
  },
  paid: ['create'],
  admin: ['create'],
});
