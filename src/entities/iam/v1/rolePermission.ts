/** IAM role permission. */
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
    namespace: t.string.about("First part of the permission's name, such as twilio."),
    product: t.string.about('Product that the permission belongs to, such as iam.'),
    resource: t.string.about('What the permission is about, such as roles.'),
    action: t.string.about('What is allowed, such as read.'),
    externalDescription: t.string.about("Twilio's description of the permission."),
  },
  filters: {},
});
