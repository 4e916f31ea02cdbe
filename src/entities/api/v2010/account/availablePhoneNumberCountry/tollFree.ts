/** Toll-free numbers on offer. */
import { entity } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberTollFree = entity('AvailablePhoneNumberTollFree', {
  in: AvailablePhoneNumberCountry,
  at: 'tollFree',
  plural: 'availablePhoneNumbersTollFree',
  about: 'A number that is free to call and can be bought now.',
  ...available,
});
