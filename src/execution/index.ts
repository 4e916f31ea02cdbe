/** Executes operations: what other rooms may use of this one. */
export { execute } from './execute.ts';
export { selectFields } from './selections.ts';
export { argumentsOf, coerceVariables } from './variables.ts';
