/** Approval of a template. */
import { entity, t } from '../../../../model/index.ts';
import { ContentTemplate } from '../content.ts';

export const ContentApproval = entity('ContentApproval', {
  in: ContentTemplate,
  at: 'approvalFetch',
  inside: ['approval', 'approvals'],
  about: "How far WhatsApp's review of a template has got.",
  fields: { sid: t.sid, accountSid: t.ref('Account'), whatsapp: t.json, url: t.omit },
  fetch: true,
});
