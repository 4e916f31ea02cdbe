/**
 * Makes the types of a Pothos builder in small steps. Its own `toSchema` does the same at once, which blocks the process
 * for hundreds of milliseconds; a test compares the two.
 */
import { BuildCache } from '@pothos/core';
import {
  type GraphQLFieldConfigMap,
  type GraphQLNamedType,
  GraphQLObjectType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  specifiedScalarTypes,
} from 'graphql';
import type { Steps } from '../pause/index.ts';
import type { Builder, PothosTypes } from './types.ts';

/** From here on, what is added to the builder is resolved at once, and not all of it when the schema is made. */
export const resolveAtOnce = (builder: Builder): void => {
  for (const scalar of specifiedScalarTypes)
    if (!builder.configStore.hasImplementation(scalar.name))
      builder.addScalarType(scalar.name as 'ID', scalar as never);
  builder.configStore.prepareForBuild();
};

/** What a type needs to be there for comes before it. */
const ORDER = [
  ['Enum', 'Scalar'],
  ['InputObject'],
  ['Interface'],
  ['Object'],
  ['Union'],
  ['Query', 'Mutation', 'Subscription'],
] as const;

type Extensions = Readonly<Record<string, unknown>>;
const NONE: Extensions = Object.freeze({});

/** Without what Pothos notes for itself while it makes a schema: it takes a fifth of the schema's memory. */
const ownOf = (extensions: Extensions): Extensions => {
  const own = Object.entries(extensions).filter(([name]) => !name.startsWith('pothos'));
  return own.length === 0 ? NONE : Object.fromEntries(own);
};
const forgetNotes = (type: GraphQLNamedType): void => {
  type.extensions = ownOf(type.extensions);
  if (!isInputObjectType(type) && !isObjectType(type) && !isInterfaceType(type)) return;
  for (const field of Object.values(type.getFields())) {
    field.extensions = ownOf(field.extensions);
    if ('args' in field) for (const arg of field.args) arg.extensions = ownOf(arg.extensions);
  }
};

export interface Assembled {
  readonly query: GraphQLObjectType | undefined;
  readonly mutation: GraphQLObjectType | undefined;
  readonly types: readonly GraphQLNamedType[];
}

type Cache = BuildCache<PothosTypes>;

/** `Mutation`, whose fields are more than a thousand: they are made one by one. */
function* makeMutation(cache: Cache, { configStore }: Builder): Steps<void> {
  const made = cache.types.get('Mutation');
  if (!made) return;
  const fields: GraphQLFieldConfigMap<unknown, object> = {};
  for (const field of configStore.getFields('Mutation', 'Object')) {
    // biome-ignore lint/complexity/useLiteralKeys: private in Pothos, whose public methods make all fields of a type at once.
    Object.assign(fields, cache['buildFields'](new Map([field]), 'Mutation'));
    yield;
  }
  const { name, description, extensions } = made;
  cache.types.set('Mutation', new GraphQLObjectType({ name, description, extensions, fields }));
}

/** Pauses after each type: its fields are resolved by then. */
export function* assemble(builder: Builder): Steps<Assembled> {
  const { configStore } = builder;
  // Refuses references to types that do not exist.
  configStore.prepareForBuild();
  const cache: Cache = new BuildCache(builder, {} as PothosSchemaTypes.BuildSchemaOptions<PothosTypes>);
  cache.plugin.beforeBuild();
  for (const kinds of ORDER)
    for (const config of configStore.typeConfigs.values())
      if ((kinds as readonly string[]).includes(config.kind)) {
        cache.buildTypeFromConfig(config);
        yield;
      }
  yield* makeMutation(cache, builder);
  for (const type of cache.types.values()) {
    if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)) type.getFields();
    else if (isUnionType(type)) type.getTypes();
    yield;
  }
  // Pothos reads its notes about one type when it makes the fields of another.
  for (const type of cache.types.values()) {
    forgetNotes(type);
    yield;
  }
  const root = (name: string) => {
    const type = cache.types.get(name);
    return isObjectType(type) ? type : undefined;
  };
  return { query: root('Query'), mutation: root('Mutation'), types: [...cache.types.values()] };
}
