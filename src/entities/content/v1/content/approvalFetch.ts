/** Approval of a template. */
import { entity, t } from '../../../../model/index.ts';
import { ContentTemplate } from '../content.ts';

export const ContentApproval = entity('ContentApproval', {
  in: ContentTemplate,
  at: 'approvalFetch',
  inside: ['approval', 'approvals'],
  about: "The state of WhatsApp's review of a template.",
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    whatsapp: t.json.about('JSON object: `status`, `category`, `name`, `content_type` and `rejection_reason`.'),
    url: t.omit,
  },
  fetch: true,
});
