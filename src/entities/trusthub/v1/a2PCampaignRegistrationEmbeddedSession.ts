/** Trust Hub A2P campaign registration session. */
import { entity, parentKey, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

const trusthubA2pCampaignRegistrationId = parentKey('TrusthubA2pCampaignRegistrationId', { in: trusthub, key: 'id' });

export const TrusthubA2pCampaignRegistrationSession = entity('TrusthubA2pCampaignRegistrationSession', {
  in: trusthub,
  at: 'a2PCampaignRegistrationEmbeddedSessions',
  by: trusthubA2pCampaignRegistrationId,
  json: 'camel',
  about: 'Opens the campaign registration form again.',
  fields: {
    id: t.string.as('twilioId'),
    sessionId: t.secret.about('ID of the session with which the page opens the embedded form.'),
    sessionToken: t.shownOnce.about(
      'Token of the session with which the page opens the embedded form. Valid for 24 hours.',
    ),
  },
  create: {},
  admin: ['create'],
});
