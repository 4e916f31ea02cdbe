/** Role assignments. */
import { entity, t } from '../../../../model/index.ts';
import { Organization } from '../organization.ts';

export const OrganizationRoleAssignment = entity('OrganizationRoleAssignment', {
  in: Organization,
  at: 'roleAssignments',
  sid: [],
  about: 'Which user or app has which role on the organization or an account.',
  fields: {
    sid: t.sid,
    roleSid: t.sid.about('SID of the role that is given.'),
    scope: t.string.about('SID of the organization or account in which the role holds.'),
    identity: t.string.pii.about('SID of the user or app that has the role.'),
    resourceType: t.string.about('Type of what the role is given for, such as an account.'),
    resourceId: t.string,
    code: t.omit,
    message: t.omit,
    moreInfo: t.omit,
    status: t.omit,
  },
  filters: { identity: t.equal, scope: t.equal, resourceType: t.equal, resourceId: t.equal },
  create: {
    roleSid: t.string.required,
    scope: t.string.required,
    identity: t.string.pii.required,
    resourceType: t.string,
    resourceId: t.string,
  },
  remove: true,
  admin: ['create', 'remove'],
});
