/**
 * Whose turn it is: priorities by weight, the callers of a priority in turns, the jobs of a caller in order, at a constant
 * cost per job. No package does this: those for fair queues (p-queue, fastq, async's) have one order by number, in which
 * strict priority starves, and none lets one job wait for several callers or leave from the middle at a constant cost.
 */
import { Node, Yallist } from 'yallist';
import type { Priority } from './caller.ts';

/** How many of 25 turns each priority has when all of them wait; what one does not need the others share. */
const WEIGHTS: Readonly<Record<Priority, number>> = { paid: 20, usual: 4, scan: 1 };

/** So many new callers must have given up, more than had a turn, before the newest is first. */
const GIVEN_UP = 25;

/** The jobs of one caller with one priority. */
interface Flow<T> {
  readonly lane: Lane<T>;
  readonly caller: object;
  readonly entries: Yallist<Entry<T>>;
  /** Its position among the callers. */
  turn: Node<Flow<T>> | undefined;
}
/** A queued job. It has a position in the flow of every caller that waits for it. */
export interface Entry<T> {
  readonly job: T;
  readonly positions: { readonly flow: Flow<T>; readonly node: Node<Entry<T>> }[];
}

/** The callers of one priority. */
class Lane<T> {
  readonly weight: number;
  readonly flows = new Map<object, Flow<T>>();
  /** Callers that have not had a turn yet, and callers that wait for another turn. */
  readonly fresh = new Yallist<Flow<T>>();
  readonly served = new Yallist<Flow<T>>();
  /** The turns that it has had, divided by its weight. */
  pass = 0;
  #lastWasFresh = false;
  /** New callers that gave up, less those that had a turn. */
  #givenUp = 0;

  constructor(weight: number) {
    this.weight = weight;
  }

  flowOf(caller: object): Flow<T> {
    const known = this.flows.get(caller);
    if (known) return known;
    const flow: Flow<T> = { lane: this, caller, entries: new Yallist(), turn: undefined };
    flow.turn = pushed(this.fresh, flow);
    this.flows.set(caller, flow);
    return flow;
  }

  /**
   * New callers and the others alternate, so that neither group waits for all of the other. The oldest is first, unless
   * most give up before their turn: then the oldest is the one about to give up, and its answer would find nobody.
   */
  next(): Flow<T> | undefined {
    const fresh = this.fresh.length > 0 && !(this.#lastWasFresh && this.served.length > 0);
    this.#lastWasFresh = fresh;
    if (!fresh) return this.served.head?.value;
    const newestFirst = this.#givenUp > GIVEN_UP;
    this.#givenUp = Math.max(0, this.#givenUp - 1);
    return (newestFirst ? this.fresh.tail : this.fresh.head)?.value;
  }

  /** A caller leaves without all of its jobs. */
  giveUp({ turn }: Flow<T>): void {
    if (turn?.list === this.fresh) this.#givenUp = Math.min(2 * GIVEN_UP, this.#givenUp + 1);
  }

  /** Puts a caller behind the others. */
  moveBack({ turn }: Flow<T>): void {
    if (turn) this.served.pushNode(turn);
  }

  drop({ turn, caller }: Flow<T>): void {
    if (turn) turn.list?.removeNode(turn);
    this.flows.delete(caller);
  }
}

export class FairQueue<T> {
  readonly #lanes: Readonly<Record<Priority, Lane<T>>> = {
    paid: new Lane(WEIGHTS.paid),
    usual: new Lane(WEIGHTS.usual),
    scan: new Lane(WEIGHTS.scan),
  };
  readonly #all = Object.values(this.#lanes);
  #length = 0;
  #pass = 0;

  get length(): number {
    return this.#length;
  }

  push(job: T, caller: object, priority: Priority): Entry<T> {
    const entry: Entry<T> = { job, positions: [] };
    this.#length++;
    this.join(entry, caller, priority);
    return entry;
  }

  /** Another caller waits for the same job, which starts with the first of them that has a turn. */
  join(entry: Entry<T>, caller: object, priority: Priority): void {
    const lane = this.#lanes[priority];
    if (entry.positions.some(({ flow }) => flow.lane === lane && flow.caller === caller)) return;
    // Turns that were not used are not saved up.
    if (lane.flows.size === 0) lane.pass = Math.max(lane.pass, this.#pass);
    const flow = lane.flowOf(caller);
    entry.positions.push({ flow, node: pushed(flow.entries, entry) });
  }

  take(): T | undefined {
    let lane: Lane<T> | undefined;
    for (const each of this.#all) if (each.flows.size > 0 && (!lane || each.pass < lane.pass)) lane = each;
    const flow = lane?.next();
    const entry = flow?.entries.head?.value;
    if (!lane || !flow || !entry) return undefined;
    this.#pass = lane.pass;
    lane.pass += 1 / lane.weight;
    lane.moveBack(flow);
    this.#drop(entry);
    return entry.job;
  }

  /** Removes a job whose caller does not wait for it any more; does nothing if it has been taken. */
  remove(entry: Entry<T>): void {
    for (const { flow } of entry.positions) if (flow.entries.length === 1) flow.lane.giveUp(flow);
    this.#drop(entry);
  }

  #drop(entry: Entry<T>): void {
    if (entry.positions.length === 0) return;
    for (const { flow, node } of entry.positions.splice(0)) {
      flow.entries.removeNode(node);
      if (flow.entries.length === 0) flow.lane.drop(flow);
    }
    this.#length--;
  }

  /** An estimate of how many jobs start before the next one of this caller. */
  ahead(caller: object, priority: Priority): number {
    const lane = this.#lanes[priority];
    const own = lane.flows.get(caller)?.entries.length ?? 0;
    const inLane =
      own > 0 ? own * lane.flows.size : Math.min(2 * lane.fresh.length, lane.fresh.length + lane.served.length);
    const weights = this.#all.reduce(
      (sum, each) => (each === lane || each.flows.size > 0 ? sum + each.weight : sum),
      0,
    );
    return Math.min(this.#length, (inLane * weights) / lane.weight);
  }
}

const pushed = <V>(list: Yallist<V>, value: V): Node<V> => {
  const node = new Node(value);
  list.pushNode(node);
  return node;
};
