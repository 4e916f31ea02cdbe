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
    mimeType: t.string,
    status: t.enum('draft', 'pending-review', 'rejected', 'approved', 'expired', 'provisionally-approved'),
    failureReason: t.string,
    errors: t.json.list,
    type: t.string,
    attributes: t.json.pii,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { friendlyName: t.string.required, type: t.string.required, attributes: t.json.pii },
  update: { friendlyName: t.string, attributes: t.json.pii },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
