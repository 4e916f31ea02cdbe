/** The account, and its subaccounts. */
import { entity, t } from '../../../model/index.ts';

export const Account = entity('Account', {
  in: (twilio) => twilio.api.v2010,
  at: 'accounts',
  sid: 'AC',
  about: 'A Twilio account or one of its subaccounts: what everything else belongs to.',
  fields: {
    sid: t.sid,
    authToken: t.secret,
    friendlyName: t.string.pii.about('A name for people, at most 64 characters.'),
    ownerAccountSid: t.ref('Account').about('The parent account of a subaccount; of a main account, itself.'),
    status: t
      .enum('active', 'suspended', 'closed')
      .about(
        'Whether the account can be used. A suspended one can be reactivated by Twilio or its parent, a closed one never.',
      ),
    type: t.enum('Trial', 'Full').about('Whether the account has been upgraded from a trial.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    subresourceUris: t.omit,
    uri: t.omit,
  },
  filters: { friendlyName: t.equal, status: t.equal },
  create: { friendlyName: t.string },
  update: { friendlyName: t.string, status: t.enum('active', 'suspended', 'closed') },
  fetch: true,
});
