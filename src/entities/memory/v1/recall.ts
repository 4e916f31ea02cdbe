/** Memory recall. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';
import { MemoryProfile } from './profile.ts';

export const MemoryRecall = entity('MemoryRecall', {
  in: memory,
  at: 'recall',
  by: MemoryProfile,
  about: 'Brings back the memories that matter for the conversation at hand.',
  fields: {
    observations: t.object('Observations', {
      content: t.string,
      occurredAt: t.dateTime,
      source: t.string,
      conversationIds: t.string.list,
      id: t.string,
      createdAt: t.dateTime,
      updatedAt: t.dateTime,
      score: t.int,
    }).pii.list,
    summaries: t.object('Summaries', {
      source: t.string,
      content: t.string,
      occurredAt: t.dateTime,
      conversationId: t.string,
      id: t.string,
      createdAt: t.dateTime,
      updatedAt: t.dateTime,
      score: t.int,
    }).pii.list,
    communications: t.object('Communications', {
      id: t.string,
      channelId: t.string,
      content: t.object('CommunicationsContent', { text: t.string.pii }),
      createdAt: t.dateTime,
      updatedAt: t.dateTime,
      author: t.object('CommunicationsAuthor', {
        id: t.string,
        name: t.string,
        type: t.enum('HUMAN_AGENT', 'CUSTOMER', 'AI_AGENT', 'AGENT', 'UNKNOWN'),
        profileId: t.string,
        address: t.string,
        channel: t.string,
      }),
      recipients: t.object('CommunicationsRecipients', {
        id: t.string,
        name: t.string,
        type: t.enum('HUMAN_AGENT', 'CUSTOMER', 'AI_AGENT', 'AGENT', 'UNKNOWN'),
        profileId: t.string,
        address: t.string,
        channel: t.string,
        deliveryStatus: t.string,
      }).list,
    }).pii.list,
    meta: t.omit,
  },
  create: {
    conversationId: t.string,
    query: t.string.pii,
    beginDate: t.dateTime,
    endDate: t.dateTime,
    communicationsLimit: t.int,
    observationsLimit: t.int,
    summariesLimit: t.int,
    relevanceThreshold: t.float,
  },
  paid: ['create'],
});
