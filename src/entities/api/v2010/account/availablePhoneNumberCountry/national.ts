/** National numbers on sale. */
import { entity, t } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberNational = entity('AvailablePhoneNumberNational', {
  in: AvailablePhoneNumberCountry,
  at: 'national',
  when: t.linked,
  plural: 'availablePhoneNumbersNational',
  aboutList:
    'National numbers, which belong to no town, on sale in the country. A sample: Twilio returns other numbers each time.',
  ...available,
});
