/** The data that a sandbox starts with: a small, plausible account, the same every time except for the dates. */
import type { World } from '../world.ts';
import { addAccount } from './account.ts';
import { addAddOns } from './addOns.ts';
import { addApps } from './apps.ts';
import { SeedBuilder } from './builder.ts';
import { addCalls } from './calls.ts';
import { addMessages } from './messages.ts';
import { addNotifications } from './notifications.ts';
import { addProducts } from './products.ts';
import { addRecipes } from './recipes.ts';
import { addRooms } from './rooms.ts';
import { addSip } from './sip.ts';
import { addTraces } from './traces.ts';

export { ACCOUNT, TOKEN } from './builder.ts';

/** `live`: the time of the start, from which what is still running counts back. */
export const seedWorld = (world: World, anchor: Date, live: Date): void => {
  const traffic = new SeedBuilder(anchor, live, 20100401);
  addAccount(traffic);
  addCalls(traffic);
  addMessages(traffic);
  addRooms(traffic);
  const setUp = new SeedBuilder(anchor, live, 20261101);
  addApps(setUp);
  addSip(setUp);
  addNotifications(setUp, traffic);
  addAddOns(setUp, traffic);
  addRecipes(traffic);
  const products = new SeedBuilder(anchor, live, 20261128);
  addProducts(products, traffic);
  addTraces(products, traffic, setUp);
  traffic.writeTo(world);
  setUp.writeTo(world);
  products.writeTo(world);
};
