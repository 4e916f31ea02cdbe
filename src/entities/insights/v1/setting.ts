/** Insights settings. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsSettings = entity('InsightsSettings', {
  in: insights,
  at: 'settings',
  about: 'Whether advanced Voice Insights features are on for the account.',
  fields: { accountSid: t.ref('Account'), advancedFeatures: t.boolean, voiceTrace: t.boolean, url: t.omit },
  update: { advancedFeatures: t.boolean, voiceTrace: t.boolean, subaccountSid: t.sid },
  fetch: { subaccountSid: t.sid },
  admin: ['update'],
});
