/** Mobile numbers on sale. */
import { entity } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberMobile = entity('AvailablePhoneNumberMobile', {
  in: AvailablePhoneNumberCountry,
  at: 'mobile',
  plural: 'availablePhoneNumbersMobile',
  aboutList: 'Mobile numbers on sale in the country. A sample: Twilio returns other numbers each time.',
  ...available,
});
