/** Nationwide numbers on offer. */
import { entity } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberNational = entity('AvailablePhoneNumberNational', {
  in: AvailablePhoneNumberCountry,
  at: 'national',
  plural: 'availablePhoneNumbersNational',
  about: 'A number of a whole country rather than of a town that can be bought now.',
  ...available,
});
