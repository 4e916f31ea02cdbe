/**
 * A schema of types that are all known. graphql-js follows every reference from its constructor to find them, which holds
 * up other requests where they are thousands.
 */
import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  GraphQLSchema,
  introspectionTypes,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Steps } from '../pause/index.ts';

interface Parts {
  readonly description: string;
  readonly query: GraphQLObjectType | undefined;
  readonly mutation: GraphQLObjectType | undefined;
  /** All of the schema but those of introspection, in the order in which it lists them. */
  readonly types: readonly GraphQLNamedType[];
}

interface Implementations {
  readonly objects: GraphQLObjectType[];
  readonly interfaces: GraphQLInterfaceType[];
}

class CollectedSchema extends GraphQLSchema {
  readonly #query: GraphQLObjectType | undefined;
  readonly #mutation: GraphQLObjectType | undefined;
  readonly #types: Record<string, GraphQLNamedType> = Object.create(null);
  readonly #implementations = new Map<string, Implementations>();

  constructor({ description, query, mutation }: Parts) {
    super({ description, assumeValid: true });
    this.#query = query;
    this.#mutation = mutation;
  }

  add(type: GraphQLNamedType): void {
    const known = this.#types[type.name];
    if (known && known !== type) throw new Error(`There are two types named ${type.name}.`);
    this.#types[type.name] = type;
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    for (const { name } of type.getInterfaces()) {
      const implementations = this.#implementations.get(name) ?? { objects: [], interfaces: [] };
      this.#implementations.set(name, implementations);
      if (isObjectType(type)) implementations.objects.push(type);
      else implementations.interfaces.push(type);
    }
  }

  override getTypeMap(): Record<string, GraphQLNamedType> {
    return this.#types;
  }

  override getQueryType(): GraphQLObjectType | undefined {
    return this.#query;
  }

  override getMutationType(): GraphQLObjectType | undefined {
    return this.#mutation;
  }

  override getImplementations({ name }: GraphQLInterfaceType): Implementations {
    return this.#implementations.get(name) ?? { objects: [], interfaces: [] };
  }
}

/** It follows from the descriptors alone, so it is validated when schema.graphql is written, and not at every start. */
export function* collect(parts: Parts): Steps<GraphQLSchema> {
  const schema = new CollectedSchema(parts);
  for (const type of [...parts.types, ...introspectionTypes]) {
    schema.add(type);
    yield;
  }
  return schema;
}
