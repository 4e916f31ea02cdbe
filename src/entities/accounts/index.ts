/** The resources of accounts. */

export { AccountsAuthTokenPromotion } from './v1/authTokenPromotion.ts';
export { AccountsBulkConsents } from './v1/bulkConsents.ts';
export { AccountsBulkContacts } from './v1/bulkContacts.ts';
export { AccountsAwsCredential } from './v1/credential/aws.ts';
export { AccountsPublicKey } from './v1/credential/publicKey.ts';
export { AccountsMessagingGeoPermissions } from './v1/messagingGeopermissions.ts';
export { AccountsSafelist } from './v1/safelist.ts';
export { AccountsSecondaryAuthToken } from './v1/secondaryAuthToken.ts';
