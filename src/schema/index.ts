/** The GraphQL schema. What other folders may use. */

export { predictCost } from './cost.ts';
export { dryRunOf } from './dryRun.ts';
export { describeEntities } from './extra/entities.ts';
export { Introspection, introspectionLines } from './introspected.ts';
export { readNeed } from './needs.ts';
export { tooManyPaidFields } from './paidFields.ts';
export { buildSchema } from './schema.ts';
export { type BuiltFacts, CORE, Schemas } from './schemas.ts';
export { missingScopes } from './scopes.ts';
