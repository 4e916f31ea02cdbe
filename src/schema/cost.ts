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
import type { Arguments } from './parts.ts';

/** What a field costs; the unit is one upstream transaction. */
export interface Cost {
  /** For each object that the field belongs to. */
  readonly each?: number;
  /** For each account that these objects can be of: what a row lies in is the same for all rows beside it. */
  readonly perAccount?: number;
  /** The list of which one page may be tried first: tried in vain, it costs one more, once for each account. */
  readonly page?: string;
  /** Objects that it answers, for each object that it belongs to; 1 if left out. */
  readonly objects?: number;
  /** Of a list: how many rows it may hold, for each object that it belongs to. */
  readonly rows?: number;
  /** Of a list: fields of its rows that lead back to where it belongs, which is known already. */
  readonly back?: readonly string[];
  /** Of a field that shows the rows of the list that it belongs to. */
  readonly showsRows?: true;
  /** Transactions of a change by filter: how many there are is known, and held to the ceiling, before it begins. */
  readonly changes?: number;
}
/** Upstream transactions at worst. */
export interface Price {
  readonly total: number;
  /** The part of it that is held to the ceiling later on. */
  readonly changes: number;
}
/** Says what a field costs with these arguments; `scanPages` is the most that one scan may read. */
export type CostOf = (args: Arguments, scanPages: number) => Cost;

const FREE: Cost = {};

interface Walk {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly scanPages: number;
  /** Pages that may be tried in vain, by list. */
  readonly pages: Map<string, number>;
  /** Of changes by filter, so far. */
  changes: number;
}
/** How many objects there may be, of how many accounts; if they are lists, how many rows each has. */
interface Crowd {
  readonly objects: number;
  readonly accounts: number;
  readonly rows: number;
  /** Fields of the rows that lead to what is known already. */
  readonly back: readonly string[];
}
const ROOT: Crowd = { objects: 1, accounts: 1, rows: 1, back: [] };

/** An operation that is about to run. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | undefined | null;
  readonly variableValues?: Readonly<Record<string, unknown>> | undefined | null;
}

/** What the operation may cause at worst, retries apart; a scan reads `scanPages` at most. */
export const predictCost = (asked: Operation, scanPages: number): Price => {
  const operation = getOperationAST(asked.document, asked.operationName);
  const root = operation && asked.schema.getRootType(operation.operation);
  if (!operation || !root) return { total: 0, changes: 0 };
  const walk = walkOf(asked, operation, scanPages);
  const cost = costOfSet(walk, operation.selectionSet, root, ROOT);
  const total = [...walk.pages.values()].reduce((sum, pages) => sum + pages, cost + walk.changes);
  return { total, changes: walk.changes };
};

/** The part of the document that is left if it asks for `rateLimit(dryRun: true)`; `undefined` if it does not. */
export const dryRunOf = (asked: Operation): DocumentNode | undefined => {
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
  { schema, document, variableValues }: Operation,
  node: OperationDefinitionNode,
  scanPages: number,
): Walk => {
  const { coerced } = getVariableValues(schema, node.variableDefinitions ?? [], variableValues ?? {});
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  return { schema, variables: coerced ?? {}, fragments, scanPages, pages: new Map(), changes: 0 };
};

const rootFields = (walk: Walk, set: SelectionSetNode): readonly FieldNode[] =>
  set.selections.flatMap((selection) => {
    if (!isIncluded(walk, selection)) return [];
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
    return fragment ? rootFields(walk, fragment.selectionSet) : [];
  });

const costOfSet = (walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, crowd: Crowd): number => {
  let cost = 0;
  for (const selection of set.selections) {
    if (!isIncluded(walk, selection)) continue;
    if (selection.kind === Kind.FIELD) cost += costOfField(walk, selection, type, crowd);
    else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
      const on = fragment?.typeCondition && walk.schema.getType(fragment.typeCondition.name.value);
      if (fragment) cost += costOfSet(walk, fragment.selectionSet, on ?? type, crowd);
    }
  }
  return cost;
};

const costOfField = (walk: Walk, node: FieldNode, type: GraphQLNamedType, crowd: Crowd): number => {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  if (!field) return 0;
  const isKnown = crowd.back.includes(node.name.value);
  const price = isKnown ? FREE : priceOf(walk, node, field);
  const { each = 0, perAccount = 0, page, objects: own = 1, rows = 1, showsRows, changes = 0 } = price;
  walk.changes += crowd.objects * changes;
  if (page) walk.pages.set(page, Math.max(walk.pages.get(page) ?? 0, crowd.accounts));
  const objects = crowd.objects * (showsRows ? crowd.rows : own);
  const below = getNamedType(field.type);
  const isAccount = below.name === 'Account' || below.name === 'Node';
  const back = price.back ?? (showsRows || type.name.endsWith('Edge') ? crowd.back : []);
  const inside = {
    objects,
    back,
    accounts: isAccount ? Math.max(objects * rows, crowd.accounts) : crowd.accounts,
    rows,
  };
  const cost = crowd.objects * each + crowd.accounts * perAccount;
  return node.selectionSet && isCompositeType(below) ? cost + costOfSet(walk, node.selectionSet, below, inside) : cost;
};

/** Arguments that are refused cost nothing: running the field will say what is wrong with them. */
const priceOf = (walk: Walk, node: FieldNode, field: GraphQLField<unknown, unknown>): Cost => {
  const costOf = field.extensions.cost as CostOf | undefined;
  if (!costOf) return FREE;
  try {
    return costOf(getArgumentValues(field, node, walk.variables), walk.scanPages);
  } catch {
    return FREE;
  }
};

const isIncluded = ({ variables }: Walk, node: SelectionSetNode['selections'][number]): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
