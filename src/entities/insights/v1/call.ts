/** Calls. */
import { entity, t } from '../../../model/index.ts';
import { insights } from './product.ts';

export const InsightsCall = entity('InsightsCall', {
  in: insights,
  at: 'calls',
  sid: 'CA',
  about: 'Entry to what Voice Insights knows about one call.',
  fields: { sid: t.ref('Call'), url: t.omit, links: t.omit },
  fetch: true,
});
