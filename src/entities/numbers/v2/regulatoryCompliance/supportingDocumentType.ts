/** Regulatory supporting document types. */
import { entity, t } from '../../../../model/index.ts';
import { NumbersRegulatoryCompliance } from '../regulatoryCompliance.ts';

export const RegulatorySupportingDocumentType = entity('RegulatorySupportingDocumentType', {
  in: NumbersRegulatoryCompliance,
  at: 'supportingDocumentTypes',
  sid: 'OY',
  plural: 'regulatorySupportingDocumentTypes',
  inside: ['regulatorySupportingDocumentType', 'regulatorySupportingDocumentTypes'],
  about: 'The kinds of document and the data each needs.',
  fields: { sid: t.sid, friendlyName: t.string, machineName: t.string, fields: t.json.list, url: t.omit },
  filters: {},
  fetch: true,
});
