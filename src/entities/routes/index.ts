/** The resources of routes. */

export { RoutesV2PhoneNumber } from './v2/phoneNumber.ts';
export { RoutesSipDomain } from './v2/sipDomain.ts';
export { RoutesTrunk } from './v2/trunk.ts';
export { RoutesShortCode } from './v3/isoCountryCode.ts';
export { RoutesPhoneNumber } from './v3/phoneNumber.ts';
