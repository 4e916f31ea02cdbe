/** National numbers on sale. */
import { entity } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberNational = entity('AvailablePhoneNumberNational', {
  in: AvailablePhoneNumberCountry,
  at: 'national',
  plural: 'availablePhoneNumbersNational',
  aboutList:
    'National numbers, which belong to no town, on sale in the country. A sample: Twilio returns other numbers each time.',
  ...available,
});
