/** Regulations. */
import { entity, t } from '../../../../model/index.ts';
import { NumbersRegulatoryCompliance } from '../regulatoryCompliance.ts';

export const Regulation = entity('Regulation', {
  in: NumbersRegulatoryCompliance,
  at: 'regulations',
  sid: 'RN',
  about: 'What a country asks for before a kind of number can be used.',
  fields: {
    sid: t.sid,
    friendlyName: t.string,
    isoCountry: t.string,
    numberType: t.string,
    endUserType: t.enum('individual', 'business'),
    requirements: t.json,
    url: t.omit,
  },
  filters: { endUserType: t.equal, isoCountry: t.equal, numberType: t.equal, includeConstraints: t.boolean },
  fetch: { includeConstraints: t.boolean },
});
