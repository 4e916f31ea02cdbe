/** Regulatory end-user types. */
import { entity, t } from '../../../../model/index.ts';
import { NumbersRegulatoryCompliance } from '../regulatoryCompliance.ts';

export const RegulatoryEndUserType = entity('RegulatoryEndUserType', {
  in: NumbersRegulatoryCompliance,
  at: 'endUserTypes',
  sid: 'OY',
  plural: 'regulatoryEndUserTypes',
  inside: ['regulatoryEndUserType', 'regulatoryEndUserTypes'],
  about: 'A kind of end-user, and the data that it needs.',
  fields: {
    sid: t.sid,
    friendlyName: t.string,
    machineName: t.string.about('Name to use as `type`.'),
    fields: t.json.list.about('Attributes that it can have: `machine_name`, `friendly_name` and `constraint`.'),
    url: t.omit,
  },
  batch: 'whole',
  filters: {},
  fetch: true,
});
