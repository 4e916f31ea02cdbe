/** Taking a payment by phone: the caller types card or account, and neither you nor your agent ever hears it. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';

const session = {
  idempotencyKey: t.string.required,
  statusCallback: t.url.required.about('Where Twilio reports how far the payment is, and in the end its result.'),
};

export const Payments = entity('Payments', {
  in: Call,
  at: 'payments',
  sid: 'PK',
  about:
    'A payment session in a running call. Create one to open it, update it to ask for one piece of information ' +
    'after another, and at last to complete or cancel it.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    callSid: t.ref('Call').about('The call whose keypad is listened to.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  create: {
    ...session,
    chargeAmount: t.decimal.about(
      'What to charge, above 0 and below 1,000,000, in `currency`; 0 or nothing only stores card or account as a token.',
    ),
    currency: t.string.about('Currency of `chargeAmount`: a three-letter ISO 4217 code, USD by default.'),
    paymentMethod: t.enum('credit-card', 'ach-debit').about('By card, the default, or from a bank account in the US.'),
    bankAccountType: t
      .enum('consumer-checking', 'consumer-savings', 'commercial-checking')
      .about('What kind of bank account is debited; consumer-checking by default.'),
    tokenType: t
      .enum('one-time', 'reusable', 'payment-method')
      .about('What the token is for where nothing is charged: one payment or many; reusable by default.'),
    paymentConnector: t.string.about('Which installed Pay connector carries it out; the one called Default otherwise.'),
    parameter: t.json.pii.about('What the connector wants to know besides: an object of plain values; a must for ACH.'),
    description: t.string.pii.about('What it is for, shown with the transaction at the payment provider.'),
    validCardTypes: t.string.about('Cards to accept, with spaces between; `visa mastercard amex` by default.'),
    securityCode: t.boolean.about('Whether the security code on the card is asked for; true by default.'),
    postalCode: t.boolean.about('Whether the postal code is asked for; true by default.'),
    minPostalCodeLength: t.int.about('How many digits a postal code must have at least.'),
    input: t.enum('dtmf').about("How the caller answers: by keypad only. What is typed stays out of Twilio's logs."),
    timeout: t.int.about('Seconds to wait for the next digit: 5 by default, at most 600.'),
    requireMatchingInputs: t.string.about(
      'What the caller must type twice, with commas between: payment-card-number, expiration-date, security-code, postal-code.',
    ),
    confirmation: t.boolean.about(
      'Whether the caller hears the last four digits and presses 1 to go on or 2 to give up; false by default.',
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
      .about('What the caller types next; a matcher has it typed a second time.'),
    status: t.enum('complete', 'cancel').about('complete takes the money or makes the token, cancel throws all away.'),
  },
  paid: ['create', 'update'],
});
