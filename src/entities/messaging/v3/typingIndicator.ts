/** Messaging typing indicator. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingTypingIndicator = entity('MessagingTypingIndicator', {
  in: messaging,
  at: 'typingIndicator',
  about: 'Shows the other side that you are typing.',
  fields: { success: t.boolean },
  create: {
    channel: t.string.required,
    messageId: t.string.from('messageId').required.about('SID of a recent message from the recipient (SM… or MM…).'),
    from: t.string.pii.required,
    to: t.string.pii.destination.required,
    event: t.string,
  },
  paid: ['create'],
});
