/** What Twilio asked of your server during a call, and what it got back. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';

export const CallEvent = entity('CallEvent', {
  in: Call,
  at: 'events',
  plural: 'callEvents',
  about: 'One exchange between Twilio and your server during a call: a webhook and its answer.',
  fields: {
    request: t.json.pii.about('What Twilio asked: URL, method and parameters.'),
    response: t.json.pii.about('What your server answered: status code, content type, body, how long it took.'),
  },
  filters: {},
});
