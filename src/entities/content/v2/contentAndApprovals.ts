/** Content v2 template and approval. */
import { entity, t } from '../../../model/index.ts';
import { contentV2 } from './product.ts';

export const ContentV2TemplateAndApproval = entity('ContentV2TemplateAndApproval', {
  in: contentV2,
  at: 'contentAndApprovals',
  plural: 'templatesAndApprovals',
  about: 'A content template with the state of its approval; its list can be searched.',
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
  filters: {
    sortByDate: t.string.about('`asc` or `desc` by the time of the last change.'),
    sortByContentName: t.string.about('`asc` or `desc` by `friendlyName`.'),
    contentName: t.string.about('Regular expression that `friendlyName` must match.'),
    content: t.string.about('Regular expression that the content must match.'),
    language: t.equal.list,
    contentType: t.string.list.about('Content types, such as `twilio/text`. The template must have one of them.'),
    channelEligibility: t.string.list.about('Channels with the status of approval, such as `whatsapp:approved`.'),
    dateCreated: t.range.by('dateCreatedAfter', 'dateCreatedBefore'),
  },
});
