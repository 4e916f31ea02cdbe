/** The resources of wireless. */

export { WirelessCommand } from './v1/command.ts';
export { WirelessRatePlan } from './v1/ratePlan.ts';
export { WirelessDataSession } from './v1/sim/dataSession.ts';
export { WirelessSimUsageRecord } from './v1/sim/usageRecord.ts';
export { WirelessSim } from './v1/sim.ts';
export { WirelessUsageRecord } from './v1/usageRecord.ts';
