/** The GraphQL schema, built from the descriptors. */
import type { GraphQLSchema } from 'graphql';
import { type Entity, memoize, onceByName, type Registry, typeName } from '../model/index.ts';
import { runAtOnce, type Steps } from '../pause/index.ts';
import type { Row } from '../twilio/rows/index.ts';
import { makeAccountOwned } from './accountOwned.ts';
import { makeBucket, makeDirection, makeFieldEnum, makeGroup, makeNumberFieldEnum, makeOrder } from './aggregates.ts';
import { assemble, resolveAtOnce } from './assemble.ts';
import { createBuilder } from './builder.ts';
import { bulkMutationsOf, makeOutcome } from './changesByFilter.ts';
import { makeConnection } from './connections.ts';
import { makeEstimateField } from './estimates.ts';
import { addEntities, type DescribedEntity } from './extra/entities.ts';
import { addMedia } from './extra/media.ts';
import { addOperation } from './extra/operation.ts';
import { addRateLimit } from './extra/rateLimit.ts';
import { createFilters } from './filters.ts';
import { makeInput } from './inputs.ts';
import { createKinds } from './kinds.ts';
import { makeFields } from './makeFields.ts';
import { makeOnTooMany } from './matchingRows.ts';
import { makeDeletePayload, mutationsOf } from './mutations.ts';
import { implementObject } from './objects.ts';
import { present } from './presentation.ts';
import { addQueries } from './productFields.ts';
import type { Builder, Parts } from './types.ts';
import { makeErrorCode, makeUserError } from './userErrors.ts';

/** What is known of the entities of the whole, if the schema is a part of it. */
type Described = () => readonly DescribedEntity[] | undefined;

export const buildSchema = (registry: Registry, described?: Described): GraphQLSchema =>
  runAtOnce(schemaSteps(registry, described));

/** The same in steps, so that other requests are answered in between. */
export function* schemaSteps(registry: Registry, described?: Described): Steps<GraphQLSchema> {
  const builder = yield* builderSteps(registry, described);
  // schema.graphql is sorted when it is printed.
  return yield* present(yield* assemble(builder));
}

/** Pothos' builder with all types of the schema. */
export function* builderSteps(registry: Registry, described: Described = () => undefined): Steps<Builder> {
  const builder = createBuilder(registry);
  resolveAtOnce(builder);
  const kinds = createKinds(builder);
  const parts: Parts = {
    builder,
    registry,
    kinds,
    object: onceByName(typeName, (entity: Entity) => builder.objectRef<Row>(typeName(entity))),
    connection: onceByName(typeName, (entity: Entity) => makeConnection(parts, registry.canonical(entity))),
    filter: createFilters(builder, kinds),
    order: onceByName(typeName, (entity: Entity) => makeOrder(parts, registry.canonical(entity))),
    fieldEnum: onceByName(typeName, (entity: Entity) => makeFieldEnum(parts, registry.canonical(entity))),
    numberFieldEnum: onceByName(typeName, (entity: Entity) => makeNumberFieldEnum(parts, registry.canonical(entity))),
    bucket: makeBucket(builder),
    direction: makeDirection(builder),
    group: makeGroup(builder),
    input: (entity, change) => inputs[change](entity),
    accountOwned: memoize(() => makeAccountOwned(parts)),
    userError: makeUserError(builder, makeErrorCode(builder)),
    deletePayload: memoize(() => makeDeletePayload(parts)),
    outcome: makeOutcome({ builder }),
    onTooMany: makeOnTooMany({ builder }),
    estimate: makeEstimateField({ builder }),
  };
  const named = (entity: Entity) => entity.name;
  const inputs = {
    create: onceByName(named, (entity) => makeInput(parts, entity, 'create')),
    update: onceByName(named, (entity) => makeInput(parts, entity, 'update')),
    replace: onceByName(named, (entity) => makeInput(parts, entity, 'replace')),
  };
  yield;
  // A type's fields need the connections of all lists in it, which are many for an account.
  for (const entity of registry.entities)
    if (entity.filters) {
      parts.connection(entity);
      yield;
    }
  const types = new Set(registry.entities.map(registry.canonical));
  // Rows without fields are in no answer.
  for (const entity of types)
    if (Object.keys(entity.fields).length > 0) {
      implementObject(parts, entity);
      yield;
    }
  addMedia(parts);
  addRateLimit(builder);
  addOperation(parts);
  addEntities(builder, registry, described);
  yield;
  yield* addQueries(parts);
  for (const fieldsOf of [mutationsOf, bulkMutationsOf])
    for (const entity of registry.entities) {
      builder.mutationFields((t) => makeFields(t, fieldsOf(parts, entity)));
      yield;
    }
  return builder;
}
