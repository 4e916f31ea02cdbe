/** Whose turn it is: kinds by weight, callers of a priority in turns, jobs of a caller in order; at a constant cost a job. */
import type { Priority } from './caller.ts';
import { LinkedList, type ListNode } from './linkedList.ts';

/** How many of 25 turns each priority has when all of them wait; what one does not need the others share. */
const WEIGHTS: Readonly<Record<Priority, number>> = { paid: 20, usual: 4, scan: 1 };

/** The jobs of one caller and priority. */
interface Flow<T> {
  readonly lane: Lane<T>;
  readonly caller: object;
  readonly entries: LinkedList<Entry<T>>;
  /** Its place among the callers. */
  turn: ListNode<Flow<T>> | undefined;
}
/** A job in the queue; it waits in a place for each caller that wants it. */
export interface Entry<T> {
  readonly job: T;
  readonly places: { readonly flow: Flow<T>; readonly link: ListNode<Entry<T>> }[];
}

/** The callers of one priority. */
class Lane<T> {
  readonly weight: number;
  readonly flows = new Map<object, Flow<T>>();
  /** Callers who have not had a turn yet, and those who wait for another. */
  readonly fresh = new LinkedList<Flow<T>>();
  readonly served = new LinkedList<Flow<T>>();
  /** The turns that it has had, in proportion to its weight. */
  pass = 0;
  #lastWasFresh = false;

  constructor(weight: number) {
    this.weight = weight;
  }

  flowOf(caller: object): Flow<T> {
    const known = this.flows.get(caller);
    if (known) return known;
    const flow: Flow<T> = { lane: this, caller, entries: new LinkedList(), turn: undefined };
    flow.turn = this.fresh.push(flow);
    this.flows.set(caller, flow);
    return flow;
  }

  /** New callers and the others take turns, so that neither waits for all of the other. */
  next(): Flow<T> | undefined {
    const fresh = this.fresh.length > 0 && !(this.#lastWasFresh && this.served.length > 0);
    this.#lastWasFresh = fresh;
    return (fresh ? this.fresh : this.served).first;
  }

  /** Behind the others again. */
  moveBack(flow: Flow<T>): void {
    if (flow.turn) flow.turn.list?.remove(flow.turn);
    flow.turn = this.served.push(flow);
  }

  drop(flow: Flow<T>): void {
    if (flow.turn) flow.turn.list?.remove(flow.turn);
    this.flows.delete(flow.caller);
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
    const entry: Entry<T> = { job, places: [] };
    this.#length++;
    this.join(entry, caller, priority);
    return entry;
  }

  /** Another caller wants the same: the job has its turn with whoever has one first. */
  join(entry: Entry<T>, caller: object, priority: Priority): void {
    const lane = this.#lanes[priority];
    if (entry.places.some(({ flow }) => flow.lane === lane && flow.caller === caller)) return;
    // What nobody has used is not saved up.
    if (lane.flows.size === 0) lane.pass = Math.max(lane.pass, this.#pass);
    const flow = lane.flowOf(caller);
    entry.places.push({ flow, link: flow.entries.push(entry) });
  }

  take(): T | undefined {
    let lane: Lane<T> | undefined;
    for (const each of this.#all) if (each.flows.size > 0 && (!lane || each.pass < lane.pass)) lane = each;
    const flow = lane?.next();
    const entry = flow?.entries.first;
    if (!lane || !flow || !entry) return undefined;
    this.#pass = lane.pass;
    lane.pass += 1 / lane.weight;
    lane.moveBack(flow);
    this.remove(entry);
    return entry.job;
  }

  /** Takes a job out, if it is still in. */
  remove(entry: Entry<T>): void {
    if (entry.places.length === 0) return;
    for (const { flow, link } of entry.places.splice(0)) {
      flow.entries.remove(link);
      if (flow.entries.length === 0) flow.lane.drop(flow);
    }
    this.#length--;
  }

  /** About how many jobs have their turn before the next one of this caller. */
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
