/** Assets of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ServerlessService } from '../service.ts';

export const ServerlessAsset = entity('ServerlessAsset', {
  in: ServerlessService,
  at: 'assets',
  sid: 'ZH',
  about: 'A static file hosted with your Functions.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ServerlessService'),
    friendlyName: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { friendlyName: t.string.required },
  update: { friendlyName: t.string.required },
  remove: true,
  fetch: true,
});
