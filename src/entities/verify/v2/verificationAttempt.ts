/** Verification attempts. */
import { entity, t } from '../../../model/index.ts';
import { verify } from './product.ts';

export const VerificationAttempt = entity('VerificationAttempt', {
  in: verify,
  at: 'verificationAttempts',
  sid: 'VL',
  about: 'One sending of a code, with its channel, its price and whether it led to success.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    verificationSid: t.ref('Verification'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    conversionStatus: t
      .enum('converted', 'unconverted')
      .about('`CONVERTED` if this code led to an approved verification.'),
    channel: t.enum('sms', 'call', 'email', 'whatsapp', 'rbm'),
    price: t.json.about('What this sending cost: `value` and `currency`. Null until rated.'),
    channelData: t.json.pii.about(
      'Facts of the channel: the SID of the message or call, its status, and codes of network and country.',
    ),
    url: t.omit,
  },
  filters: {
    'channelData.to': t.phone.about('Phone number to which the code was sent, in E.164 format.'),
    country: t.string.about("Two-letter ISO 3166-1 code of the number's country."),
    channel: t.equal,
    verifyServiceSid: t.sid.about('SID (VA…) of the Verify service that sent the code.'),
    verificationSid: t.equal,
    status: t.enum('converted', 'unconverted').about('Whether the code led to an approved verification.'),
    dateCreated: t.range.by('dateCreatedAfter', 'dateCreatedBefore'),
  },
  fetch: true,
  terminal: { conversionStatus: ['converted'] },
});
