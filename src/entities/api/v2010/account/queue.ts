/** Queues in which callers wait. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Queue = entity('Queue', {
  in: Account,
  at: 'queues',
  sid: 'QU',
  about: 'A line in which calls wait their turn. TwiML puts them in with <Enqueue>; `members` are those waiting now.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string.about('The name by which TwiML finds the queue, at most 64 characters.'),
    currentSize: t.int.about('Calls waiting now.'),
    maxSize: t.int.about('Calls that may wait at once: 1000 by default, at most 5000.'),
    averageWaitTime: t.int.about('Mean wait in seconds of those waiting now.'),
    dateCreated: t.dateTime,
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
