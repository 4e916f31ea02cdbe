/** How the seed is laid: SIDs from names, dates counted back from the anchor, and rows in the order of their dates. */
import type { Sids } from '../../model/index.ts';
import { DAY } from '../clock.ts';
import { Random } from '../random.ts';
import { sidOf } from '../sids.ts';
import type { Values } from '../store.ts';
import type { World } from '../world.ts';

/** Easily told from a real one, in logs too: `sandbox`, as far as hexadecimal digits can spell it. */
const SPELLED = '5a4db0c5'.repeat(4);
export const ACCOUNT = `AC${SPELLED}`;
export const TOKEN = SPELLED;

/** SIDs that examples in documentation name. */
export const DOCUMENTED = {
  recording: 'RE2e915e78549694bd0a0742d2d39454e5',
  deletedCall: 'CAaa4a99c300bd9d1bcc0d1ae9dcd248c6',
  ratedCall: 'CAdefbf2b4caa7df11dc48106385e32345',
  message: 'SM3ad97d41e786c02bca47c8ce1745053b',
  number: 'PN4047ac009a15885690a50a1d388b8411',
  callerId: 'PN6f5f9bf39cb1801a6e21a5a80d274bdd',
};

export interface Seedling {
  readonly type: string;
  readonly parents: Sids;
  readonly values: Values & { readonly dateCreated: Date };
}

export class Planter {
  readonly random: Random;
  readonly anchor: Date;
  /** When what is still going on began: shortly before the start. */
  readonly live: Date;
  readonly #seedlings: Seedling[] = [];
  readonly #counts = new Map<string, number>();

  /** `choices` says which random it takes: what is laid by one planter does not change what another lays. */
  constructor(anchor: Date, live: Date, choices: number) {
    this.random = new Random(choices);
    this.anchor = anchor;
    this.live = live;
  }

  /** The next SID with that prefix. */
  sid(prefix: string): string {
    const count = (this.#counts.get(prefix) ?? 0) + 1;
    this.#counts.set(prefix, count);
    return sidOf(prefix, `seed ${count}`);
  }

  /** So many days before the anchor, during office hours. */
  daysAgo(days: number): Date {
    const midnight = this.anchor.getTime() - Math.ceil(days) * DAY;
    return new Date(midnight + this.random.between(8 * 3600, 19 * 3600) * 1000);
  }

  minutesAgo(minutes: number): Date {
    return new Date(this.live.getTime() - minutes * 60_000);
  }

  lay(type: string, parents: Sids, values: Seedling['values']): void {
    this.#seedlings.push({ type, parents, values });
  }

  /** What is laid of a type so far. */
  laid(type: string): readonly Seedling[] {
    return this.#seedlings.filter((seedling) => seedling.type === type);
  }

  plantInto(world: World): void {
    const oldestFirst = this.#seedlings.toSorted(
      (a, b) => a.values.dateCreated.getTime() - b.values.dateCreated.getTime(),
    );
    for (const { type, parents, values } of oldestFirst) world.make(type, parents, values);
  }
}

export const plus = (moment: Date, seconds: number): Date => new Date(moment.getTime() + seconds * 1000);
