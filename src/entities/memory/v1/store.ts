/** Stores. */
import { entity, t } from '../../../model/index.ts';
import { memory } from './product.ts';

export const MemoryStore = entity('MemoryStore', {
  in: memory,
  at: 'stores',
  key: 'id',
  argument: 'storeId',
  maxPage: 100,
  etag: true,
  about: 'A container of customer profiles and their memories.',
  fields: {
    message: t.string.about("Twilio's confirmation of a write; null on a row that is read."),
    statusUrl: t.string.about("Twilio's URL of the operation that the write started."),
    stores: t.omit,
    meta: t.omit,
    displayName: t.string,
    description: t.string,
    id: t.string.as('twilioId'),
    status: t
      .enum('QUEUED', 'PROVISIONING', 'ACTIVE', 'FAILED')
      .about('`QUEUED` and `PROVISIONING` lead to `ACTIVE` or `FAILED`. Only an active store can be used.'),
    intelligenceServiceId: t
      .ref('IntelligenceV2Service')
      .about('SID (GA…) of the Conversational Intelligence service that takes observations from conversations.'),
    version: t.int.about('Grows by one with each change.'),
  },
  relations: {
    conversationConfigurations: t.many(
      'ConversationsV2Configuration',
      { memoryStoreId: 'twilioId' },
      'Configurations of conversations whose memories it keeps.',
    ),
  },
  filters: { orderBy: t.enum('ASC', 'DESC') },
  create: { displayName: t.string.required, description: t.string },
  update: { displayName: t.string, description: t.string },
  with: 'patch',
  headers: { update: { ifMatch: t.header('If-Match') } },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
  terminal: { status: ['FAILED'] },
});
