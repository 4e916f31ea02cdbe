/** What the resources have in common. */
import { product } from '../../../model/index.ts';

export const sync = product('sync.v1', (twilio) => twilio.sync.v1, {
  entry: 'sync',
  prefix: 'Sync',
  about: 'Sync: state that devices and servers share, as documents, lists, maps and streams.',
  maxPage: 100,
});
