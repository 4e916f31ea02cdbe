/** Channels. */
import { entity, t } from '../../../model/index.ts';
import { chatV3 } from './product.ts';

export const ChatV3Channel = entity('ChatV3Channel', {
  in: chatV3,
  at: 'channels',
  key: ['serviceSid', 'sid'],
  about: 'Turns a public channel private so that it shows up in Conversations.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ChatService'),
    friendlyName: t.string,
    uniqueName: t.string,
    attributes: t.string.pii.about('Data of your own, as JSON text.'),
    type: t
      .enum('public', 'private')
      .about('Users find and join a PUBLIC channel themselves; they are added or invited to a PRIVATE one.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    createdBy: t.string.pii.about('Identity of the user who created the channel; `system` for the API.'),
    membersCount: t.int,
    messagesCount: t.int,
    messagingServiceSid: t
      .ref('MessagingService')
      .about('SID of the messaging service through which its texts go; null without one.'),
    url: t.omit,
  },
  relations: {
    channel: t.row('ChatChannel', ['serviceSid', 'sid'], 'The channel with everything that version 2 knows about it.'),
    creator: t.row(
      'ChatUser',
      ['serviceSid', 'createdBy'],
      'The user who created it; null if an API key or the system did.',
    ),
  },
  update: {
    xTwilioWebhookEnabled: t.enum('true', 'false'),
    type: t.enum('public', 'private'),
    messagingServiceSid: t.sid,
  },
  admin: ['update'],
});
