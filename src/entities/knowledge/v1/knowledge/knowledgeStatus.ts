/** Knowledge status of a knowledge source. */
import { entity, t } from '../../../../model/index.ts';
import { KnowledgeV1Source } from '../knowledge.ts';

export const KnowledgeV1Status = entity('KnowledgeV1Status', {
  in: KnowledgeV1Source,
  at: 'knowledgeStatus',
  one: 'knowledgeStatus',
  about: 'Whether a knowledge source has been processed.',
  fields: {
    accountSid: t.ref('Account'),
    status: t.string.about(
      '`QUEUED` and `PROCESSING` lead to `COMPLETED` or `FAILED`. Only a completed source is searched.',
    ),
    lastStatus: t.string.about('Status at the end of the previous processing.'),
    dateUpdated: t.dateTime,
  },
  fetch: true,
});
