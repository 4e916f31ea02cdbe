/** The sender's word on whether a message had its effect. */
import { entity, t } from '../../../../../model/index.ts';
import { Message } from '../message.ts';

export const MessageFeedback = entity('MessageFeedback', {
  in: Message,
  at: 'feedback',
  about:
    'Your report on whether a message had its effect, such as a code that was typed in. ' +
    'Only for messages sent with `provideFeedback`.',
  fields: {
    messageSid: t.ref('Message').about('The message reported on.'),
    accountSid: t.ref('Account'),
    outcome: t.enum('confirmed', 'unconfirmed').about('Whether the recipient is known to have acted on it.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  create: { outcome: t.enum('confirmed', 'unconfirmed') },
});
