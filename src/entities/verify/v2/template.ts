/** Verify template. */
import { entity, t } from '../../../model/index.ts';
import { verify } from './product.ts';

export const VerifyTemplate = entity('VerifyTemplate', {
  in: verify,
  at: 'templates',
  about: 'Message texts that may be used in verifications.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    channels: t.string.list,
    translations: t.json,
  },
  filters: { friendlyName: t.equal },
});
