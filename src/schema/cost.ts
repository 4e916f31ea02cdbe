/** What an operation may cost upstream at worst, told from its document and variables alone: nothing of it runs. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Arguments, Cost, CostOf } from './types.ts';

/** At worst; the unit is one upstream transaction, but for values. */
export interface Price {
  readonly total: number;
  /** Fields of rows that are answered: what the answer costs here. */
  readonly values: number;
  /** The part of it that is held to the ceiling later on. */
  readonly changes: number;
}
const FREE: Cost = {};

interface Walk {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly scanPages: number;
  /** Pages that may be tried in vain, by list and place. */
  readonly pages: Map<string, number>;
  /** Places that have been told apart. */
  places: number;
  /** Of changes by filter, so far. */
  changes: number;
  values: number;
}
/** How many objects there may be, of how many accounts; if they are lists, how many rows each has. */
interface Cardinality {
  readonly objects: number;
  readonly accounts: number;
  /** The same for the same accounts. */
  readonly place: string;
  readonly rows: number;
  /** Fields of the rows that lead to what is known already. */
  readonly knownFields: readonly string[];
}
const ROOT: Cardinality = { objects: 1, accounts: 1, place: '', rows: 1, knownFields: [] };

/** An operation that is about to run. */
export interface ExecutableOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | undefined | null;
  readonly variableValues?: Readonly<Record<string, unknown>> | undefined | null;
}

/** What the operation may cause at worst, retries apart; a scan reads `scanPages` at most. */
export const predictCost = (asked: ExecutableOperation, scanPages: number): Price => {
  const operation = getOperationAST(asked.document, asked.operationName);
  const root = operation && asked.schema.getRootType(operation.operation);
  if (!operation || !root) return { total: 0, values: 0, changes: 0 };
  const walk = walkOf(asked, operation, scanPages);
  const cost = costOfSets(walk, [operation.selectionSet], root, ROOT);
  const total = [...walk.pages.values()].reduce((sum, pages) => sum + pages, cost + walk.changes);
  return { total, values: walk.values, changes: walk.changes };
};

/** The part of the document that is left if it asks for `rateLimit(dryRun: true)`; `undefined` if it does not. */
export const dryRunOf = (asked: ExecutableOperation): DocumentNode | undefined => {
  const operation = getOperationAST(asked.document, asked.operationName);
  const field = asked.schema.getQueryType()?.getFields().rateLimit;
  if (operation?.operation !== 'query' || !field) return undefined;
  const walk = walkOf(asked, operation, 0);
  const limits = rootFields(walk, operation.selectionSet).filter(({ name }) => name.value === 'rateLimit');
  if (!limits.some((node) => getArgumentValues(field, node, walk.variables).dryRun === true)) return undefined;
  const rest = { ...operation, selectionSet: { ...operation.selectionSet, selections: limits } };
  const others = asked.document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { ...asked.document, definitions: [rest, ...others] };
};

const walkOf = (
  { schema, document, variableValues }: ExecutableOperation,
  node: OperationDefinitionNode,
  scanPages: number,
): Walk => {
  const { coerced } = getVariableValues(schema, node.variableDefinitions ?? [], variableValues ?? {});
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  return { schema, variables: coerced ?? {}, fragments, scanPages, pages: new Map(), places: 0, changes: 0, values: 0 };
};

const rootFields = (walk: Walk, set: SelectionSetNode): readonly FieldNode[] =>
  set.selections.flatMap((selection) => {
    if (!isIncluded(walk, selection)) return [];
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
    return fragment ? rootFields(walk, fragment.selectionSet) : [];
  });

/** A field as it is run: once, however often its name stands in the document. */
interface Asked {
  readonly type: GraphQLNamedType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: FieldNode[];
}

/** Answers how many fields more there are, which cost nothing upstream. */
const collect = (walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, into: Map<string, Asked>): number => {
  let free = 0;
  for (const selection of set.selections) {
    if (!isIncluded(walk, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const field = fieldOf(type, selection);
      const isFree = !field || (!selection.selectionSet && !field.extensions.cost);
      if (isFree) {
        free++;
        continue;
      }
      const key = `${type.name} ${(selection.alias ?? selection.name).value}`;
      const known = into.get(key);
      if (known) known.nodes.push(selection);
      else into.set(key, { type, field, nodes: [selection] });
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
  const fields = new Map<string, Asked>();
  for (const set of sets) walk.values += cardinality.objects * collect(walk, set, type, fields);
  let cost = 0;
  let most = 0;
  for (const asked of fields.values()) {
    const { field } = asked;
    const args = argumentsOf(walk, asked);
    const price = cardinality.knownFields.includes(field.name) ? FREE : priceOf(walk, args, field);
    most = Math.max(most, price.whole ?? 0);
    cost += costOfField(walk, { ...asked, args, price }, cardinality);
  }
  return cost + cardinality.objects * most;
};

const fieldOf = (type: GraphQLNamedType, { name }: FieldNode): GraphQLField<unknown, unknown> | undefined =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;

interface Priced extends Asked {
  readonly args: Arguments | undefined;
  readonly price: Cost;
}

const costOfField = (walk: Walk, { type, nodes, field, args, price }: Priced, cardinality: Cardinality): number => {
  const {
    each = 0,
    perAccount = 0,
    pages = [],
    objects: own = 1,
    values = 1,
    rows = 1,
    showsRows,
    changes = 0,
  } = price;
  const below = getNamedType(field.type);
  const leads = (below.name === 'Account' || below.name === 'Node') && perAccount === 0;
  const objects = cardinality.objects * (showsRows ? cardinality.rows : own);
  const accounts = leads ? Math.max(objects * rows, cardinality.accounts) : cardinality.accounts;
  const place = typeof args?.accountSid === 'string' ? args.accountSid : cardinality.place;
  walk.changes += cardinality.objects * changes;
  walk.values += cardinality.objects * values;
  for (const page of pages) {
    const key = `${place} ${page}`;
    walk.pages.set(key, Math.max(walk.pages.get(key) ?? 0, cardinality.accounts));
  }
  const cost = cardinality.objects * each + cardinality.accounts * perAccount;
  if (!isCompositeType(below)) return cost;
  const knownFields = price.knownFields ?? (showsRows || type.name.endsWith('Edge') ? cardinality.knownFields : []);
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const inside = { objects, accounts, place: leads ? placeOf(walk, args) : place, knownFields, rows };
  return cost + costOfSets(walk, sets, below, inside);
};

/** The account that a field leads to: the one that it names, or others than anywhere else. */
const placeOf = (walk: Walk, args: Arguments | undefined): string =>
  typeof args?.sid === 'string' ? args.sid : `other ${++walk.places}`;

const NONE: Arguments = {};

const argumentsOf = (walk: Walk, { field, nodes: [node] }: Asked): Arguments | undefined => {
  if (!node || field.args.length === 0) return NONE;
  try {
    return getArgumentValues(field, node, walk.variables);
  } catch {
    return undefined;
  }
};

/** Arguments that are refused cost nothing: running the field will say what is wrong with them. */
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

const isIncluded = ({ variables }: Walk, node: SelectionSetNode['selections'][number]): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
