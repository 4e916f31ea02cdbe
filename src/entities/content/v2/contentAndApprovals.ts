/** Content v2 template and approval. */
import { entity, t } from '../../../model/index.ts';
import { contentV2 } from './product.ts';

export const ContentV2TemplateAndApproval = entity('ContentV2TemplateAndApproval', {
  in: contentV2,
  at: 'contentAndApprovals',
  plural: 'templatesAndApprovals',
  about: 'Templates with the state of their approvals; the list can be searched.',
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
  filters: {
    sortByDate: t.string,
    sortByContentName: t.string,
    contentName: t.string,
    content: t.string,
    language: t.equal.list,
    contentType: t.string.list,
    channelEligibility: t.string.list,
    dateCreated: t.range.by('dateCreatedAfter', 'dateCreatedBefore'),
  },
});
