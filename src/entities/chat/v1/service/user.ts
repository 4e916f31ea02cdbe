/** Users of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ChatV1Service } from '../service.ts';

export const ChatV1User = entity('ChatV1User', {
  in: ChatV1Service,
  at: 'users',
  sid: 'US',
  alias: 'identity',
  about: 'A person known to a chat service by identity (version 1).',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ChatV1Service'),
    attributes: t.string.pii.about('Data of your own, as JSON text.'),
    friendlyName: t.string.pii,
    roleSid: t.ref('ChatV1Role'),
    identity: t.string.pii.about(
      'Name by which your application knows the user, as in access tokens; it cannot change.',
    ),
    isOnline: t.boolean.detail,
    isNotifiable: t.boolean.detail,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    joinedChannelsCount: t.int.about('Number of channels that the user is a member of.'),
    links: t.omit,
    url: t.omit,
  },
  filters: {},
  create: { identity: t.string.pii.required, roleSid: t.sid, attributes: t.string.pii, friendlyName: t.string.pii },
  update: { roleSid: t.sid, attributes: t.string.pii, friendlyName: t.string.pii },
  remove: true,
  fetch: true,
});
