/** Safelists. */
import { entity, t } from '../../../model/index.ts';
import { verify } from './product.ts';

export const VerifySafelist = entity('VerifySafelist', {
  in: verify,
  at: 'safelist',
  key: 'phoneNumber',
  about: 'A phone number that Fraud Guard never blocks in Verify.',
  fields: { sid: t.sid, phoneNumber: t.phone, url: t.omit },
  create: { phoneNumber: t.phone.required },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
