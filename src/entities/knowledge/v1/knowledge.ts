/** Knowledge sources. */
import { entity, t } from '../../../model/index.ts';
import { knowledgeV1 } from './product.ts';

const settings = {
  description: t.string,
  knowledgeSourceDetails: t.json,
  policy: t.object('Policy', {
    description: t.string,
    id: t.string,
    name: t.string,
    policyDetails: t.json.required,
    type: t.string,
  }),
  embeddingModel: t.string,
};

export const KnowledgeV1Source = entity('KnowledgeV1Source', {
  in: knowledgeV1,
  at: 'knowledge',
  key: 'id',
  one: 'knowledgeSource',
  plural: 'knowledgeSources',
  about: 'A file, page or text that AI Assistants draw on.',
  fields: {
    description: t.string,
    id: t.string.as('twilioId'),
    accountSid: t.ref('Account'),
    knowledgeSourceDetails: t.json,
    name: t.string,
    status: t.string,
    type: t.string,
    url: t.omit,
    embeddingModel: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  filters: { tags: t.string },
  create: { name: t.string.required, type: t.string.required, ...settings },
  update: { name: t.string, type: t.string, ...settings },
  remove: true,
  fetch: true,
  paid: ['create'],
});
