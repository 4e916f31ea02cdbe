/** Approval request of a template. */
import { entity, t } from '../../../../model/index.ts';
import { ContentTemplate } from '../content.ts';

export const ContentApprovalRequest = entity('ContentApprovalRequest', {
  in: ContentTemplate,
  at: 'approvalCreate',
  inside: ['approvalRequest', 'approvalRequests'],
  about: 'Submits a template to WhatsApp for approval.',
  fields: {
    name: t.string,
    category: t.string,
    contentType: t.string,
    status: t.string,
    rejectionReason: t.string,
    allowCategoryChange: t.boolean,
    sendTtlSeconds: t.int,
  },
  create: { name: t.string.required, category: t.string.required, sendTtlSeconds: t.int },
  paid: ['create'],
  admin: ['create'],
});
