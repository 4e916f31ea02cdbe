/** Content template and approval. */
import { entity, t } from '../../../model/index.ts';
import { content } from './product.ts';

export const ContentTemplateAndApproval = entity('ContentTemplateAndApproval', {
  in: content,
  at: 'contentAndApprovals',
  plural: 'templatesAndApprovals',
  about: 'A content template with the state of its approval.',
  deprecated: 'Use `contentV2 { templatesAndApprovals }`, which also has filters.',
  fields: {
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    sid: t.ref('ContentTemplate', 'content'),
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    language: t.string.about('Language code of the template, such as en or pt_BR.'),
    variables: t.json.about('JSON object: name of a placeholder, such as `1` → the value it has by default.'),
    types: t.json.about(
      "JSON object: content type, such as `twilio/text` or `twilio/quick-reply` → the template's content in it.",
    ),
    approvalRequests: t.json.about(
      "State of WhatsApp's review as JSON: `status`, `category`, `name`, `content_type` and `rejection_reason`.",
    ),
  },
  filters: {},
});
