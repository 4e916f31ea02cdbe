/** Reports on the outcome of messages. */
import { entity, t } from '../../../../../model/index.ts';
import { Message } from '../message.ts';

export const MessageFeedback = entity('MessageFeedback', {
  in: Message,
  at: 'feedback',
  about:
    'Your report on whether the recipient acted on a message, for example by entering a code. ' +
    'Only for messages created with `provideFeedback`.',
  fields: {
    messageSid: t.ref('Message').about('The message.'),
    accountSid: t.ref('Account').always,
    outcome: t.enum('confirmed', 'unconfirmed').about('Whether the recipient acted on the message.'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  create: { outcome: t.enum('confirmed', 'unconfirmed') },
});
