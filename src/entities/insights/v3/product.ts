/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const insights = product('insights.v3', (twilio) => twilio.insights.v3, {
  entry: 'insights',
  prefix: 'Insights',
  json: 'camel',
  body: 'json',
});
