/** A small believable account to begin with: the same at every start, but for the days it counts back from. */
import type { World } from '../world.ts';
import { layAccount } from './account.ts';
import { layAddOns } from './addOns.ts';
import { layApps } from './apps.ts';
import { layCalls } from './calls.ts';
import { layMessages } from './messages.ts';
import { layNotifications } from './notifications.ts';
import { Planter } from './plant.ts';
import { layRooms } from './rooms.ts';
import { laySip } from './sip.ts';

export { ACCOUNT, TOKEN } from './plant.ts';

/** `live` is when what is still going on was last touched. */
export const plantSeed = (world: World, anchor: Date, live: Date): void => {
  const planter = new Planter(anchor, live, 20100401);
  layAccount(planter);
  layCalls(planter);
  layMessages(planter);
  layRooms(planter);
  const further = new Planter(anchor, live, 20261101);
  layApps(further);
  laySip(further);
  layNotifications(further, planter);
  layAddOns(further, planter);
  planter.plantInto(world);
  further.plantInto(world);
};
