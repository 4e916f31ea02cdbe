/** A small believable account to begin with: the same at every start, but for the days it counts back from. */
import type { World } from '../world.ts';
import { layAccount } from './account.ts';
import { layCalls } from './calls.ts';
import { layMessages } from './messages.ts';
import { Planter } from './plant.ts';
import { layRooms } from './rooms.ts';

export { ACCOUNT, TOKEN } from './plant.ts';

/** `live` is when what is still going on was last touched. */
export const plantSeed = (world: World, anchor: Date, live: Date): void => {
  const planter = new Planter(anchor, live);
  layAccount(planter);
  layCalls(planter);
  layMessages(planter);
  layRooms(planter);
  planter.plantInto(world);
};
