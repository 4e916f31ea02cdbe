/** VoIP numbers on sale. */
import { entity } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberVoip = entity('AvailablePhoneNumberVoip', {
  in: AvailablePhoneNumberCountry,
  at: 'voip',
  plural: 'availablePhoneNumbersVoip',
  aboutList: 'VoIP numbers on sale in the country. A sample: Twilio returns other numbers each time.',
  ...available,
});
