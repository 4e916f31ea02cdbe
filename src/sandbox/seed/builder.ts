/** Collects the seed's rows: SIDs derived from names, dates counted back from the anchor, rows written by date. */
import type { Sids } from '../../model/index.ts';
import { DAY } from '../clock.ts';
import { Random } from '../random.ts';
import { sidOf } from '../sids.ts';
import type { Values } from '../store.ts';
import type { World } from '../world.ts';

/** Easy to tell from a real one, also in logs: `sandbox`, as far as hexadecimal digits can spell it. */
const SPELLED = '5a4db0c5'.repeat(4);
export const ACCOUNT = `AC${SPELLED}`;
export const TOKEN = SPELLED;

/** SIDs that examples in Twilio's documentation use. */
export const DOCUMENTED = {
  recording: 'RE2e915e78549694bd0a0742d2d39454e5',
  deletedCall: 'CAaa4a99c300bd9d1bcc0d1ae9dcd248c6',
  ratedCall: 'CAdefbf2b4caa7df11dc48106385e32345',
  message: 'SM3ad97d41e786c02bca47c8ce1745053b',
  number: 'PN4047ac009a15885690a50a1d388b8411',
  callerId: 'PN6f5f9bf39cb1801a6e21a5a80d274bdd',
};

export interface SeedRow {
  readonly type: string;
  readonly parents: Sids;
  readonly values: Values & { readonly dateCreated: Date };
}

export class SeedBuilder {
  readonly random: Random;
  readonly anchor: Date;
  /** When the sandbox started: calls and conferences that are still running began shortly before. */
  readonly live: Date;
  readonly #rows: SeedRow[] = [];
  readonly #counts = new Map<string, number>();

  /** Each builder draws from its own generator, so that adding rows with one does not change another's rows. */
  constructor(anchor: Date, live: Date, randomSeed: number) {
    this.random = new Random(randomSeed);
    this.anchor = anchor;
    this.live = live;
  }

  /** The next SID with that prefix. */
  sid(prefix: string): string {
    const count = (this.#counts.get(prefix) ?? 0) + 1;
    this.#counts.set(prefix, count);
    return sidOf(prefix, `seed ${count}`);
  }

  /** A time during office hours, this number of days before the anchor. */
  daysAgo(days: number): Date {
    const midnight = this.anchor.getTime() - Math.ceil(days) * DAY;
    return new Date(midnight + this.random.between(8 * 3600, 19 * 3600) * 1000);
  }

  minutesAgo(minutes: number): Date {
    return new Date(this.live.getTime() - minutes * 60_000);
  }

  /** This many minutes ago, but not before the day began. */
  today(minutes: number): Date {
    return new Date(Math.max(this.anchor.getTime(), this.minutesAgo(minutes).getTime()));
  }

  add(type: string, parents: Sids, values: SeedRow['values']): void {
    this.#rows.push({ type, parents, values });
  }

  /** The rows of a type that have been added so far. */
  rowsOf(type: string): readonly SeedRow[] {
    return this.#rows.filter((row) => row.type === type);
  }

  writeTo(world: World): void {
    const oldestFirst = this.#rows.toSorted((a, b) => a.values.dateCreated.getTime() - b.values.dateCreated.getTime());
    for (const { type, parents, values } of oldestFirst) world.make(type, parents, values);
  }
}

export const plus = (moment: Date, seconds: number): Date => new Date(moment.getTime() + seconds * 1000);

/** Adds a row with a SID of its own, and returns the SID. */
export const adder =
  (seed: SeedBuilder) =>
  (type: string, prefix: string, parents: readonly string[], days: number, more: Values = {}): string => {
    const sid = seed.sid(prefix);
    const dateCreated = seed.daysAgo(days);
    seed.add(type, parents, { accountSid: ACCOUNT, sid, dateCreated, dateUpdated: plus(dateCreated, 60), ...more });
    return sid;
  };
export type Add = ReturnType<typeof adder>;
