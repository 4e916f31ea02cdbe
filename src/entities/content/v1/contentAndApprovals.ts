/** Content template and approval. */
import { entity, t } from '../../../model/index.ts';
import { content } from './product.ts';

export const ContentTemplateAndApproval = entity('ContentTemplateAndApproval', {
  in: content,
  at: 'contentAndApprovals',
  plural: 'templatesAndApprovals',
  about: 'Templates together with the state of their approvals, in one list.',
  deprecated: 'Use `contentV2 { templatesAndApprovals }`, which filters, too.',
  fields: {
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    sid: t.ref('ContentTemplate'),
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    language: t.string,
    variables: t.json,
    types: t.json,
    approvalRequests: t.json,
  },
  filters: {},
});
