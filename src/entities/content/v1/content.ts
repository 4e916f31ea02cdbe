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
    language: t.string,
    variables: t.json,
    types: t.json,
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
