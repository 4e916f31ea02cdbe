/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const insights = product('insights.v2', (twilio) => twilio.insights.v2, {
  entry: 'insights',
  prefix: 'Insights',
  body: 'json',
});
