/** The resources of preview. */

export { PreviewDependentHostedNumberOrder } from './hosted_numbers/authorizationDocument/dependentHostedNumberOrder.ts';
export { PreviewAuthorizationDocument } from './hosted_numbers/authorizationDocument.ts';
export { PreviewHostedNumberOrder } from './hosted_numbers/hostedNumberOrder.ts';
export { PreviewAvailableAddOnExtension } from './marketplace/availableAddOn/availableAddOnExtension.ts';
export { PreviewAvailableAddOn } from './marketplace/availableAddOn.ts';
export { PreviewInstalledAddOnExtension } from './marketplace/installedAddOn/installedAddOnExtension.ts';
export { PreviewInstalledAddOn } from './marketplace/installedAddOn.ts';
export { PreviewWirelessCommand } from './wireless/command.ts';
export { PreviewWirelessRatePlan } from './wireless/ratePlan.ts';
export { PreviewWirelessSimUsage } from './wireless/sim/usage.ts';
export { PreviewWirelessSim } from './wireless/sim.ts';
