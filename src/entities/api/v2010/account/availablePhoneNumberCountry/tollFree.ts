/** Toll-free numbers on sale. */
import { entity, t } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberTollFree = entity('AvailablePhoneNumberTollFree', {
  in: AvailablePhoneNumberCountry,
  at: 'tollFree',
  when: t.linked,
  plural: 'availablePhoneNumbersTollFree',
  aboutList: 'Toll-free numbers on sale in the country. A sample: Twilio returns other numbers each time.',
  ...available,
});
