/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const messaging = product('messaging.v3', (twilio) => twilio.messaging.v3, {
  entry: 'messaging',
  prefix: 'Messaging',
  body: 'json',
});
