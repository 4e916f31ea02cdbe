/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const accountSettings = product('accounts.v1', (twilio) => twilio.accounts.v1, {
  entry: 'accountSettings',
  prefix: 'Accounts',
  about: 'Settings and credentials of the account itself: Auth Token rotation, consent, the fraud safelist.',
});
