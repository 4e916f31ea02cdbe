/** Payments that a caller makes by phone keypad during a call. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';

const session = {
  idempotencyKey: t.string.required,
  statusCallback: t.url.required.about('URL to which Twilio reports the progress and the result of the payment.'),
};

export const Payments = entity('Payments', {
  in: Call,
  at: 'payments',
  sid: 'PK',
  about:
    'A payment session in a call that is in progress. Create one to start it, update it to request each piece of ' +
    'information and then to complete or cancel it.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    callSid: t.ref('Call').about('The call in which the payment is made.'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  create: {
    ...session,
    chargeAmount: t.decimal.about(
      'Amount to charge in `currency`, less than 1,000,000. 0 or no amount only creates a token.',
    ),
    currency: t.string.about('Currency of `chargeAmount`: a three-letter ISO 4217 code. Default: USD.'),
    paymentMethod: t.enum('credit-card', 'ach-debit').about('Card or US bank account. Default: `credit-card`.'),
    bankAccountType: t
      .enum('consumer-checking', 'consumer-savings', 'commercial-checking')
      .about('Type of the bank account. Default: `consumer-checking`.'),
    tokenType: t
      .enum('one-time', 'reusable', 'payment-method')
      .about('Type of token, if no amount is charged. Default: `reusable`.'),
    paymentConnector: t.string.about('Name of the installed Pay connector. Default: the connector named Default.'),
    parameter: t.json.pii.about('Further parameters of the connector: an object of plain values. Required for ACH.'),
    description: t.string.pii.about('Description that the payment provider shows with the transaction.'),
    validCardTypes: t.string.about('Accepted cards, separated by spaces. Default: `visa mastercard amex`.'),
    securityCode: t.boolean.about('Whether the security code of the card is requested. Default: true.'),
    postalCode: t.boolean.about('Whether the postal code is requested. Default: true.'),
    minPostalCodeLength: t.int.about('Minimum number of digits of the postal code.'),
    input: t.enum('dtmf').about('Input method: keypad only. Twilio does not log the digits.'),
    timeout: t.int.about('Seconds to wait for the next digit, at most 600. Default: 5.'),
    requireMatchingInputs: t.string.about(
      'Data that the caller must enter twice, separated by commas: payment-card-number, expiration-date, security-code, postal-code.',
    ),
    confirmation: t.boolean.about(
      'Whether the caller hears the last four digits and confirms with 1 or cancels with 2. Default: false.',
    ),
  },
  update: {
    ...session,
    capture: t
      .enum(
        'payment-card-number',
        'expiration-date',
        'security-code',
        'postal-code',
        'bank-routing-number',
        'bank-account-number',
        'payment-card-number-matcher',
        'expiration-date-matcher',
        'security-code-matcher',
        'postal-code-matcher',
      )
      .about('Data that the caller enters next. A value with `matcher` requests the data a second time.'),
    status: t
      .enum('complete', 'cancel')
      .about('`complete` charges the amount or creates the token; `cancel` discards the session.'),
  },
  paid: ['create', 'update'],
});
