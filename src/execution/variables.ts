/** The variables of an operation, coerced once: its rights, its price and its execution all read them, and they may be many. */
import { type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';

type Given = Readonly<Record<string, unknown>>;
export type CoercedVariables = ReturnType<typeof getVariableValues>;

/** As graphql-js has it. */
const MAX_ERRORS = 50;

interface Known {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly coerced: CoercedVariables;
}
/** By the variables as the client sent them. */
const known = new WeakMap<Given, Known>();

export const coerceVariables = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Given | null | undefined,
): CoercedVariables => {
  const last = given ? known.get(given) : undefined;
  if (last?.schema === schema && last.operation === operation) return last.coerced;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], given ?? {}, {
    maxErrors: MAX_ERRORS,
  });
  if (given) known.set(given, { schema, operation, coerced });
  return coerced;
};
