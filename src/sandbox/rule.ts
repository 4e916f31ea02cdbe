/** Hooks by which an entity deviates from the generic operations. */
import type { Entity, Operation, Sids } from '../model/index.ts';
import type { Codes } from './input.ts';
import type { Row, Values } from './store.ts';
import type { World } from './world.ts';

/** The target and query of a request. */
export interface Scene {
  readonly world: World;
  readonly entity: Entity;
  readonly parents: Sids;
  readonly query: URLSearchParams;
  /** The account of the credentials; access has been checked. */
  readonly user: string;
}

/** Every part is optional; an entity without a rule is served from its descriptor alone. */
export interface Rule {
  /** The entity whose rows this one shows, if it has none of its own. */
  readonly of?: string;
  /** Errors for missing or invalid inputs; for a group that needs one of its inputs, at the first of the group. */
  readonly codes?: Codes;
  /** HTTP statuses that differ from the usual ones. */
  readonly statuses?: Partial<Record<Operation, number>>;
  /** Values of a new row whose inputs the create does not give. */
  readonly defaults?: Values;
  /** The list is oldest first, unless the query has the order `desc`; all others are newest first. */
  readonly oldestFirst?: boolean;
  /** Validates the inputs of a create and returns further fields of the row. */
  create?(input: Values, scene: Scene): Values;
  /** Runs after a create. */
  begin?(row: Row, scene: Scene): void;
  /** Fields that only the answer to a create contains. */
  createOnly?(row: Row): Values;
  /** Validates the inputs of an update and returns fields that override them. */
  update?(row: Row, input: Values, scene: Scene): Values;
  /** Replaces the removal of the row. */
  remove?(row: Row, scene: Scene): void;
  /** Computes the rows instead of reading the store. */
  rows?(scene: Scene): readonly Values[];
  /** Fields that this entity's answers omit. */
  readonly omits?: readonly string[];
  /** Fields that are computed each time a row is returned. */
  shows?(row: Row, world: World): Values;
  /** Fields that depend on what a request asks for. */
  selects?(row: Row, scene: Scene): Values;
  /** Whether a row is visible at all. */
  visible?(row: Row, scene: Scene): boolean;
  /** Whether the list contains a row. */
  listed?(row: Row, scene: Scene): boolean;
  /** Finds a row by an alias of its key. */
  alias?(key: string, rows: readonly Row[]): Row | undefined;
}
