/** Verifications of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const Verification = entity('Verification', {
  in: VerifyService,
  at: 'verifications',
  sid: 'VE',
  about: 'A one-time code sent to someone by SMS, call, email or WhatsApp.',
  fields: {
    sid: t.sid,
    serviceSid: t.ref('VerifyService'),
    accountSid: t.ref('Account'),
    to: t.phone.about('A phone number in E.164 format or an email address.'),
    channel: t
      .enum('sms', 'call', 'email', 'whatsapp', 'sna')
      .about('How the code is sent. `SNA`, silent network authentication, proves the number without a code.'),
    status: t.string.about(
      '`pending` until it succeeds or ends as `approved`, `canceled`, `max_attempts_reached`, `expired`, `failed` or `deleted`. It expires after 10 minutes.',
    ),
    valid: t.boolean.about('Whether `status` is approved. Kept for older programs: use `status`.'),
    lookup: t.json.pii.about('Carrier of the number, if the service has `lookupEnabled`.'),
    amount: t.string.pii.about('Amount of the payment that is confirmed, with currency. Null without PSD2.'),
    payee: t.string.pii.about('Who receives the payment that is confirmed. Null without PSD2.'),
    sendCodeAttempts: t.json.list.about('Each time the code was sent: `time`, `channel` and `attempt_sid`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    sna: t.omit,
    url: t.omit,
  },
  relations: {
    numberLookup: t.row(
      'LookupPhoneNumber',
      ['to'],
      'What Lookup knows about the number; null for an email address. Its packages cost money.',
    ),
    attempts: t.many(
      'VerificationAttempt',
      { verificationSid: 'sid' },
      'Every message or call by which the code was sent.',
    ),
  },
  create: {
    to: t.phone.destination.required,
    channel: t.string.required,
    customFriendlyName: t.string.pii.about("Name in the message in place of the service's `friendlyName`."),
    customMessage: t.string.pii.about(
      "Text of the message in place of Twilio's. Deprecated by Twilio: use `templateSid`.",
    ),
    sendDigits: t.string.pii.about(
      'Keys to press once a call is answered, such as an extension. `w` waits half a second.',
    ),
    locale: t.string.about('Language of the message, such as `en` or `pt-BR`. Default: by the country of the number.'),
    customCode: t.secret,
    amount: t.string.pii,
    payee: t.string.pii,
    rateLimits: t.json.pii.about(
      'JSON object: unique name of a rate limit → value that is counted, such as an IP address.',
    ),
    channelConfiguration: t.json.pii.about(
      'JSON object for email: `template_id`, `from`, `from_name` and `substitutions`.',
    ),
    appHash: t.string.about(
      'Hash of an Android app of 11 characters. Appended to the SMS, it lets the app read the code.',
    ),
    templateSid: t.sid.about('SID (HJ…) of the template of the message. Default: that of the service.'),
    templateCustomSubstitutions: t.string.pii.about('JSON text: values of your variables in the template.'),
    templates: t.string.about(
      'JSON text: templates by preference, each with `sid`. The first that suits the channel is used.',
    ),
    deviceIp: t.string.pii.about(
      "IP address of the person's device, IPv4 or IPv6. Helps to choose the channel and to find fraud.",
    ),
    enableSnaClientToken: t.boolean.about(
      'Whether the URL of a silent network authentication returns a token that the check must repeat.',
    ),
    riskCheck: t.enum('enable', 'disable').about('`DISABLE` sends this code without the checks of Fraud Guard.'),
    tags: t.string.pii.about('JSON text: up to 10 names and values of your own, repeated in events.'),
  },
  update: { status: t.enum('canceled', 'approved').required },
  fetch: true,
  limits: { fetch: { requests: 60, seconds: 60, of: 'row' } },
  paid: ['create', 'update'],
  terminal: { status: ['approved', 'canceled', 'max_attempts_reached', 'expired', 'failed', 'deleted'] },
});
