/** Shared-cost numbers on sale. */
import { entity } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberSharedCost = entity('AvailablePhoneNumberSharedCost', {
  in: AvailablePhoneNumberCountry,
  at: 'sharedCost',
  plural: 'availablePhoneNumbersSharedCost',
  aboutList:
    'Numbers on sale in the country for which caller and owner share the cost of calls. A sample: Twilio returns other numbers each time.',
  ...available,
});
