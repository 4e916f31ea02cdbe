/**
 * Predicts what an operation may cost upstream in the worst case, from its document and variables alone.
 *
 * A field is priced once, however many fragments repeat it, and a list once for all its aggregates. The price may be
 * too high, never too low.
 */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { argumentsOf } from '../execution/index.ts';
import { contextOf, type ExecutableOperation, isIncluded, type OperationContext } from './executableOperation.ts';
import type { Arguments, Cost, CostOf } from './types.ts';

/** The worst case, in upstream calls. */
export interface Prediction {
  readonly total: number;
  /** The part of it that changes by filter may cost: held to the limit when the number of rows is known. */
  readonly changes: number;
  /** Values that the answer may hold. */
  readonly values: number;
  /** The reads that Twilio charges for. */
  readonly paid: readonly string[];
  readonly isMutation: boolean;
  readonly mostExpensive: Part | undefined;
}
/** What one field may cost. */
interface Part {
  /** Response keys from the root, such as `calls.nodes.recordings`. */
  readonly path: string;
  readonly cost: number;
  /** Whether a smaller `first` makes it cheaper. */
  readonly isInList: boolean;
}
const FREE: Cost = {};

interface Walk extends OperationContext {
  readonly scanPages: number;
  /** Speculative pages, by account and list: how many of them may be useless. */
  readonly pages: Map<string, number>;
  readonly paid: Set<string>;
  /** Accounts whose SID the document does not say, so far. */
  unnamedAccounts: number;
  changes: number;
  values: number;
  mostExpensive: { readonly path: Path; readonly cost: number; readonly isInList: boolean } | undefined;
}
interface Path {
  readonly above: Path | undefined;
  readonly key: string;
}
/** How many objects a selection applies to. */
interface Cardinality {
  readonly objects: number;
  /** Accounts that the objects may belong to. */
  readonly accounts: number;
  /** The same for objects of the same accounts. */
  readonly accountKey: string;
  /** Of a connection: rows that each may hold. */
  readonly rows: number;
  /** Fields of the rows that return an object which is loaded already. */
  readonly knownFields: readonly string[];
  readonly path: Path | undefined;
}
const ROOT: Cardinality = { objects: 1, accounts: 1, accountKey: '', rows: 1, knownFields: [], path: undefined };

/**
 * The worst case, if Twilio answers every call at once and fills its pages. A field counts once, however often fragments
 * repeat it, and reading a whole list counts once for all its aggregates. One scan reads `scanPages` pages at most.
 */
export const predictCost = (given: ExecutableOperation, scanPages: number): Prediction => {
  const operation = getOperationAST(given.document, given.operationName);
  const root = operation && given.schema.getRootType(operation.operation);
  if (!operation || !root)
    return { total: 0, values: 0, paid: [], changes: 0, isMutation: false, mostExpensive: undefined };
  const walk: Walk = {
    ...contextOf(given, operation),
    scanPages,
    pages: new Map(),
    paid: new Set(),
    unnamedAccounts: 0,
    changes: 0,
    values: 0,
    mostExpensive: undefined,
  };
  const cost = costOfSets(walk, [operation.selectionSet], root, ROOT);
  const { changes, values, mostExpensive } = walk;
  const total = [...walk.pages.values()].reduce((sum, pages) => sum + pages, cost + changes);
  return {
    total,
    values,
    paid: [...walk.paid],
    changes,
    isMutation: operation.operation === 'mutation',
    mostExpensive: mostExpensive && { ...mostExpensive, path: keysOf(mostExpensive.path).join('.') },
  };
};

const keysOf = (path: Path | undefined): readonly string[] => (path ? [...keysOf(path.above), path.key] : []);

/** A field as it is run: once, with the selections of all places that name it. */
interface CollectedField {
  readonly key: string;
  readonly type: GraphQLNamedType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: FieldNode[];
}

/** Characters of a name in the answer that take as much room as a value. */
const NAME_CHARACTERS = 16;

/** Collects the fields that may cost something, and returns how many values the others make. */
const collect = (
  walk: Walk,
  set: SelectionSetNode,
  type: GraphQLNamedType,
  into: Map<string, CollectedField>,
): number => {
  let free = 0;
  for (const selection of set.selections) {
    if (!isIncluded(walk, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const field = fieldOf(type, selection);
      const key = (selection.alias ?? selection.name).value;
      free += Math.floor(key.length / NAME_CHARACTERS);
      const isFree = !field || (!selection.selectionSet && !field.extensions.cost);
      if (isFree) {
        free++;
        continue;
      }
      const id = `${type.name} ${key}`;
      const known = into.get(id);
      if (known) known.nodes.push(selection);
      else into.set(id, { key, type, field, nodes: [selection] });
    } else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
      const on = fragment?.typeCondition && walk.schema.getType(fragment.typeCondition.name.value);
      if (fragment) free += collect(walk, fragment.selectionSet, on ?? type, into);
    }
  }
  return free;
};

const costOfSets = (
  walk: Walk,
  sets: readonly SelectionSetNode[],
  type: GraphQLNamedType,
  cardinality: Cardinality,
): number => {
  const fields = new Map<string, CollectedField>();
  for (const set of sets) walk.values += cardinality.objects * collect(walk, set, type, fields);
  let cost = 0;
  let whole = 0;
  for (const collected of fields.values()) {
    const { field } = collected;
    const args = validArguments(walk, collected);
    const price = cardinality.knownFields.includes(field.name) ? FREE : priceOf(walk, args, field);
    whole = Math.max(whole, price.whole ?? 0);
    cost += costOfField(walk, { ...collected, args, price }, cardinality);
  }
  return cost + cardinality.objects * whole;
};

const fieldOf = (type: GraphQLNamedType, { name }: FieldNode): GraphQLField<unknown, unknown> | undefined =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;

interface PricedField extends CollectedField {
  readonly args: Arguments | undefined;
  readonly price: Cost;
}

const costOfField = (walk: Walk, priced: PricedField, cardinality: Cardinality): number => {
  const { key, type, nodes, field, args, price } = priced;
  const {
    each = 0,
    perAccount = 0,
    whole = 0,
    pages = [],
    objects: own = 1,
    values = 1,
    rows = 1,
    changes = 0,
  } = price;
  const path = { above: cardinality.path, key };
  const cost = cardinality.objects * each + cardinality.accounts * perAccount;
  note(walk, path, cost + cardinality.objects * (whole + changes), cardinality.objects > 1);
  const below = getNamedType(field.type);
  const opensAccounts = (below.name === 'Account' || below.name === 'Node') && perAccount === 0;
  const objects = cardinality.objects * (price.showsRows ? cardinality.rows : own);
  const accounts = opensAccounts ? Math.max(objects * rows, cardinality.accounts) : cardinality.accounts;
  const accountKey = typeof args?.accountSid === 'string' ? args.accountSid : cardinality.accountKey;
  for (const name of price.paid ?? []) walk.paid.add(name);
  walk.changes += cardinality.objects * changes;
  walk.values += cardinality.objects * values;
  for (const page of pages) {
    const list = `${accountKey} ${page}`;
    walk.pages.set(list, Math.max(walk.pages.get(list) ?? 0, cardinality.accounts));
  }
  if (!isCompositeType(below)) return cost;
  const isRow = price.showsRows || type.name.endsWith('Edge');
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const inside = {
    objects,
    accounts,
    accountKey: opensAccounts ? accountKeyOf(walk, args) : accountKey,
    rows,
    knownFields: price.knownFields ?? (isRow ? cardinality.knownFields : []),
    path,
  };
  return cost + costOfSets(walk, sets, below, inside);
};

const note = (walk: Walk, path: Path, cost: number, isInList: boolean): void => {
  if (cost > (walk.mostExpensive?.cost ?? 0)) walk.mostExpensive = { path, cost, isInList };
};

/** The account that a field opens: the one that its argument names, or one that no other field opens. */
const accountKeyOf = (walk: Walk, args: Arguments | undefined): string =>
  typeof args?.sid === 'string' ? args.sid : `unnamed ${++walk.unnamedAccounts}`;

const validArguments = (walk: Walk, { field, nodes: [node] }: CollectedField): Arguments | undefined => {
  if (!node) return undefined;
  try {
    return argumentsOf(field, node, walk.variables);
  } catch {
    return undefined;
  }
};

/** Invalid arguments cost nothing: running the field reports what is wrong with them. */
const priceOf = (
  { scanPages }: Walk,
  args: Arguments | undefined,
  { extensions }: GraphQLField<unknown, unknown>,
): Cost => {
  const costOf = extensions.cost as CostOf | undefined;
  if (!costOf || !args) return FREE;
  try {
    return costOf(args, scanPages);
  } catch {
    return FREE;
  }
};
