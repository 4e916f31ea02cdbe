/** Verification attempts. */
import { entity, t } from '../../../model/index.ts';
import { verify } from './product.ts';

export const VerificationAttempt = entity('VerificationAttempt', {
  in: verify,
  at: 'verificationAttempts',
  sid: 'VL',
  about: 'Each single sending of a code, with channel, price and whether it was used.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    verificationSid: t.ref('Verification'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    conversionStatus: t.enum('converted', 'unconverted'),
    channel: t.enum('sms', 'call', 'email', 'whatsapp', 'rbm'),
    price: t.json,
    channelData: t.json.pii,
    url: t.omit,
  },
  filters: {
    'channelData.to': t.phone,
    country: t.string,
    channel: t.equal,
    verifyServiceSid: t.sid,
    verificationSid: t.equal,
    status: t.enum('converted', 'unconverted'),
    dateCreated: t.range.by('dateCreatedAfter', 'dateCreatedBefore'),
  },
  fetch: true,
  terminal: { conversionStatus: ['converted'] },
});
