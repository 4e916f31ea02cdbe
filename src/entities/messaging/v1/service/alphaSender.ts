/** Alpha senders of a service. */
import { entity, t } from '../../../../model/index.ts';
import { MessagingService } from '../service.ts';

export const AlphaSender = entity('AlphaSender', {
  in: MessagingService,
  at: 'alphaSenders',
  sid: 'AI',
  about: 'A name in place of a number as sender, in a messaging service.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('MessagingService'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    alphaSender: t.string.about(
      'Name that recipients see as sender: up to 11 letters, digits and spaces, with at least one letter.',
    ),
    capabilities: t.string.list,
    url: t.omit,
  },
  filters: {},
  create: { alphaSender: t.string.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
