/** Mobile numbers on sale. */
import { entity, t } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberMobile = entity('AvailablePhoneNumberMobile', {
  in: AvailablePhoneNumberCountry,
  at: 'mobile',
  when: t.linked,
  plural: 'availablePhoneNumbersMobile',
  aboutList: 'Mobile numbers on sale in the country. A sample: Twilio returns other numbers each time.',
  ...available,
});
