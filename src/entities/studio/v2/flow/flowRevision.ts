/** Revisions of a flow. */
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
    authorSid: t.sid.about('SID of the user (US…) who wrote this revision; null if the API was not given one.'),
    friendlyName: t.string,
    definition: t.json.pii.about('The flow as JSON: `states` (its widgets), `initial_state` and `flags`.'),
    status: t.enum('draft', 'published').about('Whether this revision was saved as a draft or published.'),
    revision: t.int.about('Number of this revision. The first is 1.'),
    commitMessage: t.string.about('Note on what this revision changes.'),
    valid: t.boolean.about('Whether the definition could be published.'),
    errors: t.json.list.about('What is wrong in the definition, with the path of each place.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
