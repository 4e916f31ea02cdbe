/** Lookup query. */
import { entity, t } from '../../../model/index.ts';
import { lookup } from './product.ts';

export const LookupQuery = entity('LookupQuery', {
  in: lookup,
  at: 'query',
  about: 'Looks up many phone numbers in one request.',
  fields: {
    phoneNumbers: t
      .object('PhoneNumbers', {
        correlationId: t.string.about("Your own ID of the request's row, repeated in the result."),
        twilioErrorCode: t.int.about("Twilio's error code if the number could not be looked up, otherwise null."),
        callingCountryCode: t.string.about('Calling code of the country without +, such as 44.'),
        countryCode: t.string.about(
          'Two-letter ISO 3166-1 country code. As an input: the country of a number in national format.',
        ),
        phoneNumber: t.string.pii,
        nationalFormat: t.string.pii.about('The number as it is written in its country, such as (415) 555-0100.'),
        valid: t.boolean.about('Whether the number has a form that a carrier can assign. It need not be in use.'),
        validationErrors: t.string.list.about('Why the number is not valid; empty if it is.'),
        callerName: t
          .object('PhoneNumbersCallerName', {
            callerName: t.string.pii.about('Name of the owner; null if unknown.'),
            callerType: t.string.about('`CONSUMER` or `BUSINESS`; null if unknown.'),
            errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
          })
          .about('Registered owner. United States only. Costs money.'),
        simSwap: t
          .object('PhoneNumbersSimSwap', {
            lastSimSwap: t
              .object('PhoneNumbersSimSwapLastSimSwap', {
                lastSimSwapDate: t.dateTime.about(
                  'When the SIM card was last changed; null if the carrier does not say.',
                ),
                swappedPeriod: t.string.about('The period of `swappedInPeriod`: an ISO 8601 duration, such as PT24H.'),
                swappedInPeriod: t.boolean.about('Whether the SIM card was changed within `swappedPeriod`.'),
              })
              .about(
                'The last change of the SIM card. Some carriers give its date, others only whether it was recent.',
              ),
            carrierName: t.string,
            mobileCountryCode: t.string.about('MCC: three digits for the country of the network.'),
            mobileNetworkCode: t.string.about('MNC: two or three digits for the network in its country.'),
            errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
          })
          .about('Whether the SIM card was changed recently: a sign of a stolen number. Costs money.'),
        callForwarding: t
          .object('PhoneNumbersCallForwarding', {
            callForwardingEnabled: t.boolean.about(
              'Whether all calls are forwarded; null if the carrier does not say.',
            ),
            errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
          })
          .about('Whether calls are forwarded to another number: a sign of fraud. Costs money.'),
        lineTypeIntelligence: t
          .object('PhoneNumbersLineTypeIntelligence', {
            mobileCountryCode: t.string.about('MCC: three digits for the country of the network; null if not mobile.'),
            mobileNetworkCode: t.string.about(
              'MNC: two or three digits for the network in its country; null if not mobile.',
            ),
            carrierName: t.string,
            type: t.string.about('Such as `mobile`, `landline`, `fixedVoip`, `nonFixedVoip`, `tollFree` or `premium`.'),
            errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
          })
          .about('Carrier and type of line. Costs money.'),
        lineStatus: t
          .object('PhoneNumbersLineStatus', {
            status: t.string.about('`active`, `reachable`, `unreachable`, `inactive` or `unknown`.'),
            errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
          })
          .about('Whether a mobile number is in use and reachable. Costs money.'),
        identityMatch: t
          .object('PhoneNumbersIdentityMatch', {
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
          .about("How well a person's data match the owner of the number. Costs money."),
        reassignedNumber: t
          .object('PhoneNumbersReassignedNumber', {
            lastVerifiedDate: t.string.about('The date that you gave, digits in the order YYYYMMDD.'),
            isNumberReassigned: t.string.about(
              'Whether the number has changed hands since that date: `yes`, `no` or `no_data_available`.',
            ),
            errorCode: t.string.about("Twilio's error code if this part failed, otherwise null."),
          })
          .about('Whether the number has a new owner since you obtained consent. United States only. Costs money.'),
        smsPumpingRisk: t
          .object('PhoneNumbersSmsPumpingRisk', {
            carrierRiskCategory: t.string.about("Risk of the number's carrier, from `low` to `high`."),
            numberBlocked: t.boolean.about('Whether Fraud Guard blocks the number now.'),
            numberBlockedDate: t.dateTime.about('When Fraud Guard last blocked the number; null if never.'),
            numberBlockedLast3Months: t.boolean
              .from('number_blocked_last_3_months')
              .about('Whether Fraud Guard blocked the number in the last three months.'),
            smsPumpingRiskScore: t.int.about('From 0 to 100: the higher, the likelier is fraud.'),
            errorCode: t.int.about("Twilio's error code if this part failed, otherwise null."),
          })
          .about('How likely the number takes part in SMS pumping fraud. Costs money.'),
        phoneNumberQualityScore: t.json.about('Risk score of a mobile number as JSON. Costs money.'),
        preFill: t.json.pii.about(
          'Data about the owner as JSON, such as name and address, for filling in a form. Costs money.',
        ),
      })
      .pii.list.about('One row for each number, with the parts that were requested.'),
  },
  create: {
    phoneNumbers: t.object('PhoneNumbers', {
      correlationId: t.string,
      phoneNumber: t.string.pii.required,
      fields: t.string.list.about('What to look up, such as `caller_name` or `sim_swap`. Each costs money.'),
      countryCode: t.string,
      identityMatch: t.object('PhoneNumbersIdentityMatch', {
        firstName: t.string.pii,
        lastName: t.string.pii,
        addressLine1: t.string.pii,
        addressLine2: t.string.pii,
        city: t.string.pii,
        state: t.string.pii.about('State or province.'),
        postalCode: t.string.pii,
        addressCountryCode: t.string.about('Two-letter ISO 3166-1 country code.'),
        nationalId: t.string.pii.about('Number of a passport or national identity card.'),
        dateOfBirth: t.string.pii.about('Digits in the order YYYYMMDD.'),
      }),
      reassignedNumber: t.object('PhoneNumbersReassignedNumber', { lastVerifiedDate: t.string }),
      smsPumpingRisk: t.object('PhoneNumbersSmsPumpingRisk', {
        partnerSubId: t.string.about('Your own name of the customer or part of your business that sends.'),
      }),
    }).pii.list,
  },
  paid: ['create'],
});
