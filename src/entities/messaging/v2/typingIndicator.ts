/** Messaging v2 typing indicator. */
import { entity, t } from '../../../model/index.ts';
import { messagingV2 } from './product.ts';

export const MessagingV2TypingIndicator = entity('MessagingV2TypingIndicator', {
  in: messagingV2,
  at: 'typingIndicator',
  about: 'Shows a WhatsApp user that you are typing, earlier form.',
  fields: { success: t.boolean },
  create: {
    channel: t.enum('whatsapp').required,
    messageId: t.sid.required.about("SID of the customer's last message (SM… or MM…), which is marked as read."),
  },
  paid: ['create'],
});
