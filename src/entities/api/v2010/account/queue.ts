/** Call queues. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Queue = entity('Queue', {
  in: Account,
  at: 'queues',
  sid: 'QU',
  about: 'A queue of waiting calls. TwiML adds calls with <Enqueue>; `members` are the calls waiting now.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    friendlyName: t.string.always.about('Name of the queue in TwiML, at most 64 characters.'),
    currentSize: t.int.about('Number of calls waiting.'),
    maxSize: t.int.about('Maximum number of waiting calls, at most 5000. Default: 1000.'),
    averageWaitTime: t.int.about('Mean waiting time of these calls in seconds.'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { friendlyName: t.string.required, maxSize: t.int },
  update: { friendlyName: t.string, maxSize: t.int },
  remove: true,
  fetch: true,
});
