/** A single schema in the place of those that an endpoint chooses from. */
import type { GraphQLSchema } from 'graphql';
import type { Schemas } from '../../src/http/documents.ts';

export const oneSchema = (schema: GraphQLSchema): Schemas => ({
  core: schema,
  introspected: () => schema,
  isCurrent: () => true,
  async *candidates() {
    yield schema;
  },
  withNodes: () => schema,
});
