/** Destination alpha senders of a service. */
import { entity, t } from '../../../../model/index.ts';
import { MessagingService } from '../service.ts';

export const DestinationAlphaSender = entity('DestinationAlphaSender', {
  in: MessagingService,
  at: 'destinationAlphaSenders',
  sid: 'AI',
  about: 'A sender name that is used for one country only.',
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
    isoCountryCode: t.string.about(
      'Two-letter country code of the recipients to whom it is shown; null for all countries without their own.',
    ),
  },
  filters: { isoCountryCode: t.equal },
  create: { alphaSender: t.string.required, isoCountryCode: t.string },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
