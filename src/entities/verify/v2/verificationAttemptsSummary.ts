/** Verification attempts summary. */
import { entity, t } from '../../../model/index.ts';
import { verify } from './product.ts';

export const VerificationAttemptsSummary = entity('VerificationAttemptsSummary', {
  in: verify,
  at: 'verificationAttemptsSummary',
  about: 'How many codes were sent and how many led to success.',
  fields: {
    totalAttempts: t.int.about('Number of codes sent.'),
    totalConverted: t.int.about('Number of codes that led to an approved verification.'),
    totalUnconverted: t.int.about('Number of codes that did not.'),
    conversionRatePercentage: t.decimal.about('`totalConverted` in percent of `totalAttempts`.'),
    url: t.omit,
  },
  fetch: {
    verifyServiceSid: t.sid.about('SID (VA…) of the Verify service that sent the codes. Default: all services.'),
    dateCreatedAfter: t.dateTime.about('Only codes sent after this time.'),
    dateCreatedBefore: t.dateTime.about('Only codes sent before this time.'),
    country: t.string.about("Two-letter ISO 3166-1 code of the numbers' country."),
    channel: t
      .enum('sms', 'call', 'email', 'whatsapp', 'rbm')
      .about('Only codes sent by this channel. Default: all channels.'),
    destinationPrefix: t.string.about('First digits of the numbers in E.164 format, such as +1415.'),
  },
});
