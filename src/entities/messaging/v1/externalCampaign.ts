/** Messaging external campaign. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingExternalCampaign = entity('MessagingExternalCampaign', {
  in: messaging,
  at: 'externalCampaign',
  about: 'Brings a campaign registered elsewhere to a messaging service.',
  fields: {
    sid: t.ref('MessagingA2pCampaign', 'campaign'),
    accountSid: t.ref('Account'),
    campaignId: t.string.about('ID of a campaign at The Campaign Registry that is registered with another provider.'),
    messagingServiceSid: t.ref('MessagingService'),
    dateCreated: t.dateTime,
  },
  create: {
    campaignId: t.string.required,
    messagingServiceSid: t.sid.required,
    cnpMigration: t.boolean.about('Whether the campaign moves here from another connectivity partner (CNP).'),
  },
  admin: ['create'],
});
