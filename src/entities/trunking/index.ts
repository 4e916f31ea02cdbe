/** The resources of trunking. */

export { SipTrunkCredentialList } from './v1/trunk/credentialList.ts';
export { SipTrunkIpAccessControlList } from './v1/trunk/ipAccessControlList.ts';
export { SipTrunkOriginationUrl } from './v1/trunk/originationUrl.ts';
export { SipTrunkPhoneNumber } from './v1/trunk/phoneNumber.ts';
export { SipTrunkRecordingSettings } from './v1/trunk/recording.ts';
export { SipTrunk } from './v1/trunk.ts';
