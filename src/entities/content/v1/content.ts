/** Templates. */
import { entity, t } from '../../../model/index.ts';
import { content } from './product.ts';

export const ContentTemplate = entity('ContentTemplate', {
  in: content,
  at: 'contents',
  sid: 'HX',
  plural: 'templates',
  argument: 'contentSid',
  about: 'A reusable message layout with variables, buttons or media for WhatsApp, RCS, SMS and more.',
  fields: {
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    language: t.string.about('Language code of the template, such as en or pt_BR.'),
    variables: t.json.about('JSON object: name of a placeholder, such as `1` → the value it has by default.'),
    types: t.json.about(
      "JSON object: content type, such as `twilio/text` or `twilio/quick-reply` → the template's content in it.",
    ),
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  create: {
    friendlyName: t.string,
    variables: t.json,
    language: t.string.required,
    types: t.json.about('The content for each type, such as `{ "twilio/text": { "body": "Hello {{1}}" } }`.').required,
  },
  update: {
    friendlyName: t.string,
    variables: t.json,
    language: t.string,
    types: t.json.about('The content for each type, such as `{ "twilio/text": { "body": "Hello {{1}}" } }`.').required,
  },
  remove: true,
  fetch: true,
});
