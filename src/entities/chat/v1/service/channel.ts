/** Channels of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ChatV1Service } from '../service.ts';

export const ChatV1Channel = entity('ChatV1Channel', {
  in: ChatV1Service,
  at: 'channels',
  sid: 'CH',
  alias: 'uniqueName',
  about: 'A chat room in Programmable Chat (version 1).',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ChatV1Service'),
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
    url: t.omit,
    links: t.omit,
  },
  relations: {
    creator: t.row('ChatV1User', ['createdBy'], 'The user who created it; null if an API key or the system did.'),
  },
  filters: { type: t.equal.list.defaultsTo('public') },
  create: { friendlyName: t.string, uniqueName: t.string, attributes: t.string.pii, type: t.enum('public', 'private') },
  update: { friendlyName: t.string, uniqueName: t.string, attributes: t.string.pii },
  remove: true,
  fetch: true,
});
