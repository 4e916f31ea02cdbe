/** Connection policies. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

export const ConnectionPolicy = entity('ConnectionPolicy', {
  in: voice,
  at: 'connectionPolicies',
  sid: 'NY',
  about: 'Where calls to your own carrier are sent.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.sid,
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { friendlyName: t.string },
  update: { friendlyName: t.string },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
