/** Supporting documents. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const TrusthubSupportingDocument = entity('TrusthubSupportingDocument', {
  in: trusthub,
  at: 'supportingDocuments',
  sid: 'RD',
  about: 'A document that proves something in Trust Hub.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    mimeType: t.string.about('Type of the uploaded file, such as image/jpeg; null if there is none.'),
    status: t
      .enum('DRAFT', 'PENDING_REVIEW', 'REJECTED', 'APPROVED', 'EXPIRED', 'PROVISIONALLY_APPROVED')
      .about('`DRAFT` until it is part of something under review.'),
    type: t.string.about('`machineName` of the type of document.'),
    attributes: t.json.pii.about('JSON object with the data that the type demands.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  relations: {
    addresses: t.rows('Address', 'attributes.address_sids', [''], 'The addresses that the document proves'),
    documentType: t.one(
      'TrusthubSupportingDocumentType',
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
