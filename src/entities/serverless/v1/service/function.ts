/** Functions of a service. */
import { entity, t } from '../../../../model/index.ts';
import { ServerlessService } from '../service.ts';

export const ServerlessFunction = entity('ServerlessFunction', {
  in: ServerlessService,
  at: 'functions',
  sid: 'ZH',
  about: 'A piece of code that Twilio runs for you.',
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
