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
    instanceSid: t.sid,
    userSid: t.sid,
    flexUserSid: t.sid,
    workerSid: t.ref('Worker'),
    workspaceSid: t.ref('Workspace'),
    flexTeamSid: t.sid,
    username: t.string.pii,
    email: t.string.pii,
    locale: t.string,
    roles: t.string.list,
    createdDate: t.dateTime,
    updatedDate: t.dateTime,
    version: t.int,
    url: t.omit,
  },
  update: { email: t.string.pii, userSid: t.sid, locale: t.string },
  fetch: true,
  admin: ['update'],
});
