/** Brand vettings of a brand registration. */
import { entity, t } from '../../../../model/index.ts';
import { MessagingBrandRegistration } from '../brandRegistration.ts';

export const MessagingBrandVetting = entity('MessagingBrandVetting', {
  in: MessagingBrandRegistration,
  at: 'brandVettings',
  key: 'brandVettingSid',
  about: 'An outside check of a brand that can raise its sending limits.',
  fields: {
    accountSid: t.ref('Account'),
    brandSid: t.ref('MessagingBrandRegistration'),
    brandVettingSid: t.sid,
    dateUpdated: t.dateTime,
    dateCreated: t.dateTime,
    vettingId: t.string.about('ID that the third party gave to the vetting; for Campaign Verify, the token.'),
    vettingClass: t.string.about('STANDARD for businesses (Aegis), POLITICAL for campaigns (Campaign Verify).'),
    vettingStatus: t.string.about('PENDING, SUCCESS or FAILED.'),
    vettingProvider: t
      .enum('campaign-verify', 'aegis')
      .about('Third party that vets: AEGIS for businesses, CAMPAIGN_VERIFY for political senders.'),
    url: t.omit,
  },
  filters: { vettingProvider: t.equal },
  create: { vettingProvider: t.enum('campaign-verify', 'aegis').required, vettingId: t.string },
  fetch: true,
  paid: ['create'],
  admin: ['create'],
});
