/** Accounts. */
import { entity, t } from '../../../../model/index.ts';
import { Organization } from '../organization.ts';

export const OrganizationAccount = entity('OrganizationAccount', {
  in: Organization,
  at: 'accounts',
  key: 'accountSid',
  about: 'An account that belongs to the organization.',
  fields: {
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    status: t.string,
    ownerSid: t.sid.about('SID of the account that owns it.'),
    dateCreated: t.dateTime,
  },
  filters: {},
  fetch: true,
  admin: ['list'],
});
