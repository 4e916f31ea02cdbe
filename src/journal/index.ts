/** The journal of writes that must not happen twice. What other folders may use. */
export type { Write } from './intent.ts';
export { Journal, type Written } from './journal.ts';
export { openOperations } from './ledger.ts';
export { type Operation, type State, states } from './operation.ts';
export type { RowAgain } from './rowAgain.ts';
