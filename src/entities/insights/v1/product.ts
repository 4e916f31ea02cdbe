/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const insights = product('insights.v1', (twilio) => twilio.insights.v1, {
  entry: 'insights',
  prefix: 'Insights',
  about: 'Voice and Video Insights: events and quality metrics of calls, conferences and video rooms.',
});
