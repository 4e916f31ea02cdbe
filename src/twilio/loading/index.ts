/** Batches reads of one GraphQL request. What other folders may use. */
export { Loaders } from './loaders.ts';
export { type ChildList, NegativeCache } from './speculativePages.ts';
