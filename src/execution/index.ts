/** Executes operations: what other rooms may use of this one. */
export { execute } from './execute.ts';
export { coerceVariables } from './variables.ts';
