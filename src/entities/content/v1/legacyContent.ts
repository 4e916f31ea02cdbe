/** Content legacy template. */
import { entity, t } from '../../../model/index.ts';
import { content } from './product.ts';

export const ContentLegacyTemplate = entity('ContentLegacyTemplate', {
  in: content,
  at: 'legacyContents',
  plural: 'legacyTemplates',
  about: 'An old WhatsApp template, with the content template that has replaced it.',
  deprecated: 'Twilio matched messages with templates by their text until April 2025. Use `content { templates }`.',
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
    legacyTemplateName: t.string.about('Name of the old template.'),
    legacyBody: t.string.pii.about('Text of the old template.'),
    url: t.omit,
  },
  filters: {},
});
