/** What is said, once, of values that occur in many entities. */
export const words: Readonly<Record<string, string>> = {
  sid: "Twilio's identifier: two letters for the kind of thing, then 32 hexadecimal digits.",
  accountSid: 'The account or subaccount that it belongs to.',
  friendlyName: 'A name for people, at most 64 characters.',
  phoneNumber: 'In E.164 form: a plus sign, the country code, the number.',
  isoCountry: 'The country as two capital letters (ISO 3166-1), such as US.',
  capabilities: 'What the number can do: `voice`, `sms`, `mms` and `fax`, each true or false.',
  beta: 'Whether the number is of a range that is still new to Twilio.',
  priceUnit: 'Currency of `price`: a three-letter ISO 4217 code, in capitals or not.',
  apiVersion: "Version of Twilio's API that it was made with, such as 2010-04-01.",
  idempotencyKey: 'A text of your own, new for every request: what comes twice with the same key is done once.',
  addOnSid: 'The add-on (XB…) of the marketplace.',
  addOnConfigurationSid: 'The installation (XE…) of the add-on in the account, with its settings.',
  statusCallback: 'Where Twilio reports changes of its status.',
  statusCallbackMethod: 'How `statusCallback` is requested; POST by default.',
  dateCreated: 'When Twilio first knew of it.',
  dateUpdated: 'When it last changed.',
};
