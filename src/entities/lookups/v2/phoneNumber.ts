/** Phone numbers. */
import { entity, t } from '../../../model/index.ts';
import { lookup } from './product.ts';

export const LookupPhoneNumber = entity('LookupPhoneNumber', {
  in: lookup,
  at: 'phoneNumbers',
  key: 'phoneNumber',
  about: 'Formats and checks a phone number; asks carriers for line type, SIM swap and more.',
  fields: {
    callingCountryCode: t.string.about('Calling code of the country without +, such as 44.'),
    countryCode: t.string.pii.about(
      'Two-letter ISO 3166-1 country code. As an argument: the country of a number in national format.',
    ),
    phoneNumber: t.phone,
    nationalFormat: t.string.pii.about('The number as it is written in its country, such as (415) 555-0100.'),
    valid: t.boolean.about('Whether the number has a form that a carrier can assign. It need not be in use.'),
    validationErrors: t
      .enum('TOO_SHORT', 'TOO_LONG', 'INVALID_BUT_POSSIBLE', 'INVALID_COUNTRY_CODE', 'INVALID_LENGTH', 'NOT_A_NUMBER')
      .list.about('Why the number is not valid; empty if it is.'),
    callerName: t
      .object('CallerName', {
        callerName: t.string.about('Name of the owner; null if unknown.'),
        callerType: t.string.about('`CONSUMER` or `BUSINESS`; null if unknown.'),
        errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
      })
      .pii.packaged('caller_name')
      .about('Registered owner. United States only. Costs money.'),
    simSwap: t
      .object('SimSwap', {
        lastSimSwap: t
          .object('SimSwapLastSimSwap', {
            lastSimSwapDate: t.dateTime.about('When the SIM card was last changed; null if the carrier does not say.'),
            swappedPeriod: t.string.about('The period of `swappedInPeriod`: an ISO 8601 duration, such as PT24H.'),
            swappedInPeriod: t.boolean.about('Whether the SIM card was changed within `swappedPeriod`.'),
          })
          .about('The last change of the SIM card. Some carriers give its date, others only whether it was recent.'),
        carrierName: t.string,
        mobileCountryCode: t.string.about('MCC: three digits for the country of the network.'),
        mobileNetworkCode: t.string.about('MNC: two or three digits for the network in its country.'),
        errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
      })
      .pii.packaged('sim_swap')
      .about('Whether the SIM card was changed recently: a sign of a stolen number. Costs money.'),
    callForwarding: t
      .object('CallForwarding', {
        callForwardingEnabled: t.boolean.about('Whether all calls are forwarded; null if the carrier does not say.'),
        errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
      })
      .pii.packaged('call_forwarding')
      .about('Whether calls are forwarded to another number: a sign of fraud. Costs money.'),
    lineTypeIntelligence: t
      .object('LineTypeIntelligence', {
        mobileCountryCode: t.string.about('MCC: three digits for the country of the network; null if not mobile.'),
        mobileNetworkCode: t.string.about(
          'MNC: two or three digits for the network in its country; null if not mobile.',
        ),
        carrierName: t.string,
        type: t.string.about('Such as `mobile`, `landline`, `fixedVoip`, `nonFixedVoip`, `tollFree` or `premium`.'),
        errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
      })
      .packaged('line_type_intelligence')
      .about('Carrier and type of line. Costs money.'),
    lineStatus: t
      .object('LineStatus', {
        status: t.string.about('`active`, `reachable`, `unreachable`, `inactive` or `unknown`.'),
        errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
      })
      .packaged('line_status')
      .about('Whether a mobile number is in use and reachable. Costs money.'),
    identityMatch: t
      .object('IdentityMatch', {
        firstNameMatch: t.string.about(
          '`exact_match`, `high_partial_match`, `partial_match`, `no_match` or `no_data_available`.',
        ),
        lastNameMatch: t.string.about(
          '`exact_match`, `high_partial_match`, `partial_match`, `no_match` or `no_data_available`.',
        ),
        addressLinesMatch: t.string.about(
          'How well both address lines match: `exact_match`, `high_partial_match`, `partial_match`, `no_match` or `no_data_available`.',
        ),
        cityMatch: t.string.about(
          '`exact_match`, `high_partial_match`, `partial_match`, `no_match` or `no_data_available`.',
        ),
        stateMatch: t.string.about(
          '`exact_match`, `high_partial_match`, `partial_match`, `no_match` or `no_data_available`.',
        ),
        postalCodeMatch: t.string.about(
          '`exact_match`, `high_partial_match`, `partial_match`, `no_match` or `no_data_available`.',
        ),
        addressCountryMatch: t.string.about('`exact_match`, `no_match` or `no_data_available`.'),
        nationalIdMatch: t.string.about('`exact_match`, `no_match` or `no_data_available`.'),
        dateOfBirthMatch: t.string.about('`exact_match`, `no_match` or `no_data_available`.'),
        summaryScore: t.int.about('How well everything matches in all, from 0 to 100.'),
        errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
        errorMessage: t.string.about('Why this part failed, as text; otherwise null.'),
      })
      .packaged('identity_match')
      .about("How well a person's data match the owner of the number. Costs money."),
    reassignedNumber: t
      .object('ReassignedNumber', {
        lastVerifiedDate: t.string.about('The date that you gave, digits in the order YYYYMMDD.'),
        isNumberReassigned: t.string.about(
          'Whether the number has changed hands since that date: `yes`, `no` or `no_data_available`.',
        ),
        errorCode: t.string.about("Twilio's error code if this part failed, otherwise null."),
      })
      .packaged('reassigned_number')
      .about('Whether the number has a new owner since you obtained consent. United States only. Costs money.'),
    smsPumpingRisk: t
      .object('SmsPumpingRisk', {
        carrierRiskCategory: t.string.about("Risk of the number's carrier, from `low` to `high`."),
        numberBlocked: t.boolean.about('Whether Fraud Guard blocks the number now.'),
        numberBlockedDate: t.dateTime.about('When Fraud Guard last blocked the number; null if never.'),
        numberBlockedLast3Months: t.boolean
          .from('number_blocked_last_3_months')
          .about('Whether Fraud Guard blocked the number in the last three months.'),
        smsPumpingRiskScore: t.int.about('From 0 to 100: the higher, the likelier is fraud.'),
        errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
      })
      .packaged('sms_pumping_risk')
      .about('How likely the number takes part in SMS pumping fraud. Costs money.'),
    phoneNumberQualityScore: t.json
      .packaged('phone_number_quality_score')
      .about('Risk score of a mobile number as JSON. Costs money.'),
    preFill: t.json.pii
      .packaged('pre_fill')
      .about('Data about the owner as JSON, such as name and address, for filling in a form. Costs money.'),
    url: t.omit,
  },
  relations: {
    ownNumber: t.one(
      'IncomingPhoneNumber',
      { phoneNumber: 'phoneNumber' },
      'The phone number of the account, if the account owns it; otherwise null.',
    ),
    messagingPrices: t.row(
      'PricingMessagingCountry',
      ['countryCode'],
      'What messages to the country cost; null for an unknown number.',
    ),
  },
  fetch: {
    fields: t.packages,
    countryCode: t.string.pii,
    firstName: t.string.pii.about('For `identityMatch`: what you believe of the owner.'),
    lastName: t.string.pii.about('For `identityMatch`: what you believe of the owner.'),
    addressLine1: t.string.pii.about('For `identityMatch`: what you believe of the owner.'),
    addressLine2: t.string.pii.about('For `identityMatch`: what you believe of the owner.'),
    city: t.string.pii.about('For `identityMatch`: what you believe of the owner.'),
    state: t.string.pii.about('For `identityMatch`: state or province.'),
    postalCode: t.string.pii.about('For `identityMatch`: what you believe of the owner.'),
    addressCountryCode: t.string.pii.about('For `identityMatch`: two-letter ISO 3166-1 country code.'),
    nationalId: t.string.pii.about('For `identityMatch`: number of a passport or national identity card.'),
    dateOfBirth: t.string.pii.about('For `identityMatch`: digits in the order YYYYMMDD.'),
    lastVerifiedDate: t.string.about(
      'For `reassignedNumber`: last date on which you were sure of the owner, digits in the order YYYYMMDD.',
    ),
    verificationSid: t.string.about(
      'For `preFill`: SID (VE…) of a verification by which the owner has proved the number.',
    ),
    partnerSubId: t.string.about(
      'For `smsPumpingRisk`: your own name of the customer or part of your business that sends.',
    ),
  },
  paid: ['fetch'],
});
