/** Knowledge sources. */
import { entity, t } from '../../../model/index.ts';
import { knowledgeV1 } from './product.ts';

const settings = {
  description: t.string,
  knowledgeSourceDetails: t.json,
  policy: t
    .object('Policy', {
      description: t.string,
      id: t.string.about('ID of a policy that exists already.'),
      name: t.string,
      policyDetails: t.json.required,
      type: t.string,
    })
    .about('Who may use the source.'),
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
    knowledgeSourceDetails: t.json.about(
      'Settings of the source as JSON. Their names depend on `type`, such as `source` for the URL of a website.',
    ),
    name: t.string,
    status: t.string.about(
      '`QUEUED` and `PROCESSING` lead to `COMPLETED` or `FAILED`. Only a completed source is searched.',
    ),
    type: t.string.about('`Web`, `Database`, `Text` or `File`.'),
    url: t.omit,
    embeddingModel: t.string.about('Model that makes the text searchable. Only for `Database`, and required there.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  filters: { tags: t.string.about('JSON array of objects with `tag` and `value`. Rows must have them.') },
  create: { name: t.string.required, type: t.string.required, ...settings },
  update: { name: t.string, type: t.string, ...settings },
  remove: true,
  fetch: true,
  paid: ['create'],
});
