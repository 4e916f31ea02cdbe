/** Marketplace referral conversion. */
import { entity, t } from '../../../model/index.ts';
import { marketplace } from './product.ts';

export const MarketplaceReferralConversion = entity('MarketplaceReferralConversion', {
  in: marketplace,
  at: 'referralConversion',
  body: 'json',
  about: 'Reports that a referred customer signed up.',
  fields: { convertedAccountSid: t.sid },
  create: { referralAccountSid: t.sid },
  admin: ['create'],
});
