/** Verification attempts summary. */
import { entity, t } from '../../../model/index.ts';
import { verify } from './product.ts';

export const VerificationAttemptsSummary = entity('VerificationAttemptsSummary', {
  in: verify,
  at: 'verificationAttemptsSummary',
  about: 'How many codes were sent and how many led to success.',
  fields: {
    totalAttempts: t.int,
    totalConverted: t.int,
    totalUnconverted: t.int,
    conversionRatePercentage: t.string,
    url: t.omit,
  },
  fetch: {
    verifyServiceSid: t.sid,
    dateCreatedAfter: t.dateTime,
    dateCreatedBefore: t.dateTime,
    country: t.string,
    channel: t.enum('sms', 'call', 'email', 'whatsapp', 'rbm'),
    destinationPrefix: t.string,
  },
});
