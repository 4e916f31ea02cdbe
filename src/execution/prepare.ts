/** Introspection of a schema that makes its types when a query comes to them: thousands would take too long at once. */
import type { GraphQLSchema } from 'graphql';

interface PreparedSchema extends GraphQLSchema {
  prepare?(source: unknown, field: string): Promise<void> | undefined;
}

/** What to wait for before a field of introspection is resolved; `undefined` if it is ready. */
export const prepare = (schema: PreparedSchema, source: unknown, field: string): Promise<void> | undefined =>
  schema.prepare?.(source, field);
