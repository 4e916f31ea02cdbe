/** What an entity may do differently from the generic rest. */
import type { Entity, Operation, Sids } from '../model/index.ts';
import type { Codes } from './input.ts';
import type { Row, Values } from './store.ts';
import type { World } from './world.ts';

/** One request: to what, and with what. */
export interface Scene {
  readonly world: World;
  readonly entity: Entity;
  readonly parents: Sids;
  readonly query: URLSearchParams;
  /** The account that asks; what it may reach is checked before. */
  readonly user: string;
}

/** Every part is optional; an entity without a rule works by its descriptor alone. */
export interface Rule {
  /** The entity whose rows it shows as its own, where that is another one. */
  readonly of?: string;
  /** Codes of inputs that are missing or wrong; of a group of which one is needed, by its first. */
  readonly codes?: Codes;
  /** Statuses of answers, where they are not the usual ones. */
  readonly statuses?: Partial<Record<Operation, number>>;
  /** Checks the inputs of a create; answers what else the row holds. */
  create?(input: Values, scene: Scene): Values;
  /** What a create sets off. */
  begin?(row: Row, scene: Scene): void;
  /** What only the answer to a create tells. */
  tells?(row: Row): Values;
  /** Checks the inputs of an update; answers what to hold instead of them. */
  update?(row: Row, input: Values, scene: Scene): Values;
  /** In place of taking the row away. */
  remove?(row: Row, scene: Scene): void;
  /** In place of rows from the store. */
  rows?(scene: Scene): readonly Values[];
  /** Columns that its answers lack, though others of its type have them. */
  readonly omits?: readonly string[];
  /** What is worked out anew each time a row is shown. */
  shows?(row: Row, world: World): Values;
  /** Whether a row can be seen at all. */
  visible?(row: Row, scene: Scene): boolean;
  /** Whether a list has a row. */
  listed?(row: Row, scene: Scene): boolean;
  /** A row by another name than its key. */
  alias?(key: string, rows: readonly Row[]): Row | undefined;
}
