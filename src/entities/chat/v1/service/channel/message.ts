/** Messages of a channel. */
import { entity, t } from '../../../../../model/index.ts';
import { ChatV1Channel } from '../channel.ts';

export const ChatV1Message = entity('ChatV1Message', {
  in: ChatV1Channel,
  at: 'messages',
  sid: 'IM',
  about: 'A message posted in a channel (version 1).',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    attributes: t.string.pii.about('Data of your own, as JSON text.'),
    serviceSid: t.ref('ChatV1Service'),
    to: t.string.pii.about('SID of the channel that the message went to.'),
    channelSid: t.ref('ChatV1Channel'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    wasEdited: t.boolean.about('Whether the text was changed after it was sent.'),
    from: t.string.pii.about('Identity of the author; `system` for messages sent through the API without one.'),
    body: t.string.pii,
    index: t.int.about('Position in the channel, counted from 0; deleted messages leave a gap.'),
    url: t.omit,
  },
  relations: {
    author: t.row('ChatV1User', ['from'], 'The user who wrote it; null for the system.'),
  },
  filters: {
    order: t
      .enum('asc', 'desc')
      .named('ChatV1MessageOrderValue')
      .about('DESC begins with the newest message. Default: ASC.'),
  },
  create: { body: t.string.pii.required, from: t.string.pii, attributes: t.string.pii },
  update: { body: t.string.pii, attributes: t.string.pii },
  remove: true,
  fetch: true,
  paid: ['create'],
});
