/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const notify = product('notify.v1', (twilio) => twilio.notify.v1, {
  entry: 'notify',
  prefix: 'Notify',
  about: 'Notify: push notifications and texts to many bindings at once.',
  deprecated: 'Twilio no longer supports Notify since October 2022; requests fail after 2027-10-31.',
});
