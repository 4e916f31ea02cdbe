/** What commands do in the store of a server: manage its keys, and switch what costs money off and on. */
import { ApiKeys } from '../access/index.ts';
import type { Config } from '../config/index.ts';
import { readSwitch, type SendsOff, switchSends } from '../spending/index.ts';
import type { Store } from '../store/index.ts';
import { Stores } from './stores.ts';

/** Runs one command on the keys of a server with this configuration. */
export const withKeys = <T>(config: Config, run: (keys: ApiKeys) => Promise<T>): Promise<T> =>
  withStore(config, (store) => run(new ApiKeys(store)));

/** Switches what costs money off or on, for all servers with this configuration. */
export const setSends = (config: Config, to: 'on' | 'off'): Promise<void> =>
  withStore(config, (store) => switchSends(store, to));

/** Since when sends are off; `undefined` while they are on. */
export const sendsState = (config: Config): Promise<SendsOff | undefined> => withStore(config, readSwitch);

const withStore = async <T>(config: Config, run: (store: Store) => Promise<T>): Promise<T> => {
  const stores = new Stores(config);
  try {
    return await run(await stores.own());
  } finally {
    await stores.close();
  }
};
