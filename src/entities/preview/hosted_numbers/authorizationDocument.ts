/** Authorization documents. */
import { entity, t } from '../../../model/index.ts';
import { previewHostedNumbers } from './product.ts';

export const PreviewAuthorizationDocument = entity('PreviewAuthorizationDocument', {
  in: previewHostedNumbers,
  at: 'authorizationDocuments',
  sid: 'PX',
  argument: 'signingDocumentSid',
  about: 'A letter of authorization for hosting (preview).',
  fields: {
    sid: t.sid,
    addressSid: t.ref('Address').about("SID (AD…) of the address of the numbers' owner."),
    status: t
      .enum('opened', 'signing', 'signed', 'canceled', 'failed')
      .about('`SIGNED` once the owner has signed the letter; only then does the order go on.'),
    email: t.string.pii.about('Where the letter to sign goes.'),
    ccEmails: t.string.pii.list.about('Who else gets the letter.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: { email: t.equal, status: t.equal },
  create: {
    hostedNumberOrderSids: t.string.list.about('SIDs (HR…) of the orders that the letter covers.').required,
    addressSid: t.sid.required,
    email: t.string.pii.required,
    contactTitle: t.string.pii.required.about('Position of the person who signs.'),
    contactPhoneNumber: t.phone.required,
    ccEmails: t.string.pii.list,
  },
  update: {
    hostedNumberOrderSids: t.string.list,
    addressSid: t.sid,
    email: t.string.pii,
    ccEmails: t.string.pii.list,
    status: t.enum('opened', 'signing', 'signed', 'canceled', 'failed'),
    contactTitle: t.string.pii,
    contactPhoneNumber: t.phone,
  },
  remove: true,
  fetch: true,
  paid: ['create'],
  admin: ['create', 'update', 'remove'],
  terminal: { status: ['signed', 'canceled', 'failed'] },
});
