/** Geographic numbers on offer. */
import { entity } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberLocal = entity('AvailablePhoneNumberLocal', {
  in: AvailablePhoneNumberCountry,
  at: 'local',
  plural: 'availablePhoneNumbersLocal',
  about: 'A number of a town or area that can be bought now.',
  ...available,
});
