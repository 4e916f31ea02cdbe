/** Numbers embedded session. */
import { entity, t } from '../../../model/index.ts';
import { RegulatoryBundle } from '../v2/regulatoryCompliance/bundle.ts';
import { numbers } from './product.ts';

export const NumbersEmbeddedSession = entity('NumbersEmbeddedSession', {
  in: numbers,
  at: 'embeddedSessions',
  by: RegulatoryBundle,
  json: 'camel',
  about: 'Opens a session for the embedded form that fills a regulatory bundle.',
  fields: {
    id: t.ref('RegulatoryBundle', 'bundle').as('twilioId'),
    sessionId: t.secret,
    sessionToken: t.shownOnce.about('Token for the embedded form, valid for a short time.'),
  },
  create: { themeSetId: t.string.about('ID of the look of the embedded form.') },
  admin: ['create'],
});
