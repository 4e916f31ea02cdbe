/** Hosted number authorization documents. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const HostedNumberAuthorizationDocument = entity('HostedNumberAuthorizationDocument', {
  in: numbers,
  at: 'authorizationDocuments',
  sid: 'PX',
  plural: 'hostedNumberAuthorizationDocuments',
  argument: 'signingDocumentSid',
  about: 'The letter of authorization that lets Twilio host numbers.',
  fields: {
    sid: t.sid,
    addressSid: t.ref('Address'),
    status: t.enum('opened', 'signing', 'signed', 'canceled', 'failed'),
    email: t.string.pii,
    ccEmails: t.string.pii.list,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: { email: t.equal, status: t.equal },
  create: {
    addressSid: t.sid.required,
    email: t.string.pii.required,
    contactPhoneNumber: t.phone.required,
    hostedNumberOrderSids: t.string.list.required,
    contactTitle: t.string.pii,
    ccEmails: t.string.pii.list,
  },
  remove: true,
  fetch: true,
  paid: ['create'],
  admin: ['create', 'remove'],
  terminal: { status: ['signed', 'canceled', 'failed'] },
});
