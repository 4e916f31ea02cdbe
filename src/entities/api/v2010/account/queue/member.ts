/** Calls that wait in a queue, and the way to take one out. */
import { entity, t } from '../../../../../model/index.ts';
import { Queue } from '../queue.ts';

export const Member = entity('Member', {
  in: Queue,
  at: 'members',
  sid: 'CA',
  key: 'callSid',
  keyPattern: [/^Front$/, 'Front, for the call that is next in line'],
  about: 'A call waiting in a queue. Update it, by its `callSid` or as `Front`, to take it out and on to other TwiML.',
  fields: {
    callSid: t.ref('Call').about('The call that waits.'),
    queueSid: t.ref('Queue').about('The queue that it waits in.'),
    position: t.int.about('Its place in line; 1 is next.'),
    waitTime: t.int.about('Seconds that it has waited.'),
    dateEnqueued: t.dateTime.about('When it joined the queue.'),
    uri: t.omit,
  },
  filters: {},
  update: {
    url: t.url.required.about('Where Twilio asks for TwiML, which says how the call goes on.'),
    method: t.httpMethod.about('How `url` is requested; POST by default.'),
  },
  fetch: true,
});
