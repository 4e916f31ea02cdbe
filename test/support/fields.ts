/** What a schema says of a type's fields. */
import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';

/** The names of its fields, each with the name of its type; none for a type that is not there. */
export const fieldsOf = (schema: GraphQLSchema, type: string): ReadonlyMap<string, string> => {
  const found = schema.getType(type);
  const fields = isObjectType(found) ? Object.values(found.getFields()) : [];
  return new Map(fields.map(({ name, type: of }) => [name, getNamedType(of).name]));
};
