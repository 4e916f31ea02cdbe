/** Conversations. */
import { entity, t } from '../../../model/index.ts';
import { intelligence } from './product.ts';

export const IntelligenceConversation = entity('IntelligenceConversation', {
  in: intelligence,
  at: 'conversations',
  key: 'id',
  about: 'A conversation that was analysed, with the rules and operators that ran on it.',
  fields: {
    id: t.string.as('twilioId'),
    accountId: t.string,
    name: t.string,
    status: t.enum('ACTIVE', 'INACTIVE', 'CLOSED'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    intelligenceConfigurationIds: t.string.list,
    conversationConfigurationId: t.ref('ConversationsV2Configuration'),
    channels: t.enum('VOICE', 'SMS', 'RCS', 'EMAIL', 'WHATSAPP', 'CHAT', 'API', 'SYSTEM').list,
    channelIds: t.string.list,
    participants: t.object('Participants', {
      id: t.string,
      name: t.string,
      type: t.string,
      addressValues: t.string.list,
    }).pii.list,
    communications: t.object('Communications', {
      id: t.string,
      participantId: t.string,
      content: t.object('CommunicationsContent', { text: t.string.pii }),
      createdAt: t.dateTime,
    }).pii.list.detail,
    operatorResultIds: t.string.list,
  },
  relations: {
    conversation: t.row('ConversationsV2Conversation', ['twilioId'], 'The conversation that was analysed.'),
  },
  filters: {
    status: t.equal,
    channelId: t.string,
    channels: t.enum('VOICE', 'SMS', 'RCS', 'EMAIL', 'WHATSAPP', 'CHAT', 'API', 'SYSTEM').list,
    conversationConfigurationId: t.equal,
    intelligenceConfigurationIds: t.string.list,
    operatorIds: t.string.list,
    createdAt: t.range.by('createdAtAfter', 'createdAtBefore'),
  },
  fetch: true,
  terminal: { status: ['CLOSED'] },
});
