/** Shared-cost numbers on offer. */
import { entity } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberSharedCost = entity('AvailablePhoneNumberSharedCost', {
  in: AvailablePhoneNumberCountry,
  at: 'sharedCost',
  plural: 'availablePhoneNumbersSharedCost',
  about: 'A number whose caller and owner share the cost of a call, and that can be bought now.',
  ...available,
});
