/**
 * The variables of an operation and the arguments of its fields, coerced once: its rights, its price and its execution
 * all read them, and they may be many.
 */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';

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

type Arguments = Readonly<Record<string, unknown>>;
interface KnownArguments {
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: Arguments;
}
/** By the coerced variables. */
const knownArguments = new WeakMap<Given, Map<FieldNode, KnownArguments>>();
const NONE: Arguments = Object.freeze({});

/** The arguments that a node gives to a field, frozen: all who ask get the same. Throws if they are invalid. */
export const argumentsOf = (field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Given): Arguments => {
  if (field.args.length === 0) return NONE;
  let byNode = knownArguments.get(variables);
  if (!byNode) {
    byNode = new Map();
    knownArguments.set(variables, byNode);
  }
  const known = byNode.get(node);
  if (known?.field === field) return known.args;
  const args = Object.freeze(getArgumentValues(field, node, variables));
  byNode.set(node, { field, args });
  return args;
};
