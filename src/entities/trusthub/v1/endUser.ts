/** End users. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const TrusthubEndUser = entity('TrusthubEndUser', {
  in: trusthub,
  at: 'endUsers',
  sid: 'IT',
  about: 'A person or business described in Trust Hub.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    type: t.string.about('`machineName` of the type of end-user.'),
    attributes: t.json.pii.about('JSON object with the data that the type demands.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  relations: {
    endUserType: t.one(
      'TrusthubEndUserType',
      { machineName: 'type' },
      'What the data of this kind of end-user must be.',
    ),
  },
  filters: {},
  create: { friendlyName: t.string.required, type: t.string.required, attributes: t.json.pii },
  update: { friendlyName: t.string, attributes: t.json.pii },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
