/** Configuration of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ConversationsService } from '../service.ts';

export const ConversationsServiceConfiguration = entity('ConversationsServiceConfiguration', {
  in: ConversationsService,
  at: 'configuration',
  about: 'Default roles and reachability for a service.',
  fields: {
    chatServiceSid: t.ref('ConversationsService', 'service'),
    defaultConversationCreatorRoleSid: t
      .ref('ConversationsRole')
      .about('SID of the role that users get in the conversations they create.'),
    defaultConversationRoleSid: t
      .ref('ConversationsRole')
      .about('SID of the role that users get in conversations they are added to.'),
    defaultChatServiceRoleSid: t
      .ref('ConversationsRole', 'defaultServiceRole')
      .about('SID of the service-wide role that new users get.'),
    url: t.omit,
    links: t.omit,
    reachabilityEnabled: t.boolean,
  },
  update: {
    defaultConversationCreatorRoleSid: t.sid,
    defaultConversationRoleSid: t.sid,
    defaultChatServiceRoleSid: t.sid,
    reachabilityEnabled: t.boolean,
  },
  fetch: true,
  admin: ['update'],
});
