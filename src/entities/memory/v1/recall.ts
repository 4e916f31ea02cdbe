/** Memory recall. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryProfile } from './profile.ts';

export const MemoryRecall = entity('MemoryRecall', {
  in: memory,
  at: 'recall',
  by: MemoryProfile,
  about: 'The memories that matter for the conversation at hand.',
  fields: {
    observations: t
      .object('Observations', {
        content: t.string.about('The fact as text.'),
        occurredAt: t.dateTime.about('When the fact was observed. `createdAt` is when it was stored.'),
        source: t.string.about('Which program observed it.'),
        conversationIds: t.string.list.about('IDs of the conversations that the fact comes from.'),
        id: t.string,
        createdAt: t.dateTime,
        updatedAt: t.dateTime,
        score: t.float.about('The higher, the better it fits the query. Null without a search.'),
      })
      .pii.list.about('Facts about the customer that fit the query.'),
    summaries: t
      .object('Summaries', {
        source: t.string.about('Which program wrote the summary.'),
        content: t.string.about('Text of the summary.'),
        occurredAt: t.dateTime.about('When the summary was written. `createdAt` is when it was stored.'),
        conversationId: t.string.about('ID of the conversation that is summed up.'),
        id: t.string,
        createdAt: t.dateTime,
        updatedAt: t.dateTime,
        score: t.float.about('The higher, the better it fits the query. Null without a search.'),
      })
      .pii.list.about('Summaries of earlier conversations that fit the query.'),
    communications: t
      .object('Communications', {
        id: t.string,
        channelId: t.string.about('SID of the call or message.'),
        content: t.object('CommunicationsContent', {
          text: t.string.pii.about('Text of the message, or what was said.'),
        }),
        createdAt: t.dateTime,
        updatedAt: t.dateTime,
        author: t
          .object('CommunicationsAuthor', {
            id: t.string,
            name: t.string,
            type: t.enum('HUMAN_AGENT', 'CUSTOMER', 'AI_AGENT', 'AGENT', 'UNKNOWN'),
            profileId: t.string.about("ID of the participant's profile."),
            address: t.string.about('Phone number in E.164 format, e-mail address or the like.'),
            channel: t.string.about('Channel of the address, such as SMS or VOICE.'),
          })
          .about('Who wrote or spoke.'),
        recipients: t
          .object('CommunicationsRecipients', {
            id: t.string,
            name: t.string,
            type: t.enum('HUMAN_AGENT', 'CUSTOMER', 'AI_AGENT', 'AGENT', 'UNKNOWN'),
            profileId: t.string.about("ID of the participant's profile."),
            address: t.string.about('Phone number in E.164 format, e-mail address or the like.'),
            channel: t.string.about('Channel of the address, such as SMS or VOICE.'),
            deliveryStatus: t.string.about('Whether the message reached this recipient.'),
          })
          .list.about('To whom it went.'),
      })
      .pii.list.about('Latest messages and utterances of the conversation.'),
    meta: t.omit,
  },
  create: {
    conversationId: t.string.about('ID of the conversation at hand.'),
    query: t.string.pii.about(
      'What to search for. Default: made from the last ten communications of the conversation.',
    ),
    beginDate: t.dateTime.about('Only memories from this time on.'),
    endDate: t.dateTime.about('Only memories before this time.'),
    communicationsLimit: t.int.about('How many communications to return at most. Default: none.'),
    observationsLimit: t.int.about('How many observations to return at most. Default: 20.'),
    summariesLimit: t.int.about('How many summaries to return at most. Default: 5.'),
    relevanceThreshold: t.float.about('Lowest `score` of observations and summaries to return.'),
  },
  paid: ['create'],
});
