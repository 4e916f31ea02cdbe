/** Flows. */
import { entity, t } from '../../../model/index.ts';
import { studio } from './product.ts';

export const StudioFlow = entity('StudioFlow', {
  in: studio,
  at: 'flows',
  sid: 'FW',
  about: 'A call or message flow drawn in Studio, with its definition.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    authorSid: t.sid,
    friendlyName: t.string,
    definition: t.json.pii.detail,
    status: t.enum('draft', 'published'),
    revision: t.int,
    commitMessage: t.string,
    valid: t.boolean,
    errors: t.json.list,
    warnings: t.json.list,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    webhookUrl: t.url,
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
  filters: {},
  create: {
    friendlyName: t.string.required,
    status: t.enum('draft', 'published').required,
    definition: t.json.required,
    commitMessage: t.string,
    authorSid: t.sid,
  },
  update: {
    status: t.enum('draft', 'published').required,
    friendlyName: t.string,
    definition: t.json,
    commitMessage: t.string,
    authorSid: t.sid,
  },
  remove: true,
  fetch: true,
  paid: ['update'],
  admin: ['create', 'remove', 'update'],
});
