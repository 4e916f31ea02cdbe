/** Iam role permission. */
import { entity, parentKey, t } from '../../../model/index.ts';
import { iam } from './product.ts';

const iamRole = parentKey('IamRole', { in: iam, key: 'roleSid' });

export const IamRolePermission = entity('IamRolePermission', {
  in: iam,
  at: 'rolePermission',
  by: iamRole,
  plural: 'rolePermissions',
  json: 'camel',
  maxPage: 100,
  about: 'What a role allows, permission by permission.',
  fields: {
    sid: t.sid,
    namespace: t.string,
    product: t.string,
    resource: t.string,
    action: t.string,
    externalDescription: t.string,
  },
  filters: {},
});
