/** Regulatory supporting documents. */
import { entity, t } from '../../../../model/index.ts';
import { NumbersRegulatoryCompliance } from '../regulatoryCompliance.ts';

export const RegulatorySupportingDocument = entity('RegulatorySupportingDocument', {
  in: NumbersRegulatoryCompliance,
  at: 'supportingDocuments',
  sid: 'RD',
  plural: 'regulatorySupportingDocuments',
  inside: ['regulatorySupportingDocument', 'regulatorySupportingDocuments'],
  about: 'A document that proves who uses a number.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    mimeType: t.string.about('Media type of the uploaded file, such as image/png; null without a file.'),
    status: t
      .enum('draft', 'pending-review', 'rejected', 'approved', 'expired', 'provisionally-approved')
      .about('A DRAFT can change; it is reviewed together with its bundle.'),
    failureReason: t.string.about('Why it was rejected; null otherwise.'),
    errors: t.json.list.about(
      'What was wrong with the document: each with `code` and `message`; null unless it was rejected.',
    ),
    type: t.string.about('Machine name of a `RegulatorySupportingDocumentType`, such as `utility_bill`.'),
    attributes: t.json.pii.about('Values that the regulation asks for, such as `address_sids` or `document_number`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  relations: {
    addresses: t.rows('Address', 'attributes.address_sids', [''], 'The addresses that the document proves'),
    documentType: t.one(
      'RegulatorySupportingDocumentType',
      { machineName: 'type' },
      'What the data of this kind of document must be.',
    ),
  },
  filters: {},
  create: { friendlyName: t.string.required, type: t.string.required, attributes: t.json.pii },
  update: { friendlyName: t.string, attributes: t.json.pii },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
