/** Content legacy template. */
import { entity, t } from '../../../model/index.ts';
import { content } from './product.ts';

export const ContentLegacyTemplate = entity('ContentLegacyTemplate', {
  in: content,
  at: 'legacyContents',
  plural: 'legacyTemplates',
  about: 'Old WhatsApp templates and the content templates they were carried over to.',
  deprecated: 'Twilio matched messages with templates by their text until April 2025. Use `content { templates }`.',
  fields: {
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    sid: t.ref('ContentTemplate'),
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    language: t.string,
    variables: t.json,
    types: t.json,
    legacyTemplateName: t.string,
    legacyBody: t.string.pii,
    url: t.omit,
  },
  filters: {},
});
