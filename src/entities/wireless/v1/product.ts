/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const wireless = product('wireless.v1', (twilio) => twilio.wireless.v1, {
  entry: 'wireless',
  prefix: 'Wireless',
  about: 'Programmable Wireless: SIMs, rate plans and commands.',
  deprecated:
    "Twilio handed its IoT business to KORE in 2023. Whether requests still work depends on the account's migration.",
});
