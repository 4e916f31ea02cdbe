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
    mimeType: t.string,
    status: t.enum('DRAFT', 'PENDING_REVIEW', 'REJECTED', 'APPROVED', 'EXPIRED', 'PROVISIONALLY_APPROVED'),
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
