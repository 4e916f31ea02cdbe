/** Mobile numbers on offer. */
import { entity } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberMobile = entity('AvailablePhoneNumberMobile', {
  in: AvailablePhoneNumberCountry,
  at: 'mobile',
  plural: 'availablePhoneNumbersMobile',
  about: 'A number of a mobile range that can be bought now.',
  ...available,
});
