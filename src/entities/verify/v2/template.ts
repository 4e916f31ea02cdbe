/** Verify template. */
import { entity, t } from '../../../model/index.ts';
import { verify } from './product.ts';

export const VerifyTemplate = entity('VerifyTemplate', {
  in: verify,
  at: 'templates',
  about: 'A text of verification messages, approved by Twilio.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    channels: t.string.list.about('Channels that may use the template, such as `sms` and `voice`.'),
    translations: t.json.about('By language: `text`, `status` (whether Twilio approved it), `locale` and the dates.'),
  },
  batch: 'whole',
  filters: { friendlyName: t.equal },
});
