/** The resources of supersim. */

export { SupersimEsimProfile } from './v1/esimProfile.ts';
export { SupersimFleet } from './v1/fleet.ts';
export { SupersimIpCommand } from './v1/ipCommand.ts';
export { SupersimNetwork } from './v1/network.ts';
export { SupersimNetworkAccessProfileNetwork } from './v1/networkAccessProfile/networkAccessProfileNetwork.ts';
export { SupersimNetworkAccessProfile } from './v1/networkAccessProfile.ts';
export { SupersimSettingsUpdate } from './v1/settingsUpdate.ts';
export { SupersimBillingPeriod } from './v1/sim/billingPeriod.ts';
export { SupersimSimIpAddress } from './v1/sim/simIpAddress.ts';
export { SupersimSim } from './v1/sim.ts';
export { SupersimSmsCommand } from './v1/smsCommand.ts';
export { SupersimUsageRecord } from './v1/usageRecord.ts';
