/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const monitor = product('monitor.v1', (twilio) => twilio.monitor.v1, {
  entry: 'monitor',
  prefix: 'Monitor',
  about: "Alerts of errors and warnings, and the audit log of the account's changes.",
});
