/** Services. */
import { entity, t } from '../../../model/index.ts';
import { sync } from './product.ts';

const settings = {
  friendlyName: t.string,
  webhookUrl: t.url,
  reachabilityWebhooksEnabled: t.boolean,
  aclEnabled: t.boolean,
  reachabilityDebouncingEnabled: t.boolean,
  reachabilityDebouncingWindow: t.int,
  webhooksFromRestEnabled: t.boolean,
};

export const SyncService = entity('SyncService', {
  in: sync,
  at: 'services',
  sid: 'IS',
  alias: 'uniqueName',
  about: 'A separate store of shared state with its own settings.',
  fields: {
    sid: t.sid,
    uniqueName: t.string.about('Your own name of the service. It can stand in place of its SID.'),
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    webhookUrl: t.url.about('URL to which Twilio reports changes of documents, lists and maps.'),
    webhooksFromRestEnabled: t.boolean.about(
      'Whether changes through the API are reported, too. Otherwise only those of devices.',
    ),
    reachabilityWebhooksEnabled: t.boolean.about('Whether connections and disconnections of devices are reported.'),
    aclEnabled: t.boolean.about(
      'Whether devices need permissions for each object. Otherwise every device may read and write all.',
    ),
    reachabilityDebouncingEnabled: t.boolean.about(
      'Whether a disconnection is reported only if the device does not come back for a while.',
    ),
    reachabilityDebouncingWindow: t.int.about('Milliseconds to wait for it, from 1000 to 30000. Default: 5000.'),
    links: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { ...settings },
  update: { ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
