/** Approval request of a template. */
import { entity, t } from '../../../../model/index.ts';
import { ContentTemplate } from '../content.ts';

export const ContentApprovalRequest = entity('ContentApprovalRequest', {
  in: ContentTemplate,
  at: 'approvalCreate',
  inside: ['approvalRequest', 'approvalRequests'],
  about: 'Submits a template to WhatsApp for approval.',
  fields: {
    name: t.string.about('Name of the template at WhatsApp: small letters, digits and underscores.'),
    category: t.string.about('`UTILITY`, `MARKETING` or `AUTHENTICATION`, as WhatsApp defines them.'),
    contentType: t.string.about('Content type that is submitted, such as `twilio/text`.'),
    status: t.string.about("State of WhatsApp's review, such as `received`, `approved` or `rejected`."),
    rejectionReason: t.string.about("WhatsApp's reason; empty unless rejected."),
    allowCategoryChange: t.boolean.about('Whether WhatsApp may approve it in another category than the one requested.'),
    sendTtlSeconds: t.int.about('Seconds during which WhatsApp tries to deliver a message.'),
  },
  create: { name: t.string.required, category: t.string.required, sendTtlSeconds: t.int },
  paid: ['create'],
  admin: ['create'],
});
