/** The resources of oauth. */

export { OAuthV1Authorize } from './v1/authorize.ts';
export { OAuthV1Token } from './v1/token.ts';
export { OAuthAuthorize } from './v2/authorize.ts';
export { OAuthToken } from './v2/token.ts';
