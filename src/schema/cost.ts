/** What an operation may cost upstream at worst, told from its document and variables alone: nothing of it runs. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Arguments } from './parts.ts';

/** The unit is one upstream transaction. */
export interface Cost {
  /** For each object that the field belongs to. */
  readonly each: number;
  /** Once for all of them together, where they may be tried as one page first. */
  readonly once?: number;
  /** Objects below it, for each object that it belongs to; 1 if left out. */
  readonly rows?: number;
}
/** Says what a field costs with these arguments; `scanPages` is the most that one scan may read. */
export type CostOf = (args: Arguments, scanPages: number) => Cost;

const FREE: Cost = { each: 0 };

interface Walk {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly scanPages: number;
}

/** Upstream transactions that the operation may cause at worst, retries apart. */
export const predictCost = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined | null,
  variables: Readonly<Record<string, unknown>>,
  scanPages: number,
): number => {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  return costOfSet({ schema, variables, fragments, scanPages }, operation.selectionSet, root, 1);
};

/** `objects` is how many objects of the type there may be. */
const costOfSet = (walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, objects: number): number => {
  let cost = 0;
  for (const selection of set.selections) {
    if (!isIncluded(walk, selection)) continue;
    if (selection.kind === Kind.FIELD) cost += costOfField(walk, selection, type, objects);
    else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
      const on = fragment?.typeCondition && walk.schema.getType(fragment.typeCondition.name.value);
      if (fragment) cost += costOfSet(walk, fragment.selectionSet, on ?? type, objects);
    }
  }
  return cost;
};

const costOfField = (walk: Walk, node: FieldNode, type: GraphQLNamedType, objects: number): number => {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  if (!field) return 0;
  const costOf = field.extensions.cost as CostOf | undefined;
  const { each, once = 0, rows = 1 } = costOf?.(getArgumentValues(field, node, walk.variables), walk.scanPages) ?? FREE;
  const below = getNamedType(field.type);
  const inside =
    node.selectionSet && isCompositeType(below) ? costOfSet(walk, node.selectionSet, below, objects * rows) : 0;
  return objects * each + once + inside;
};

const isIncluded = ({ variables }: Walk, node: SelectionSetNode['selections'][number]): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
