/** Dependent hosted number orders of an authorization document. */
import { entity, t } from '../../../../model/index.ts';
import { PreviewAuthorizationDocument } from '../authorizationDocument.ts';

export const PreviewDependentHostedNumberOrder = entity('PreviewDependentHostedNumberOrder', {
  in: PreviewAuthorizationDocument,
  at: 'dependentHostedNumberOrders',
  inside: ['dependentHostedNumberOrder', 'dependentHostedNumberOrders'],
  about: 'Hosting orders covered by a letter of authorization (preview).',
  fields: {
    sid: t.ref('PreviewHostedNumberOrder', 'hostedNumberOrder'),
    accountSid: t.ref('Account'),
    incomingPhoneNumberSid: t.ref('IncomingPhoneNumber'),
    addressSid: t.ref('Address').about("SID (AD…) of the address of the number's owner."),
    signingDocumentSid: t
      .ref('PreviewAuthorizationDocument')
      .about('SID (PX…) of the letter of authorization; null before it is made.'),
    phoneNumber: t.phone,
    capabilities: t.json,
    friendlyName: t.string.pii,
    uniqueName: t.string.pii.about('Your own name of the order. It can stand in place of its SID.'),
    status: t.enum(
      'twilio-processing',
      'received',
      'pending-verification',
      'verified',
      'pending-loa',
      'carrier-processing',
      'testing',
      'completed',
      'failed',
      'action-required',
    ),
    failureReason: t.string.about('Why the status is `ACTION_REQUIRED`; otherwise null.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    verificationAttempts: t.int.about('How often you have tried to prove that the number is yours.'),
    email: t.string.pii.about("Address of the number's owner."),
    ccEmails: t.string.pii.list.about('Who else gets the letter of authorization.'),
    verificationType: t
      .enum('phone-call', 'phone-bill')
      .about('How you prove that the number is yours: by a call to it, or by a phone bill.'),
    verificationDocumentSid: t.sid.about('SID of the uploaded phone bill.'),
    extension: t.string.about('Digits to press once the verification call is answered.'),
    callDelay: t.int.about('Seconds until the verification call starts, from 0 to 30.'),
    verificationCode: t.secret,
    verificationCallSids: t.refs('Call').about('SIDs (CA…) of the verification calls.'),
  },
  filters: {
    status: t.equal,
    phoneNumber: t.equal,
    incomingPhoneNumberSid: t.equal,
    friendlyName: t.equal,
    uniqueName: t.equal,
  },
});
