/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const content = product('content.v1', (twilio) => twilio.content.v1, {
  entry: 'content',
  prefix: 'Content',
  about: 'Templates for rich messages, written once for every channel, and their approval by WhatsApp.',
  body: 'json',
});
