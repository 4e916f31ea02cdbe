/** Regulatory end users. */
import { entity, t } from '../../../../model/index.ts';
import { NumbersRegulatoryCompliance } from '../regulatoryCompliance.ts';

export const RegulatoryEndUser = entity('RegulatoryEndUser', {
  in: NumbersRegulatoryCompliance,
  at: 'endUsers',
  sid: 'IT',
  plural: 'regulatoryEndUsers',
  inside: ['regulatoryEndUser', 'regulatoryEndUsers'],
  about: 'The person or business that will use a number.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    type: t.enum('individual', 'business').named('RegulatoryEndUserTypeValue').about('A person or a business.'),
    attributes: t.json.pii.about('Values that the regulation asks for, such as `first_name` or `business_name`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  relations: {
    endUserType: t.one(
      'RegulatoryEndUserType',
      { machineName: 'type' },
      'What the data of this kind of end-user must be.',
    ),
  },
  filters: {},
  create: {
    friendlyName: t.string.required,
    type: t.enum('individual', 'business').named('RegulatoryEndUserTypeValue').required,
    attributes: t.json.pii,
  },
  update: { friendlyName: t.string, attributes: t.json.pii },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
