/** Verified caller IDs. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const OutgoingCallerId = entity('OutgoingCallerId', {
  in: Account,
  at: 'outgoingCallerIds',
  sid: 'PN',
  aboutList: 'Verified caller IDs of the account.',
  about:
    'A number outside Twilio that is verified as yours, for use as a caller ID. ' +
    '`validationRequestCreate` adds one.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    phoneNumber: t.phone.always,
    friendlyName: t.string.pii.always,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  relations: {
    lookup: t.row('LookupPhoneNumber', ['phoneNumber'], 'What Lookup knows about the number. Its packages cost money.'),
    outboundCalls: t.many('Call', { from: 'phoneNumber' }, 'Calls with this caller ID, newest first.'),
  },
  batch: 'whole',
  filters: { phoneNumber: t.equal, friendlyName: t.equal },
  update: { friendlyName: t.string.pii },
  remove: true,
  fetch: true,
});
