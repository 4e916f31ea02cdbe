/** The resources of pricing. */

export { PricingMessagingCountry } from './v1/messaging/country.ts';
export { PricingPhoneNumberCountry } from './v1/phoneNumber/country.ts';
export { PricingV1VoiceCountry } from './v1/voice/country.ts';
export { PricingV1VoiceNumber } from './v1/voice/number.ts';
export { PricingTrunkingCountry } from './v2/country.ts';
export { PricingTrunkingNumber } from './v2/number.ts';
export { PricingVoiceCountry } from './v2/voice/country.ts';
export { PricingVoiceNumber } from './v2/voice/number.ts';
