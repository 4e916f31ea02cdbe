/** Test users of a flow. */
import { entity, t } from '../../../../model/index.ts';
import { StudioFlow } from '../flow.ts';

export const StudioFlowTestUsers = entity('StudioFlowTestUsers', {
  in: StudioFlow,
  at: 'testUsers',
  one: 'testUsers',
  about: "People who get a flow's draft in place of the published version.",
  fields: {
    sid: t.sid,
    testUsers: t.string.pii.list.about(
      'Phone numbers in E.164 format, or other addresses, that run the draft. A write replaces the whole list.',
    ),
    url: t.omit,
  },
  update: { testUsers: t.string.pii.list.required },
  fetch: true,
  admin: ['update'],
});
