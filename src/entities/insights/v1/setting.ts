/** Insights settings. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsSettings = entity('InsightsSettings', {
  in: insights,
  at: 'settings',
  about: 'Whether advanced Voice Insights features are on for the account.',
  fields: {
    accountSid: t.ref('Account'),
    advancedFeatures: t.boolean.about(
      'Whether Advanced Features, which Twilio charges for, are on: summaries, events and metrics through the API.',
    ),
    voiceTrace: t.boolean.about('Whether Voice Trace, which records signaling and media for debugging, is on.'),
    url: t.omit,
  },
  update: {
    advancedFeatures: t.boolean,
    voiceTrace: t.boolean,
    subaccountSid: t.sid.about('SID of the subaccount whose settings change. Default: the account itself.'),
  },
  fetch: { subaccountSid: t.sid.about('SID of the subaccount whose settings change. Default: the account itself.') },
  admin: ['update'],
});
