/** The resources of marketplace. */

export { AvailableAddOnExtension } from './v1/availableAddOn/availableAddOnExtension.ts';
export { AvailableAddOn } from './v1/availableAddOn.ts';
export { InstalledAddOnExtension } from './v1/installedAddOn/installedAddOnExtension.ts';
export { InstalledAddOnUsage } from './v1/installedAddOn/installedAddOnUsage.ts';
export { InstalledAddOn } from './v1/installedAddOn.ts';
export { MarketplaceModuleData } from './v1/moduleData.ts';
export { MarketplaceModule } from './v1/moduleDataManagement.ts';
export { MarketplaceReferralConversion } from './v1/referralConversion.ts';
