/** End-user types. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const TrusthubEndUserType = entity('TrusthubEndUserType', {
  in: trusthub,
  at: 'endUserTypes',
  sid: 'OY',
  about: 'A kind of end-user in Trust Hub, and the data that it needs.',
  fields: {
    sid: t.sid,
    friendlyName: t.string,
    machineName: t.string.about('Name to pass as `type` of an end-user.'),
    fields: t.json.list.about('Data that an end-user of the type must have: name and kind of each.'),
    url: t.omit,
  },
  batch: 'whole',
  filters: {},
  fetch: true,
});
