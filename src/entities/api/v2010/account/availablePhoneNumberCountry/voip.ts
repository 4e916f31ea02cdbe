/** VoIP numbers on offer. */
import { entity } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberVoip = entity('AvailablePhoneNumberVoip', {
  in: AvailablePhoneNumberCountry,
  at: 'voip',
  plural: 'availablePhoneNumbersVoip',
  about: 'A number of a range reserved for internet telephony that can be bought now.',
  ...available,
});
