/** Webhook requests that Twilio made during a call, and their responses. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';

export const CallEvent = entity('CallEvent', {
  in: Call,
  at: 'events',
  plural: 'callEvents',
  about: 'One webhook request that Twilio made during a call, and its response.',
  fields: {
    request: t.json.pii.about('The request: URL, method and parameters.'),
    response: t.json.pii.about('The response of your server: status code, content type, body and duration.'),
  },
  filters: {},
});
