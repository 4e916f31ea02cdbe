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
    addressSid: t.ref('Address').about('SID of the address of the owner of the numbers.'),
    status: t
      .enum('opened', 'signing', 'signed', 'canceled', 'failed')
      .about('OPENED is sent for signature; only after SIGNED do the orders go on.'),
    email: t.string.pii.about('Email address of the person who signs.'),
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
    contactPhoneNumber: t.phone.required.about('Phone number of the person who signs.'),
    hostedNumberOrderSids: t.string.list.about('SIDs of the hosted number orders that the document authorizes.')
      .required,
    contactTitle: t.string.pii.about('Position of the person who signs.'),
    ccEmails: t.string.pii.list,
  },
  remove: true,
  fetch: true,
  paid: ['create'],
  admin: ['create', 'remove'],
  terminal: { status: ['signed', 'canceled', 'failed'] },
});
