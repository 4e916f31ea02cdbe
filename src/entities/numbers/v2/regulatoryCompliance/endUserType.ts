/** Regulatory end user types. */
import { entity, t } from '../../../../model/index.ts';
import { NumbersRegulatoryCompliance } from '../regulatoryCompliance.ts';

export const RegulatoryEndUserType = entity('RegulatoryEndUserType', {
  in: NumbersRegulatoryCompliance,
  at: 'endUserTypes',
  sid: 'OY',
  plural: 'regulatoryEndUserTypes',
  inside: ['regulatoryEndUserType', 'regulatoryEndUserTypes'],
  about: 'The kinds of end-user and the data each needs.',
  fields: { sid: t.sid, friendlyName: t.string, machineName: t.string, fields: t.json.list, url: t.omit },
  filters: {},
  fetch: true,
});
