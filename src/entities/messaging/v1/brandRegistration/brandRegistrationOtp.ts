/** Brand registration OTP of a brand registration. */
import { entity, t } from '../../../../model/index.ts';
import { MessagingBrandRegistration } from '../brandRegistration.ts';

export const MessagingBrandRegistrationOtp = entity('MessagingBrandRegistrationOtp', {
  in: MessagingBrandRegistration,
  at: 'brandRegistrationOtps',
  inside: ['brandRegistrationOtp', 'brandRegistrationOtps'],
  about: 'Sends a sole proprietor the code that confirms a brand again.',
  fields: { accountSid: t.ref('Account'), brandRegistrationSid: t.ref('MessagingBrandRegistration') },
  create: {},
  paid: ['create'],
});
