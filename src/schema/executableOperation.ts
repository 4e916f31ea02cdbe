/** What both the price and the dry run of an operation read of it: its variables, its fragments, and what it includes. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { coerceVariables } from '../execution/index.ts';

/** An operation that is about to run. */
export interface ExecutableOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | undefined | null;
  readonly variableValues?: Readonly<Record<string, unknown>> | undefined | null;
}

export interface OperationContext {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

export const contextOf = (
  { schema, document, variableValues }: ExecutableOperation,
  node: OperationDefinitionNode,
): OperationContext => {
  const { coerced } = coerceVariables(schema, node, variableValues);
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  return { schema, variables: coerced ?? {}, fragments };
};

/** Whether `@skip` and `@include` leave a selection in. */
export const isIncluded = ({ variables }: OperationContext, node: SelectionNode): boolean =>
  !node.directives?.length ||
  (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false);
