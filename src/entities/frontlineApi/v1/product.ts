/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const frontline = product('frontlineApi.v1', (twilio) => twilio.frontlineApi.v1, {
  entry: 'frontline',
  prefix: 'Frontline',
  about: 'Users of the Frontline app.',
  deprecated: 'Twilio closed Frontline to new customers on 2023-02-09. Use `conversations` or `flex`.',
});
