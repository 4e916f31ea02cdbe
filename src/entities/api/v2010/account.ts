/** The account and its subaccounts: the root under which Twilio keeps everything else of the core API. */
import { entity, t } from '../../../model/index.ts';

export const Account = entity('Account', {
  in: (twilio) => twilio.api.v2010,
  at: 'accounts',
  sid: 'AC',
  about: 'A Twilio account or one of its subaccounts, which owns everything else. Creating one makes a subaccount.',
  fields: {
    sid: t.sid,
    ownerAccountSid: t.ref('Account').about('The parent of a subaccount; a main account is its own.'),
    friendlyName: t.string.pii.about('A name for people, at most 64 characters.'),
    status: t
      .enum('active', 'suspended', 'closed')
      .about('Whether the account can be used. A suspended one can come back; a closed one is gone for good.'),
    type: t.enum('Trial', 'Full').about('Whether the account is still on trial or has been upgraded.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    authToken: t.shownOnce.about(
      "The password of a new subaccount for all of Twilio's API. Keep it now, for it is not shown again.",
    ),
    subresourceUris: t.omit,
    uri: t.omit,
  },
  filters: { friendlyName: t.equal, status: t.equal },
  create: { friendlyName: t.string.pii },
  update: {
    friendlyName: t.string.pii,
    status: t
      .enum('active', 'suspended', 'closed')
      .about('Suspends a subaccount, wakes it again, or closes it for good.'),
  },
  fetch: true,
});
