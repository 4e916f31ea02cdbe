/** The GraphQL schema. What other folders may use. */
export { dryRunOf, predictCost } from './cost.ts';
export { buildSchema } from './schema.ts';
