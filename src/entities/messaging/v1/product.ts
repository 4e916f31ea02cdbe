/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const messaging = product('messaging.v1', (twilio) => twilio.messaging.v1, {
  entry: 'messaging',
  prefix: 'Messaging',
  about: 'Messaging services with their senders, A2P 10DLC registration, toll-free verification and link shortening.',
});
