/** Numbers from elsewhere that an account may show when it calls. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const OutgoingCallerId = entity('OutgoingCallerId', {
  in: Account,
  at: 'outgoingCallerIds',
  sid: 'PN',
  about:
    'A number that is not with Twilio but verified as yours, so that calls can show it. ' +
    'Create a validation request to add one.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    phoneNumber: t.phone,
    friendlyName: t.string.pii,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  relations: {
    outboundCalls: t.many('Call', { from: 'phoneNumber' }, 'Calls that showed this number.'),
  },
  batch: 'whole',
  filters: { phoneNumber: t.equal, friendlyName: t.equal },
  update: { friendlyName: t.string.pii },
  remove: true,
  fetch: true,
});
