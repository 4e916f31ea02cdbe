/** Port in requests. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const PortInRequest = entity('PortInRequest', {
  in: numbers,
  at: 'portingPortIns',
  key: 'portInRequestSid',
  about: 'A request to bring numbers over from another carrier.',
  fields: {
    portInRequestSid: t.sid,
    url: t.omit,
    accountSid: t.ref('Account'),
    notificationEmails: t.string.pii.list.about('Further email addresses that get a copy of the signed letter.'),
    targetPortInDate: t.date.about('Day on which the numbers should move; the carriers decide.'),
    targetPortInTimeRangeStart: t.string.about('Earliest time on that day, with offset, such as 10:15:00-08:00.'),
    targetPortInTimeRangeEnd: t.string.about('Latest time on that day, with offset, such as 10:15:00-08:00.'),
    portInRequestStatus: t.string.about(
      'Such as In Review, Waiting for Signature, In Progress, Action Required, Completed, Expired or Canceled.',
    ),
    orderCancellationReason: t.string.about('Why the request was canceled; null otherwise.'),
    losingCarrierInformation: t
      .object('LosingCarrierInformation', {
        customerName: t.string.about('Name of the person or business at the losing carrier.'),
        accountNumber: t.string.about('Account number at the losing carrier; needed for mobile numbers.'),
        accountTelephoneNumber: t.string.about('Main phone number of the account at the losing carrier.'),
        addressSid: t.string.about('SID of an address of the account; instead of `address`.'),
        address: t.object('LosingCarrierInformationAddress', {
          street: t.string.pii,
          street2: t.string.from('street_2').about('Floor or apartment.'),
          city: t.string,
          state: t.string.about('State as the losing carrier writes it, such as CA or California.'),
          zip: t.string,
          country: t.string,
        }),
        authorizedRepresentative: t.string.about(
          'Name of the person who may change the account at the losing carrier, and signs.',
        ),
        authorizedRepresentativeEmail: t.string.about('Email address to which the letter goes for signature.'),
        customerType: t.string.about('`Individual` or `Business`.'),
        authorizedRepresentativeKatakana: t.string.about('In Japan: that name in katakana.'),
        subMunicipality: t.string,
        building: t.string,
        katakanaName: t.string.about("In Japan: the customer's name in katakana."),
      })
      .pii.about('The customer as the losing carrier knows it.'),
    phoneNumbers: t.object('PhoneNumbers', {
      notPortabilityReason: t.string.about('Why the number cannot be ported; null if it can, or before the check.'),
      notPortabilityReasonCode: t.int.about('Code of `notPortabilityReason`.'),
      numberType: t.string.about('TOLL-FREE, LOCAL, MOBILE or UNKNOWN; null before the check.'),
      phoneNumber: t.string.pii,
      portDate: t.dateTime.about('When the number moves; null until the losing carrier confirms it.'),
      portInPhoneNumberSid: t.string.about('SID of the number within the request.'),
      portInPhoneNumberStatus: t.string.about('Progress of this number.'),
      portable: t.boolean.about('Whether the number can be ported; null before the check.'),
      rejectionReason: t.string.about('Why the losing carrier refused; null otherwise.'),
      rejectionReasonCode: t.string.about('Code of `rejectionReason`.'),
      statusLastTimeUpdatedTimestamp: t.string.about('When the progress last changed.'),
      externalPortingVendorPhoneNumberId: t.string,
    }).pii.list,
    bundleSid: t
      .ref('RegulatoryBundle')
      .about('SID of the regulatory bundle for the request; null where none is needed.'),
    portabilityAdvanceCarrier: t.string.about('In Japan: ID of the donor carrier.'),
    autoCancelApprovalNumbers: t.string.pii.about(
      'In Japan: how many numbers to approve for cancellation automatically.',
    ),
    documents: t
      .refs('RegulatorySupportingDocument', 'documentObjects')
      .pii.about('SIDs of uploaded documents; one must be a bill from the losing carrier.'),
    dateCreated: t.dateTime,
    supportTicketId: t.int.about("Number of the ticket at Twilio's support."),
    signatureRequestUrl: t.secret.about('URL at which the owner signs the letter of authorization.'),
  },
  relations: {
    losingCarrierAddress: t.row(
      'Address',
      ['losingCarrierInformation.addressSid'],
      'The address known to the losing carrier; null if none was given by SID.',
    ),
    portInPhoneNumbers: t.rows(
      'PortInPhoneNumber',
      'phoneNumbers',
      ['portInPhoneNumberSid'],
      'The numbers to be ported, each with its progress',
    ),
  },
  create: {
    accountSid: t.sid.required,
    documents: t.string.pii.list.required,
    phoneNumbers: t.object('PhoneNumbers', {
      phoneNumber: t.string.pii.required,
      pin: t.string.about('PIN of the losing carrier; needed for US mobile numbers.'),
    }).pii.list,
    losingCarrierInformation: t
      .object('LosingCarrierInformation', {
        customerName: t.string.required.about('Name of the person or business at the losing carrier.'),
        accountNumber: t.string.about('Account number at the losing carrier; needed for mobile numbers.'),
        accountTelephoneNumber: t.string.about('Main phone number of the account at the losing carrier.'),
        addressSid: t.string.about('SID of an address of the account; instead of `address`.'),
        address: t.object('LosingCarrierInformationAddress', {
          street: t.string.pii.required,
          street2: t.string.from('street_2').about('Floor or apartment.'),
          city: t.string.required,
          state: t.string.required.about('State as the losing carrier writes it, such as CA or California.'),
          zip: t.string.required,
          country: t.string.required,
        }),
        authorizedRepresentative: t.string.required.about(
          'Name of the person who may change the account at the losing carrier, and signs.',
        ),
        authorizedRepresentativeEmail: t.string.required.about('Email address to which the letter goes for signature.'),
        customerType: t.string.about('`Individual` or `Business`.'),
        authorizedRepresentativeKatakana: t.string,
        subMunicipality: t.string,
        building: t.string,
        katakanaName: t.string,
      })
      .pii.required.about('The customer as the losing carrier knows it.'),
    notificationEmails: t.string.pii.list,
    targetPortInDate: t.date,
    targetPortInTimeRangeStart: t.string,
    targetPortInTimeRangeEnd: t.string,
    bundleSid: t.string,
    portabilityAdvanceCarrier: t.string,
    autoCancelApprovalNumbers: t.string.pii,
  },
  remove: true,
  fetch: true,
  paid: ['create'],
  admin: ['create', 'remove'],
  terminal: { portInRequestStatus: ['completed', 'canceled', 'expired'] },
});
