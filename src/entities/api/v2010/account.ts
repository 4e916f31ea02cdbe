/** The account and its subaccounts. Every other resource of the core API belongs to one of them. */
import { entity, t } from '../../../model/index.ts';
import { apiV2010 } from './product.ts';

export const Account = entity('Account', {
  in: apiV2010,
  at: 'accounts',
  sid: 'AC',
  aboutList: 'The account and its subaccounts.',
  about: 'A Twilio account or one of its subaccounts. Creating one creates a subaccount.',
  fields: {
    sid: t.sid,
    ownerAccountSid: t
      .ref('Account')
      .always.about('The parent account of a subaccount. For a main account, its own SID.'),
    friendlyName: t.string.pii.always.about('A name of your choice, at most 64 characters.'),
    status: t
      .enum('active', 'suspended', 'closed')
      .always.about('Whether the account can be used. A suspended account can be reactivated; a closed one cannot.'),
    type: t.enum('Trial', 'Full').always.about('Whether the account is a trial account or has been upgraded.'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    authToken: t.shownOnce.about(
      'Auth Token of a new subaccount. Store it now: it is returned only by the mutation that creates the subaccount.',
    ),
    subresourceUris: t.omit,
    uri: t.omit,
  },
  relations: {
    auditEvents: t.many(
      'MonitorEvent',
      { resourceSid: 'sid' },
      'Changes to it, by whom and when, as Monitor recorded them.',
    ),
    auditEventsByActor: t.many(
      'MonitorEvent',
      { actorSid: 'sid' },
      'Changes that were made with the credentials of the account.',
    ),
  },
  filters: { friendlyName: t.equal, status: t.equal },
  create: { friendlyName: t.string.pii },
  update: {
    friendlyName: t.string.pii,
    status: t.enum('active', 'suspended', 'closed').about('Suspends, reactivates or permanently closes a subaccount.'),
  },
  fetch: true,
  admin: ['create', 'update'],
});
