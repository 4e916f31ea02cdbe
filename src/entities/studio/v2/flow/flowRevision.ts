/** Flow revisions of a flow. */
import { entity, t } from '../../../../model/index.ts';
import { StudioFlow } from '../flow.ts';

export const StudioFlowRevision = entity('StudioFlowRevision', {
  in: StudioFlow,
  at: 'revisions',
  key: 'revision',
  plural: 'flowRevisions',
  inside: ['flowRevision', 'flowRevisions'],
  about: 'An earlier version of a flow.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    authorSid: t.sid,
    friendlyName: t.string,
    definition: t.json,
    status: t.enum('draft', 'published'),
    revision: t.int,
    commitMessage: t.string,
    valid: t.boolean,
    errors: t.json.list,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
