/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const trunking = product('trunking.v1', (twilio) => twilio.trunking.v1, {
  entry: 'trunking',
  prefix: 'SipTrunk',
  about: 'Elastic SIP trunks: connections of your own phone system to the telephone network.',
});
