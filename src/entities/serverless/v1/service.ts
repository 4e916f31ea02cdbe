/** Services. */
import { entity, t } from '../../../model/index.ts';
import { serverless } from './product.ts';

export const ServerlessService = entity('ServerlessService', {
  in: serverless,
  at: 'services',
  sid: 'ZS',
  alias: 'uniqueName',
  about: 'A project of Functions and Assets hosted by Twilio.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    uniqueName: t.string.about('Your own name of the service, part of its domains. It can stand in place of its SID.'),
    includeCredentials: t.boolean.about(
      "Whether Functions get the account's credentials, so that they can call Twilio. Default: true.",
    ),
    uiEditable: t.boolean.about('Whether the Console may change the service. Default: false.'),
    domainBase: t.string.about("First part of the service's domain names: `uniqueName` and digits."),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  relations: {
    auditEvents: t.many(
      'MonitorEvent',
      { resourceSid: 'sid' },
      'Changes to it, by whom and when, as Monitor recorded them.',
    ),
  },
  batch: 'whole',
  filters: {},
  create: {
    uniqueName: t.string.required,
    friendlyName: t.string.required,
    includeCredentials: t.boolean,
    uiEditable: t.boolean,
  },
  update: { includeCredentials: t.boolean, friendlyName: t.string, uiEditable: t.boolean },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
