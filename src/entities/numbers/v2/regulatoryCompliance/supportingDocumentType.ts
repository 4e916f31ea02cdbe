/** Regulatory supporting document types. */
import { entity, t } from '../../../../model/index.ts';
import { NumbersRegulatoryCompliance } from '../regulatoryCompliance.ts';

export const RegulatorySupportingDocumentType = entity('RegulatorySupportingDocumentType', {
  in: NumbersRegulatoryCompliance,
  at: 'supportingDocumentTypes',
  sid: 'OY',
  plural: 'regulatorySupportingDocumentTypes',
  inside: ['regulatorySupportingDocumentType', 'regulatorySupportingDocumentTypes'],
  about: 'A kind of document, and the data that it needs.',
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
