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
    uniqueName: t.string,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    webhookUrl: t.url,
    webhooksFromRestEnabled: t.boolean,
    reachabilityWebhooksEnabled: t.boolean,
    aclEnabled: t.boolean,
    reachabilityDebouncingEnabled: t.boolean,
    reachabilityDebouncingWindow: t.int,
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
