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
    attributes: t.string.pii,
    serviceSid: t.ref('ChatV1Service'),
    to: t.string.pii,
    channelSid: t.ref('ChatV1Channel'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    wasEdited: t.boolean,
    from: t.string.pii,
    body: t.string.pii,
    index: t.int,
    url: t.omit,
  },
  filters: { order: t.enum('asc', 'desc').named('ChatV1MessageOrderValue') },
  create: { body: t.string.pii.required, from: t.string.pii, attributes: t.string.pii },
  update: { body: t.string.pii, attributes: t.string.pii },
  remove: true,
  fetch: true,
  paid: ['create'],
});
