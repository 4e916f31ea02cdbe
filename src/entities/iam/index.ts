/** The resources of IAM. */

export { IamApiKey } from './v1/apiKey.ts';
export { IamApiKeySummary } from './v1/getApiKeys.ts';
export { IamNewApiKey } from './v1/newApiKey.ts';
export { IamOAuthApp } from './v1/oAuthApp.ts';
export { IamRolePermission } from './v1/rolePermission.ts';
export { IamToken } from './v1/token.ts';
