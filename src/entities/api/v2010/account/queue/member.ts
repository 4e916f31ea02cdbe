/** Calls in a queue. */
import { entity, t } from '../../../../../model/index.ts';
import { Queue } from '../queue.ts';

export const Member = entity('Member', {
  in: Queue,
  at: 'members',
  when: t.positive('currentSize'),
  sid: 'CA',
  key: 'callSid',
  keyPattern: [/^Front$/, 'Front, for the next call'],
  aboutList: 'Calls waiting in the queue.',
  about:
    'A call waiting in a queue. Update it, by its `callSid` or as `Front`, to remove it and continue with other TwiML.',
  fields: {
    callSid: t.ref('Call').about('The waiting call.'),
    queueSid: t.ref('Queue').always.about('The queue of the call.'),
    position: t.int.about('Position in the queue; 1 is next.'),
    waitTime: t.int.about('Seconds in the queue.'),
    dateEnqueued: t.dateTime.about('When the call entered the queue.'),
    uri: t.omit,
  },
  filters: {},
  update: {
    url: t.url.required.about('URL that returns the TwiML with which the call continues.'),
    method: t.httpMethod.about('HTTP method of `url`. Default: POST.'),
  },
  fetch: true,
});
