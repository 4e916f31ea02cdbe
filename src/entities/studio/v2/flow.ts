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
    authorSid: t.sid.about('SID of the user (US…) who wrote the latest revision; null if the API was not given one.'),
    friendlyName: t.string,
    definition: t.json.pii.detail.about(
      'The flow as JSON: `states` (its widgets), `initial_state` and `flags`. Not part of lists.',
    ),
    status: t
      .enum('draft', 'published')
      .about('A draft runs for nobody but test users; a published flow runs for everyone.'),
    revision: t.int.about('Number of the latest revision. Every change of the flow adds one.'),
    commitMessage: t.string.about('Note on what the latest revision changes.'),
    valid: t.boolean.about('Whether the definition can be published.'),
    errors: t.json.list.about('What is wrong in the definition, with the path of each place.'),
    warnings: t.json.list.about('What is doubtful in the definition but does not prevent publishing.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    webhookUrl: t.url.about('URL to which numbers and programs send calls and messages for the flow.'),
    url: t.omit,
    links: t.omit,
  },
  relations: {
    auditEvents: t.many(
      'MonitorEvent',
      { resourceSid: 'sid' },
      'Changes to it, by whom and when, as Monitor recorded them.',
    ),
    revisionObject: t.row('StudioFlowRevision', ['revision'], 'The revision of the flow that the row shows.'),
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
