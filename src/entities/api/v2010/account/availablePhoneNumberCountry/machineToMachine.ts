/** Machine-to-machine numbers on sale. */
import { entity, t } from '../../../../../model/index.ts';
import { AvailablePhoneNumberCountry } from '../availablePhoneNumberCountry.ts';
import { available } from './shared.ts';

export const AvailablePhoneNumberMachineToMachine = entity('AvailablePhoneNumberMachineToMachine', {
  in: AvailablePhoneNumberCountry,
  at: 'machineToMachine',
  when: t.linked,
  plural: 'availablePhoneNumbersMachineToMachine',
  aboutList: 'Machine-to-machine numbers on sale in the country. A sample: Twilio returns other numbers each time.',
  ...available,
});
