/** Shared-cost numbers on sale. */
import { entity, t } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberSharedCost = entity('AvailablePhoneNumberSharedCost', {
  in: AvailablePhoneNumberCountry,
  at: 'sharedCost',
  when: t.linked,
  plural: 'availablePhoneNumbersSharedCost',
  aboutList:
    'Numbers on sale in the country for which caller and owner share the cost of calls. A sample: Twilio returns other numbers each time.',
  ...available,
});
