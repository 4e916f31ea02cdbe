/** The resources of previewIam. */

export { PreviewIamAuthorize } from './v1/authorize.ts';
export { PreviewIamToken } from './v1/token.ts';
export { OrganizationAccount } from './versionless/organization/account.ts';
export { OrganizationRoleAssignment } from './versionless/organization/roleAssignment.ts';
export { OrganizationUser } from './versionless/organization/user.ts';
