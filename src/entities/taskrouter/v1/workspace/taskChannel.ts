/** Task channels of a workspace. */
import { entity, t } from '../../../../model/index.ts';
import { Workspace } from '../workspace.ts';

export const TaskChannel = entity('TaskChannel', {
  in: Workspace,
  at: 'taskChannels',
  sid: 'TC',
  alias: 'uniqueName',
  about: 'A kind of task, such as voice or chat, that limits how many a worker gets.',
  fields: {
    accountSid: t.ref('Account'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    friendlyName: t.string,
    sid: t.sid,
    uniqueName: t.string.about(
      'A name such as `voice`, which tasks and workers use in place of the SID; it cannot change.',
    ),
    workspaceSid: t.ref('Workspace'),
    channelOptimizedRouting: t.boolean.about(
      'Whether workers with the most free capacity on this channel get tasks first.',
    ),
    url: t.omit,
    links: t.omit,
  },
  batch: 'whole',
  filters: {},
  create: { friendlyName: t.string.required, uniqueName: t.string.required, channelOptimizedRouting: t.boolean },
  update: { friendlyName: t.string, channelOptimizedRouting: t.boolean },
  remove: true,
  fetch: true,
});
