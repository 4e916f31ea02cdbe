/** Dependent hosted number orders of a hosted number authorization document. */
import { entity, t } from '../../../../model/index.ts';
import { HostedNumberAuthorizationDocument } from '../authorizationDocument.ts';

export const DependentHostedNumberOrder = entity('DependentHostedNumberOrder', {
  in: HostedNumberAuthorizationDocument,
  at: 'dependentHostedNumberOrders',
  inside: ['dependentHostedNumberOrder', 'dependentHostedNumberOrders'],
  about: 'A hosting order that the letter of authorization covers.',
  fields: {
    sid: t.ref('HostedNumberOrder'),
    bulkHostingRequestSid: t.ref('BulkHostedNumberOrder', 'bulkOrder'),
    nextStep: t.string.about('What you have to do next.'),
    accountSid: t.ref('Account'),
    incomingPhoneNumberSid: t.ref('IncomingPhoneNumber'),
    addressSid: t.ref('Address'),
    signingDocumentSid: t.ref('HostedNumberAuthorizationDocument'),
    phoneNumber: t.phone,
    capabilities: t.json,
    friendlyName: t.string.pii,
    status: t.enum(
      'received',
      'verified',
      'pending-loa',
      'carrier-processing',
      'completed',
      'failed',
      'action-required',
    ),
    failureReason: t.string.about('Why hosting failed; null unless FAILED.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    email: t.string.pii.about('Email address of the owner, who signs.'),
    ccEmails: t.string.pii.list,
    contactTitle: t.string.pii.about('Position of the person who signs.'),
    contactPhoneNumber: t.phone.about('Phone number of the person who signs.'),
  },
  filters: { status: t.equal, phoneNumber: t.equal, incomingPhoneNumberSid: t.equal, friendlyName: t.equal },
});
