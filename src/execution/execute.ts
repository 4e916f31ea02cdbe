/**
 * Executes an operation: a query by this room's {@link QueryExecution}, anything else by graphql-js. The result is the
 * one of graphql-js, which test/unit/execution compares over random schemas, documents and values.
 *
 * graphql-js makes a ResolveInfo, a Path and a map of arguments for every field of every row, and results that V8 keeps
 * as hash tables: 290 of the 810 kB that a request for 50 rows of eight fields allocated. Mutations are few and cost
 * money: the reference implementation runs them.
 */
import {
  type ExecutionArgs,
  type ExecutionResult,
  type FragmentDefinitionNode,
  getOperationAST,
  execute as graphqlExecute,
  Kind,
  OperationTypeNode,
} from 'graphql';
import { QueryExecution } from './query.ts';
import { coerceVariables } from './variables.ts';

/** `introspected`: makes the schema that introspection shows, if it is not the one that executes. */
export const execute = (
  args: ExecutionArgs,
  introspected = () => args.schema,
): ExecutionResult | PromiseLike<ExecutionResult> => {
  const { schema, document, rootValue, contextValue, variableValues: given } = args;
  const operation = getOperationAST(document, args.operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) return graphqlExecute(args);
  const { coerced, errors } = coerceVariables(schema, operation, given);
  if (errors) return { errors };
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  const parts = { schema, introspected, operation, fragments, rootValue, contextValue, variableValues: coerced };
  return new QueryExecution(parts).run();
};
