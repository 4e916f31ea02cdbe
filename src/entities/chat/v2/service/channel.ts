/** Channels of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ChatService } from '../service.ts';

const settings = {
  xTwilioWebhookEnabled: t.enum('true', 'false'),
  friendlyName: t.string,
  uniqueName: t.string,
  attributes: t.string.pii,
  dateCreated: t.dateTime,
  dateUpdated: t.dateTime,
  createdBy: t.string.pii,
};

export const ChatChannel = entity('ChatChannel', {
  in: ChatService,
  at: 'channels',
  sid: 'CH',
  alias: 'uniqueName',
  about: 'A chat room, public or private, in which members exchange messages.',
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
    url: t.omit,
    links: t.omit,
  },
  relations: {
    creator: t.row('ChatUser', ['createdBy'], 'The user who created it; null if an API key or the system did.'),
  },
  filters: { type: t.equal.list.defaultsTo('public') },
  create: { type: t.enum('public', 'private'), ...settings },
  update: { ...settings },
  remove: { xTwilioWebhookEnabled: t.enum('true', 'false') },
  fetch: true,
});
