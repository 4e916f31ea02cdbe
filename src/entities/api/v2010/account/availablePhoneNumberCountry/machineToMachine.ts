/** Machine-to-machine numbers on offer. */
import { entity } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberMachineToMachine = entity('AvailablePhoneNumberMachineToMachine', {
  in: AvailablePhoneNumberCountry,
  at: 'machineToMachine',
  plural: 'availablePhoneNumbersMachineToMachine',
  about: 'A number of a range meant for devices that can be bought now.',
  ...available,
});
