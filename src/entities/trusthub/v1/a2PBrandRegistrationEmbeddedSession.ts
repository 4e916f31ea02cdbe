/** Trust Hub A2P brand registration session. */
import { entity, parentKey, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

const trusthubA2pBrandRegistrationId = parentKey('TrusthubA2pBrandRegistrationId', { in: trusthub, key: 'id' });

export const TrusthubA2pBrandRegistrationSession = entity('TrusthubA2pBrandRegistrationSession', {
  in: trusthub,
  at: 'a2PBrandRegistrationEmbeddedSessions',
  by: trusthubA2pBrandRegistrationId,
  json: 'camel',
  about: 'Opens the brand registration form again.',
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
