/** The kill switch: while sends are off, no process sends what costs money. It is in the store, so it survives restarts. */
import type { Store } from '../store/index.ts';

const COLLECTION = 'switches';
const ID = 'sends';

export interface SendsOff {
  /** Milliseconds since 1970. */
  readonly since: number;
}

export const readSwitch = async (store: Store): Promise<SendsOff | undefined> =>
  (await store.read<SendsOff>(COLLECTION, ID))?.value;

export const switchSends = async (store: Store, to: 'on' | 'off'): Promise<void> => {
  if (to === 'on') await store.remove(COLLECTION, ID);
  else await store.insert(COLLECTION, ID, { since: Date.now() } satisfies SendsOff, { durable: true });
};
