/** Webhooks of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerifyWebhook = entity('VerifyWebhook', {
  in: VerifyService,
  at: 'webhooks',
  sid: 'YW',
  about: 'Where a Verify service sends its events.',
  fields: {
    sid: t.sid,
    serviceSid: t.ref('VerifyService'),
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    eventTypes: t.string.list.about(
      'Events that are sent, such as `factor.verified` or `challenge.approved`; `*` for all.',
    ),
    status: t.enum('enabled', 'disabled'),
    version: t.enum('v1', 'v2').about("Version of the payload's format."),
    webhookUrl: t.url.about('URL that receives the events.'),
    webhookMethod: t.enum('GET', 'POST').named('HttpMethod').about('HTTP method of `webhookUrl`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: {
    friendlyName: t.string.required,
    eventTypes: t.string.list.required,
    webhookUrl: t.url.required,
    status: t.enum('enabled', 'disabled'),
    versionParam: t.enum('v1', 'v2').about("Version of the payload's format."),
  },
  update: {
    friendlyName: t.string,
    eventTypes: t.string.list,
    webhookUrl: t.url,
    status: t.enum('enabled', 'disabled'),
    versionParam: t.enum('v1', 'v2').about("Version of the payload's format."),
  },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
