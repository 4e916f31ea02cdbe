/** Local numbers on sale. */
import { entity, t } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberLocal = entity('AvailablePhoneNumberLocal', {
  in: AvailablePhoneNumberCountry,
  at: 'local',
  when: t.linked,
  plural: 'availablePhoneNumbersLocal',
  aboutList: 'Local numbers on sale in the country. A sample: Twilio returns other numbers each time.',
  ...available,
});
