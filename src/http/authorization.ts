/** Refuses an operation before anything of it runs, if its caller may not do all of it. */
import { BREAK, type DocumentNode, type ExecutionArgs, GraphQLError, visit } from 'graphql';

/** Why the operation may not run; nothing if it may. */
export type Authorize = (operation: ExecutionArgs) => readonly GraphQLError[];

/** Throws for a document that asks for the schema. */
export const refuseIntrospection = (document: DocumentNode): void => {
  let found = false;
  visit(document, {
    Field: ({ name: { value } }) => {
      found ||= value === '__schema' || value === '__type';
      return found ? BREAK : undefined;
    },
  });
  if (found)
    throw new GraphQLError('Introspection needs a key, except in the sandbox and on loopback.', {
      extensions: { code: 'INTROSPECTION_DISABLED', http: { status: 403 } },
    });
};
