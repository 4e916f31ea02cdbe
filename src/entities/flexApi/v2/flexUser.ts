/** Users. */
import { entity, t } from '../../../model/index.ts';
import { flex } from './product.ts';

export const FlexUser = entity('FlexUser', {
  in: flex,
  at: 'flexUser',
  key: ['instanceSid', 'flexUserSid'],
  about: 'A Flex user with worker, team and roles.',
  fields: {
    accountSid: t.ref('Account'),
    instanceSid: t.sid.about('SID (GO…) of the Flex instance.'),
    userSid: t.sid,
    flexUserSid: t.sid.about('SID (FU…) of the user in Flex.'),
    workerSid: t.ref('Worker').about('SID of the TaskRouter worker that the user is.'),
    workspaceSid: t.ref('Workspace'),
    flexTeamSid: t.sid.about('SID of the team that the user is in.'),
    username: t.string.pii,
    email: t.string.pii,
    locale: t.string.about('Language of the user interface, such as en-US.'),
    roles: t.string.list.about('Roles in Flex, such as `agent` or `supervisor`.'),
    createdDate: t.dateTime,
    updatedDate: t.dateTime,
    version: t.int,
    url: t.omit,
  },
  update: { email: t.string.pii, userSid: t.sid, locale: t.string },
  fetch: true,
  admin: ['update'],
});
