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
    numberType: t.string.about('Type of number, such as `local`, `mobile` or `toll-free`.'),
    endUserType: t.enum('individual', 'business').about('Whom it concerns: a person or a business.'),
    requirements: t.json.about(
      'What a bundle must contain: `end_user` with its fields, and `supporting_document` with the documents to choose from.',
    ),
    url: t.omit,
  },
  relations: {
    bundles: t.many('RegulatoryBundle', { regulationSid: 'sid' }, 'Bundles for the regulation.'),
  },
  filters: {
    endUserType: t.equal,
    isoCountry: t.equal,
    numberType: t.equal,
    includeConstraints: t.boolean.about('Whether `requirements` says which values each field allows.'),
  },
  fetch: { includeConstraints: t.boolean.about('Whether `requirements` says which values each field allows.') },
});
