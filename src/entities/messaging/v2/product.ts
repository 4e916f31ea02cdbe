/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const messaging = product('messaging.v2', (twilio) => twilio.messaging.v2, {
  entry: 'messaging',
  prefix: 'Messaging',
  body: 'json',
});

export const messagingV2 = product('messaging.v2', (twilio) => twilio.messaging.v2, {
  entry: 'messagingV2',
  prefix: 'MessagingV2',
  about: 'Messaging API version 2: senders of WhatsApp and RCS, typing indicators and domain certificates.',
});
