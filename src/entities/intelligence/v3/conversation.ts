/** Conversations. */
import { entity, t } from '../../../model/index.ts';
import { intelligence } from './product.ts';

/** Both products call a conversation by the same ID. */
const OWN_ID = { from: ['twilioId'], derive: (id: unknown) => id };

export const IntelligenceConversation = entity('IntelligenceConversation', {
  in: intelligence,
  at: 'conversations',
  key: 'id',
  about: 'A conversation that was analyzed, with the rules and operators that ran on it.',
  fields: {
    id: t.string.as('twilioId'),
    accountId: t.string,
    name: t.string,
    status: t.enum('ACTIVE', 'INACTIVE', 'CLOSED').about('`CLOSED` conversations take no more communications.'),
    createdAt: t.dateTime,
    updatedAt: t.dateTime,
    intelligenceConfigurationIds: t
      .refs('IntelligenceConfiguration', 'configurations')
      .about('IDs of the configurations whose rules apply.'),
    conversationConfigurationId: t.ref('ConversationsV2Configuration'),
    channels: t.enum('VOICE', 'SMS', 'RCS', 'EMAIL', 'WHATSAPP', 'CHAT', 'API', 'SYSTEM').list,
    channelIds: t
      .refByPrefix({ CA: 'Call', SM: 'Message', MM: 'Message', CH: 'Conversation' }, 'channelResources')
      .list.about('SIDs of the calls and messages in the conversation.'),
    participants: t.object('Participants', {
      id: t.string,
      name: t.string,
      type: t.string.about('`CUSTOMER`, `HUMAN_AGENT`, `AI_AGENT`, `AGENT` or `UNKNOWN`.'),
      addressValues: t.string.list.about('Phone numbers in E.164 format, or other addresses.'),
    }).pii.list,
    communications: t
      .object('Communications', {
        id: t.string,
        participantId: t.string.about('ID of the participant who wrote or spoke.'),
        content: t.object('CommunicationsContent', {
          text: t.string.pii.about('Text of the message, or what was said.'),
        }),
        createdAt: t.dateTime,
      })
      .pii.list.detail.about('Messages and utterances, oldest first.'),
    operatorResultIds: t.string.list.about('IDs of what operators found.'),
  },
  relations: {
    conversation: t.row('ConversationsV2Conversation', ['twilioId'], 'The conversation that was analyzed.'),
    participantObjects: t.rows(
      'ConversationsV2Participant',
      'participants',
      [OWN_ID, 'id'],
      'The participants as Conversations has them',
    ),
    communicationObjects: t.rows(
      'ConversationsV2Communication',
      'communications',
      [OWN_ID, 'id'],
      'The communications as Conversations has them',
    ),
    operatorResults: t.many(
      'IntelligenceOperatorResult',
      { conversationId: 'twilioId' },
      'Results of operators on the conversation.',
    ),
  },
  filters: {
    status: t.equal,
    channelId: t.string.about('SID of a call or message in the conversation.'),
    channels: t.enum('VOICE', 'SMS', 'RCS', 'EMAIL', 'WHATSAPP', 'CHAT', 'API', 'SYSTEM').list,
    conversationConfigurationId: t.equal,
    intelligenceConfigurationIds: t.string.list,
    operatorIds: t.string.list.about('IDs of operators. At least one must have run on the conversation.'),
    createdAt: t.range.by('createdAtAfter', 'createdAtBefore'),
  },
  fetch: true,
  terminal: { status: ['CLOSED'] },
});
