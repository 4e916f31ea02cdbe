/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const supersim = product('supersim.v1', (twilio) => twilio.supersim.v1, {
  entry: 'supersim',
  prefix: 'Supersim',
  about: 'Super SIM: SIMs, fleets and networks of connected devices.',
  deprecated: "Twilio handed its IoT business to KORE. Whether requests still work depends on the account's migration.",
});
