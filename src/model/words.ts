/** Descriptions of values that occur in many entities. */
export const words: Readonly<Record<string, string>> = {
  sid: 'SID: two letters for the type of resource, followed by 32 hexadecimal digits.',
  accountSid: 'SID of the account or subaccount to which it belongs.',
  friendlyName: 'A name of your choice, at most 64 characters.',
  phoneNumber: 'Phone number in E.164 format, such as +14155550100.',
  isoCountry: 'Two-letter ISO 3166-1 country code, such as US.',
  capabilities: 'What the number supports.',
  beta: 'Whether the number is in beta, that is, new to Twilio.',
  priceUnit: 'Currency of `price`: a three-letter ISO 4217 code, in upper or lower case.',
  apiVersion: "Version of Twilio's API, such as 2010-04-01.",
  idempotencyKey:
    'A text of your choice, unique to the request. Twilio processes a repeated request with the same key only once.',
  addOnSid: 'SID (XB…) of the marketplace add-on.',
  addOnConfigurationSid: 'SID (XE…) of the installed add-on with its configuration.',
  statusCallback: 'URL to which Twilio reports changes of status.',
  statusCallbackMethod: 'HTTP method of `statusCallback`. Default: POST.',
  ifMatch:
    'Version of the row as you have read it: its `etag`, or its `revision`. If the row has changed since, nothing is ' +
    'written, and `userErrors` has the code CONFLICT.',
  dateCreated: 'When it was created.',
  dateUpdated: 'When it was last changed.',
};
