/** Services. */
import { entity, t } from '../../../model/index.ts';
import { proxy } from './product.ts';

const settings = {
  defaultTtl: t.int,
  callbackUrl: t.url,
  geoMatchLevel: t.enum('area-code', 'overlay', 'radius', 'country'),
  numberSelectionBehavior: t.enum('avoid-sticky', 'prefer-sticky'),
  interceptCallbackUrl: t.url,
  outOfSessionCallbackUrl: t.url,
  chatInstanceSid: t.sid,
};

export const ProxyService = entity('ProxyService', {
  in: proxy,
  at: 'services',
  sid: 'KS',
  alias: 'uniqueName',
  about: "A pool of numbers and sessions that mask people's phone numbers.",
  fields: {
    sid: t.sid,
    uniqueName: t.string.about(
      'Your own name of the service, at most 191 characters. It can stand in place of its SID.',
    ),
    accountSid: t.ref('Account'),
    chatInstanceSid: t.ref('ChatService', 'chatService'),
    callbackUrl: t.url,
    defaultTtl: t.int,
    numberSelectionBehavior: t.enum('avoid-sticky', 'prefer-sticky'),
    geoMatchLevel: t.enum('area-code', 'overlay', 'radius', 'country'),
    interceptCallbackUrl: t.url,
    outOfSessionCallbackUrl: t.url,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { uniqueName: t.string.required, ...settings },
  update: { uniqueName: t.string, ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
