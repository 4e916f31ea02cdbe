/** Phone numbers. */
import { entity, t } from '../../../model/index.ts';
import { lookup } from './product.ts';

export const LookupPhoneNumber = entity('LookupPhoneNumber', {
  in: lookup,
  at: 'phoneNumbers',
  key: 'phoneNumber',
  about: 'Formats and checks a phone number; asks carriers for line type, SIM swap and more.',
  fields: {
    callingCountryCode: t.string,
    countryCode: t.string.pii,
    phoneNumber: t.phone,
    nationalFormat: t.phone,
    valid: t.boolean,
    validationErrors: t.enum(
      'TOO_SHORT',
      'TOO_LONG',
      'INVALID_BUT_POSSIBLE',
      'INVALID_COUNTRY_CODE',
      'INVALID_LENGTH',
      'NOT_A_NUMBER',
    ).list,
    callerName: t
      .object('CallerName', { callerName: t.string, callerType: t.string, errorCode: t.int })
      .pii.packaged('caller_name'),
    simSwap: t
      .object('SimSwap', {
        lastSimSwap: t.object('SimSwapLastSimSwap', {
          lastSimSwapDate: t.dateTime,
          swappedPeriod: t.string,
          swappedInPeriod: t.boolean,
        }),
        carrierName: t.string,
        mobileCountryCode: t.string,
        mobileNetworkCode: t.string,
        errorCode: t.int,
      })
      .pii.packaged('sim_swap'),
    callForwarding: t
      .object('CallForwarding', { callForwardingEnabled: t.boolean, errorCode: t.int })
      .pii.packaged('call_forwarding'),
    lineTypeIntelligence: t
      .object('LineTypeIntelligence', {
        mobileCountryCode: t.string,
        mobileNetworkCode: t.string,
        carrierName: t.string,
        type: t.string,
        errorCode: t.int,
      })
      .packaged('line_type_intelligence'),
    lineStatus: t.object('LineStatus', { status: t.string, errorCode: t.int }).packaged('line_status'),
    identityMatch: t
      .object('IdentityMatch', {
        firstNameMatch: t.string,
        lastNameMatch: t.string,
        addressLinesMatch: t.string,
        cityMatch: t.string,
        stateMatch: t.string,
        postalCodeMatch: t.string,
        addressCountryMatch: t.string,
        nationalIdMatch: t.string,
        dateOfBirthMatch: t.string,
        summaryScore: t.int,
        errorCode: t.int,
        errorMessage: t.string,
      })
      .packaged('identity_match'),
    reassignedNumber: t
      .object('ReassignedNumber', {
        lastVerifiedDate: t.string,
        isNumberReassigned: t.string,
        errorCode: t.string,
      })
      .packaged('reassigned_number'),
    smsPumpingRisk: t
      .object('SmsPumpingRisk', {
        carrierRiskCategory: t.string,
        numberBlocked: t.boolean,
        numberBlockedDate: t.dateTime,
        numberBlockedLast3Months: t.boolean.from('number_blocked_last_3_months'),
        smsPumpingRiskScore: t.int,
        errorCode: t.int,
      })
      .packaged('sms_pumping_risk'),
    phoneNumberQualityScore: t.json.packaged('phone_number_quality_score'),
    preFill: t.json.pii.packaged('pre_fill'),
    url: t.omit,
  },
  relations: {
    ownNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'phoneNumber' },
      'The phone number of the account, if the account owns it; otherwise null.',
    ),
  },
  fetch: {
    fields: t.packages,
    countryCode: t.string.pii,
    firstName: t.string.pii,
    lastName: t.string.pii,
    addressLine1: t.string.pii,
    addressLine2: t.string.pii,
    city: t.string.pii,
    state: t.string.pii,
    postalCode: t.string.pii,
    addressCountryCode: t.string.pii,
    nationalId: t.string.pii,
    dateOfBirth: t.string.pii,
    lastVerifiedDate: t.string,
    verificationSid: t.string,
    partnerSubId: t.string,
  },
  paid: ['fetch'],
});
